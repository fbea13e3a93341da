//! The system's login manager (`org.freedesktop.login1`): tells that the computer goes to sleep or is
//! shut down, and waits with it until the vault is locked; tells that the session was locked.
//!
//! Waiting is by a delay lock (logind's "inhibitor"): a file descriptor, kept open until drafts are saved
//! and keys wiped. logind waits five seconds at most (`InhibitDelayMaxSec`).

use std::{
    any::Any,
    os::fd::{FromRawFd, OwnedFd},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use gtk::{
    gio::{
        Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags, SignalSubscriptionId, UnixFDList,
        prelude::*,
    },
    glib::{Variant, VariantTy, variant::Handle},
};

use super::{Done, Lock, screensaver::Listening};
use crate::lock::Reason;

const NAME: &str = "org.freedesktop.login1";
const BUS: &str = "org.freedesktop.DBus";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// How long an answer is waited for, in milliseconds. Nothing but this thread waits.
const PATIENCE: i32 = 5_000;

/// What is known of logind.
struct Logind {
    connection: DBusConnection,
    lock: Lock,
    /// Its address on the bus. What others send is not listened to: on this bus every user can send.
    owner: Mutex<Option<String>>,
    /// What makes it wait.
    inhibitor: Mutex<Option<OwnedFd>>,
}

/// Listens to logind, and makes it wait, whenever it is there.
pub fn listen(connection: &DBusConnection, lock: &Lock) -> Box<dyn Any> {
    let logind = Arc::new(Logind {
        connection: connection.clone(),
        lock: lock.clone(),
        owner: Mutex::default(),
        inhibitor: Mutex::default(),
    });
    let told = logind.clone();
    // Not by gio's own watch for a name: it panics when the bus itself goes.
    let owner = connection.signal_subscribe(
        Some(BUS),
        Some(BUS),
        Some("NameOwnerChanged"),
        None,
        Some(NAME),
        DBusSignalFlags::NONE,
        move |_, _, _, _, _, changed| {
            if let Some((_, _, owner)) = changed.get::<(String, String, String)>() {
                told.owned_by(Some(owner).filter(|owner| !owner.is_empty()));
            }
        },
    );
    let ids = vec![
        owner,
        logind.on(MANAGER, "PrepareForSleep", None, Logind::prepare_for_sleep),
        logind.on(MANAGER, "PrepareForShutdown", None, Logind::prepare_for_sleep),
        logind.on(SESSION, "Lock", None, |logind, path, _| logind.session_locked(path)),
        logind.on(PROPERTIES, "PropertiesChanged", Some(SESSION), |logind, path, told| {
            if tells_locked(told) {
                logind.session_locked(path);
            }
        }),
    ];
    // Listened to from here on: whoever comes or goes after this answer is told.
    let owner = logind.ask(BUS, "/", BUS, "GetNameOwner", &(NAME,).to_variant(), "(s)");
    logind.owned_by(owner.and_then(|owner| owner.get::<(String,)>()).map(|(owner,)| owner));
    Box::new(Listening { connection: connection.clone(), ids })
}

impl Logind {
    /// logind came, went or changed hands. Asked to wait by the one before, nobody waits any more.
    fn owned_by(&self, owner: Option<String>) {
        let mut known = held(&self.owner);
        if *known == owner {
            return;
        }
        *held(&self.inhibitor) = None;
        known.clone_from(&owner);
        drop(known);
        if owner.is_some() {
            self.wait_for_us();
        }
    }

    fn on(
        self: &Arc<Self>,
        interface: &str,
        member: &str,
        first: Option<&str>,
        hear: fn(&Self, &str, &Variant),
    ) -> SignalSubscriptionId {
        let logind = self.clone();
        self.connection.signal_subscribe(
            Some(NAME),
            Some(interface),
            Some(member),
            None,
            first,
            DBusSignalFlags::NONE,
            move |_, sender, path, _, _, told| {
                if held(&logind.owner).as_deref() == Some(sender) {
                    hear(&logind, path, told);
                }
            },
        )
    }

    /// Before sleep or the end: lock, and only then let it happen. After it: make it wait again.
    fn prepare_for_sleep(&self, _: &str, told: &Variant) {
        match told.get() {
            Some((true,)) => {
                let waits = held(&self.inhibitor).take();
                let let_go: Done = Box::new(move || drop(waits));
                (self.lock)(Reason::Sleep, Some(let_go));
            }
            Some((false,)) => self.wait_for_us(),
            None => {}
        }
    }

    /// Asks logind to wait for us. It may refuse; then the vault still locks, perhaps after waking.
    fn wait_for_us(&self) {
        let mut inhibitor = held(&self.inhibitor);
        if inhibitor.is_some() {
            return;
        }
        let asked = ("sleep:shutdown", "Farled", "Locks the vault", "delay").to_variant();
        let answer = self.connection.call_with_unix_fd_list_sync(
            Some(NAME),
            PATH,
            MANAGER,
            "Inhibit",
            Some(&asked),
            VariantTy::new("(h)").ok(),
            DBusCallFlags::NO_AUTO_START,
            PATIENCE,
            UnixFDList::NONE,
            Cancellable::NONE,
        );
        *inhibitor = answer.ok().and_then(|(answer, descriptors)| {
            let (Handle(index),) = answer.get()?;
            // SAFETY: stolen from the list, they are ours to close, each once.
            let mut ours = descriptors.steal_fds().into_iter().map(|fd| unsafe { OwnedFd::from_raw_fd(fd) });
            ours.nth(index.try_into().ok()?)
        });
    }

    fn ask(
        &self,
        name: &str,
        path: &str,
        interface: &str,
        method: &str,
        what: &Variant,
        answer: &str,
    ) -> Option<Variant> {
        let (flags, answer) = (DBusCallFlags::NO_AUTO_START, VariantTy::new(answer).ok());
        let (what, never) = (Some(what), Cancellable::NONE);
        self.connection
            .call_sync(Some(name), path, interface, method, what, answer, flags, PATIENCE, never)
            .ok()
    }

    /// A session was locked: one of ours, or one of which it can't be told.
    fn session_locked(&self, path: &str) {
        let answer = self.ask(NAME, path, PROPERTIES, "Get", &(SESSION, "User").to_variant(), "(v)");
        let user = answer.and_then(|answer| answer.child_value(0).as_variant()?.child_value(0).get::<u32>());
        // SAFETY: takes and touches no memory.
        let own = unsafe { libc::getuid() };
        if user.is_none_or(|user| user == own) {
            (self.lock)(Reason::Session, None);
        }
    }
}

/// Whether changed properties say that the session is locked now.
fn tells_locked(told: &Variant) -> bool {
    // Interface, changed properties, names of those that changed to something untold.
    let changed = (told.type_().as_str() == "(sa{sv}as)").then(|| told.child_value(1));
    changed.is_some_and(|changed| {
        gtk::glib::VariantDict::new(Some(&changed)).lookup::<bool>("LockedHint").ok().flatten() == Some(true)
    })
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
