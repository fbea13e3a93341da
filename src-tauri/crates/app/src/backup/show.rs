//! How the backups stand.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use farled_vault::backups_in;
use serde::Serialize;
use specta::Type;

use super::plan::{BackupPlan, Frequency, has_changed, plan, state};
use crate::{Desk, Result};

/// From this age on it is brought up on Today.
const OLD: TimeDelta = TimeDelta::days(7);

/// Whether the folder is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FolderState {
    /// None is chosen.
    None,
    /// It is there.
    There,
    /// It is not there now: perhaps a memory stick that is not plugged in.
    Away,
}

/// The last backup that was made and shown to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LastBackup {
    /// When.
    pub at: DateTime<Utc>,
    /// Whole days since then.
    pub days: u32,
    /// The file's name.
    pub name: String,
    /// Whether something was written since.
    pub has_changed: bool,
    /// Whether what the vault held then was not what it had counted.
    pub differs: bool,
}

/// A backup in the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct Generation {
    /// The file's name.
    pub name: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Its length in KiB, rounded up.
    pub kilobytes: u32,
}

/// How the backups stand.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BackupView {
    /// Where the folder is, for reading; none until one is chosen.
    pub path: Option<String>,
    /// Whether it is there.
    pub folder: FolderState,
    /// How often.
    pub frequency: Frequency,
    /// How many stay: 1 to 50.
    pub keep: u16,
    /// The last backup.
    pub last: Option<LastBackup>,
    /// Since when none could be made.
    pub trouble_since: Option<DateTime<Utc>>,
    /// Why, as a code.
    pub trouble: Option<String>,
    /// The backups in the folder, the newest first.
    pub generations: Vec<Generation>,
}

/// What Today says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Nag {
    /// Nothing.
    Quiet,
    /// There never was one.
    Never {
        /// Whether a folder is chosen.
        folder: FolderState,
    },
    /// The last one is old, and something was written since.
    Old {
        /// Whole days since it was made.
        days: u32,
        /// Whether a folder is chosen.
        folder: FolderState,
    },
}

/// Shows how the backups stand.
///
/// # Errors
/// What the vault says. A folder that can't be read has no generations.
pub fn show(desk: &Desk) -> Result<BackupView> {
    let (plan, known) = (plan(desk)?, state(desk)?);
    let generations = match &plan.folder {
        Some(folder) => backups_in(folder, &desk.vault().id()).unwrap_or_default(),
        None => Vec::new(),
    };
    Ok(BackupView {
        folder: folder_state(&plan),
        last: last(desk)?,
        trouble_since: known.trouble.as_ref().map(|trouble| trouble.since),
        trouble: known.trouble.map(|trouble| trouble.code),
        generations: generations
            .into_iter()
            .map(|found| Generation {
                name: name_of(&found.file),
                at: found.created_at,
                kilobytes: kilobytes(found.bytes),
            })
            .collect(),
        path: plan.folder.map(|folder| folder.display().to_string()),
        frequency: plan.frequency,
        keep: plan.keep,
    })
}

fn folder_state(plan: &BackupPlan) -> FolderState {
    match &plan.folder {
        None => FolderState::None,
        Some(folder) if folder.is_dir() => FolderState::There,
        Some(_) => FolderState::Away,
    }
}

fn last(desk: &Desk) -> Result<Option<LastBackup>> {
    let Some(last) = state(desk)?.last else { return Ok(None) };
    let age = desk.clock().now() - last.at;
    Ok(Some(LastBackup {
        at: last.at,
        days: u32::try_from(age.num_days()).unwrap_or_default(),
        has_changed: has_changed(desk, &last)?,
        differs: last.differs,
        name: last.file,
    }))
}

/// What Today says about the age of the last backup: nothing while all that is kept is in one, or the last
/// one is younger than a week.
///
/// # Errors
/// What the vault says.
pub fn nag(desk: &Desk) -> Result<Nag> {
    let folder = folder_state(&plan(desk)?);
    Ok(match last(desk)? {
        None => Nag::Never { folder },
        Some(last) if last.has_changed && TimeDelta::days(i64::from(last.days)) >= OLD => {
            Nag::Old { days: last.days, folder }
        }
        Some(_) => Nag::Quiet,
    })
}

/// A length in KiB, rounded up.
pub(super) fn kilobytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

/// A file's name, without where it lies.
pub(super) fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
