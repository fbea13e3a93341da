//! Notes: a draft, a signed note that never changes, and what is added to it afterwards, drafted too.

use chrono::{DateTime, NaiveDateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    AmendmentId, AppointmentId, CaseId, GoalId, Kind, NoteId, Noun, PartyId, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// What kind of event a note tells of.
    NoteType "note-type" {
        /// A counselling session.
        Counselling "counselling",
        /// A phone call.
        PhoneCall "phone_call",
        /// A message.
        Message "message",
        /// Practical support.
        PracticalSupport "practical_support",
        /// Contact with an authority.
        AuthorityContact "authority_contact",
        /// An observation.
        Observation "observation",
        /// An incident.
        Incident "incident",
    }
}

vocabulary! {
    /// What was talked about.
    Theme "theme" {
        /// Solitude.
        Solitude "solitude",
        /// Identity.
        Identity "identity",
        /// Family.
        Family "family",
        /// Motivation.
        Motivation "motivation",
        /// Relapse.
        Relapse "relapse",
        /// Threat.
        Threat "threat",
        /// Work.
        Work "work",
        /// Network.
        Network "network",
        /// Grief.
        Grief "grief",
        /// Faith.
        Faith "faith",
        /// Money.
        Money "money",
        /// Other.
        Other "other",
    }
}

impl NoteType {
    /// Whether a note of this type tells that the person was in contact with the contact person.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Counselling | Self::PhoneCall | Self::Message | Self::PracticalSupport)
    }
}

/// Scales asked in conversation, each 0 (least) to 10 (most).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Scales {
    /// Motivation.
    #[serde(default)]
    pub motivation: Option<u8>,
    /// Safety.
    #[serde(default)]
    pub safety: Option<u8>,
    /// Loneliness.
    #[serde(default)]
    pub loneliness: Option<u8>,
    /// Sleep.
    #[serde(default)]
    pub sleep: Option<u8>,
}

impl Scales {
    /// Whether every answer lies between 0 and 10.
    #[must_use]
    pub fn are_valid(&self) -> bool {
        [self.motivation, self.safety, self.loneliness, self.sleep]
            .into_iter()
            .flatten()
            .all(|value| value <= 10)
    }
}

/// What a note says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct NoteContent {
    /// What kind of event it tells of.
    pub note_type: NoteType,
    /// When that happened, wall-clock time; not when the note was written.
    pub occurred_at: NaiveDateTime,
    /// How long it lasted, in minutes.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// The appointment that it tells of.
    #[serde(default)]
    pub appointment: Option<AppointmentId>,
    /// The party that it was with.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// The text; lines that begin with "- " are bullets.
    #[serde(default)]
    pub body: String,
    /// What was talked about.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// Scales asked.
    #[serde(default)]
    pub scales: Scales,
    /// The goals that were worked on.
    #[serde(default)]
    pub goals: Vec<GoalId>,
    /// What happens next.
    #[serde(default)]
    pub next_step: String,
}

impl NoteContent {
    /// What full-text search reads.
    fn text(&self) -> String {
        [self.body.as_str(), &self.next_step].join("\n")
    }
}

/// A note being written. It belongs to one case and never leaves the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct NoteDraft {
    /// Its id; the signed note keeps it.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says so far.
    pub content: NoteContent,
}

/// A signed note. It never changes; see [`Amendment`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was signed.
    pub signed_at: DateTime<Utc>,
    /// Who signed it.
    pub author: String,
    /// What it says.
    pub content: NoteContent,
}

/// An addition to a signed note while it is written. A note has one at a time, and it never leaves the
/// vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct AmendmentDraft {
    /// The note.
    pub note: NoteId,
    /// The case.
    pub case: CaseId,
    /// The id that it has once it is signed.
    pub becomes: AmendmentId,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says so far.
    #[serde(default)]
    pub text: String,
}

/// A correction of, or an addition to, a signed note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Amendment {
    /// Its id.
    pub id: AmendmentId,
    /// The case.
    pub case: CaseId,
    /// The note.
    pub note: NoteId,
    /// What is added.
    pub text: String,
    /// When it was signed.
    pub signed_at: DateTime<Utc>,
    /// Who signed it.
    pub author: String,
}

impl NoteDraft {
    /// Signs the draft. `None` when it says nothing: an empty note can't be signed.
    #[must_use]
    pub fn sign(self, author: &str, at: DateTime<Utc>) -> Option<Note> {
        let Self { id, case, created_at, content, .. } = self;
        (!content.body.trim().is_empty()).then(|| Note {
            id,
            case,
            created_at,
            signed_at: at,
            author: author.to_owned(),
            content,
        })
    }
}

impl AmendmentDraft {
    /// The id of what is being added to a note: by it there is one at a time, whoever begins it.
    #[must_use]
    pub fn id_of(note: NoteId) -> RecordId {
        RecordId::derived(note.0, "amendment-draft")
    }

    /// Signs it. `None` when it says nothing.
    #[must_use]
    pub fn sign(self, author: &str, at: DateTime<Utc>) -> Option<Amendment> {
        let Self { note, case, becomes, text, .. } = self;
        let text = text.trim();
        (!text.is_empty()).then(|| Amendment {
            id: becomes,
            case,
            note,
            text: text.to_owned(),
            signed_at: at,
            author: author.to_owned(),
        })
    }
}

impl Noun for NoteDraft {
    const KIND: Kind = Kind::NoteDraft;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            starts_at: Some(self.content.occurred_at),
            status: Some(self.content.note_type.term()),
            text: self.content.text(),
            ..Projection::default()
        }
    }
}

impl Noun for Note {
    const KIND: Kind = Kind::Note;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            starts_at: Some(self.content.occurred_at),
            status: Some(self.content.note_type.term()),
            text: self.content.text(),
            ..Projection::default()
        }
    }
}

impl Noun for AmendmentDraft {
    const KIND: Kind = Kind::AmendmentDraft;
    fn id(&self) -> RecordId {
        Self::id_of(self.note)
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection { text: self.text.clone(), ..Projection::default() }
    }
}

impl Noun for Amendment {
    const KIND: Kind = Kind::Amendment;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection { text: self.text.clone(), ..Projection::default() }
    }
}
