//! Notes.

use chrono::{DateTime, Utc};
use farled_app::{
    Result,
    note::{self, AdditionEdit, DraftEdit, NewNote, NoteRow, NoteView},
};
use farled_case::{Amendment, CaseId, Note, NoteDraft, NoteId};
use tauri::State;

use crate::Shell;

/// A case's notes.
#[tauri::command]
#[specta::specta]
pub fn note_list(shell: State<'_, Shell>, case_id: CaseId) -> Result<Vec<NoteRow>> {
    shell.desk(|desk| note::list(desk, case_id))
}

/// One note.
#[tauri::command]
#[specta::specta]
pub fn note_show(shell: State<'_, Shell>, note: NoteId) -> Result<NoteView> {
    shell.desk(|desk| note::show(desk, note))
}

/// Begins a note.
#[tauri::command]
#[specta::specta]
pub fn note_start(shell: State<'_, Shell>, input: NewNote) -> Result<NoteDraft> {
    shell.desk(|desk| note::start(desk, &input))
}

/// Keeps what a draft says.
#[tauri::command]
#[specta::specta]
pub fn draft_save(shell: State<'_, Shell>, edit: DraftEdit) -> Result<DateTime<Utc>> {
    shell.desk(|desk| note::save_draft(desk, edit))
}

/// Throws a draft away.
#[tauri::command]
#[specta::specta]
pub fn draft_discard(shell: State<'_, Shell>, draft: NoteId) -> Result<()> {
    shell.desk(|desk| note::discard_draft(desk, draft))
}

/// Signs a note.
#[tauri::command]
#[specta::specta]
pub fn note_sign(shell: State<'_, Shell>, draft: NoteId) -> Result<Note> {
    shell.desk(|desk| note::sign(desk, draft))
}

/// Keeps what is being added to a signed note.
#[tauri::command]
#[specta::specta]
pub fn addition_save(shell: State<'_, Shell>, edit: AdditionEdit) -> Result<DateTime<Utc>> {
    shell.desk(|desk| note::save_addition(desk, edit))
}

/// Throws away what is being added to a note.
#[tauri::command]
#[specta::specta]
pub fn addition_discard(shell: State<'_, Shell>, note: NoteId) -> Result<()> {
    shell.desk(|desk| note::discard_addition(desk, note))
}

/// Signs what is being added to a note.
#[tauri::command]
#[specta::specta]
pub fn addition_sign(shell: State<'_, Shell>, note: NoteId) -> Result<Amendment> {
    shell.desk(|desk| note::sign_addition(desk, note))
}
