//! The project's chores: `cargo xtask run`, `test`, `fuzz`, `screens`, `package`, `torture`, `bench`.
//!
//! Everything the project needs beside Rust and git is installed from here, so that a fresh machine
//! is ready with one command. Only the standard library: this is the first thing that gets compiled.

mod bench;
mod clippy;
mod desktop;
mod error;
mod fuzz;
mod interface;
mod journeys;
mod node;
mod package;
mod project;
mod run;
mod rust_tests;
mod screens;
mod shell;
mod system;
mod tally;
mod test;
mod torture;

use std::process::ExitCode;

use error::Error;
use project::Project;

const USAGE: &str = "\
Usage: cargo xtask <task>

  run              install what is missing, build and open Farled
                   (without a display: do the main job headless and print what it made)
  test [part]      everything: format, clippy, Rust tests, interface tests, journeys in the real app
                   parts: rust, ui, e2e
  fuzz [seconds]   each fuzz target for so long (60 when left out), where cargo-fuzz and nightly are
                   installed; elsewhere its corpus and mutations of it
  screens          photograph every screen in both languages and both themes into target/screens
  package          build the Debian package into target/package
  torture [rounds] kill, cut the power and fail the disk for an hour: 5,000 rounds unless told otherwise
                   (FARLED_TORTURE_SEED=… repeats what chance did)
  bench            measure what encryption and syncing cost; fails when it is more than was promised";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = Project::find().and_then(|project| match words.as_slice() {
        ["run"] => run::run(&project),
        ["test"] => test::test(&project, &test::Part::ALL),
        ["test", part] => test::test(&project, &[test::Part::parse(part)?]),
        ["fuzz"] => fuzz::fuzz(&project, "60"),
        ["fuzz", seconds] => fuzz::fuzz(&project, seconds),
        ["screens"] => screens::screens(&project),
        ["package"] => package::package(&project),
        ["torture"] => torture::torture(&project, None),
        ["torture", rounds] => torture::torture(&project, Some(rounds)),
        ["bench"] => bench::bench(&project),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Error::Usage),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::Usage) => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}
