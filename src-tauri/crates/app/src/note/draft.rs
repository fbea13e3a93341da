//! Keeps a draft while it is written.

use chrono::{DateTime, Utc};
use farled_case::{CaseId, Kind, Note, NoteContent, NoteDraft, NoteId, Noun};
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
};

/// What a draft says now.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct DraftEdit {
    /// The draft.
    pub id: NoteId,
    /// Its case. A draft belongs to one case: one sent to another is refused.
    pub case: CaseId,
    /// What it says.
    pub content: NoteContent,
}

/// Keeps what a draft says. It leaves no history: what is deleted while writing is gone.
///
/// Returns when it was kept.
///
/// # Errors
/// `note-signed`, `draft-of-other-case`, `scale-out-of-range`, `record-missing`, `case-closed`, or
/// what the vault says.
pub fn save_draft(desk: &mut Desk, edit: DraftEdit) -> Result<DateTime<Utc>> {
    if !edit.content.scales.are_valid() {
        return Err(Failure::new("scale-out-of-range"));
    }
    let now = desk.clock().now();
    desk.write_quietly(|writer| {
        if writer.kind_of(edit.id.into())? == Some(Kind::Note) {
            return Err(Failure::new("note-signed"));
        }
        let mut draft: NoteDraft = require(writer, edit.id)?;
        if draft.case != edit.case {
            return Err(Failure::new("draft-of-other-case"));
        }
        ensure_open(writer, draft.case)?;
        draft.content = edit.content;
        draft.changed_at = now;
        writer.put_fresh(&draft)?;
        Ok(now)
    })
}

/// Throws a draft away. Can be undone.
///
/// # Errors
/// `note-signed`, `record-missing`, or what the vault says.
pub fn discard_draft(desk: &mut Desk, id: NoteId) -> Result<()> {
    desk.write(|writer| {
        if writer.kind_of(id.into())? == Some(Note::KIND) {
            return Err(Failure::new("note-signed"));
        }
        require::<NoteDraft>(writer, id)?;
        Ok(writer.discard(id.into())?)
    })
}
