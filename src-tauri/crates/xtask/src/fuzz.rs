//! `cargo xtask fuzz [seconds]`: runs each fuzz target with cargo-fuzz, where there is one.

use std::{fs, process::Command};

use crate::error::Error;
use crate::project::Project;
use crate::shell;

/// Runs each target for so many seconds; says loudly when it can't, and runs the corpus test instead.
pub fn fuzz(project: &Project, seconds: &str) -> Result<(), Error> {
    if seconds.parse::<u32>().is_err() {
        return Err(Error::Usage);
    }
    let root = project.root();
    let is_there = |words: &[&str]| {
        Command::new("cargo").args(words).output().is_ok_and(|output| output.status.success())
    };
    if !is_there(&["+nightly", "fuzz", "--version"]) {
        println!("NOT FUZZED: cargo-fuzz or a nightly compiler is missing.");
        println!("  rustup toolchain install nightly && cargo install cargo-fuzz");
        println!("The committed corpus and its mutations stand in:");
        return shell::run(&mut shell::cargo(
            root,
            &["test", "--workspace", "--test", "fuzz", "--", "--nocapture"],
        ));
    }
    let mut targets: Vec<_> = fs::read_dir(root.join("fuzz/fuzz_targets"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.path().file_stem().map(|name| name.to_string_lossy().into_owned()))
        .collect();
    targets.sort();
    let time = format!("-max_total_time={seconds}");
    for target in &targets {
        println!("fuzzing {target} for {seconds} s");
        // The cargo of the path: it is the one that knows other toolchains.
        let words = ["+nightly", "fuzz", "run", target, "--", &time];
        shell::run(Command::new("cargo").args(words).current_dir(root))?;
    }
    Ok(())
}
