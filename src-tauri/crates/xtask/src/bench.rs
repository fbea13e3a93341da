//! `cargo xtask bench`: what safety costs, in ratios.

use crate::error::Error;
use crate::project::Project;
use crate::shell;

/// Measures unlocking and saving, and fails when either costs more than was promised. With the profile
/// that everything else is built with: the dependencies, where the time goes, are optimised in it, and
/// our own crates are not, so that what is promised holds by a margin in a release.
pub fn bench(project: &Project) -> Result<(), Error> {
    let words = ["bench", "--workspace", "--bench", "speed", "--profile", "dev"];
    shell::run(&mut shell::cargo(project.root(), &words))
}
