//! The real app under WebDriver, on a display of its own.

use std::process::Command;

use crate::desktop;
use crate::error::Error;
use crate::interface;
use crate::node::Node;
use crate::project::Project;
use crate::shell;

/// Builds the app so that WebDriver can drive it.
pub fn build(project: &Project, node: &Node) -> Result<(), Error> {
    interface::build(project, node)?;
    node.install(&project.e2e())?;
    shell::run(&mut shell::cargo(project.root(), &["build", "--package", "farled", "--features", "e2e"]))
}

/// A script of `tests/e2e/package.json`, to be run on a display of its own.
pub fn script(project: &Project, node: &Node, name: &str) -> Command {
    let mut command = desktop::of_its_own(&project.e2e(), &["npm", "run", "--silent", name]);
    command.env("PATH", node.path()).env("FARLED_BINARY", project.binary("debug", "farled"));
    command
}
