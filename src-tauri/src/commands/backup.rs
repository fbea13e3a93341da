//! Backups, and restoring one while the vault is locked.

use farled_app::{
    Failure, Result,
    backup::{self, BackupLook, BackupView, Frequency, Key, Made, Nag, Present, RestoredView},
};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use super::file;
use crate::{
    Shell,
    backups::{self, Backups},
};

/// How the backups stand, and the one that is being made.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BackupStatus {
    /// How they stand.
    pub view: BackupView,
    /// How far the one that is being made has come, in percent.
    pub percent: Option<u32>,
}

/// What a backup is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupKey {
    /// The passphrase.
    Passphrase,
    /// The recovery key.
    Recovery,
}

impl BackupKey {
    fn typed(self, text: String) -> Key {
        let text = Zeroizing::new(text);
        match self {
            Self::Passphrase => Key::Passphrase(text),
            Self::Recovery => Key::Recovery(text),
        }
    }
}

/// How the backups stand.
#[tauri::command]
#[specta::specta]
pub fn backup_show(shell: State<'_, Shell>, backups: State<'_, Backups>) -> Result<BackupStatus> {
    let view = shell.desk(|desk| backup::show(desk))?;
    Ok(BackupStatus { view, percent: backups.percent() })
}

/// What Today says about them.
#[tauri::command]
#[specta::specta]
pub fn backup_nag(shell: State<'_, Shell>) -> Result<Nag> {
    let is_sample = shell.is_sample();
    shell.desk(|desk| if is_sample { Ok(Nag::Quiet) } else { backup::nag(desk) })
}

/// Keeps how often they are made and how many stay.
#[tauri::command]
#[specta::specta]
pub fn backup_plan_save(shell: State<'_, Shell>, frequency: Frequency, keep: u16) -> Result<()> {
    shell.desk(|desk| {
        let plan = backup::BackupPlan { frequency, keep, ..backup::plan(desk)? };
        backup::save_plan(desk, &plan)
    })
}

/// Asks for the folder that they go to. Whether one was chosen.
#[tauri::command]
#[specta::specta]
pub fn backup_folder_choose(app: AppHandle, shell: State<'_, Shell>) -> Result<bool> {
    shell.desk(|desk| backup::plan(desk))?;
    let Some(folder) = file::choose_folder(&app) else { return Ok(false) };
    shell.desk(|desk| {
        let plan = backup::BackupPlan { folder: Some(folder), ..backup::plan(desk)? };
        backup::save_plan(desk, &plan)
    })?;
    Ok(true)
}

/// Makes one.
#[tauri::command]
#[specta::specta]
pub fn backup_make(shell: State<'_, Shell>, backups: State<'_, Backups>) -> Result<Made> {
    backups::make(&shell, &backups)
}

/// How far the backup or the restoring that runs has come, in percent.
#[tauri::command]
#[specta::specta]
pub fn backup_progress(backups: State<'_, Backups>) -> Option<u32> {
    backups.percent()
}

/// Calls off the backup or the restoring that runs. What it had begun is taken back.
#[tauri::command]
#[specta::specta]
pub fn backup_cancel(backups: State<'_, Backups>) {
    backups.call_off();
}

/// Asks for the backup that is to be restored, and looks at it. None: none was chosen.
#[tauri::command]
#[specta::specta]
pub fn restore_choose(
    app: AppHandle,
    shell: State<'_, Shell>,
    backups: State<'_, Backups>,
) -> Result<Option<BackupLook>> {
    ensure_locked(&shell)?;
    let Some(chosen) = file::choose_source(&app, "farledbackup") else { return Ok(None) };
    let look = backup::inspect(&chosen)?;
    backups.choose(Some(chosen));
    Ok(Some(look))
}

/// Opens the chosen backup and goes through it.
#[tauri::command]
#[specta::specta]
pub fn restore_look(
    shell: State<'_, Shell>,
    backups: State<'_, Backups>,
    key: BackupKey,
    typed: String,
) -> Result<BackupLook> {
    let key = key.typed(typed);
    ensure_locked(&shell)?;
    let (chosen, turn) = (backups.chosen()?, backups.begin()?);
    backup::look(&chosen, shell.folder(), &key, &mut |progress| turn.reach(progress))
}

/// Restores the chosen backup. A vault that is there is put aside.
#[tauri::command]
#[specta::specta]
pub fn restore_vault(
    shell: State<'_, Shell>,
    backups: State<'_, Backups>,
    key: BackupKey,
    typed: String,
) -> Result<RestoredView> {
    let key = key.typed(typed);
    ensure_locked(&shell)?;
    let (chosen, turn) = (backups.chosen()?, backups.begin()?);
    let restored =
        backup::restore(&chosen, shell.folder(), &key, Present::SetAside, shell.clock(), &mut |progress| {
            turn.reach(progress)
        })?;
    backups.choose(None);
    Ok(restored)
}

/// Nothing is restored beside an open vault.
fn ensure_locked(shell: &Shell) -> Result<()> {
    if shell.is_unlocked() { Err(Failure::new("vault-in-use")) } else { Ok(()) }
}
