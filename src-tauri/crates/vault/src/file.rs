//! The vault's files: replaced whole, readable by nobody else, opened by one process at a time.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::Path,
};

use crate::VaultError;

/// The lock file's name. It stays in the folder; what counts is the lock upon it.
pub(crate) const LOCK: &str = "vault.lock";

/// Makes the folder, for its owner alone, unless it is there; and makes that last.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let new = folder.ancestors().take_while(|folder| !folder.is_dir()).count();
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    // Without its name in the folder above, a vault would be lost with all that was written to it.
    folder.ancestors().skip(1).take(new).try_for_each(|above| match above.as_os_str() {
        here if here.is_empty() => sync_folder(Path::new(".")),
        _ => sync_folder(above),
    })
}

/// Puts a file of these bytes in the place of the one named `name`: after a crash at any moment
/// either the old or the new one is there, whole. Before it takes the name, `proven` looks at what was
/// written, in the file that it is given; when it fails, the old one stays.
pub(crate) fn replace<E: From<io::Error>>(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    proven: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let unfinished = folder.join(format!("{name}.new"));
    let written = write_new(&unfinished, bytes)
        .map_err(E::from)
        .and_then(|()| proven(&unfinished))
        .and_then(|()| fs::rename(&unfinished, folder.join(name)).map_err(E::from));
    if written.is_err() {
        // What is left of the attempt is of no use; the failure that is told is the first one.
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    Ok(sync_folder(folder)?)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes an empty file for its owner alone.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

/// Takes from others what they may do with a file, such as one that was copied back from a backup.
pub(crate) fn keep_private(path: &Path) -> io::Result<()> {
    let mut allowed = fs::metadata(path)?.permissions();
    if allowed.mode() & 0o077 == 0 {
        return Ok(());
    }
    allowed.set_mode(allowed.mode() & 0o700);
    fs::set_permissions(path, allowed)
}

/// Makes renames in the folder last.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Removes a file unless it is gone already.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// The lock upon a vault, held until it is dropped.
pub(crate) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would not do: a process that is being started at this moment still shares
        // it. If this fails, closing is what is left.
        let _ = self.0.unlock();
    }
}

/// Takes the vault for this process.
pub(crate) fn lock(folder: &Path) -> Result<Lock, VaultError> {
    let file =
        OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(fs::TryLockError::WouldBlock) => Err(VaultError::InUse),
        Err(fs::TryLockError::Error(error)) => Err(error.into()),
    }
}
