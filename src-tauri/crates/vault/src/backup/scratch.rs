//! A hidden folder for what is only needed while a backup is made or looked through. What lies in it is
//! encrypted; it goes when it is dropped, and what a killed process left goes with the next one.

use std::{
    fs, io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use super::manifest::hex;
use crate::VaultError;

const END: &str = ".part";

/// The folder.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Makes one inside of `folder` for work on the vault with this id.
    pub(crate) fn new(folder: &Path, vault_id: &[u8; 16]) -> Result<Self, VaultError> {
        let beginning = format!(".farled-{}-", &hex(vault_id)[..8]);
        let path = folder.join(format!("{beginning}{}{END}", std::process::id()));
        for left in fs::read_dir(folder)?.flatten() {
            let is_ours = left
                .file_name()
                .to_str()
                .is_some_and(|name| name.starts_with(&beginning) && name.ends_with(END));
            if is_ours && left.file_type().is_ok_and(|kind| kind.is_dir()) {
                fs::remove_dir_all(left.path())?;
            }
        }
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }

    /// A path inside of it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // If this fails, the next backup removes it; nothing in it can be read.
        let _: io::Result<()> = fs::remove_dir_all(&self.0);
    }
}
