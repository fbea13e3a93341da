//! What else locks the vault than the person at it: the computer going to sleep or being shut down, the
//! desktop's session being locked or ending. None of it is needed: where there is no message bus, or
//! nobody on it who tells, the vault locks by the time without a key or a click.

mod bus;
mod ending;
mod logind;
mod screensaver;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use gtk::gio::BusType;

use crate::lock::Reason;

/// What is done once the vault is locked, whether it was before or not.
pub type Done = Box<dyn FnOnce() + Send>;

/// Begins to lock, and comes back at once.
pub type Lock = Arc<dyn Fn(Reason, Option<Done>) + Send + Sync>;

/// Begins to watch.
pub fn start(lock: &Lock) {
    ending::watch(lock);
    bus::attend(bus::address_of(BusType::System), logind::listen, lock.clone());
    bus::attend(bus::address_of(BusType::Session), screensaver::listen, lock.clone());
    bus::outlive_session_bus();
}
