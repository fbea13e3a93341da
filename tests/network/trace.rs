//! The real app from outside: every socket that it and the webview's processes ask for.

use std::collections::HashMap;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

/// Seconds that the app is watched: it opens its window and loads its page within two or three.
const WATCHED: &str = "12";

/// What a trace tells of internet sockets, and how many programs were started.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sockets {
    opened: Vec<String>,
    refused: usize,
    programs: usize,
}

#[test]
fn the_running_app_opens_no_internet_socket() {
    let home = tempfile::tempdir().unwrap();
    let farled = env!("CARGO_BIN_EXE_farled");
    let found = watch(home.path(), &["timeout", "--signal=TERM", WATCHED, farled]);
    assert!(
        found.programs >= 4,
        "timeout, the app, the webview's network process and its page process must have run: {found:?}"
    );
    assert_eq!(found.opened, Vec::<String>::new(), "an internet socket was opened");
}

#[test]
fn the_watch_sees_a_socket_that_is_opened() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let connect = format!("exec 3<>/dev/tcp/127.0.0.1/{}", listener.local_addr().unwrap().port());
    let home = tempfile::tempdir().unwrap();
    let found = watch(home.path(), &["bash", "-c", &connect]);
    assert_eq!(found.opened.len(), 1, "a watch that sees nothing proves nothing: {found:?}");
}

/// Runs a command on a display of its own under `strace`, children included.
fn watch(home: &Path, command: &[&str]) -> Sockets {
    let trace = home.join("trace");
    let output = Command::new("xvfb-run")
        .args(["--auto-servernum", "--server-args=-screen 0 1280x800x24 -nolisten tcp"])
        .args(["strace", "--follow-forks", "--quiet=all", "--trace=socket,execve", "--output"])
        .arg(&trace)
        .args(command)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home)
        .env("NO_AT_BRIDGE", "1")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .output()
        .expect("xvfb-run is installed by cargo xtask test");
    let text = std::fs::read_to_string(&trace).unwrap_or_else(|error| {
        panic!("strace left no trace ({error}): {}", String::from_utf8_lossy(&output.stderr))
    });
    read(&text)
}

fn read(trace: &str) -> Sockets {
    let mut found = Sockets::default();
    // A call that was interrupted by another process's line ends in a line of its own.
    let mut pending: HashMap<&str, &str> = HashMap::new();
    for line in trace.lines() {
        let Some((pid, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        if call.ends_with("<unfinished ...>") {
            pending.insert(pid, call);
            continue;
        }
        let begun = if call.starts_with("<... ") { pending.remove(pid).unwrap_or(call) } else { call };
        let result = call.rsplit_once(" = ").map_or("", |(_, result)| result);
        if begun.starts_with("execve(") && result == "0" {
            found.programs += 1;
        }
        if begun.starts_with("socket(AF_INET") {
            if result.starts_with('-') { found.refused += 1 } else { found.opened.push(line.to_owned()) }
        }
    }
    found
}

#[test]
fn a_trace_is_read_across_interrupted_lines() {
    let trace = "\
7 execve(\"/bin/true\", [\"true\"], 0x7ff /* 3 vars */) = 0
7 socket(AF_UNIX, SOCK_STREAM, 0) = 3
7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP <unfinished ...>
8 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
7 <... socket resumed>) = 4";
    let found = read(trace);
    assert_eq!((found.opened.len(), found.refused, found.programs), (1, 1, 1), "{found:?}");
}
