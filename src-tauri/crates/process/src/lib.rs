//! What a program that holds secrets gives up before it does anything else: core dumps, being read by
//! others of the same user, and every kind of network. The app and the command line share it.

mod error;
mod memory;
mod network;
#[cfg(test)]
mod own_process;
mod wiping;

pub use error::ProtectError;
pub use memory::close_memory;
pub use network::refuse_network;
pub use wiping::wipe_what_is_freed;

/// Gives up all of it. Called at the beginning of `main`: no other thread may run yet.
///
/// # Errors
/// The first protection that could not be put in place.
pub fn protect() -> Result<(), ProtectError> {
    close_memory()?;
    refuse_network()
}
