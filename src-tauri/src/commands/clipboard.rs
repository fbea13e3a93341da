//! Copying.

use farled_app::{Failure, Result};
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use crate::{Shell, clipboard};

/// Copies a text that the page shows, for a while. Also before there is a vault: a suggested passphrase
/// may go to a password manager.
#[tauri::command]
#[specta::specta]
pub fn clipboard_copy(app: AppHandle, shell: State<'_, Shell>, text: String) -> Result<()> {
    clipboard::copy(&app, Zeroizing::new(text), shell.copies_stay()).map_err(|_| Failure::new("not-copied"))
}
