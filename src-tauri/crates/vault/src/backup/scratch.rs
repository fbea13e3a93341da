//! A hidden folder for what is only needed while a backup is made or looked through. What lies in it is
//! encrypted; it goes when it is dropped. What a killed process left is known by the lock that nobody
//! holds any more, and goes with the next one, or when the vault beside it is unlocked.

use std::{
    fs::{self, File, TryLockError},
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use super::manifest::hex;
use crate::VaultError;

const END: &str = ".part";

/// How many names are tried before something else must be wrong.
const TRIES: u32 = 100;

/// Several may be in use at a time, in one process too.
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// The folder.
pub(crate) struct Scratch {
    path: PathBuf,
    /// Held for as long as the folder is in use. Some file systems lock nothing: there it is `None`, and
    /// what is left there stays.
    _lock: Option<File>,
}

impl Scratch {
    /// Makes one inside of `folder` for work on the vault with this id.
    pub(crate) fn new(folder: &Path, vault_id: &[u8; 16]) -> Result<Self, VaultError> {
        Self::remove_abandoned(folder, vault_id);
        for _ in 0..TRIES {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let name = format!("{}{}-{number}{END}", beginning(vault_id), process::id());
            let path = folder.join(name);
            match fs::DirBuilder::new().mode(0o700).create(&path) {
                // Left by an earlier process with the same number, where nothing tells that it ended.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                made => made?,
            }
            match lock(&path)? {
                Lock::Held(lock) => return Ok(Self { _lock: Some(lock), path }),
                Lock::Unsupported => return Ok(Self { _lock: None, path }),
                // Between making and locking it, somebody took it for an abandoned one.
                Lock::Elsewhere => {}
            }
        }
        Err(VaultError::InUse)
    }

    /// Removes those for work on the vault with this id that nobody uses any more. What can't be removed
    /// stays until the next time: nothing in it can be read.
    pub(crate) fn remove_abandoned(folder: &Path, vault_id: &[u8; 16]) {
        let beginning = beginning(vault_id);
        for left in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_one = left
                .file_name()
                .to_str()
                .is_some_and(|name| name.starts_with(&beginning) && name.ends_with(END));
            if is_one
                && left.file_type().is_ok_and(|kind| kind.is_dir())
                && let Ok(Lock::Held(lock)) = lock(&left.path())
            {
                let _: io::Result<()> = fs::remove_dir_all(left.path());
                drop(lock);
            }
        }
    }

    /// A path inside of it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

fn beginning(vault_id: &[u8; 16]) -> String {
    format!(".farled-{}-", &hex(vault_id)[..8])
}

/// What came of locking a folder.
enum Lock {
    /// It is ours until this is dropped.
    Held(File),
    /// Somebody else has it, or it is gone.
    Elsewhere,
    /// This file system locks nothing.
    Unsupported,
}

fn lock(folder: &Path) -> io::Result<Lock> {
    let opened = match File::open(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Lock::Elsewhere),
        opened => opened?,
    };
    Ok(match opened.try_lock() {
        // What was removed meanwhile can be locked too, and another folder may have its name by now.
        Ok(()) if is_at(&opened, folder)? => Lock::Held(opened),
        Ok(()) | Err(TryLockError::WouldBlock) => Lock::Elsewhere,
        Err(TryLockError::Error(_)) => Lock::Unsupported,
    })
}

/// Whether the folder that was opened is the one that has this path now.
fn is_at(opened: &File, folder: &Path) -> io::Result<bool> {
    let opened = opened.metadata()?;
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        found => found.map(|found| (found.dev(), found.ino()) == (opened.dev(), opened.ino())),
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // If this fails, the next one removes it.
        let _: io::Result<()> = fs::remove_dir_all(&self.path);
    }
}
