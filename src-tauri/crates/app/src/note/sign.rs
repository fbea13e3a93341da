//! Signs a note.

use farled_case::{Note, NoteDraft, NoteId};

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
    settings,
};

/// Signs a draft. From then on it never changes.
///
/// The record begins anew, without the draft's history: what was deleted while writing must not
/// travel with the note.
///
/// # Errors
/// `note-empty`, `name-missing` when nobody has said who works here, `record-missing`, `case-closed`,
/// or what the vault says.
pub fn sign(desk: &mut Desk, id: NoteId) -> Result<Note> {
    let author = settings::show(desk)?.name;
    if author.trim().is_empty() {
        return Err(Failure::new("name-missing"));
    }
    let now = desk.clock().now();
    desk.write_quietly(|writer| {
        let draft: NoteDraft = require(writer, id)?;
        ensure_open(writer, draft.case)?;
        let note = draft.sign(&author, now).ok_or_else(|| Failure::new("note-empty"))?;
        writer.put_fresh(&note)?;
        Ok(note)
    })
}
