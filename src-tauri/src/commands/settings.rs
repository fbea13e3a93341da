//! Preferences.

use farled_app::{
    Result,
    settings::{self, Settings},
};
use tauri::State;

use crate::Shell;

/// The preferences.
#[tauri::command]
#[specta::specta]
pub fn settings_show(shell: State<'_, Shell>) -> Result<Settings> {
    shell.desk(|desk| settings::show(desk))
}

/// Keeps the preferences.
#[tauri::command]
#[specta::specta]
pub fn settings_save(shell: State<'_, Shell>, settings: Settings) -> Result<()> {
    shell.desk(|desk| settings::save(desk, &settings))?;
    shell.set_lock_after(settings.auto_lock_minutes);
    shell.set_copies_stay(settings.clipboard_seconds);
    Ok(())
}
