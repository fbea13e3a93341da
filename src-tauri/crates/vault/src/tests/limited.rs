//! Files that the kernel doesn't let grow, disks that are small, and work that is watched.

use std::{path::Path, process::Command};

const CHILD: &str = "FARLED_LIMITED_CHILD";

const DONE: &str = "done to the end";

/// Does `work` in a process of its own, which runs the test with this name and nothing else: the limit is
/// the whole process's.
pub fn in_a_process_of_its_own(name: &str, work: impl FnOnce()) {
    let said = under(&[], name, work);
    assert!(said.is_none_or(|said| said.contains(DONE)));
}

/// The same, started by a program that watches it or gives it something. Answers with what was said, once
/// it is done.
pub fn under(program: &[&str], name: &str, work: impl FnOnce()) -> Option<String> {
    if std::env::var_os(CHILD).is_some() {
        work();
        println!("{DONE}");
        return None;
    }
    let this = std::env::current_exe().unwrap();
    let mut command = match program {
        [] => Command::new(&this),
        [program, arguments @ ..] => {
            let mut command = Command::new(program);
            command.args(arguments).arg(&this);
            command
        }
    };
    let output = command.args([name, "--exact", "--nocapture"]).env(CHILD, "1").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    if complained.contains("unshare:") || complained.contains("mount:") {
        return Some(complained);
    }
    assert!(output.status.success() && said.contains(DONE), "{said} {complained}");
    Some(said)
}

/// Does `work` with a disk of this size, in a namespace of its own. A system that lets nobody make one is
/// told on the error output: what is tested so is tested in its parts elsewhere.
pub fn with_a_disk_of(kilobytes: u64, name: &str, work: impl FnOnce(&Path)) {
    let mount = format!("mount -t tmpfs -o size={kilobytes}k tmpfs /mnt && exec \"$@\"");
    let program = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", &mount, "sh"];
    match under(&program, name, || work(Path::new("/mnt"))) {
        Some(said) if !said.contains(DONE) => eprintln!("SKIPPED, no disk could be made: {said}"),
        _ => {}
    }
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
