//! Full-text search over everything that is kept.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use farled_case::{Amendment, AmendmentDraft, Case, CaseId, Kind, NoteId, RecordId};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// Hits that one search gives.
const LIMIT: u32 = 50;

/// A piece of the text around a hit.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SnippetPart {
    /// The text.
    pub text: String,
    /// Whether it is what was searched for.
    pub is_match: bool,
}

/// A record that was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SearchHit {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The note to open: itself, or the one that it adds to.
    pub note: Option<NoteId>,
    /// The case; none for a party.
    pub case: Option<CaseId>,
    /// The case's alias.
    pub alias: String,
    /// When it happened or begins.
    pub starts_at: Option<NaiveDateTime>,
    /// The text around the hit.
    pub snippet: Vec<SnippetPart>,
}

/// Finds records by their words, in one case or in all.
///
/// # Errors
/// What the vault says.
pub fn find(desk: &Desk, query: &str, case: Option<CaseId>) -> Result<Vec<SearchHit>> {
    let aliases: HashMap<_, _> = desk
        .vault()
        .list::<Case>(&Filter::default())?
        .into_iter()
        .map(|case| (case.id, case.alias))
        .collect();
    let mut hits = Vec::new();
    for hit in desk.vault().search(query, &[], case, LIMIT)? {
        let note = match hit.kind {
            Kind::Note | Kind::NoteDraft => Some(NoteId::from(hit.id)),
            Kind::Amendment => desk.vault().get::<Amendment>(hit.id)?.map(|amendment| amendment.note),
            Kind::AmendmentDraft => desk.vault().get::<AmendmentDraft>(hit.id)?.map(|draft| draft.note),
            _ => None,
        };
        let parts = hit.snippet.into_iter();
        hits.push(SearchHit {
            id: hit.id,
            kind: hit.kind,
            note,
            alias: hit.case.and_then(|case| aliases.get(&case)).cloned().unwrap_or_default(),
            case: hit.case,
            starts_at: hit.starts_at,
            snippet: parts.map(|part| SnippetPart { text: part.text, is_match: part.is_match }).collect(),
        });
    }
    Ok(hits)
}
