//! One note.

use farled_case::{Amendment, AmendmentDraft, Note, NoteDraft, NoteId, RecordId};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    exchange::{Origin, origins},
};

/// A note: a draft, or a signed one with what was added to it.
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
        /// What is being added to it and isn't signed yet.
        addition: Option<AmendmentDraft>,
        /// Which of them came from a colleague, and from whom.
        came: Vec<Origin>,
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
        let mut records = vec![note.id.into()];
        records.extend(amendments.iter().map(|amendment| RecordId::from(amendment.id)));
        let came = origins(desk, &records)?;
        let addition = desk.vault().get::<AmendmentDraft>(AmendmentDraft::id_of(id))?;
        return Ok(NoteView::Signed { note, amendments, addition, came });
    }
    match desk.vault().get::<NoteDraft>(id.into())? {
        Some(draft) => Ok(NoteView::Draft { draft }),
        None => Err(Failure::new("record-missing")),
    }
}
