//! One note.

use farled_case::{Amendment, Note, NoteDraft, NoteId};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Failure, Result};

/// A note: a draft, or a signed one with its amendments.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum NoteView {
    /// Being written.
    Draft {
        /// The draft.
        draft: NoteDraft,
    },
    /// Signed.
    Signed {
        /// The note.
        note: Note,
        /// What was added to it, the oldest first.
        amendments: Vec<Amendment>,
    },
}

/// Shows a note.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn show(desk: &Desk, id: NoteId) -> Result<NoteView> {
    if let Some(note) = desk.vault().get::<Note>(id.into())? {
        let filter = Filter { case: Some(note.case), ..Filter::default() };
        let mut amendments = desk.vault().list::<Amendment>(&filter)?;
        amendments.retain(|amendment| amendment.note == id);
        amendments.sort_by_key(|amendment| (amendment.signed_at, amendment.id));
        return Ok(NoteView::Signed { note, amendments });
    }
    match desk.vault().get::<NoteDraft>(id.into())? {
        Some(draft) => Ok(NoteView::Draft { draft }),
        None => Err(Failure::new("record-missing")),
    }
}
