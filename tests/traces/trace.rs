//! What the kernel was asked for by the app and the web engine, as `strace` tells it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a run of the app left in its trace.
#[derive(Debug, Default)]
pub struct Trace {
    /// The files that were opened to be written, as the kernel named them.
    pub written: BTreeSet<PathBuf>,
    /// The internet sockets that were opened.
    pub internet: Vec<String>,
    /// How many internet sockets were asked for and refused.
    pub refused: usize,
    /// How many sockets of this machine alone were opened: to the display, the session bus, the page.
    pub local: usize,
    /// The exit code; none after a crash.
    pub code: Option<i32>,
}

impl Trace {
    /// Reads the traces: a file a process, so that no line is interrupted by another process's.
    pub fn read(trace: &Path, code: Option<i32>) -> Self {
        let (folder, name) = (trace.parent().unwrap(), trace.file_name().unwrap().to_string_lossy());
        let mut read = Self { code, ..Self::default() };
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&format!("{name}.")) {
                let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
                text.lines().for_each(|line| read.line(line));
            }
        }
        assert!(!read.written.is_empty(), "strace leaves traces");
        read
    }

    fn line(&mut self, line: &str) {
        self.written.extend(opened(line).map(PathBuf::from));
        let is_refused = line.rsplit_once(" = ").is_some_and(|(_, result)| result.starts_with('-'));
        if line.starts_with("socket(AF_INET") {
            if is_refused { self.refused += 1 } else { self.internet.push(line.to_owned()) }
        }
        self.local += usize::from(line.starts_with("socket(AF_UNIX") && !is_refused);
    }
}

/// The path that a line of the trace says was opened to be written.
fn opened(line: &str) -> Option<&str> {
    const TO_WRITE: [&str; 5] = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE", "creat("];
    if !TO_WRITE.iter().any(|flag| line.contains(flag)) {
        return None;
    }
    let (_, result) = line.rsplit_once(") = ")?;
    let (number, path) = result.split_once('<')?;
    let path = path.rsplit_once('>')?.0;
    number.parse::<u32>().is_ok().then_some(path.trim_end_matches(" (deleted)"))
}

#[test]
fn a_trace_names_what_was_opened_to_be_written() {
    assert_eq!(opened(r#"openat(AT_FDCWD</h>, "a", O_RDONLY) = 3</h/a>"#), None);
    assert_eq!(opened(r#"openat(AT_FDCWD</h>, "a", O_WRONLY|O_CREAT, 0600) = 3</h/a>"#), Some("/h/a"));
    assert_eq!(
        opened(r#"openat(AT_FDCWD</h>, "/t", O_RDWR|O_TMPFILE, 0600) = 3</t/#7 (deleted)>"#),
        Some("/t/#7")
    );
    assert_eq!(opened(r#"openat(AT_FDCWD</h>, "a", O_WRONLY) = -1 ENOENT (No such file)"#), None);
}

#[test]
fn a_trace_tells_internet_sockets_from_local_ones() {
    let mut trace = Trace::default();
    for line in [
        "socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<socket:[7]>",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<socket:[8]>",
        "socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)",
    ] {
        trace.line(line);
    }
    assert_eq!((trace.internet.len(), trace.refused, trace.local), (1, 1, 1), "{trace:?}");
}
