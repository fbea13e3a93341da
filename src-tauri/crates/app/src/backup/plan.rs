//! Where backups go, how often and how many stay; and what is known of the last one.

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use farled_vault::Writer;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Clock, Desk, Failure, Result, clock::wall_of};

/// The names under which the vault keeps them.
const PLAN: &str = "backup-plan";
const STATE: &str = "backup-state";

/// How many generations may be kept.
const KEEP: std::ops::RangeInclusive<u16> = 1..=50;

/// How often a backup is made by itself, when something has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Each time the vault is locked.
    EachLock,
    /// Once a day.
    #[default]
    Daily,
    /// Once a week.
    Weekly,
    /// Only by hand.
    ByHand,
}

/// Where backups go, how often and how many stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BackupPlan {
    /// The folder; none until one is chosen.
    pub folder: Option<PathBuf>,
    /// How often.
    pub frequency: Frequency,
    /// How many stay: 1 to 50.
    pub keep: u16,
}

impl Default for BackupPlan {
    fn default() -> Self {
        Self { folder: None, frequency: Frequency::default(), keep: 7 }
    }
}

/// The last backup that was made and shown to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Last {
    pub(super) at: DateTime<Utc>,
    pub(super) file: String,
    pub(super) bytes: u64,
    /// The number of the audit entry by which this is noted: whatever comes after is not in the backup.
    pub(super) noted: u64,
    /// Whether what the vault held was not what it had counted: an older one may hold more.
    #[serde(default)]
    pub(super) differs: bool,
}

/// Why none could be made the last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Trouble {
    /// Since when, without one in between.
    pub(super) since: DateTime<Utc>,
    pub(super) code: String,
}

/// What is known of the backups made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct State {
    pub(super) last: Option<Last>,
    pub(super) trouble: Option<Trouble>,
}

/// When it is asked whether one is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The vault was unlocked.
    Unlocked,
    /// While the vault is open.
    Meanwhile,
    /// The vault is about to be locked.
    Locking,
}

/// The plan.
///
/// # Errors
/// What the vault says.
pub fn plan(desk: &Desk) -> Result<BackupPlan> {
    read(desk.vault().setting(PLAN)?)
}

pub(super) fn state(desk: &Desk) -> Result<State> {
    read(desk.vault().setting(STATE)?)
}

fn read<T: Default + for<'a> Deserialize<'a>>(bytes: Option<zeroize::Zeroizing<Vec<u8>>>) -> Result<T> {
    match bytes {
        None => Ok(T::default()),
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| Failure::new("record-damaged")),
    }
}

/// Keeps the plan. Another folder begins without trouble, and without a backup.
///
/// # Errors
/// `setting-out-of-range`, `folder-missing`, `backup-into-vault` when the folder is the vault's own, or what
/// the vault says.
pub fn save_plan(desk: &mut Desk, wanted: &BackupPlan) -> Result<()> {
    if !KEEP.contains(&wanted.keep) {
        return Err(Failure::new("setting-out-of-range"));
    }
    let present = plan(desk)?;
    if let Some(folder) = wanted.folder.as_ref().filter(|_| wanted.folder != present.folder) {
        let folder = folder.canonicalize().map_err(|_| Failure::new("folder-missing"))?;
        if !folder.is_dir() {
            return Err(Failure::new("folder-missing"));
        }
        // A backup must outlive the vault's folder.
        if desk.vault().folder().canonicalize().is_ok_and(|vault| folder.starts_with(vault)) {
            return Err(Failure::new("backup-into-vault"));
        }
    }
    let mut known = state(desk)?;
    if wanted.folder != present.folder {
        known = State::default();
    }
    let bytes = serde_json::to_vec(wanted).map_err(|_| Failure::new("record-damaged"))?;
    desk.write_quietly(|writer| {
        writer.set_setting(PLAN, &bytes)?;
        save_state(writer, &known)
    })
}

pub(super) fn save_state(writer: &mut Writer<'_>, state: &State) -> Result<()> {
    let bytes = serde_json::to_vec(state).map_err(|_| Failure::new("record-damaged"))?;
    Ok(writer.set_setting(STATE, &bytes)?)
}

/// Whether a backup is due: by the plan, and only when something has changed since the last one.
///
/// # Errors
/// What the vault says.
pub fn is_due(desk: &Desk, moment: Moment) -> Result<bool> {
    let plan = plan(desk)?;
    if plan.folder.is_none() || plan.frequency == Frequency::ByHand {
        return Ok(false);
    }
    let State { last: Some(last), trouble } = state(desk)? else { return Ok(true) };
    // What could not be made at its time is made as soon as it can be.
    let moment = if trouble.is_some() { Moment::Unlocked } else { moment };
    Ok(has_changed(desk, &last)? && is_time(plan.frequency, last.at, desk.clock(), moment))
}

/// Whether something was written after the backup was noted.
pub(super) fn has_changed(desk: &Desk, last: &Last) -> Result<bool> {
    Ok(desk.vault().audit_head()?.sequence > last.noted)
}

fn is_time(frequency: Frequency, last: DateTime<Utc>, clock: Clock, moment: Moment) -> bool {
    let now = clock.now();
    // A clock that was set back must not stop backups for years.
    let is_ahead = last > now + TimeDelta::hours(1);
    is_ahead
        || match frequency {
            Frequency::EachLock => moment != Moment::Meanwhile,
            Frequency::Daily => wall_of(last).date() < clock.today(),
            Frequency::Weekly => last + TimeDelta::days(7) <= now,
            Frequency::ByHand => false,
        }
}
