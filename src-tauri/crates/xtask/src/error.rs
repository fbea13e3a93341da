//! Why a chore stopped: a sentence for the person at the keyboard, with what to do about it.

use std::io;
use std::path::PathBuf;

/// Why a chore stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The words after `cargo xtask` are none of its tasks.
    #[error("no such task")]
    Usage,
    /// Not started through cargo.
    #[error("start this through cargo: cargo xtask <task>")]
    NotThroughCargo,
    /// A program could not be started at all.
    #[error("{program} could not be started: {source}")]
    Start {
        /// The program.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ended with a failure; its own output says why.
    #[error("failed: {command}")]
    Failed {
        /// The command as it was run.
        command: String,
    },
    /// System packages are missing on a system whose package manager we don't know.
    #[error("{0}")]
    Install(String),
    /// Some of the checks failed.
    #[error("{0} of the steps above failed")]
    Steps(usize),
    /// A file or folder could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Error {
    /// For `map_err`: what the system said about `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
