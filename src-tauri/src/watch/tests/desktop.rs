//! A message bus, and a login manager that is played.

use std::{
    io::{BufRead, BufReader, PipeReader, Read},
    os::fd::AsRawFd,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, channel},
    },
    thread,
    time::{Duration, Instant},
};

use gtk::{
    gio::{
        Cancellable, DBusCallFlags, DBusConnection, DBusConnectionFlags, DBusNodeInfo, UnixFDList, prelude::*,
    },
    glib::{MainContext, MainLoop, Variant, variant::Handle},
};

use super::LONG;
use crate::{
    lock::Reason,
    watch::{Lock, bus},
};

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
pub struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    pub fn start(folder: &Path) -> Self {
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

    pub fn connect(&self) -> DBusConnection {
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        DBusConnection::for_address_sync(&self.address, flags, None, Cancellable::NONE).unwrap()
    }

    /// Listens as the app does, and hands on each reason.
    pub fn heard(&self, listen: bus::Listen) -> Receiver<Reason> {
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

    pub fn listen(&self, listen: bus::Listen, lock: Lock) {
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
pub struct Manager {
    pub connection: DBusConnection,
    /// One for each time that somebody asked to be waited for.
    pub asked: Arc<Mutex<Vec<PipeReader>>>,
}

impl Manager {
    pub fn start(bus: &Bus) -> Self {
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

    pub fn tell(&self, path: &str, interface: &str, member: &str, what: &Variant) {
        tell(&self.connection, None, path, interface, member, what);
    }

    pub fn prepare(&self, member: &str, begins: bool) {
        self.tell(
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            member,
            &(begins,).to_variant(),
        );
    }

    pub fn session(&self, name: &str) {
        let path = format!("/org/freedesktop/login1/session/{name}");
        self.tell(&path, "org.freedesktop.login1.Session", "Lock", &().to_variant());
    }

    /// How many it waits for now.
    pub fn waits_for(&self) -> usize {
        let is_held = |pipe: &PipeReader| {
            let mut poll = libc::pollfd { fd: pipe.as_raw_fd(), events: libc::POLLIN, revents: 0 };
            // SAFETY: one `pollfd`, which lives through the call.
            unsafe { libc::poll(&raw mut poll, 1, 0) };
            poll.revents & libc::POLLHUP == 0
        };
        self.asked.lock().unwrap().iter().filter(|pipe| is_held(pipe)).count()
    }

    pub fn until_it_waits_for(&self, count: usize) {
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

pub fn ask_bus(connection: &DBusConnection, method: &str, what: &Variant) -> Variant {
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

pub fn tell(
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

/// A pipe whose writer is closed ends; that is how the test sees it.
#[test]
fn what_the_test_sees_of_an_inhibitor_is_whether_it_is_held() {
    let (mut reader, writer) = std::io::pipe().unwrap();
    drop(writer);
    assert_eq!(reader.read(&mut [0]).unwrap(), 0);
}
