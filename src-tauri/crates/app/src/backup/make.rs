//! Making a backup.

use std::{ops::ControlFlow, path::PathBuf};

use chrono::{DateTime, Utc};
use farled_vault::{BackupInfo, BackupSource, OnProgress, VaultError, make_room, prune_backups};
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
    vault_id: [u8; 16],
    folder: PathBuf,
    old: Old,
    now: DateTime<Utc>,
}

/// What happens to the oldest backups where there is no room for another.
enum Old {
    /// They go, but for the newest that is whole.
    MakeRoom,
    /// They stay.
    Stay,
}

/// What was written.
pub struct Written {
    info: BackupInfo,
    /// How many older ones had to make room for it.
    removed: usize,
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
    // After a backup of less than there should be, the older ones are worth more than another.
    let is_less = state(desk)?.last.is_some_and(|last| last.differs);
    into(desk, folder, if is_less { Old::Stay } else { Old::MakeRoom })
}

fn into(desk: &Desk, folder: PathBuf, old: Old) -> Result<Job> {
    let (source, vault_id) = (desk.vault().backup_source()?, desk.vault().id());
    Ok(Job { source, vault_id, folder, old, now: desk.clock().now() })
}

impl Job {
    /// Makes the backup, beside the desk.
    ///
    /// # Errors
    /// What the vault says. Nothing incomplete stays.
    pub fn run(self, progress: OnProgress<'_>) -> std::result::Result<Written, VaultError> {
        let removed = match self.old {
            Old::MakeRoom => make_room(&self.folder, &self.vault_id, self.source.room_needed()?, progress)?,
            Old::Stay => 0,
        };
        let info = self.source.write(&self.folder, self.now, progress)?;
        Ok(Written { info, removed })
    }
}

/// Notes what came of a backup, and lets old generations go once a new one is there.
///
/// # Errors
/// `backup-differs` when it was made of a vault that does not hold what it had counted; what went wrong with
/// it, or what the vault says.
pub fn finish(desk: &mut Desk, result: std::result::Result<Written, VaultError>) -> Result<Made> {
    let (now, mut known) = (desk.clock().now(), state(desk)?);
    match result {
        Ok(Written { info, removed }) => {
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
            let removed = removed
                + match info.file.parent().filter(|_| info.is_as_counted) {
                    // What can't be removed now is tried again after the next one; the new one is there.
                    Some(folder) => {
                        prune_backups(folder, &info.vault_id, keep, &info.file).unwrap_or_default()
                    }
                    None => 0,
                };
            made(&info, removed)
        }
        // Whoever took it back knows.
        Err(VaultError::Cancelled) => Err(Failure::new("cancelled")),
        Err(error) => {
            let failure = told(error);
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

/// A full disk is the backups' here: what is written in the vault is safe.
fn told(error: VaultError) -> Failure {
    match error {
        VaultError::DiskFull => Failure::new("backup-no-room"),
        error => error.into(),
    }
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
            let written = into(desk, folder, Old::Stay)?.run(&mut on).map_err(told)?;
            made(&written.info, written.removed)
        }
        _ => {
            let result = begin(desk)?.run(&mut on);
            finish(desk, result)
        }
    }
}
