//! The Rust tests: those that wait for the disk run beside the others.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, panic, thread};

use crate::error::Error;
use crate::project::Project;
use crate::shell;
use crate::tally::Tally;

/// Test targets that mostly wait for the disk: the others can have the processor meanwhile.
const WAITING: [&str; 2] = ["torture", "large"];

/// Test targets that want the machine for themselves. `traces` types on a keyboard that nobody answers,
/// and so trusts a window to be quick.
const ALONE: [&str; 1] = ["traces"];

/// Compiles and runs every Rust test. A failing target does not hide the ones after it.
pub fn run(project: &Project, tally: &mut Tally) -> Result<(), Error> {
    let root = project.root();
    shell::run(&mut cargo_test(root, &["--no-run"]))?;

    let mut others = vec!["--lib", "--bins"];
    let targets = targets(root)?;
    others.extend(selected(targets.iter().map(String::as_str).filter(|name| !is_special(name))));
    let waiting: Vec<&str> = selected(WAITING.into_iter()).collect();
    let alone: Vec<&str> = selected(ALONE.into_iter()).chain(["--", "--test-threads=1"]).collect();

    let ((lines, beside), first) = thread::scope(|scope| {
        let beside = scope.spawn(|| shell::run_kept(&mut cargo_test(root, &waiting)));
        let first = shell::run_counted(&mut cargo_test(root, &others), tally);
        (beside.join().unwrap_or_else(|panic| panic::resume_unwind(panic)), first)
    });
    for line in lines {
        println!("{line}");
        tally.read(&line);
    }
    let documented = shell::run_counted(&mut cargo_test(root, &["--doc"]), tally);
    let alone = shell::run_counted(&mut cargo_test(root, &alone), tally);
    first.and(beside).and(documented).and(alone)
}

fn cargo_test(root: &Path, words: &[&str]) -> Command {
    let mut all = vec!["test", "--workspace", "--no-fail-fast"];
    all.extend(words);
    shell::cargo(root, &all)
}

fn selected<'a>(names: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    names.flat_map(|name| ["--test", name])
}

fn is_special(name: &str) -> bool {
    WAITING.contains(&name) || ALONE.contains(&name)
}

/// The names of all test targets, found as cargo finds them: a file, or a folder with a `main.rs`, in
/// the `tests` of a package.
fn targets(root: &Path) -> Result<Vec<String>, Error> {
    let mut packages = vec![root.to_path_buf()];
    packages.extend(entries(&root.join("src-tauri/crates"))?);
    let mut names = Vec::new();
    for tests in packages.iter().map(|package| package.join("tests")).filter(|tests| tests.is_dir()) {
        let found = entries(&tests)?;
        let found = found.iter().filter(|entry| {
            entry.join("main.rs").is_file() || entry.extension().is_some_and(|extension| extension == "rs")
        });
        names.extend(found.filter_map(|entry| Some(entry.file_stem()?.to_string_lossy().into_owned())));
    }
    names.sort();
    Ok(names)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let read = fs::read_dir(folder).map_err(Error::file(folder))?;
    read.map(|entry| entry.map(|entry| entry.path()).map_err(Error::file(folder))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]
    use super::*;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap()
    }

    #[test]
    fn no_test_target_is_overlooked() {
        let metadata = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
        let metadata = shell::output(&mut shell::cargo(root(), &metadata)).unwrap();
        let found = targets(root()).unwrap();
        assert_eq!(found.len(), metadata.matches(r#""kind":["test"]"#).count());
        for name in found {
            assert!(
                metadata.contains(&format!(r#""kind":["test"],"crate_types":["bin"],"name":"{name}""#)),
                "{name}"
            );
        }
    }

    #[test]
    fn each_target_that_is_run_apart_is_there() {
        let found = targets(root()).unwrap();
        assert!(WAITING.iter().chain(&ALONE).all(|name| found.iter().any(|found| found == name)));
    }
}
