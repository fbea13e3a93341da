//! A repeated appointment.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppointmentContent, AppointmentIssue, CaseId, Kind, Noun, Projection, RecordId, SeriesId};

/// A repeated appointment. One of its appointments becomes a record of its own
/// ([`Appointment`](crate::Appointment)) only when it differs from the rest or has an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// The case.
    pub case: CaseId,
    /// When the first begins, wall-clock time (DTSTART).
    pub starts_at: NaiveDateTime,
    /// How long each lasts, in minutes.
    pub minutes: u32,
    /// Whether they have no time of day.
    #[serde(default)]
    pub all_day: bool,
    /// The recurrence rule: the value of an RRULE (RFC 5545 §3.3.10), such as `FREQ=WEEKLY;BYDAY=TU`.
    pub rule: String,
    /// The beginnings that are left out (EXDATE), wall-clock time.
    #[serde(default)]
    pub excluded: Vec<NaiveDateTime>,
    /// What each is about.
    pub content: AppointmentContent,
}

impl Series {
    /// Checks the rules that hold for every series, its recurrence apart.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn validate(&self) -> Result<(), AppointmentIssue> {
        crate::appointment::validate(&self.content, self.minutes)
    }
}

impl Noun for Series {
    const KIND: Kind = Kind::Series;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection { starts_at: Some(self.starts_at), text: self.content.text(), ..Projection::default() }
    }
}
