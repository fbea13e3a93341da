//! What a program that holds secrets gives up before it does anything else: core dumps, being read by
//! others of the same user, every kind of network, and ending where a write could simply fail. The app and
//! the command line share it.

mod error;
mod file_limit;
mod memory;
mod network;
#[cfg(test)]
mod own_process;
mod wiping;

pub use error::ProtectError;
pub use file_limit::outlive_file_limit;
pub use memory::close_memory;
pub use network::refuse_network;
pub use wiping::leave_no_copies;

/// Gives up all of it. Called at the beginning of `main`: no other thread may run yet.
///
/// # Errors
/// The first protection that could not be put in place.
pub fn protect() -> Result<(), ProtectError> {
    outlive_file_limit();
    close_memory()?;
    refuse_network()
}
