//! The process's memory: neither dumped when it crashes, nor read by others of the same user.

use std::io;

use crate::ProtectError;

/// No core dump of this process and of those it starts, and its memory closed to other programs.
///
/// # Errors
/// [`ProtectError::CoreLimit`] or [`ProtectError::Dumpable`] when the system refuses.
pub fn close_memory() -> Result<(), ProtectError> {
    switch_off_core_dumps()?;
    refuse_readers()
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
fn refuse_readers() -> Result<(), ProtectError> {
    // SAFETY: no pointer is handed over.
    match unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0) } {
        0 => Ok(()),
        _ => Err(ProtectError::Dumpable(io::Error::last_os_error())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::process::Command;

    use super::*;
    use crate::own_process::in_a_process_of_its_own;

    #[test]
    fn a_protected_process_leaves_no_core_dump() {
        in_a_process_of_its_own("memory::tests::a_protected_process_leaves_no_core_dump", || {
            close_memory().unwrap();
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
}
