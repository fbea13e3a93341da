//! A file that may not grow any more: an error like that of a full disk, not the end.

/// Lets a write that would make a file larger than the user allows (`ulimit -f`) fail. By default the
/// system ends the program in the midst of it, and with it what was typed and not yet saved.
pub fn outlive_file_limit() {
    // SAFETY: a plain value, and no handler that could run. It can't fail: the signal exists and can be
    // ignored (POSIX, `signal`).
    unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_IGN) };
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::io::Write;

    use super::*;
    use crate::own_process::in_a_process_of_its_own;

    #[test]
    fn a_file_at_its_limit_is_an_error_and_not_the_end() {
        in_a_process_of_its_own("file_limit::tests::a_file_at_its_limit_is_an_error_and_not_the_end", || {
            outlive_file_limit();
            let mut file = tempfile::tempfile().unwrap();
            let limit = libc::rlimit { rlim_cur: 1_000, rlim_max: 1_000 };
            // SAFETY: the limit lives through the call, and the kernel only reads it.
            assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_FSIZE, &raw const limit) }, 0);
            let refused = file.write_all(&[0; 1_001]).unwrap_err();
            assert_eq!(refused.raw_os_error(), Some(libc::EFBIG));
        });
    }
}
