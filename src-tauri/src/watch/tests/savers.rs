//! Screen savers, and whatever else comes on their bus.

use std::fs;

use gtk::{
    gio::{Cancellable, DBusConnection, prelude::*},
    glib::Variant,
};

use super::{
    SHORT,
    desktop::{Bus, tell},
    until_heard,
};
use crate::{lock::Reason, own_process::in_a_process_of_its_own, watch::screensaver};

pub fn saver(connection: &DBusConnection, interface: &str, what: &Variant) {
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

/// In a process of its own: what is in use is the process's, and another test's key would be counted.
#[test]
fn a_flood_of_messages_and_of_rubbish_neither_fills_memory_nor_deafens() {
    in_a_process_of_its_own(
        "watch::tests::savers::a_flood_of_messages_and_of_rubbish_neither_fills_memory_nor_deafens",
        flood,
    );
}

fn flood() {
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
