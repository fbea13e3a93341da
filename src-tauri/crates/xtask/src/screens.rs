//! `cargo xtask screens`: a picture of every screen, in both languages and both themes.

use crate::error::Error;
use crate::journeys;
use crate::node::Node;
use crate::project::Project;
use crate::shell;
use crate::system::{self, Need};

/// Starts the real app with the sample caseload and photographs every screen.
pub fn screens(project: &Project) -> Result<(), Error> {
    system::ensure(Need::Test)?;
    let node = Node::ensure(project)?;
    journeys::build(project, &node)?;
    let folder = project.made("screens");
    let mut script = journeys::script(project, &node, "screens");
    shell::run(script.env("FARLED_SCREENS", &folder))?;
    let made = std::fs::read_dir(&folder).map_err(Error::file(&folder))?.count();
    println!("{made} pictures in {}", folder.display());
    Ok(())
}
