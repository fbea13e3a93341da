//! The desktop's screen saver: whatever covers the screen also locks the vault.

use std::any::Any;

use gtk::gio::{DBusConnection, DBusSignalFlags, SignalSubscriptionId};

use super::Lock;
use crate::lock::Reason;

/// What screen savers call themselves: KDE and the freedesktop specification, GNOME and those that come
/// from it, Cinnamon, MATE, Xfce. All tell `ActiveChanged`.
const INTERFACES: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// Locks when a screen saver begins. From whomever it comes: programs on this bus are the user's own,
/// and the worst that they can do by it is to lock.
pub fn listen(connection: &DBusConnection, lock: &Lock) -> Box<dyn Any> {
    let ids = INTERFACES.map(|interface| {
        let lock = lock.clone();
        connection.signal_subscribe(
            None,
            Some(interface),
            Some("ActiveChanged"),
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, told| {
                if told.get() == Some((true,)) {
                    lock(Reason::Screensaver, None);
                }
            },
        )
    });
    Box::new(Listening { connection: connection.clone(), ids: Vec::from(ids) })
}

/// Ends the subscriptions when dropped.
pub struct Listening {
    /// Where.
    pub connection: DBusConnection,
    /// Which.
    pub ids: Vec<SignalSubscriptionId>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            self.connection.signal_unsubscribe(id);
        }
    }
}
