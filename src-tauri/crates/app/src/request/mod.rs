//! Requests to parties, and how long they wait.

mod decide;
mod list;
mod remind;
mod save;

pub use decide::decide;
pub use list::{RequestRow, WaitingRequest, list, waiting};
pub use remind::remind;
pub use save::save;
