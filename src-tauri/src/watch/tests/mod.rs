//! The watch on buses of the tests' own, with a login manager that is played by the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod desktop;
mod savers;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use farled_app::{Clock, settings::Language, vault};
use gtk::gio::{Cancellable, prelude::*};

use super::*;
use crate::Shell;
use desktop::{Bus, Manager, ask_bus, tell};
use savers::saver;

/// Long enough for a busy machine; nothing waits so long that happens.
const LONG: Duration = Duration::from_secs(20);
/// Long enough to be sure that nothing comes.
const SHORT: Duration = Duration::from_millis(400);

/// Tells until it is heard: nobody says when a subscription has begun.
fn until_heard(heard: &Receiver<Reason>, tell: impl Fn()) -> Reason {
    let begun = Instant::now();
    loop {
        tell();
        match heard.recv_timeout(SHORT) {
            Ok(reason) => {
                while heard.recv_timeout(SHORT).is_ok() {}
                return reason;
            }
            Err(RecvTimeoutError::Timeout) if begun.elapsed() < LONG => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn the_computer_sleeps_only_once_the_vault_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let manager = Manager::start(&bus);
    let shell = Arc::new(Shell::new(folder.path().join("vault"), Clock::System, folder.path()));
    let passphrase = vault::suggest(Language::Sv).unwrap();
    shell.let_in(false, || vault::create(shell.folder(), &passphrase, shell.clock())).unwrap();
    let (tell, locked) = channel();
    let (desk, waits, tell) = (shell.clone(), manager.asked.clone(), Mutex::new(tell));
    let asked = manager.asked.clone();
    bus.listen(
        logind::listen,
        Arc::new(move |reason, done| {
            let (desk, tell) = (desk.clone(), tell.lock().unwrap().clone());
            let waits = waits.clone();
            thread::spawn(move || {
                thread::sleep(SHORT);
                let waited = waits.lock().unwrap().len();
                desk.lock();
                tell.send((reason, waited, desk.is_unlocked())).unwrap();
                thread::sleep(SHORT);
                done.into_iter().for_each(|done| done());
            });
        }),
    );
    manager.until_it_waits_for(1);

    manager.prepare("PrepareForSleep", true);
    // Told, and still waited for: the vault is not locked yet, then it is.
    let (reason, _, is_unlocked) = locked.recv_timeout(LONG).unwrap();
    assert_eq!((reason, is_unlocked), (Reason::Sleep, false));
    assert_eq!(manager.waits_for(), 1, "the computer waits until the very end");
    assert_eq!(shell.desk(|_| Ok(())).unwrap_err().code, "locked");
    manager.until_it_waits_for(0);

    manager.prepare("PrepareForSleep", false);
    manager.until_it_waits_for(1);
    assert_eq!(asked.lock().unwrap().len(), 2, "asked again after waking, once");

    manager.prepare("PrepareForShutdown", true);
    assert_eq!(locked.recv_timeout(LONG).unwrap().0, Reason::Sleep);
    manager.until_it_waits_for(0);
}

#[test]
fn a_locked_session_locks_if_it_is_ours_and_if_the_login_manager_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let manager = Manager::start(&bus);
    let heard = bus.heard(logind::listen);
    manager.until_it_waits_for(1);
    assert_eq!(until_heard(&heard, || manager.session("own")), Reason::Session);
    manager.session("other");
    assert!(heard.recv_timeout(SHORT).is_err(), "somebody else's session");

    let own = "/org/freedesktop/login1/session/own";
    let hint = |locked: bool| {
        let changed = std::collections::HashMap::from([("LockedHint", locked.to_variant())]);
        ("org.freedesktop.login1.Session", changed, Vec::<String>::new()).to_variant()
    };
    let properties = "org.freedesktop.DBus.Properties";
    manager.tell(own, properties, "PropertiesChanged", &hint(false));
    assert!(heard.recv_timeout(SHORT).is_err());
    let told = until_heard(&heard, || manager.tell(own, properties, "PropertiesChanged", &hint(true)));
    assert_eq!(told, Reason::Session);

    // Anybody may send anything on the system's bus, to all or to one.
    let stranger = bus.connect();
    let us: Vec<String> = ask_bus(&stranger, "ListNames", &().to_variant()).child_value(0).get().unwrap();
    for to in us.iter().map(|name| Some(name.as_str())).chain([None]) {
        let manager = "org.freedesktop.login1.Manager";
        tell(&stranger, to, "/org/freedesktop/login1", manager, "PrepareForSleep", &(true,).to_variant());
        tell(&stranger, to, own, "org.freedesktop.login1.Session", "Lock", &().to_variant());
    }
    assert!(heard.recv_timeout(SHORT).is_err(), "a stranger said it");
    assert_eq!(manager.waits_for(), 1);
}

#[test]
fn a_login_manager_that_is_started_anew_waits_again() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let heard = bus.heard(logind::listen);
    for _ in 0..2 {
        let manager = Manager::start(&bus);
        manager.until_it_waits_for(1);
        manager.prepare("PrepareForSleep", true);
        assert_eq!(heard.recv_timeout(LONG).unwrap(), Reason::Sleep);
        manager.until_it_waits_for(0);
        // It crashes: nobody says goodbye.
        manager.connection.close_sync(Cancellable::NONE).unwrap();
    }
}

#[test]
fn a_bus_that_goes_and_comes_back_is_listened_to_again() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let heard = bus.heard(screensaver::listen);
    let heard_of_sleep = bus.heard(logind::listen);
    let manager = Manager::start(&bus);
    manager.until_it_waits_for(1);
    let interface = "org.freedesktop.ScreenSaver";
    let connection = bus.connect();
    until_heard(&heard, || saver(&connection, interface, &(true,).to_variant()));
    drop(bus);
    let bus = Bus::start(folder.path());
    let connection = bus.connect();
    let told = until_heard(&heard, || saver(&connection, interface, &(true,).to_variant()));
    assert_eq!(told, Reason::Screensaver);
    let manager = Manager::start(&bus);
    manager.until_it_waits_for(1);
    manager.prepare("PrepareForSleep", true);
    assert_eq!(heard_of_sleep.recv_timeout(LONG).unwrap(), Reason::Sleep);
}

#[test]
fn without_a_bus_nothing_fails_and_nothing_spins() {
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = tries.clone();
    bus::attend(
        move || {
            counted.fetch_add(1, Ordering::Relaxed);
            Ok("unix:path=/nonexistent/bus".to_owned())
        },
        screensaver::listen,
        Arc::new(|_, _| panic!("nobody told")),
    );
    thread::sleep(Duration::from_secs(2));
    // At 0, 0.5 and 1.5 seconds.
    assert!((1..=3).contains(&tries.load(Ordering::Relaxed)));
}
