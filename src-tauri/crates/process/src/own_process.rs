//! A process for a test that can't take back what it does to its own, or that measures what is the whole
//! process's. The app's tests share this file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::Command;

/// Set in the child process.
const CHILD: &str = "FARLED_TEST_CHILD";

/// Runs `body` in a process of its own: this test binary again, told to run only this test.
pub fn in_a_process_of_its_own(test: &str, body: fn()) {
    if std::env::var_os(CHILD).is_some() {
        return body();
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    println!("{told}");
}
