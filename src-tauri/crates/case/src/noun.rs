//! What makes a value a record that can be kept, found and merged.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{CaseId, RecordId, vocabulary::vocabulary};

vocabulary! {
    /// The kinds of record.
    Kind "kind" {
        /// One person's file.
        Case "case",
        /// Who the person is outside the programme.
        CivilIdentity "civil_identity",
        /// An assessed need.
        Need "need",
        /// A goal in the person's words.
        Goal "goal",
        /// A step towards a goal.
        Measure "measure",
        /// What the person said to the plan.
        Agreement "agreement",
        /// An authority or other organisation; belongs to no single case.
        Party "party",
        /// What was asked of a party.
        Request "request",
        /// A repeated appointment.
        Series "series",
        /// One appointment.
        Appointment "appointment",
        /// A daily routine.
        Routine "routine",
        /// The ticks of one week.
        RoutineWeek "routine_week",
        /// A note being written; never leaves the vault.
        NoteDraft "note_draft",
        /// A signed note.
        Note "note",
        /// An addition being written; never leaves the vault.
        AmendmentDraft "amendment_draft",
        /// An addition to a signed note.
        Amendment "amendment",
        /// A photo or a PDF of a document.
        Attachment "attachment",
        /// An entry of the disclosure log.
        Disclosure "disclosure",
    }
}

/// The columns by which a record is found again, computed from its value alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection {
    /// When it begins, wall-clock time; for sorting and ranges.
    pub starts_at: Option<NaiveDateTime>,
    /// The day by which something has to happen.
    pub due_on: Option<NaiveDate>,
    /// Its status, as the term stands in the document.
    pub status: Option<&'static str>,
    /// What full-text search reads. Empty: not searched.
    pub text: String,
}

/// A value that is kept as a record.
pub trait Noun: Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;
    /// Its id.
    fn id(&self) -> RecordId;
    /// The case that it belongs to. `None` for what cases share.
    fn case_id(&self) -> Option<CaseId>;
    /// Its columns.
    fn projection(&self) -> Projection;

    /// The value from which the record's document starts. It may depend on nothing but the id's own
    /// parts: two colleagues who make the record apart must make the same start, or a merge would
    /// hide one's nested entries behind the other's.
    fn seed(&self) -> Value {
        json!({})
    }
}

impl Kind {
    /// The projection of a value of this kind, computed from its JSON form alone; by it the whole
    /// projection can be rebuilt from the documents.
    ///
    /// # Errors
    /// When the value is not one of this kind.
    pub fn project(self, value: &Value) -> Result<(RecordId, Option<CaseId>, Projection), serde_json::Error> {
        fn of<T: Noun>(value: &Value) -> Result<(RecordId, Option<CaseId>, Projection), serde_json::Error> {
            let noun = T::deserialize(value)?;
            Ok((noun.id(), noun.case_id(), noun.projection()))
        }
        match self {
            Self::Case => of::<crate::Case>(value),
            Self::CivilIdentity => of::<crate::CivilIdentity>(value),
            Self::Need => of::<crate::Need>(value),
            Self::Goal => of::<crate::Goal>(value),
            Self::Measure => of::<crate::Measure>(value),
            Self::Agreement => of::<crate::Agreement>(value),
            Self::Party => of::<crate::Party>(value),
            Self::Request => of::<crate::Request>(value),
            Self::Series => of::<crate::Series>(value),
            Self::Appointment => of::<crate::Appointment>(value),
            Self::Routine => of::<crate::Routine>(value),
            Self::RoutineWeek => of::<crate::RoutineWeek>(value),
            Self::NoteDraft => of::<crate::NoteDraft>(value),
            Self::Note => of::<crate::Note>(value),
            Self::AmendmentDraft => of::<crate::AmendmentDraft>(value),
            Self::Amendment => of::<crate::Amendment>(value),
            Self::Attachment => of::<crate::Attachment>(value),
            Self::Disclosure => of::<crate::Disclosure>(value),
        }
    }
}
