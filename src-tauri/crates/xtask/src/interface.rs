//! Building the interface, which is embedded into the app.

use std::path::Path;
use std::time::SystemTime;

use crate::error::Error;
use crate::node::Node;
use crate::project::Project;
use crate::shell;

/// Installs the interface's packages and builds it, unless what is built is newer than its sources.
pub fn build(project: &Project, node: &Node) -> Result<(), Error> {
    node.install(&project.ui())?;
    if is_fresh(project) {
        println!("The interface: nothing changed since it was built.");
        return Ok(());
    }
    shell::run(&mut node.npm(&project.ui(), &["run", "build"]))
}

fn is_fresh(project: &Project) -> bool {
    let ui = project.ui();
    let Some(built) = changed(&ui.join("dist/index.html")) else { return false };
    let sources = [ui, project.root().join("assets/locales")];
    sources.iter().filter_map(|folder| newest(folder)).all(|source| source <= built)
}

/// The latest change in a folder, what is built or installed left out.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = std::fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let kept = entries.filter(|entry| !matches!(entry.file_name().to_str(), Some("node_modules" | "dist")));
    kept.filter_map(
        |entry| if entry.path().is_dir() { newest(&entry.path()) } else { changed(&entry.path()) },
    )
    .max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}
