//! Secrets in memory: keys in pages that are neither swapped nor dumped, and an allocator that wipes
//! whatever is given back.
//!
//! What neither can reach: registers and the stack for as long as a function runs, and memory of
//! libraries that are not written in Rust (the webview, the desktop's widgets).

mod locked;
mod stack;
mod wiping;

pub use locked::{Locked, not_locked};
pub use stack::wipe_stack;
pub use wiping::{Wiping, give_back};
