//! Restoring a vault from a backup: never over one that is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use crate::{
    AuditHead, BackupInfo, OnProgress, Presence, Secret, VaultError, audit,
    backup::{altered, extract_database, open_backup, prove},
    create::clear,
    database::{self, Existing},
    exchange::{self, Beside, exchange},
    file,
    header::{Header, Opened},
    presence::{UNFINISHED, presence},
};

/// A vault that was put aside for one from a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it lies now.
    pub folder: PathBuf,
    /// How many changes it has that the backup has not; `None` when that can't be told, because it does not
    /// open with the backup's secret or is another vault.
    pub later_changes: Option<u64>,
}

/// Restores a backup into `folder`, where no vault may be. The vault is there once all of it was opened with
/// the secret and gone through; until then, and after an error, there is none. Counts bytes.
///
/// # Errors
/// [`VaultError::Exists`]; as for [`verify_backup`](crate::verify_backup); and what storage fails with.
pub fn restore(
    backup: &Path,
    folder: &Path,
    secret: Secret<'_>,
    progress: OnProgress<'_>,
) -> Result<BackupInfo, VaultError> {
    if presence(folder) != Presence::Missing {
        return Err(VaultError::Exists);
    }
    // Before anything is written: a wrong secret and a file of another kind leave nothing to tidy up.
    open_backup(backup)?.header.open(secret).map_err(altered)?;
    let was_there = folder.is_dir();
    file::make_folder(folder)?;
    let result = file::lock(folder).and_then(|_lock| {
        // The folder was free before the lock was ours; it must still be.
        if presence(folder) != Presence::Missing {
            return Err(VaultError::Exists);
        }
        let restored = put_in_place(backup, folder, secret, progress);
        if restored.is_err() {
            // The error that is told is the first one; what can't be removed is no vault either.
            let _ = clear(folder);
            let _ = file::remove(&folder.join(file::LOCK));
        }
        restored
    });
    if result.is_err() && !was_there {
        // Only ever an empty folder.
        let _ = fs::remove_dir(folder);
    }
    result
}

fn put_in_place(
    path: &Path,
    folder: &Path,
    secret: Secret<'_>,
    progress: OnProgress<'_>,
) -> Result<BackupInfo, VaultError> {
    clear(folder)?;
    let backup = open_backup(path)?;
    let (manifest, header) = (backup.manifest.clone(), backup.header.clone());
    let Opened { keys, .. } = header.open(secret).map_err(altered)?;
    manifest.verify(&keys)?;
    let unfinished = folder.join(UNFINISHED);
    extract_database(backup, &unfinished, progress)?;
    let proven = prove(&unfinished, &keys).map_err(altered)?;
    if proven.head.hash != manifest.audit_hash()? || proven.tables != manifest.tables {
        return Err(VaultError::BackupDamaged);
    }
    // As when a vault is made: until the database has its name, this is none.
    header.write(folder)?;
    fs::rename(&unfinished, folder.join(database::NAME))?;
    file::sync_folder(folder)?;
    Ok(BackupInfo {
        file: path.to_owned(),
        bytes: fs::metadata(path)?.len(),
        created_at: manifest.created,
        vault_id: header.vault_id,
        tables: proven.tables,
        audit: proven.head,
        records: proven.records,
        is_as_counted: proven.is_as_counted,
    })
}

/// Restores a backup in the place of the vault in `folder`, whole or damaged, which is put aside under
/// another name: both names change in one step, once the backup was restored as [`restore`] does beside it.
///
/// # Errors
/// As for [`restore`]; [`VaultError::InUse`] while the present vault is open. Nothing has moved then.
pub fn restore_and_set_aside(
    backup: &Path,
    folder: &Path,
    secret: Secret<'_>,
    now: DateTime<Utc>,
    progress: OnProgress<'_>,
) -> Result<(BackupInfo, SetAside), VaultError> {
    exchange::settle(folder)?;
    if presence(folder) == Presence::Missing {
        return Err(VaultError::Missing);
    }
    // A link would be renamed itself, and leave the vault where it is.
    let folder = &folder.canonicalize()?;
    let _lock = file::lock(folder)?;
    let beside = Beside::free(folder, now)?;
    let restored = restore(backup, &beside.restoring, secret, progress)?;
    let later_changes = later_changes(folder, secret, &restored.vault_id, restored.audit);
    let aside = exchange(folder, &beside).inspect_err(|_| {
        // A second vault, which opens with the secrets of then, is nothing to leave behind; but where the
        // names are yet to be put right, it is what that is seen by.
        if exchange::interrupted(folder).is_none() {
            let _ = fs::remove_dir_all(&beside.restoring);
        }
    })?;
    // It has happened. If this fails, the names of before may come back with the power: both are whole.
    let _ = file::sync_folder(exchange::above(folder));
    Ok((restored, SetAside { folder: aside, later_changes }))
}

/// How many changes the vault in `folder` has that a copy of it with this head has not; `None` when that
/// can't be told.
#[must_use]
pub fn later_changes(
    folder: &Path,
    secret: Secret<'_>,
    vault_id: &[u8; 16],
    copied: AuditHead,
) -> Option<u64> {
    let header = Header::read(folder).ok().filter(|header| &header.vault_id == vault_id)?;
    let Opened { keys, .. } = header.open(secret).ok()?;
    let connection = database::open(&folder.join(database::NAME), &keys, Existing::Required).ok()?;
    let here: Option<[u8; 32]> = connection
        .query_row(
            "SELECT hash FROM audit WHERE sequence = ?",
            [i64::try_from(copied.sequence).ok()?],
            |row| row.get(0),
        )
        .optional()
        .ok()?;
    let head = audit::head(&connection).ok()?;
    (here == Some(copied.hash)).then(|| head.sequence.saturating_sub(copied.sequence))
}
