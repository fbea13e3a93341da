//! What the process gives up before it does anything else: core dumps, being read by others of the
//! same user, being driven by automation, and every kind of network.
//!
//! The network filter is the kernel's (seccomp). It can't be taken off again and the webview's
//! processes inherit it, so "no network" holds whatever a page, a library or a mistake of ours tries.
//! What it can't promise: another program that we hand data to over a local socket (the desktop's
//! print service, its clipboard) has its own network.

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    apply_filter_all_threads,
};

/// A protection that could not be put in place. The program must not go on without it.
#[derive(Debug, thiserror::Error)]
pub enum ProtectError {
    /// The program could not be started anew.
    #[error("the program could not be started with memory that is wiped: {0}")]
    Restart(#[source] io::Error),
    /// The limit on core dumps was refused.
    #[error("core dumps could not be switched off: {0}")]
    CoreLimit(#[source] io::Error),
    /// The process could not be closed to other programs of the same user.
    #[error("the memory could not be closed to other programs: {0}")]
    Dumpable(#[source] io::Error),
    /// The network filter could not be built for this kind of processor.
    #[error("the network filter could not be built: {0}")]
    Filter(#[from] seccompiler::BackendError),
    /// The kernel refused the network filter.
    #[error("the kernel refused the network filter: {0}")]
    Install(#[from] seccompiler::Error),
}

/// Bit that marks a system call of the x32 interface, which shares the architecture of `x86_64`.
#[cfg(target_arch = "x86_64")]
const X32: i64 = 0x4000_0000;

/// What tells the C library to fill freed memory (and to hand new memory out as zeros), and to do so with
/// every block: it would pass over those in the caches of its threads (glibc, "Memory Allocation Tunables").
const WIPE_FREED: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0");

/// What tells the web engine to take memory from the C library instead of its own allocator, which wipes
/// nothing (WebKit, `bmalloc/Environment.cpp`).
const ONE_ALLOCATOR: (&str, &str) = ("Malloc", "1");

/// Starts the program anew, once, with memory that is wiped when libraries written in C free it: text passes
/// through the desktop's and the web engine's buffers on its way to the page, and would be read there
/// after the vault is locked. (What our own code frees is wiped by its own allocator.) Both are told
/// through the environment, which they read before `main`. The page's process isn't told: it ends at each
/// lock, and the engine's allocator is a defence against attacks from within a page.
///
/// The very first call of `main`, before [`protect`].
///
/// # Errors
/// [`ProtectError::Restart`] when the program can't be started again.
pub fn wipe_what_is_freed() -> Result<(), ProtectError> {
    use std::os::unix::process::CommandExt;
    let settings = [WIPE_FREED, ONE_ALLOCATOR];
    if settings.iter().all(|(name, value)| std::env::var(name).is_ok_and(|present| present == *value)) {
        // SAFETY: no other thread runs yet.
        settings.iter().for_each(|(name, _)| unsafe { std::env::remove_var(name) });
        return Ok(());
    }
    let mut arguments = std::env::args_os();
    let mut again = std::process::Command::new(std::env::current_exe().map_err(ProtectError::Restart)?);
    if let Some(name) = arguments.next() {
        again.arg0(name);
    }
    Err(ProtectError::Restart(again.args(arguments).envs(settings).exec()))
}

/// Gives up what the program never needs. Called at the beginning of `main`: no
/// other thread may run yet.
///
/// The `e2e` build keeps the network and automation, since WebDriver drives it over loopback.
///
/// # Errors
/// The first protection that could not be put in place.
pub fn protect() -> Result<(), ProtectError> {
    switch_off_core_dumps()?;
    close_memory()?;
    settle_environment();
    if cfg!(not(feature = "e2e")) {
        refuse_network()?;
    }
    Ok(())
}

/// No core dump of this process and of those it starts.
///
/// The limit is one byte, not none: a crash handler that the kernel feeds through a pipe (Ubuntu's
/// does so) is called however low the limit is, except at exactly one byte (Linux, `fs/coredump.c`).
/// One byte is also less than any dump that would be written to a file.
fn switch_off_core_dumps() -> Result<(), ProtectError> {
    let none = libc::rlimit { rlim_cur: 1, rlim_max: 1 };
    // SAFETY: `none` lives through the call, and the kernel only reads it.
    match unsafe { libc::setrlimit(libc::RLIMIT_CORE, &raw const none) } {
        0 => Ok(()),
        _ => Err(ProtectError::CoreLimit(io::Error::last_os_error())),
    }
}

/// Other programs of the same user can't read or trace this process's memory, where the keys are.
///
/// Not inherited: the webview's processes are open again after they start. They hold the text that
/// is shown, never a key.
fn close_memory() -> Result<(), ProtectError> {
    // SAFETY: no pointer is handed over.
    match unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0) } {
        0 => Ok(()),
        _ => Err(ProtectError::Dumpable(io::Error::last_os_error())),
    }
}

/// Takes automation out of the environment, and picks the renderer that draws on every machine.
fn settle_environment() {
    // SAFETY: `protect` runs first in `main`, so that no other thread reads the environment meanwhile.
    unsafe {
        if cfg!(not(feature = "e2e")) {
            // A release honours it otherwise: any program of the user's could then drive the window.
            std::env::remove_var("TAURI_WEBVIEW_AUTOMATION");
            // By these the engine would let a debugger in.
            std::env::remove_var("WEBKIT_INSPECTOR_SERVER");
            std::env::remove_var("WEBKIT_INSPECTOR_HTTP_SERVER");
        }
        // The DMA-BUF renderer shows an empty window under some drivers and virtual machines.
        if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}

/// The time since the computer was started, the time that it slept included.
#[must_use]
pub fn since_boot() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel writes one `timespec`. It knows this clock since Linux 2.6.39.
    unsafe { libc::clock_gettime(libc::CLOCK_BOOTTIME, &raw mut time) };
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.try_into().unwrap_or(0))
}

/// From here on this process and its children open no socket but local ones.
fn refuse_network() -> Result<(), ProtectError> {
    apply_filter_all_threads(&network_filter()?)?;
    Ok(())
}

/// The filter: `socket` for local and kernel messages only, and no `io_uring`, which opens sockets
/// past any filter. A call by another architecture's numbers (32-bit programs) ends the process.
fn network_filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    for call in [libc::SYS_socket, libc::SYS_io_uring_setup] {
        let refused = if call == libc::SYS_socket { vec![any_family_but_local()?] } else { Vec::new() };
        #[cfg(target_arch = "x86_64")]
        rules.insert(call | X32, refused.clone());
        rules.insert(call, refused);
    }
    // What a kernel without that family answers: libraries expect it and carry on.
    let refusal = SeccompAction::Errno(libc::EAFNOSUPPORT.unsigned_abs());
    SeccompFilter::new(rules, SeccompAction::Allow, refusal, std::env::consts::ARCH.try_into()?)?.try_into()
}

/// Matches every address family but `AF_UNIX` (display, session bus, the webview's processes) and
/// `AF_NETLINK` (the kernel's own messages, for instance that a disk was plugged in).
fn any_family_but_local() -> Result<SeccompRule, seccompiler::BackendError> {
    let is_not = |family: libc::c_int| {
        SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, u64::from(family.unsigned_abs()))
    };
    SeccompRule::new(vec![is_not(libc::AF_UNIX)?, is_not(libc::AF_NETLINK)?])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::net::{TcpListener, TcpStream, UdpSocket};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    /// Set in the child process, which can't take the protections off again.
    const CHILD: &str = "FARLED_TEST_CHILD";

