//! The watch on buses of the tests' own, with a login manager that is played by the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{
    fs,
    io::{BufRead, BufReader, PipeReader, Read},
    os::fd::AsRawFd,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use farled_app::{Clock, settings::Language, vault};
use gtk::{
    gio::{
        Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusNodeInfo, UnixFDList, prelude::*,
    },
    glib::{MainContext, MainLoop, Variant, variant::Handle},
};

use super::*;
use crate::Shell;

/// Long enough for a busy machine; nothing waits so long that happens.
const LONG: Duration = Duration::from_secs(20);
/// Long enough to be sure that nothing comes.
const SHORT: Duration = Duration::from_millis(400);

const XML: &str = r#"<node>
  <interface name="org.freedesktop.login1.Manager">
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="h" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.login1.Session">
    <property name="User" type="(uo)" access="read"/>
  </interface>
</node>"#;

/// A message bus of the test's own.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start(folder: &Path) -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .arg(format!("--address=unix:path={}", folder.join("bus").display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is there");
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self { daemon, address: address.trim().to_owned() }
    }

    fn connect(&self) -> DBusConnection {
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        DBusConnection::for_address_sync(&self.address, flags, None, Cancellable::NONE).unwrap()
    }

    /// Listens as the app does, and hands on each reason.
    fn heard(&self, listen: bus::Listen) -> Receiver<Reason> {
        let (tell, heard) = channel();
        let tell = Mutex::new(tell);
        self.listen(
            listen,
            Arc::new(move |reason, done| {
                let _ = tell.lock().unwrap().send(reason);
                done.into_iter().for_each(|done| done());
            }),
        );
        heard
    }

    fn listen(&self, listen: bus::Listen, lock: Lock) {
        let address = self.address.clone();
        bus::attend(move || Ok(address.clone()), listen, lock);
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// A login manager.
struct Manager {
    connection: DBusConnection,
    /// One for each time that somebody asked to be waited for.
    asked: Arc<Mutex<Vec<PipeReader>>>,
}

impl Manager {
    fn start(bus: &Bus) -> Self {
        let asked: Arc<Mutex<Vec<PipeReader>>> = Arc::default();
        let (ready, is_ready) = channel();
        let (address, waits) = (bus.address.clone(), asked.clone());
        thread::spawn(move || {
            let context = MainContext::new();
            context.with_thread_default(|| {
                let flags =
                    DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
                let connection =
                    DBusConnection::for_address_sync(&address, flags, None, Cancellable::NONE).unwrap();
                register(&connection, waits);
                ask_bus(&connection, "RequestName", &("org.freedesktop.login1", 0_u32).to_variant());
                ready.send(connection).unwrap();
                MainLoop::new(Some(&context), false).run();
            })
        });
        Self { connection: is_ready.recv_timeout(LONG).unwrap(), asked }
    }

    fn tell(&self, path: &str, interface: &str, member: &str, what: &Variant) {
        tell(&self.connection, None, path, interface, member, what);
    }

    fn prepare(&self, member: &str, begins: bool) {
        self.tell(
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            member,
            &(begins,).to_variant(),
        );
    }

    fn session(&self, name: &str) {
        let path = format!("/org/freedesktop/login1/session/{name}");
        self.tell(&path, "org.freedesktop.login1.Session", "Lock", &().to_variant());
    }

    /// How many it waits for now.
    fn waits_for(&self) -> usize {
        let is_held = |pipe: &PipeReader| {
            let mut poll = libc::pollfd { fd: pipe.as_raw_fd(), events: libc::POLLIN, revents: 0 };
            // SAFETY: one `pollfd`, which lives through the call.
            unsafe { libc::poll(&raw mut poll, 1, 0) };
            poll.revents & libc::POLLHUP == 0
        };
        self.asked.lock().unwrap().iter().filter(|pipe| is_held(pipe)).count()
    }

    fn until_it_waits_for(&self, count: usize) {
        let begun = Instant::now();
        while self.waits_for() != count {
            assert!(begun.elapsed() < LONG, "it waits for {}, not {count}", self.waits_for());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn register(connection: &DBusConnection, asked: Arc<Mutex<Vec<PipeReader>>>) {
    let node = DBusNodeInfo::for_xml(XML).unwrap();
    let interface = |name: &str| node.lookup_interface(name).unwrap();
    let manager = connection.register_object(
        "/org/freedesktop/login1",
        &interface("org.freedesktop.login1.Manager"),
        move |_, _, _, _, _, parameters, invocation| {
            let (what, _, _, how): (String, String, String, String) = parameters.get().unwrap();
            assert_eq!((what.as_str(), how.as_str()), ("sleep:shutdown", "delay"));
            let (reader, writer) = std::io::pipe().unwrap();
            let list = UnixFDList::new();
            let index = list.append(writer).unwrap();
            asked.lock().unwrap().push(reader);
            invocation.return_value_with_unix_fd_list(Some(&(Handle(index),).to_variant()), Some(&list));
        },
        |_, _, _, _, _| unreachable!(),
        |_, _, _, _, _, _| unreachable!(),
    );
    manager.unwrap();
    // SAFETY: takes and touches no memory.
    let own = unsafe { libc::getuid() };
    for (name, user) in [("own", own), ("other", own + 1)] {
        let user_path = gtk::glib::variant::ObjectPath::try_from("/user".to_owned()).unwrap();
        let session = connection.register_object(
            &format!("/org/freedesktop/login1/session/{name}"),
            &interface("org.freedesktop.login1.Session"),
            |_, _, _, _, _, _, _| unreachable!(),
            move |_, _, _, _, _| (user, user_path.clone()).to_variant(),
            |_, _, _, _, _, _| unreachable!(),
        );
        session.unwrap();
    }
}

fn ask_bus(connection: &DBusConnection, method: &str, what: &Variant) -> Variant {
    let name = "org.freedesktop.DBus";
    connection
        .call_sync(
            Some(name),
            "/",
            name,
            method,
            Some(what),
            None,
            DBusCallFlags::NONE,
            -1,
            Cancellable::NONE,
        )
        .unwrap()
}

fn tell(
    connection: &DBusConnection,
    to: Option<&str>,
    path: &str,
    interface: &str,
    member: &str,
    what: &Variant,
) {
    connection.emit_signal(to, path, interface, member, Some(what)).unwrap();
    connection.flush_sync(Cancellable::NONE).unwrap();
}

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

fn saver(connection: &DBusConnection, interface: &str, what: &Variant) {
    tell(connection, None, "/ScreenSaver", interface, "ActiveChanged", what);
}

#[test]
fn every_screen_saver_that_begins_locks_and_none_that_ends() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let heard = bus.heard(screensaver::listen);
    let connection = bus.connect();
    for name in ["freedesktop", "gnome", "cinnamon", "mate", "xfce"] {
        let interface = format!("org.{name}.ScreenSaver");
        let told = until_heard(&heard, || saver(&connection, &interface, &(true,).to_variant()));
        assert_eq!(told, Reason::Screensaver, "{name}");
    }
    saver(&connection, "org.gnome.ScreenSaver", &(false,).to_variant());
    saver(&connection, "org.gnome.Shell", &(true,).to_variant());
    assert!(heard.recv_timeout(SHORT).is_err());
}

#[test]
fn a_flood_of_messages_and_of_rubbish_neither_fills_memory_nor_deafens() {
    let folder = tempfile::tempdir().unwrap();
    let bus = Bus::start(folder.path());
    let heard = bus.heard(screensaver::listen);
    let connection = bus.connect();
    let interface = "org.gnome.ScreenSaver";
    until_heard(&heard, || saver(&connection, interface, &(true,).to_variant()));
    let before = resident();
    let rubbish = [
        ("x".repeat(10_000),).to_variant(),
        ().to_variant(),
        (1_u64, vec!["a"; 500]).to_variant(),
        (false,).to_variant(),
    ];
    for round in 0..20_000 {
        let what = &rubbish[round % rubbish.len()];
        connection.emit_signal(None, "/a", interface, "ActiveChanged", Some(what)).unwrap();
        if round % 20 == 0 {
            // Else what the test itself has not sent yet would be counted.
            connection.flush_sync(Cancellable::NONE).unwrap();
        }
    }
    assert_eq!(
        until_heard(&heard, || saver(&connection, interface, &(true,).to_variant())),
        Reason::Screensaver
    );
    let grown = resident().saturating_sub(before);
    println!("20,000 messages: {grown} KiB more memory");
    assert!(grown < 64 * 1024, "{grown} KiB");
}

/// The memory of this process that is in use, in KiB.
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
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

/// A pipe whose writer is closed ends; that is how the test sees it.
#[test]
fn what_the_test_sees_of_an_inhibitor_is_whether_it_is_held() {
    let (mut reader, writer) = std::io::pipe().unwrap();
    drop(writer);
    assert_eq!(reader.read(&mut [0]).unwrap(), 0);
}
