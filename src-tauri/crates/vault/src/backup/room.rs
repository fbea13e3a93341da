//! Room for a backup: known before anything is written, and made by letting the oldest ones go.

use std::{ffi::CString, fs, io, mem::MaybeUninit, ops::ControlFlow, os::unix::ffi::OsStrExt, path::Path};

use super::{
    generations::{FoundBackup, backups_in},
    read::{inspect_with, open_backup},
};
use crate::{OnProgress, Progress, VaultError};

/// Bytes that a backup needs beside its database: the manifest, the header, folders, what a file's last
/// block leaves free.
pub(super) const BESIDE: u64 = 64 * 1024;

/// Refuses a folder that has no room for so many bytes. Whether there is some is known at once; to find it
/// out by writing would take a memory stick minutes, each time anew.
pub(super) fn ensure(folder: &Path, bytes: u64) -> Result<(), VaultError> {
    match free(folder)? {
        Some(free) if free < bytes => Err(VaultError::DiskFull),
        _ => Ok(()),
    }
}

/// Makes room for so many bytes by removing the oldest backups of a vault, as many as that takes and only
/// when it suffices. The newest one that reads whole stays, and so does every file that does not read as a
/// backup of this very vault. Answers with how many went.
///
/// # Errors
/// [`VaultError::DiskFull`] when there is not so much to be had, and [`VaultError::Cancelled`] when
/// `progress` says so: nothing was removed then; [`VaultError::FolderMissing`]; or when the folder can't be
/// read or a file can't be removed.
pub fn make_room(
    folder: &Path,
    vault_id: &[u8; 16],
    bytes: u64,
    progress: OnProgress<'_>,
) -> Result<usize, VaultError> {
    let found = backups_in(folder, vault_id)?;
    let missing = free(folder)?.map_or(0, |free| bytes.saturating_sub(free));
    if missing == 0 {
        return Ok(0);
    }
    // Before the newest is read, which takes as long as it is large.
    to_remove(found.get(1..).unwrap_or_default(), missing).ok_or(VaultError::DiskFull)?;
    let newest = newest_whole(&found, vault_id, progress)?.ok_or(VaultError::DiskFull)?;
    let is_ours =
        |old: &FoundBackup| open_backup(&old.file).is_ok_and(|backup| &backup.header.vault_id == vault_id);
    let old: Vec<_> = found.into_iter().skip(newest + 1).filter(is_ours).collect();
    let old = to_remove(&old, missing).ok_or(VaultError::DiskFull)?;
    for old in old {
        fs::remove_file(&old.file)?;
    }
    Ok(old.len())
}

/// The place of the newest one that reads whole.
fn newest_whole(
    found: &[FoundBackup],
    vault_id: &[u8; 16],
    progress: OnProgress<'_>,
) -> Result<Option<usize>, VaultError> {
    for (place, found) in found.iter().enumerate() {
        let read = inspect_with(&found.file, |_| match progress(Progress::default()) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(VaultError::Cancelled),
        });
        match read {
            Ok(whole) if &whole.vault_id == vault_id => return Ok(Some(place)),
            Err(VaultError::Cancelled) => return Err(VaultError::Cancelled),
            _ => {}
        }
    }
    Ok(None)
}

/// As many from the end, where the oldest stand, as make up so many bytes; `None` when all do not.
fn to_remove(found: &[FoundBackup], bytes: u64) -> Option<&[FoundBackup]> {
    let mut sum = 0_u64;
    let place = found.iter().rposition(|old| {
        sum = sum.saturating_add(old.bytes);
        sum >= bytes
    })?;
    Some(&found[place..])
}

/// How many bytes this user may still write in a folder; `None` where the file system can't tell.
fn free(folder: &Path) -> Result<Option<u64>, VaultError> {
    let path = CString::new(folder.as_os_str().as_bytes()).map_err(io::Error::from)?;
    let mut told = MaybeUninit::<libc::statvfs>::uninit();
    // SAFETY: the path is a string that ends with a zero, and there is room for the answer.
    if unsafe { libc::statvfs(path.as_ptr(), told.as_mut_ptr()) } != 0 {
        return Ok(None);
    }
    // SAFETY: the call succeeded, and with that has filled in all of it.
    let told = unsafe { told.assume_init() };
    Ok((told.f_blocks > 0).then(|| told.f_bavail.saturating_mul(told.f_frsize)))
}
