//! Where the project's folders are.

use std::path::{Path, PathBuf};

use crate::error::Error;

/// The project's folders, and the search path for programs it installed for itself.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Looks from this crate's own folder, which cargo tells at run time: one compiled copy of this
    /// program then serves any clone.
    pub fn find() -> Result<Self, Error> {
        let here = std::env::var_os("CARGO_MANIFEST_DIR").ok_or(Error::NotThroughCargo)?;
        let root = Path::new(&here).ancestors().nth(3).ok_or(Error::NotThroughCargo)?.to_path_buf();
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Ok(Self { root, target })
    }

    /// The top folder of the clone.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The interface's folder.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The folder of the journeys in the real app.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// Where this program puts what it makes for people: always inside the clone.
    pub fn made(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// A program that cargo compiled, `profile` being `debug` or `release`.
    pub fn binary(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name)
    }
}
