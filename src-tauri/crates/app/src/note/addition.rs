//! Adds to a signed note: drafted, then signed.

use chrono::{DateTime, Utc};
use farled_case::{Amendment, AmendmentDraft, AmendmentId, Note, NoteId};
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
    new_id, settings,
};

/// What is being added to a note now.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AdditionEdit {
    /// The note.
    pub note: NoteId,
    /// What it says.
    pub text: String,
}

/// Keeps what is being added to a signed note, and begins it where nothing was. As with a draft of a
/// note, it leaves no history; once it says nothing any more, it is gone.
///
/// Returns when it was kept.
///
/// # Errors
/// `note-not-signed`, `record-missing`, `case-closed`, or what the vault says.
pub fn save_addition(desk: &mut Desk, edit: AdditionEdit) -> Result<DateTime<Utc>> {
    let now = desk.clock().now();
    let becomes = AmendmentId(new_id());
    desk.write_quietly(|writer| {
        let note = super::amend::signed(writer, edit.note)?;
        ensure_open(writer, note.case)?;
        if edit.text.trim().is_empty() {
            writer.discard(AmendmentDraft::id_of(note.id))?;
            return Ok(now);
        }
        let draft = match writer.get::<AmendmentDraft>(AmendmentDraft::id_of(note.id))? {
            Some(present) => AmendmentDraft { changed_at: now, text: edit.text, ..present },
            None => AmendmentDraft {
                note: note.id,
                case: note.case,
                becomes,
                created_at: now,
                changed_at: now,
                text: edit.text,
            },
        };
        writer.put_fresh(&draft)?;
        Ok(now)
    })
}

/// Throws away what is being added to a note. Can be undone.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn discard_addition(desk: &mut Desk, note: NoteId) -> Result<()> {
    desk.write(|writer| {
        let draft: AmendmentDraft = require(writer, AmendmentDraft::id_of(note))?;
        Ok(writer.discard(AmendmentDraft::id_of(draft.note))?)
    })
}

/// Signs what is being added to a note. From then on it never changes; the draft is gone.
///
/// # Errors
/// `note-empty`, `name-missing` when nobody has said who works here, `record-missing`, `case-closed`,
/// or what the vault says.
pub fn sign_addition(desk: &mut Desk, note: NoteId) -> Result<Amendment> {
    let author = settings::show(desk)?.name;
    if author.trim().is_empty() {
        return Err(Failure::new("name-missing"));
    }
    let now = desk.clock().now();
    desk.write_quietly(|writer| {
        let note: Note = require(writer, note)?;
        ensure_open(writer, note.case)?;
        let draft: AmendmentDraft = require(writer, AmendmentDraft::id_of(note.id))?;
        let amendment = draft.sign(&author, now).ok_or_else(|| Failure::new("note-empty"))?;
        writer.discard(AmendmentDraft::id_of(note.id))?;
        writer.put_fresh(&amendment)?;
        Ok(amendment)
    })
}
