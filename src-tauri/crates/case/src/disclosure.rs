//! The disclosure log: whatever left the app or was revealed in it, and on what ground.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, DisclosureId, Kind, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// How something was disclosed.
    DisclosureKind "disclosure-kind" {
        /// Printed.
        Print "print",
        /// Saved as a PDF.
        Pdf "pdf",
        /// Exported in the clear.
        Export "export",
        /// Sealed for colleagues.
        Share "share",
        /// A hidden identity was revealed on the screen.
        Reveal "reveal",
    }
}

vocabulary! {
    /// Common grounds for a disclosure. A ground may also be written in words.
    Ground "ground" {
        /// Given to the person, about the person.
        GivenToPerson "given_to_person",
        /// Within the own programme, for the work with the case.
        OwnProgramme "own_programme",
        /// The person consents.
        Consent "consent",
        /// A rule that breaks secrecy.
        SecrecyRule "secrecy_rule",
    }
}

/// One entry of the disclosure log. It tells what this vault gave away, and so stays in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// The case; none when the whole caseload was exported.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// When.
    pub at: DateTime<Utc>,
    /// How.
    pub kind: DisclosureKind,
    /// What: a week, sections, a file's kind. Terms, not sentences.
    pub what: String,
    /// To whom.
    #[serde(default)]
    pub recipient: String,
    /// On what ground. Without one nothing is disclosed.
    pub ground: String,
}

impl Noun for Disclosure {
    const KIND: Kind = Kind::Disclosure;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        self.case
    }
    fn projection(&self) -> Projection {
        Projection { status: Some(self.kind.term()), ..Projection::default() }
    }
}
