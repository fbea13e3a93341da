//! Writes a note that comes as a whole: from a script or a file.

use chrono::NaiveDateTime;
use farled_case::{CaseId, Note, NoteDraft, NoteId};

use crate::{Desk, Failure, Result, desk::ensure_open, settings};

/// A note as it comes.
#[derive(Clone, Debug)]
pub struct WholeNote {
    /// The id, chosen by the caller.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// When what it tells of happened; now when left out.
    pub occurred_at: Option<NaiveDateTime>,
    /// What it says.
    pub body: String,
}

/// Keeps it as a draft, whole or not at all.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn write(desk: &mut Desk, note: WholeNote) -> Result<NoteDraft> {
    let draft = draft(desk, note);
    desk.write_quietly(|writer| {
        ensure_open(writer, draft.case)?;
        writer.put_fresh(&draft)?;
        Ok(draft)
    })
}

/// Signs it at once, whole or not at all: no draft stays when it can't be signed.
///
/// # Errors
/// `note-empty`, `name-missing`, `record-missing`, `case-closed`, or what the vault says.
pub fn write_signed(desk: &mut Desk, note: WholeNote) -> Result<Note> {
    let author = settings::show(desk)?.name;
    if author.trim().is_empty() {
        return Err(Failure::new("name-missing"));
    }
    let now = desk.clock().now();
    let draft = draft(desk, note);
    desk.write_quietly(|writer| {
        ensure_open(writer, draft.case)?;
        let note = draft.sign(&author, now).ok_or_else(|| Failure::new("note-empty"))?;
        writer.put_fresh(&note)?;
        Ok(note)
    })
}

fn draft(desk: &Desk, note: WholeNote) -> NoteDraft {
    let now = desk.clock().now();
    let mut content = super::start::blank(desk);
    content.occurred_at = note.occurred_at.unwrap_or(content.occurred_at);
    content.body = note.body;
    NoteDraft { id: note.id, case: note.case, created_at: now, changed_at: now, content }
}
