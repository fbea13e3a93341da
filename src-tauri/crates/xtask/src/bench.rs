//! `cargo xtask bench`: what safety costs, in ratios.

use crate::error::Error;
use crate::interface;
use crate::node::Node;
use crate::project::Project;
use crate::shell;
use crate::system::{self, Need};

/// Measures unlocking and saving, and fails when either costs more than was promised. As it is released:
/// what somebody waits for is not what tests are built with.
pub fn bench(project: &Project) -> Result<(), Error> {
    system::ensure(Need::Test)?;
    let node = Node::ensure(project)?;
    interface::build(project, &node)?;
    let words = ["bench", "--workspace", "--bench", "start", "--bench", "speed"];
    shell::run(&mut shell::cargo(project.root(), &words))
}
