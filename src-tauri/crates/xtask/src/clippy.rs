//! Clippy over every target.

use crate::error::Error;
use crate::project::Project;
use crate::shell;

/// Compiles everything there is with Clippy as the compiler of our own crates, warnings denied.
///
/// `cargo clippy` asks for the same but has each dependency checked instead of compiled, and then the
/// tests need all of them once more. Here the dependencies are those that the tests use. The two variables
/// are what `cargo clippy -- --deny warnings` sets.
pub fn clippy(project: &Project) -> Result<(), Error> {
    let mut command = shell::cargo(project.root(), &["test", "--workspace", "--all-targets", "--no-run"]);
    command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    command.env("CLIPPY_ARGS", "--deny__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    shell::run(&mut command)
}
