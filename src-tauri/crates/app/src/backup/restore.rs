//! Looking at a backup, and restoring one.

use std::path::Path;

use chrono::{DateTime, Utc};
use farled_vault::{
    BackupInfo, OnProgress, Passphrase, Presence, RecoveryKey, Secret, inspect_backup, later_changes,
    presence, restore_and_set_aside, verify_backup,
};
use serde::Serialize;
use specta::Type;
use zeroize::Zeroizing;

use super::show::{kilobytes, name_of};
use crate::{Clock, Failure, Result};

/// What a backup is opened with, as typed.
pub enum Key {
    /// The passphrase that the vault had when the backup was made.
    Passphrase(Zeroizing<String>),
    /// The recovery key from the sheet.
    Recovery(Zeroizing<String>),
}

/// What a backup holds.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BackupLook {
    /// The file's name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Its length in KiB, rounded up.
    pub kilobytes: u32,
    /// How many records it has; known once it is opened.
    pub records: Option<u32>,
    /// How many changes the vault that is there has and the backup has not; known when both open with the
    /// same secret and the backup is of that vault.
    pub later_changes: Option<u32>,
}

/// A vault that was restored.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RestoredView {
    /// When the backup was made.
    pub created_at: DateTime<Utc>,
    /// How many records it has.
    pub records: u32,
    /// Where the vault that was there before lies now.
    pub set_aside: Option<String>,
    /// How many changes of that one are not in this one.
    pub later_changes: Option<u32>,
}

fn with<R>(key: &Key, work: impl FnOnce(Secret<'_>) -> Result<R>) -> Result<R> {
    match key {
        Key::Passphrase(typed) => work(Secret::Passphrase(&Passphrase::from(typed.clone()))),
        Key::Recovery(typed) => work(Secret::Recovery(&RecoveryKey::parse(typed)?)),
    }
}

/// Looks at a backup without opening it: finds damage.
///
/// # Errors
/// `backup-unknown`, `backup-damaged`, `backup-newer`, `vault-newer`, `file-missing`.
pub fn inspect(file: &Path) -> Result<BackupLook> {
    let found = inspect_backup(file)?;
    Ok(BackupLook {
        name: name_of(file),
        created_at: found.created_at,
        kilobytes: kilobytes(found.bytes),
        records: None,
        later_changes: None,
    })
}

/// Opens a backup and goes through all of it; changes nothing. The database in it, encrypted, lies for that
/// time where the vault in `folder` lies or would.
///
/// # Errors
/// As for [`inspect`], `wrong-secret` or a `recovery-key-…` code.
pub fn verify(file: &Path, folder: &Path, key: &Key, progress: OnProgress<'_>) -> Result<BackupLook> {
    with(key, |secret| opened(file, folder, secret, progress).map(|info| view(&info, None)))
}

/// As [`verify`], and says what the vault in `folder` has that the backup has not.
///
/// # Errors
/// As for [`verify`].
pub fn look(file: &Path, folder: &Path, key: &Key, progress: OnProgress<'_>) -> Result<BackupLook> {
    with(key, |secret| {
        let info = opened(file, folder, secret, progress)?;
        Ok(view(&info, later_changes(folder, secret, &info.vault_id, info.audit)))
    })
}

fn opened(file: &Path, folder: &Path, secret: Secret<'_>, progress: OnProgress<'_>) -> Result<BackupInfo> {
    // Where restoring needs the room too. A folder for temporary files may lie in memory.
    let is_there = |folder: &&Path| folder.is_dir();
    let scratch = folder.ancestors().find(is_there).unwrap_or(Path::new("."));
    Ok(verify_backup(file, secret, scratch, progress)?)
}

fn view(info: &BackupInfo, later: Option<u64>) -> BackupLook {
    BackupLook {
        name: name_of(&info.file),
        created_at: info.created_at,
        kilobytes: kilobytes(info.bytes),
        records: Some(info.records),
        later_changes: count(later),
    }
}

fn count(later: Option<u64>) -> Option<u32> {
    later.map(|later| u32::try_from(later).unwrap_or(u32::MAX))
}

/// What happens to a vault that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Present {
    /// It is left alone, and nothing is restored.
    Refuse,
    /// It is put aside under another name, once the backup was opened.
    SetAside,
}

/// Restores a backup into `folder`. Never over a vault.
///
/// # Errors
/// `vault-exists`, `vault-in-use`, and as for [`verify`]. Nothing has changed then.
pub fn restore(
    file: &Path,
    folder: &Path,
    key: &Key,
    present: Present,
    clock: Clock,
    progress: OnProgress<'_>,
) -> Result<RestoredView> {
    with(key, |secret| {
        let is_there = presence(folder) != Presence::Missing;
        let (info, aside) = match (is_there, present) {
            (false, _) => (farled_vault::restore(file, folder, secret, progress)?, None),
            (true, Present::Refuse) => return Err(Failure::new("vault-exists")),
            (true, Present::SetAside) => {
                let (info, aside) = restore_and_set_aside(file, folder, secret, clock.now(), progress)?;
                (info, Some(aside))
            }
        };
        Ok(RestoredView {
            created_at: info.created_at,
            records: info.records,
            later_changes: aside.as_ref().and_then(|aside| count(aside.later_changes)),
            set_aside: aside.map(|aside| aside.folder.display().to_string()),
        })
    })
}
