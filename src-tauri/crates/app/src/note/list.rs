//! A case's notes, drafts among them.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use farled_case::{Amendment, AmendmentDraft, CaseId, Note, NoteContent, NoteDraft, NoteId, NoteType, Theme};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use super::words;
use crate::{Desk, Result};

/// Characters of a note that its row shows.
const EXCERPT: usize = 220;

/// A note in the list.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NoteRow {
    /// Its id.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// When what it tells of happened.
    pub occurred_at: NaiveDateTime,
    /// What kind of event that was.
    pub note_type: NoteType,
    /// How it begins.
    pub excerpt: String,
    /// What was talked about.
    pub themes: Vec<Theme>,
    /// Who signed it. None: a draft.
    pub author: Option<String>,
    /// How many amendments it has.
    pub amendments: u32,
    /// Whether something is being added to it that isn't signed yet.
    pub is_added_to: bool,
    /// Its length in words.
    pub words: u32,
}

/// A case's notes: drafts first, then the latest event first.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk, case: CaseId) -> Result<Vec<NoteRow>> {
    let filter = Filter { case: Some(case), ..Filter::default() };
    let mut amendments: HashMap<NoteId, u32> = HashMap::new();
    for amendment in desk.vault().list::<Amendment>(&filter)? {
        *amendments.entry(amendment.note).or_default() += 1;
    }
    let additions: HashSet<NoteId> =
        desk.vault().list::<AmendmentDraft>(&filter)?.into_iter().map(|draft| draft.note).collect();
    let drafts = desk
        .vault()
        .list::<NoteDraft>(&filter)?
        .into_iter()
        .map(|draft| row(draft.id, case, draft.content, None, 0));
    let notes = desk.vault().list::<Note>(&filter)?.into_iter().map(|note| {
        let count = amendments.get(&note.id).copied().unwrap_or_default();
        NoteRow {
            is_added_to: additions.contains(&note.id),
            ..row(note.id, case, note.content, Some(note.author), count)
        }
    });
    let mut rows: Vec<NoteRow> = drafts.chain(notes).collect();
    rows.sort_by_key(|row| (row.author.is_some(), std::cmp::Reverse((row.occurred_at, row.id))));
    Ok(rows)
}

fn row(id: NoteId, case: CaseId, content: NoteContent, author: Option<String>, amendments: u32) -> NoteRow {
    NoteRow {
        id,
        case,
        occurred_at: content.occurred_at,
        note_type: content.note_type,
        excerpt: excerpt(&content.body),
        themes: content.themes,
        author,
        amendments,
        is_added_to: false,
        words: words(&content.body),
    }
}

/// The beginning of a text, in one line, cut between words.
fn excerpt(body: &str) -> String {
    let mut line = String::new();
    for word in body.split_whitespace() {
        if line.chars().count() + word.chars().count() > EXCERPT {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
