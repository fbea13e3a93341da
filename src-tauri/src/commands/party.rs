//! Authorities and other organisations.

use farled_app::{Result, party};
use farled_case::Party;
use tauri::State;

use crate::Shell;

/// Every party.
#[tauri::command]
#[specta::specta]
pub fn party_list(shell: State<'_, Shell>) -> Result<Vec<Party>> {
    shell.desk(|desk| party::list(desk))
}

/// Keeps a party.
#[tauri::command]
#[specta::specta]
pub fn party_save(shell: State<'_, Shell>, party: Party) -> Result<()> {
    shell.desk(|desk| party::save(desk, party))
}
