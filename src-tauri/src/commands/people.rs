//! Cases.

use farled_app::{
    Result, disclosure,
    people::{self, CaseView, IdentityView, NewCase, PersonRow},
};
use farled_case::{Case, CaseId, Disclosure};
use tauri::State;

use crate::Shell;

/// Everybody.
#[tauri::command]
#[specta::specta]
pub fn people_list(shell: State<'_, Shell>) -> Result<Vec<PersonRow>> {
    shell.desk(|desk| people::list(desk))
}

/// Opens a case.
#[tauri::command]
#[specta::specta]
pub fn case_add(shell: State<'_, Shell>, input: NewCase) -> Result<Case> {
    shell.desk(|desk| people::add(desk, input))
}

/// One person's file.
#[tauri::command]
#[specta::specta]
pub fn case_show(shell: State<'_, Shell>, case_id: CaseId) -> Result<CaseView> {
    shell.desk(|desk| people::show(desk, case_id))
}

/// Keeps a case.
#[tauri::command]
#[specta::specta]
pub fn case_save(shell: State<'_, Shell>, person: Case) -> Result<()> {
    shell.desk(|desk| people::save(desk, person))
}

/// Reveals a civil identity and logs that.
#[tauri::command]
#[specta::specta]
pub fn identity_reveal(shell: State<'_, Shell>, case_id: CaseId, ground: String) -> Result<IdentityView> {
    shell.desk(|desk| people::reveal_identity(desk, case_id, &ground))
}

/// Keeps a civil identity.
#[tauri::command]
#[specta::specta]
pub fn identity_save(shell: State<'_, Shell>, case_id: CaseId, identity: IdentityView) -> Result<()> {
    shell.desk(|desk| people::save_identity(desk, case_id, &identity))
}

/// The disclosure log.
#[tauri::command]
#[specta::specta]
pub fn disclosure_list(shell: State<'_, Shell>, case_id: Option<CaseId>) -> Result<Vec<Disclosure>> {
    shell.desk(|desk| disclosure::list(desk, case_id))
}
