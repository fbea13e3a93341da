//! A process for a test that can't take back what it does to its own, or that measures what is the whole
//! process's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::Command;

/// Set in the child process.
const CHILD: &str = "FARLED_TEST_CHILD";

/// Runs `body` in a process of its own: this test binary again, told to run only this test. `prepare` gives
/// it its environment.
pub fn in_a_process_of_its_own(test: &str, prepare: impl FnOnce(&mut Command), body: fn()) {
    if std::env::var_os(CHILD).is_some() {
        return body();
    }
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", test, "--nocapture"]).env(CHILD, "1");
    prepare(&mut child);
    let output = child.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.contains("1 passed"), "{told}\n{complained}");
    println!("{told}");
}
