//! The lines of a card, and which texts may stand on them.

use thiserror::Error;

use crate::CardError;

/// The texts on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// The person's name, as colleagues know it.
    pub name: String,
    /// The person's role; may be empty.
    pub role: String,
    /// Where the person works; may be empty.
    pub organisation: String,
}

/// The lines of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardField {
    /// The person's name.
    Name,
    /// The person's role.
    Role,
    /// Where the person works.
    Organisation,
    /// The encryption key.
    Recipient,
    /// The signature key.
    SigningKey,
    /// The first day.
    CreatedOn,
    /// The last day.
    ExpiresOn,
    /// The count of the person's cards.
    Revision,
    /// The signature.
    Signature,
}

impl CardField {
    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Role => "role",
            Self::Organisation => "organisation",
            Self::Recipient => "recipient",
            Self::SigningKey => "signing_key",
            Self::CreatedOn => "created_on",
            Self::ExpiresOn => "expires_on",
            Self::Revision => "revision",
            Self::Signature => "signature",
        }
    }

    /// How many characters a text may have.
    #[must_use]
    pub fn max_chars(self) -> usize {
        match self {
            Self::Organisation => 120,
            _ => 80,
        }
    }
}

/// Checks a text that a person wrote.
pub(crate) fn check_text(field: CardField, text: &str) -> Result<(), CardError> {
    if text.chars().count() > field.max_chars() {
        return Err(CardError::field(field, FieldFault::TooLong));
    }
    if text.trim() != text || text.chars().any(is_misleading) {
        return Err(CardError::field(field, FieldFault::Character));
    }
    Ok(())
}

/// Characters that make a text look like another: control characters, line separators, marks that
/// reorder it, and marks that are not seen.
fn is_misleading(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}'                        // soft hyphen
            | '\u{34f}'                     // combining grapheme joiner
            | '\u{61c}'                     // Arabic letter mark
            | '\u{115f}' | '\u{1160}'       // Hangul fillers
            | '\u{17b4}' | '\u{17b5}'       // Khmer vowels that are not shown
            | '\u{180b}'..='\u{180f}'       // Mongolian selectors and separator
            | '\u{200b}'..='\u{200f}'       // zero-width characters, direction marks
            | '\u{2028}'..='\u{202e}'       // line separators, direction embeddings and overrides
            | '\u{2060}'..='\u{206f}'       // invisible operators, direction isolates
            | '\u{3164}' | '\u{ffa0}'       // Hangul fillers
            | '\u{e000}'..='\u{f8ff}'       // private use
            | '\u{fe00}'..='\u{fe0f}'       // variation selectors
            | '\u{feff}'                    // byte order mark
            | '\u{fff0}'..='\u{fffd}'       // specials
            | '\u{1d173}'..='\u{1d17a}'     // musical formatting
            | '\u{e0000}'..='\u{10ffff}') // tags, selectors, private use
}

/// What is wrong with a line of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FieldFault {
    /// It is not there, or empty where it may not be.
    #[error("it is missing")]
    Missing,
    /// It can't be read.
    #[error("it can't be read")]
    Form,
    /// It has more characters than it may.
    #[error("it is too long")]
    TooLong,
    /// It holds control characters, or characters that are not seen or that reorder the text, or
    /// begins or ends with a space.
    #[error("it holds characters that don't belong in a name")]
    Character,
    /// It is not a key that can be used.
    #[error("it is not a key")]
    Key,
}

impl FieldFault {
    /// The stable name by which texts are found.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Form => "form",
            Self::TooLong => "too-long",
            Self::Character => "character",
            Self::Key => "key",
        }
    }
}
