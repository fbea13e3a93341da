//! Forms that are being filled in.

use chrono::{DateTime, Utc};
use farled_app::{Result, form};
use tauri::State;

use crate::Shell;

/// What stands in a form and is not saved yet.
#[tauri::command]
#[specta::specta]
pub fn form_show(shell: State<'_, Shell>, name: String) -> Result<Option<String>> {
    shell.desk(|desk| form::show(desk, &name))
}

/// Keeps what stands in a form.
#[tauri::command]
#[specta::specta]
pub fn form_keep(shell: State<'_, Shell>, name: String, fields: String) -> Result<DateTime<Utc>> {
    shell.desk(|desk| form::keep(desk, &name, &fields))
}

/// Forgets what stands in a form.
#[tauri::command]
#[specta::specta]
pub fn form_forget(shell: State<'_, Shell>, name: String) -> Result<()> {
    shell.desk(|desk| form::forget(desk, &name))
}
