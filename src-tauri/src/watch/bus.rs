//! A message bus that may be missing, go away and come back. Each is listened to in a thread of its own,
//! so that neither a slow bus nor a flood of messages holds up the window.

use std::{
    any::Any,
    thread,
    time::{Duration, Instant},
};

use gtk::{
    gio::{self, BusType, Cancellable, DBusConnection, DBusConnectionFlags},
    glib::{self, MainContext, MainLoop},
};

use super::Lock;

/// How long to wait before a bus is tried again that was not there; twice as long each time.
const SHORTEST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Listens for as long as what it answers with is kept.
pub type Listen = fn(&DBusConnection, &Lock) -> Box<dyn Any>;

/// Where the desktop says that a bus is.
pub fn address_of(bus: BusType) -> impl Fn() -> Result<String, glib::Error> + Send {
    move || gio::dbus_address_get_for_bus_sync(bus, Cancellable::NONE).map(String::from)
}

/// Listens on a bus whenever it is there.
pub fn attend(
    address: impl Fn() -> Result<String, glib::Error> + Send + 'static,
    listen: Listen,
    lock: Lock,
) {
    thread::spawn(move || {
        let context = MainContext::new();
        // The context is new and this thread's alone: nobody else can have it.
        let _ = context.with_thread_default(|| {
            let mut wait = SHORTEST_WAIT;
            loop {
                let begun = Instant::now();
                if let Ok(connection) = address().and_then(|address| connect(&address)) {
                    serve(&connection, &context, listen, &lock);
                }
                // A bus that answers and goes again at once is no better than none.
                if begun.elapsed() > LONGEST_WAIT {
                    wait = SHORTEST_WAIT;
                }
                thread::sleep(wait);
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        });
    });
}

fn connect(address: &str) -> Result<DBusConnection, glib::Error> {
    let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
    // A connection of our own: it comes without the habit of ending the program when the bus goes.
    DBusConnection::for_address_sync(address, flags, None, Cancellable::NONE)
}

/// Listens until the bus goes away.
fn serve(connection: &DBusConnection, context: &MainContext, listen: Listen, lock: &Lock) {
    let until_closed = MainLoop::new(Some(context), false);
    let ends = until_closed.clone();
    // Told in this thread's context, so that nothing is missed before the loop runs.
    connection.connect_closed(move |_, _, _| ends.quit());
    let listening = listen(connection, lock);
    until_closed.run();
    drop(listening);
}

/// GTK's own connection to the session bus would end the program when that bus goes, before anything is
/// saved. Whoever ends the session tells it by a signal.
pub fn outlive_session_bus() {
    thread::spawn(|| {
        if let Ok(connection) = gio::bus_get_sync(BusType::Session, Cancellable::NONE) {
            connection.set_exit_on_close(false);
        }
    });
}
