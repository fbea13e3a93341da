//! What is done with the bytes of photos and PDFs: what tells of the person without being seen is taken
//! out ([`strip`]), and small images and pages are drawn ([`small`], [`page`]).
//!
//! The bytes may come from anybody. Everything here is safe Rust, works in memory within stated bounds
//! and touches no file. Drawing runs on a thread of its own that may panic and is waited for no longer
//! than [`PATIENCE`]; a thread that goes on after that can't be ended, but no second one is begun.

mod draw;
mod error;
mod jpeg;
mod pdf;
mod png;
mod small;
mod strip;
mod webp;

pub use draw::PATIENCE;
pub use error::{DrawError, StripError};
pub use pdf::{page, pages};
pub use small::{SMALL, small};
pub use strip::strip;
