//! Photos and PDFs of documents. What they hold, the content, is kept beside the record and never
//! changes; the record says what it is and by which hash it is recognised.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    AttachmentId, CaseId, Kind, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// What kind of file an attachment is. Told from its first bytes, never from its name.
    MediaType "media-type" {
        /// A JPEG image.
        Jpeg "jpeg",
        /// A PNG image.
        Png "png",
        /// A WebP image.
        Webp "webp",
        /// A PDF document.
        Pdf "pdf",
    }
}

impl MediaType {
    /// The type of a file that begins with these bytes. Twelve are enough; PDF readers accept what
    /// stands before the mark within the first 1,024 (ISO 32000-1, annex H), so more may be given.
    #[must_use]
    pub fn of(beginning: &[u8]) -> Option<Self> {
        if beginning.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if beginning.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if beginning.starts_with(b"RIFF") && beginning.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if beginning.windows(5).take(1024).any(|window| window == b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }

    /// Its name among media types (IANA).
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// How names of such files end, the usual ending first.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
        }
    }
}

/// The SHA-256 of an attachment's content, written as 64 hexadecimal digits.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
#[schemars(with = "String")]
pub struct ContentHash(pub [u8; 32]);

/// What was written is not a hash.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 in lower-case hexadecimal digits")]
pub struct ContentHashError;

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for ContentHash {
    type Err = ContentHashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digit = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(ContentHashError),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return Err(ContentHashError);
        }
        let mut bytes = [0; 32];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for ContentHash {
    type Error = ContentHashError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ContentHash> for String {
    fn from(hash: ContentHash) -> Self {
        hash.to_string()
    }
}

/// A photo or a PDF of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The case.
    pub case: CaseId,
    /// What it is called.
    pub name: String,
    /// What is to be said about it.
    #[serde(default)]
    pub description: String,
    /// What kind of file it is.
    pub media: MediaType,
    /// The size of its content in bytes; at most [`Attachment::MAX_BYTES`].
    pub size: u32,
    /// The SHA-256 of its content.
    pub sha256: ContentHash,
    /// The day on which it was received or made, as the user says.
    #[serde(default)]
    pub dated_on: Option<NaiveDate>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
}

impl Attachment {
    /// The largest content, in bytes: 100 MiB. A bundle, of at most 256 MiB, can hold two such.
    pub const MAX_BYTES: u32 = 100 * 1024 * 1024;

    /// Whether `other` is about the same bytes. An attachment's content never changes.
    #[must_use]
    pub fn has_content_of(&self, other: &Self) -> bool {
        (self.media, self.size, self.sha256) == (other.media, other.size, other.sha256)
    }

    /// A name for a file of it: what it is called without signs that a file system may refuse or
    /// hide, and with the ending that belongs to its kind.
    #[must_use]
    pub fn file_name(&self) -> String {
        let cleaned: String = self
            .name
            .chars()
            .map(|sign| if sign.is_control() || r#"/\:*?"<>|"#.contains(sign) { ' ' } else { sign })
            .take(120)
            .collect();
        let stem = cleaned.trim().trim_start_matches('.').trim();
        let stem = if stem.is_empty() { "dokument" } else { stem };
        let lower = stem.to_lowercase();
        let endings = self.media.endings();
        let has_ending = endings.iter().any(|ending| {
            lower.strip_suffix(ending).is_some_and(|before| before.len() > 1 && before.ends_with('.'))
        });
        if has_ending { stem.to_owned() } else { format!("{stem}.{}", endings[0]) }
    }
}

impl Noun for Attachment {
    const KIND: Kind = Kind::Attachment;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            status: Some(self.media.term()),
            text: [self.name.as_str(), &self.description].join("\n"),
            ..Projection::default()
        }
    }
}
