//! No network, whatever a page, a library or a mistake of ours tries.
//!
//! The filter is the kernel's (seccomp). It can't be taken off again, and the processes that are started from
//! here, the webview's among them, inherit it. What it can't promise: another program that we hand data to over
//! a local socket (the desktop's print service, its clipboard) has its own network.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    apply_filter_all_threads,
};

use crate::ProtectError;

/// Bit that marks a system call of the x32 interface, which shares the architecture of `x86_64`.
#[cfg(target_arch = "x86_64")]
const X32: i64 = 0x4000_0000;

/// From here on this process and its children open no socket but local ones.
///
/// # Errors
/// [`ProtectError::Filter`] or [`ProtectError::Install`] when the filter can't be put in place.
pub fn refuse_network() -> Result<(), ProtectError> {
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

    use std::io;
    use std::net::{TcpListener, TcpStream, UdpSocket};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;
    use crate::own_process::in_a_process_of_its_own;

    fn socket(family: libc::c_int, kind: libc::c_int) -> io::Result<libc::c_int> {
        // SAFETY: no pointer is handed over.
        match unsafe { libc::socket(family, kind, 0) } {
            -1 => Err(io::Error::last_os_error()),
            descriptor => Ok(descriptor),
        }
    }

    #[test]
    fn a_protected_process_opens_no_internet_socket() {
        in_a_process_of_its_own("network::tests::a_protected_process_opens_no_internet_socket", || {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let address = listener.local_addr().unwrap();
            // The positive control: the same call succeeds before the filter is there.
            TcpStream::connect(address).unwrap();

            refuse_network().unwrap();

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
    fn a_protected_process_still_talks_to_the_desktop() {
        in_a_process_of_its_own("network::tests::a_protected_process_still_talks_to_the_desktop", || {
            refuse_network().unwrap();
            let folder = tempfile::tempdir().unwrap();
            UnixListener::bind(folder.path().join("socket"))
                .expect("display and session bus are local sockets");
            socket(libc::AF_NETLINK, libc::SOCK_RAW).expect("the kernel's own messages stay readable");
        });
    }

    #[test]
    fn what_a_protected_process_starts_has_no_network_either() {
        in_a_process_of_its_own(
            "network::tests::what_a_protected_process_starts_has_no_network_either",
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

                refuse_network().unwrap();

                assert!(!connect().status.success(), "a child must inherit the filter");
            },
        );
    }

    #[test]
    fn nothing_gets_round_the_filter() {
        in_a_process_of_its_own("network::tests::nothing_gets_round_the_filter", || {
            refuse_network().unwrap();
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
}
