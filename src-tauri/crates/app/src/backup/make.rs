//! Making a backup.

use std::{ops::ControlFlow, path::PathBuf};

use chrono::{DateTime, Utc};
use farled_vault::{BackupInfo, BackupSource, OnProgress, VaultError, prune_backups};
use serde::Serialize;
use specta::Type;

use super::{
    plan::{Last, Trouble, plan, save_state, state},
    show::{kilobytes, name_of},
};
use crate::{Desk, Failure, Result};

/// A backup that is about to be made. It holds keys: whoever locks the vault ends it.
pub struct Job {
    source: BackupSource,
    folder: PathBuf,
    now: DateTime<Utc>,
}

/// A backup that was made.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Made {
    /// The file's name.
    pub name: String,
    /// Its length in KiB, rounded up.
    pub kilobytes: u32,
    /// How many records it has.
    pub records: u32,
    /// How many older ones went.
    pub removed: u32,
}

/// Takes from the desk what a backup needs.
///
/// # Errors
/// `backup-no-folder` when none is chosen, or what the vault says.
pub fn begin(desk: &Desk) -> Result<Job> {
    let folder = plan(desk)?.folder.ok_or_else(|| Failure::new("backup-no-folder"))?;
    into(desk, folder)
}

fn into(desk: &Desk, folder: PathBuf) -> Result<Job> {
    Ok(Job { source: desk.vault().backup_source()?, folder, now: desk.clock().now() })
}

impl Job {
    /// Makes the backup, beside the desk.
    ///
    /// # Errors
    /// What the vault says. Nothing incomplete stays.
    pub fn run(self, progress: OnProgress<'_>) -> std::result::Result<BackupInfo, VaultError> {
        self.source.write(&self.folder, self.now, progress)
    }
}

/// Notes what came of a backup, and lets old generations go once a new one is there.
///
/// # Errors
/// `backup-differs` when it was made of a vault that does not hold what it had counted; what went wrong with
/// it, or what the vault says.
pub fn finish(desk: &mut Desk, result: std::result::Result<BackupInfo, VaultError>) -> Result<Made> {
    let (now, mut known) = (desk.clock().now(), state(desk)?);
    match result {
        Ok(info) => {
            let noted = desk.vault().audit_head()?.sequence;
            // What others wrote while it was made is not in it: then the note does not cover the chain.
            let noted = if noted == info.audit.sequence { noted + 1 } else { info.audit.sequence };
            known.last = Some(Last {
                at: info.created_at,
                file: name_of(&info.file),
                bytes: info.bytes,
                noted,
                differs: !info.is_as_counted,
            });
            known.trouble = None;
            desk.write_quietly(|writer| save_state(writer, &known))?;
            let keep = usize::from(plan(desk)?.keep);
            let removed = match info.file.parent().filter(|_| info.is_as_counted) {
                // What can't be removed now is tried again after the next one; the new one is there.
                Some(folder) => prune_backups(folder, &info.vault_id, keep, &info.file).unwrap_or_default(),
                None => 0,
            };
            made(&info, removed)
        }
        // Whoever took it back knows.
        Err(VaultError::Cancelled) => Err(Failure::new("cancelled")),
        Err(error) => {
            let failure = Failure::from(error);
            let is_known = known.trouble.as_ref().is_some_and(|trouble| trouble.code == failure.code);
            if !is_known {
                // One line, since when; not one for each time that it was tried.
                let since = known.trouble.map_or(now, |trouble| trouble.since);
                known.trouble = Some(Trouble { since, code: failure.code.clone() });
                desk.write_quietly(|writer| save_state(writer, &known))?;
            }
            Err(failure)
        }
    }
}

/// Tells of a backup that is there, also of one that holds less than it should.
fn made(info: &BackupInfo, removed: usize) -> Result<Made> {
    if !info.is_as_counted {
        return Err(Failure::new("backup-differs"));
    }
    Ok(Made {
        name: name_of(&info.file),
        kilobytes: kilobytes(info.bytes),
        records: info.records,
        removed: u32::try_from(removed).unwrap_or(u32::MAX),
    })
}

/// Makes a backup at once, in the chosen folder or in another one. Only the chosen folder's is noted, and
/// only there do old generations go.
///
/// # Errors
/// As for [`begin`] and [`finish`].
pub fn back_up(desk: &mut Desk, folder: Option<PathBuf>) -> Result<Made> {
    let mut on = |_| ControlFlow::Continue(());
    let chosen = plan(desk)?.folder;
    match folder {
        Some(folder) if Some(&folder) != chosen.as_ref() => {
            let info = into(desk, folder)?.run(&mut on)?;
            made(&info, 0)
        }
        _ => {
            let result = begin(desk)?.run(&mut on);
            finish(desk, result)
        }
    }
}
