//! The real app from outside: every socket that it and the webview's processes ask for.

use std::collections::HashMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Seconds that the app is watched: it opens its window and loads its page within two or three, and later
/// beside other tests.
const WATCHED: &str = "30";

/// What a trace tells of internet sockets.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sockets {
    opened: Vec<String>,
    refused: usize,
    local: usize,
}

#[test]
fn the_running_app_opens_no_internet_socket() {
    let home = tempfile::tempdir().unwrap();
    let mut app = start(home.path(), &["timeout", "--signal=TERM", WATCHED, env!("CARGO_BIN_EXE_farled")]);
    let mut page = None;
    while app.try_wait().unwrap().is_none() {
        page = page.or_else(|| page_process(home.path()));
        sleep(Duration::from_millis(100));
    }
    let said = fs::read_to_string(home.path().join("said")).unwrap_or_default();
    let page = page.unwrap_or_else(|| panic!("without a page nothing was watched. The app said:\n{said}"));
    assert!(page.contains("Seccomp:\t2"), "the page's process must have inherited the filter:\n{page}");
    assert!(page.contains("NoNewPrivs:\t1"), "and must not be able to shed it:\n{page}");

    let found = read_trace(home.path());
    assert_eq!(found.opened, Vec::<String>::new(), "an internet socket was opened");
    assert!(found.local > 0, "the app talks to its display over local sockets, which the watch must see");
}

#[test]
fn the_watch_sees_a_socket_that_is_opened() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let connect = format!("exec 3<>/dev/tcp/127.0.0.1/{}", listener.local_addr().unwrap().port());
    let home = tempfile::tempdir().unwrap();
    start(home.path(), &["bash", "-c", &connect]).wait().unwrap();
    let found = read_trace(home.path());
    assert_eq!(found.opened.len(), 1, "a watch that sees nothing proves nothing: {found:?}");
}

/// Starts a command on a display of its own under `strace`, children included.
fn start(home: &Path, command: &[&str]) -> Child {
    let said = fs::File::create(home.join("said")).unwrap();
    crate::display::of_its_own(home)
        .stdout(Stdio::null())
        .stderr(said)
        .args(["strace", "--follow-forks", "--quiet=all", "--trace=socket", "--output"])
        .arg(trace_of(home))
        .args(command)
        .spawn()
        .expect("dbus-run-session, xvfb-run and strace are installed by cargo xtask test")
}

/// What the kernel says of the process that shows the page of the app with this home.
fn page_process(home: &Path) -> Option<String> {
    let folders = fs::read_dir("/proc").unwrap().filter_map(|entry| Some(entry.ok()?.path()));
    let ours = |folder: &PathBuf| {
        let name = fs::read_to_string(folder.join("comm")).unwrap_or_default();
        let environment = fs::read(folder.join("environ")).unwrap_or_default();
        let home = format!("HOME={}\0", home.display());
        name.starts_with("WebKitWebProce") && String::from_utf8_lossy(&environment).contains(&home)
    };
    fs::read_to_string(folders.into_iter().find(ours)?.join("status")).ok()
}

fn trace_of(home: &Path) -> PathBuf {
    home.join("trace")
}

fn read_trace(home: &Path) -> Sockets {
    read(&fs::read_to_string(trace_of(home)).expect("strace leaves a trace"))
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
        if begun.starts_with("socket(AF_UNIX") {
            found.local += 1;
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
7 socket(AF_UNIX, SOCK_STREAM, 0) = 3
7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP <unfinished ...>
8 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
7 <... socket resumed>) = 4";
    let found = read(trace);
    assert_eq!((found.opened.len(), found.refused, found.local), (1, 1, 1), "{found:?}");
}