    /// Runs `body` in a process of its own: this test binary again, told to run only this test.
    fn in_a_process_of_its_own(test: &str, body: fn()) {
        if std::env::var_os(CHILD).is_some() {
            return body();
        }
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(CHILD, "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && told.contains("1 passed"),
            "{told}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    fn socket(family: libc::c_int, kind: libc::c_int) -> io::Result<libc::c_int> {
        // SAFETY: no pointer is handed over.
        match unsafe { libc::socket(family, kind, 0) } {
            -1 => Err(io::Error::last_os_error()),
            descriptor => Ok(descriptor),
        }
    }

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn a_protected_process_opens_no_internet_socket() {
        in_a_process_of_its_own("process::tests::a_protected_process_opens_no_internet_socket", || {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let address = listener.local_addr().unwrap();
            // The positive control: the same call succeeds before the filter is there.
            TcpStream::connect(address).unwrap();

            protect().unwrap();

            let refused = Some(libc::EAFNOSUPPORT);
            assert_eq!(TcpStream::connect(address).unwrap_err().raw_os_error(), refused);
            assert_eq!(TcpListener::bind("[::1]:0").unwrap_err().raw_os_error(), refused);
            assert_eq!(UdpSocket::bind("127.0.0.1:0").unwrap_err().raw_os_error(), refused);
            for family in [libc::AF_INET, libc::AF_INET6, libc::AF_PACKET, libc::AF_VSOCK, libc::AF_BLUETOOTH]
            {
                assert_eq!(
                    socket(family, libc::SOCK_STREAM).unwrap_err().raw_os_error(),
                    refused,
                    "family {family} must be refused"
                );
            }
        });
    }

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn a_protected_process_still_talks_to_the_desktop() {
        in_a_process_of_its_own("process::tests::a_protected_process_still_talks_to_the_desktop", || {
            protect().unwrap();
            let folder = tempfile::tempdir().unwrap();
            UnixListener::bind(folder.path().join("socket"))
                .expect("display and session bus are local sockets");
            socket(libc::AF_NETLINK, libc::SOCK_RAW).expect("the kernel's own messages stay readable");
        });
    }

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn what_a_protected_process_starts_has_no_network_either() {
        in_a_process_of_its_own(
            "process::tests::what_a_protected_process_starts_has_no_network_either",
            || {
                let listener = TcpListener::bind("127.0.0.1:0").unwrap();
                let port = listener.local_addr().unwrap().port();
                let connect = || {
                    Command::new("bash")
                        .args(["-c", &format!("exec 3<>/dev/tcp/127.0.0.1/{port}")])
                        .output()
                        .unwrap()
                };
                assert!(connect().status.success(), "the positive control: it connects without the filter");

                protect().unwrap();

                assert!(!connect().status.success(), "a child must inherit the filter");
            },
        );
    }

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn nothing_gets_round_the_filter() {
        in_a_process_of_its_own("process::tests::nothing_gets_round_the_filter", || {
            protect().unwrap();
            let mut parameters = [0_u8; 120];
            // SAFETY: the kernel writes at most the 120 bytes of `io_uring_params`.
            let ring = unsafe { libc::syscall(libc::SYS_io_uring_setup, 1, parameters.as_mut_ptr()) };
            assert_eq!(ring, -1, "io_uring opens sockets that no filter sees");
            assert_eq!(io::Error::last_os_error().raw_os_error(), Some(libc::EAFNOSUPPORT));
            #[cfg(target_arch = "x86_64")]
            {
                // SAFETY: no pointer is handed over.
                let x32 =
                    unsafe { libc::syscall(libc::SYS_socket | X32, libc::AF_INET, libc::SOCK_STREAM, 0) };
                assert_eq!(x32, -1, "the x32 numbers are the same call by another name");
            }
            // SAFETY: no pointer is handed over.
            let filters = unsafe { libc::prctl(libc::PR_GET_SECCOMP, 0, 0, 0, 0) };
            assert_eq!(filters, 2, "the filter is in place");
            // SAFETY: no pointer is handed over.
            let privileges = unsafe { libc::prctl(libc::PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) };
            assert_eq!(privileges, 1, "no program started from here gains rights, and with them a way out");
        });
    }

    #[test]
    fn a_protected_process_leaves_no_core_dump() {
        in_a_process_of_its_own("process::tests::a_protected_process_leaves_no_core_dump", || {
            protect().unwrap();
            let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
            // SAFETY: the kernel writes one `rlimit`.
            assert_eq!(unsafe { libc::getrlimit(libc::RLIMIT_CORE, &raw mut limit) }, 0);
            assert_eq!((limit.rlim_cur, limit.rlim_max), (1, 1), "one byte: see switch_off_core_dumps");
            // SAFETY: no pointer is handed over.
            assert_eq!(unsafe { libc::prctl(libc::PR_GET_DUMPABLE, 0, 0, 0, 0) }, 0);

            // And so it is in fact: a child that crashes tells its parent whether it left a core.
            let folder = tempfile::tempdir().unwrap();
            let status = Command::new("bash")
                .args(["-c", "kill -SEGV $$"])
                .current_dir(folder.path())
                .status()
                .unwrap();
            assert!(!std::os::unix::process::ExitStatusExt::core_dumped(&status), "no core may be written");
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file may be left behind");
        });
    }

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn a_release_is_not_driven_by_automation() {
        in_a_process_of_its_own("process::tests::a_release_is_not_driven_by_automation", || {
            protect().unwrap();
            assert_eq!(std::env::var_os("TAURI_WEBVIEW_AUTOMATION"), None);
            assert_eq!(std::env::var("WEBKIT_DISABLE_DMABUF_RENDERER").as_deref(), Ok("1"));
        });
    }
}
