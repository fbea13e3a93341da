//! Files that the kernel doesn't let grow.

use std::process::Command;

const CHILD: &str = "FARLED_LIMITED_CHILD";

/// Does `work` in a process of its own, which runs the test with this name and nothing else: the limit is
/// the whole process's.
pub fn in_a_process_of_its_own(name: &str, work: impl FnOnce()) {
    const DONE: &str = "done to the end";
    if std::env::var_os(CHILD).is_some() {
        work();
        println!("{DONE}");
        return;
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains(DONE), "{said} {output:?}");
}

/// Lets no file grow beyond so many bytes; without a number, every file grows again.
pub fn limit_files(bytes: Option<u64>) {
    // SAFETY: both calls take plain values; without the handler the signal would end the process.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
        let limit =
            libc::rlimit { rlim_cur: bytes.unwrap_or(libc::RLIM_INFINITY), rlim_max: libc::RLIM_INFINITY };
        assert_eq!(libc::setrlimit(libc::RLIMIT_FSIZE, &limit), 0);
    }
}
