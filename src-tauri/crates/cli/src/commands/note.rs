//! Notes.

use std::{
    io::{self, Read},
    path::Path,
};

use chrono::NaiveDateTime;
use farled_app::{
    Failure, Result, file, new_id,
    note::{self, NewAmendment, WholeNote},
};
use farled_case::{AmendmentId, NoteId, NoteType, Vocabulary};
use farled_locale::Arg;

use crate::{
    context::{Context, case_of},
    output::{Output, say, table},
};

/// What follows when a draft is written.
pub enum Then {
    /// It stays a draft.
    Keep,
    /// It is signed.
    Sign,
}

/// Writes a draft.
pub fn add(
    context: &Context,
    alias: &str,
    text: &Path,
    at: Option<NaiveDateTime>,
    then: Then,
) -> Result<Output> {
    // The passphrase first: it may stand in the first line of the same input.
    let mut desk = context.desk()?;
    let body = read(text)?;
    let case = case_of(&desk, alias)?;
    let whole = WholeNote { id: NoteId(new_id()), case, occurred_at: at, body };
    let id = whole.id.to_string();
    let said = |message: &str| say(context.language(), message, &[("id", Arg::from(&id))]);
    match then {
        Then::Keep => Ok(Output::new(note::write(&mut desk, whole)?, said("cli-note-kept"))),
        Then::Sign => Ok(Output::new(note::write_signed(&mut desk, whole)?, said("cli-note-signed"))),
    }
}

/// Signs a draft.
pub fn sign(context: &Context, id: NoteId) -> Result<Output> {
    let mut desk = context.desk()?;
    let note = note::sign(&mut desk, id)?;
    let text = say(context.language(), "cli-note-signed", &[("id", Arg::from(id.to_string()))]);
    Ok(Output::new(note, text))
}

/// Adds to a signed note.
pub fn amend(context: &Context, id: NoteId, text: &Path) -> Result<Output> {
    let mut desk = context.desk()?;
    let text = read(text)?;
    let amendment = note::amend(&mut desk, &NewAmendment { id: AmendmentId(new_id()), note: id, text })?;
    let said = say(context.language(), "cli-note-amended", &[]);
    Ok(Output::new(amendment, said))
}

/// A person's notes.
pub fn list(context: &Context, alias: &str) -> Result<Output> {
    let desk = context.desk()?;
    let notes = note::list(&desk, case_of(&desk, alias)?)?;
    let rows: Vec<Vec<String>> = notes
        .iter()
        .map(|row| {
            let term = format!("{}-{}", NoteType::LIST, row.note_type.term());
            vec![
                row.id.to_string(),
                row.occurred_at.format("%Y-%m-%d %H:%M").to_string(),
                say(context.language(), &term, &[]),
                row.author.clone().unwrap_or_else(|| say(context.language(), "cli-draft", &[])),
            ]
        })
        .collect();
    Ok(Output::new(notes, table(&rows)))
}

/// The text of a file, or of standard input for `-`.
fn read(path: &Path) -> Result<String> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|_| Failure::new("file-unreadable"))?;
        bytes
    } else {
        file::read_whole(path)?
    };
    String::from_utf8(bytes).map_err(|_| Failure::new("file-not-text"))
}
