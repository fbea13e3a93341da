//! Requests to parties.

use farled_app::{
    Result,
    request::{self, RequestRow},
};
use farled_case::{CaseId, Request, RequestId, RequestStatus};
use tauri::State;

use crate::Shell;

/// A case's requests.
#[tauri::command]
#[specta::specta]
pub fn request_list(shell: State<'_, Shell>, case_id: CaseId) -> Result<Vec<RequestRow>> {
    shell.desk(|desk| request::list(desk, case_id))
}

/// Keeps a request.
#[tauri::command]
#[specta::specta]
pub fn request_save(shell: State<'_, Shell>, request: Request) -> Result<()> {
    shell.desk(|desk| request::save(desk, request))
}

/// Writes down that the party was reminded today.
#[tauri::command]
#[specta::specta]
pub fn request_remind(shell: State<'_, Shell>, request: RequestId) -> Result<()> {
    shell.desk(|desk| request::remind(desk, request))
}

/// Writes down what became of a request.
#[tauri::command]
#[specta::specta]
pub fn request_decide(
    shell: State<'_, Shell>,
    request: RequestId,
    status: RequestStatus,
    reason: String,
) -> Result<()> {
    shell.desk(|desk| request::decide(desk, request, status, &reason))
}
