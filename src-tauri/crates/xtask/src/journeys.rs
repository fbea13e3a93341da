//! The real app under WebDriver.

use std::path::PathBuf;
use std::process::Command;

use crate::desktop;
use crate::error::Error;
use crate::interface;
use crate::node::Node;
use crate::project::Project;
use crate::shell;

/// Builds the app so that WebDriver can drive it.
///
/// That build has no network filter. It is moved aside at once, so that nobody takes it for the app.
pub fn build(project: &Project, node: &Node) -> Result<(), Error> {
    interface::build(project, node)?;
    node.install(&project.e2e())?;
    let build = ["build", "--workspace", "--bin", "farled", "--features", "farled/e2e"];
    shell::run(&mut shell::cargo(project.root(), &build))?;
    let built = project.binary("debug", "farled");
    std::fs::rename(&built, driven(project)).map_err(Error::file(built))
}

/// A script of `tests/e2e/package.json`, to be run with a message bus of its own. Every app it starts
/// gets a display of its own.
pub fn script(project: &Project, node: &Node, name: &str) -> Command {
    let mut command = desktop::of_its_own(&project.e2e(), &["npm", "run", "--silent", name]);
    command.env("PATH", node.path()).env("FARLED_BINARY", driven(project));
    command
}

fn driven(project: &Project) -> PathBuf {
    project.binary("debug", "farled-e2e")
}
