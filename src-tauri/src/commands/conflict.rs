//! Fields that two people changed apart.

use farled_app::{
    Result,
    conflict::{self, FieldConflict, Settlement},
};
use farled_case::CaseId;
use tauri::State;

use crate::Shell;

/// The fields of a case that were changed apart.
#[tauri::command]
#[specta::specta]
pub fn conflict_list(shell: State<'_, Shell>, case_id: CaseId) -> Result<Vec<FieldConflict>> {
    shell.desk(|desk| conflict::list(desk, case_id))
}

/// Settles a field that was changed apart.
#[tauri::command]
#[specta::specta]
pub fn conflict_settle(shell: State<'_, Shell>, settlement: Settlement) -> Result<()> {
    shell.desk(|desk| conflict::settle(desk, &settlement))
}
