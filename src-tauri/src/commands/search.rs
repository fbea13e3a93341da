//! Search.

use farled_app::{
    Result,
    search::{self, SearchHit},
};
use farled_case::CaseId;
use tauri::State;

use crate::Shell;

/// Finds records by their words.
#[tauri::command]
#[specta::specta]
pub fn search(shell: State<'_, Shell>, query: String, case_id: Option<CaseId>) -> Result<Vec<SearchHit>> {
    shell.desk(|desk| search::find(desk, &query, case_id))
}
