//! Adds to a signed note in one go: from a script.

use farled_case::{Amendment, AmendmentId, Note, NoteId};
use farled_vault::Writer;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require, required_text},
    settings,
};

/// What is added.
#[derive(Clone, Debug)]
pub struct NewAmendment {
    /// The id, chosen by the caller.
    pub id: AmendmentId,
    /// The note.
    pub note: NoteId,
    /// The text.
    pub text: String,
}

/// Adds to a signed note. The addition is signed at once and never changes.
///
/// # Errors
/// `note-empty`, `name-missing`, `note-not-signed`, `case-closed`, or what the vault says.
pub fn amend(desk: &mut Desk, new: &NewAmendment) -> Result<Amendment> {
    let author = settings::show(desk)?.name;
    if author.trim().is_empty() {
        return Err(Failure::new("name-missing"));
    }
    let text = required_text(&new.text, "note-empty")?;
    let now = desk.clock().now();
    desk.write_quietly(|writer| {
        if let Some(present) = writer.get::<Amendment>(new.id.into())? {
            return Ok(present);
        }
        let note = signed(writer, new.note)?;
        ensure_open(writer, note.case)?;
        let amendment =
            Amendment { id: new.id, case: note.case, note: note.id, text, signed_at: now, author };
        writer.put_fresh(&amendment)?;
        Ok(amendment)
    })
}

/// The signed note that is added to.
pub(super) fn signed(writer: &Writer<'_>, id: NoteId) -> Result<Note> {
    require(writer, id).map_err(|failure| match failure.code.as_str() {
        "record-missing" => Failure::new("note-not-signed"),
        _ => failure,
    })
}
