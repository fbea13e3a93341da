//! `cargo xtask run`: from a fresh clone to the open window.

use crate::desktop;
use crate::error::Error;
use crate::interface;
use crate::node::Node;
use crate::project::Project;
use crate::shell;
use crate::system::{self, Need};

/// Installs what is missing, builds the app and opens it. Without a display it does the main job
/// through the command line instead, and prints what that made.
pub fn run(project: &Project) -> Result<(), Error> {
    system::ensure(Need::Build)?;
    if !desktop::is_there() {
        return demo(project);
    }
    let node = Node::ensure(project)?;
    interface::build(project, &node)?;
    shell::run(&mut shell::cargo(project.root(), &["build", "--workspace", "--bin", "farled"]))?;
    println!("Opening Farled. It ends when its window is closed.");
    shell::run(&mut shell::program(project.root(), &[&project.binary("debug", "farled").to_string_lossy()]))
}

/// The main job, headless: made anew every time.
fn demo(project: &Project) -> Result<(), Error> {
    println!("No display: doing the main job on the command line instead.");
    let folder = project.made("demo");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::file(&folder)(error));
        }
        _ => {}
    }
    shell::run(&mut shell::cargo(project.root(), &["build", "--workspace", "--bin", "farled-cli"]))?;
    let command = project.binary("debug", "farled-cli");
    shell::run(&mut shell::program(project.root(), &[&command.to_string_lossy(), "demo", "target/demo"]))
}
