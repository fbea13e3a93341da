//! Reads an argument's text.

use farled_case::{AttachmentId, NoteId, Phase, Section, Vocabulary};

pub fn attachment_id(text: &str) -> Result<AttachmentId, uuid::Error> {
    text.parse().map(AttachmentId)
}

pub fn note_id(text: &str) -> Result<NoteId, uuid::Error> {
    text.parse().map(NoteId)
}

pub fn section(text: &str) -> Result<Section, String> {
    term(text)
}

pub fn phase(text: &str) -> Result<Phase, String> {
    term(text)
}

/// Reads a term of a vocabulary.
fn term<V: Vocabulary>(text: &str) -> Result<V, String> {
    V::ALL.iter().copied().find(|value| value.term() == text).ok_or_else(|| {
        let terms: Vec<_> = V::ALL.iter().map(|value| value.term()).collect();
        format!("one of: {}", terms.join(", "))
    })
}
