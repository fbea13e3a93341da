//! The session's end, and being asked to end: drafts are saved and the vault is locked first.

use gtk::glib::{self, ControlFlow};

use super::Lock;
use crate::lock::Reason;

/// Ends in good order when the system (`SIGTERM`), a terminal (`SIGINT`) or its closing (`SIGHUP`) says
/// so.
pub fn watch(lock: &Lock) {
    for signal in [libc::SIGTERM, libc::SIGINT, libc::SIGHUP] {
        let lock = lock.clone();
        glib::unix_signal_add(signal, move || {
            lock(Reason::End, None);
            ControlFlow::Continue
        });
    }
}
