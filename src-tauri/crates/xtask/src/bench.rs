//! `cargo xtask bench`: what safety costs, in ratios.

use crate::error::Error;
use crate::project::Project;
use crate::shell;

/// Measures unlocking and saving, and fails when either costs more than was promised. As it is released:
/// what somebody waits for is not what tests are built with.
pub fn bench(project: &Project) -> Result<(), Error> {
    let words = ["bench", "--workspace", "--bench", "speed"];
    shell::run(&mut shell::cargo(project.root(), &words))
}
