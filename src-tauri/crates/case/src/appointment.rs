//! An appointment, its outcome and its chain of reschedules.

use chrono::{NaiveDateTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use specta::Type;

use crate::{
    AppointmentId, CaseId, Kind, Noun, PartyId, Projection, RecordId, SeriesId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// How people meet.
    Medium "medium" {
        /// In person.
        InPerson "in_person",
        /// By phone.
        Phone "phone",
        /// By video.
        Video "video",
        /// A visit on which the contact person comes along.
        Accompanied "accompanied",
    }
}

vocabulary! {
    /// How an appointment went.
    OutcomeKind "outcome" {
        /// Attended.
        Attended "attended",
        /// Attended, late.
        AttendedLate "attended_late",
        /// Attended, cut short.
        CutShort "cut_short",
        /// Absent, with an excuse.
        ExcusedAbsence "excused_absence",
        /// Absent, without an excuse.
        UnexcusedAbsence "unexcused_absence",
        /// Absent for safety.
        AbsentForSafety "absent_for_safety",
        /// Cancelled by us.
        CancelledByUs "cancelled_by_us",
        /// Cancelled by the other party.
        CancelledByOther "cancelled_by_other",
        /// To be rescheduled.
        ToBeRescheduled "to_be_rescheduled",
    }
}

vocabulary! {
    /// Why somebody was late or absent.
    Absence "absence" {
        /// Illness.
        Illness "illness",
        /// A threat, or fear of one.
        Threat "threat",
        /// Transport.
        Transport "transport",
        /// Forgot.
        Forgot "forgot",
        /// Overslept.
        Overslept "overslept",
        /// Relapse.
        Relapse "relapse",
        /// Did not want to.
        Unwilling "unwilling",
        /// Something else, said in the text.
        Other "other",
    }
}

impl OutcomeKind {
    /// Whether the outcome carries a reason (late and absent do).
    #[must_use]
    pub fn takes_reason(self) -> bool {
        matches!(
            self,
            Self::AttendedLate
                | Self::CutShort
                | Self::ExcusedAbsence
                | Self::UnexcusedAbsence
                | Self::AbsentForSafety
        )
    }

    /// Whether the people met.
    #[must_use]
    pub fn is_contact(self) -> bool {
        matches!(self, Self::Attended | Self::AttendedLate | Self::CutShort)
    }
}

/// How an appointment went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Outcome {
    /// How it went.
    pub kind: OutcomeKind,
    /// Why late or absent.
    #[serde(default)]
    pub reason: Option<Absence>,
    /// A line about it.
    #[serde(default)]
    pub text: String,
}

/// What an appointment is about: the same for a single one and for a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct AppointmentContent {
    /// What.
    pub title: String,
    /// The place, as the person knows it; printed.
    #[serde(default)]
    pub place: String,
    /// What to bring; printed.
    #[serde(default)]
    pub bring: String,
    /// Who comes along, as the person knows them; printed.
    #[serde(default)]
    pub company: String,
    /// How people meet.
    #[serde(default = "in_person")]
    pub medium: Medium,
    /// With which party.
    #[serde(default)]
    pub party: Option<PartyId>,
    /// A warning for the contact person; never printed.
    #[serde(default)]
    pub safety_hint: String,
    /// Whether it stands on the printed week.
    #[serde(default = "yes")]
    pub on_paper: bool,
}

fn in_person() -> Medium {
    Medium::InPerson
}

fn yes() -> bool {
    true
}

/// An appointment; a single one, or one of a series that differs from the rest or has an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Appointment {
    /// Its id. Of one in a series: derived from the series and [`recurrence_id`](Self::recurrence_id),
    /// see [`Appointment::id_in_series`].
    pub id: AppointmentId,
    /// The case.
    pub case: CaseId,
    /// The series that it belongs to.
    #[serde(default)]
    pub series: Option<SeriesId>,
    /// When the series would have had it begin (RFC 5545 §3.8.4.4).
    #[serde(default)]
    pub recurrence_id: Option<NaiveDateTime>,
    /// When it begins, wall-clock time.
    pub starts_at: NaiveDateTime,
    /// How long it lasts, in minutes. 0 for a moment or a whole day.
    pub minutes: u32,
    /// Whether it has no time of day; it then lasts the whole day of `starts_at`.
    #[serde(default)]
    pub all_day: bool,
    /// What it is about.
    pub content: AppointmentContent,
    /// How it went.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// The appointment that replaced this one.
    #[serde(default)]
    pub superseded_by: Option<AppointmentId>,
    /// The appointment that this one replaced.
    #[serde(default)]
    pub supersedes: Option<AppointmentId>,
}

/// Longest appointment: one week, in minutes. Longer ones are typing mistakes.
const LONGEST: u32 = 7 * 24 * 60;

/// What is wrong with an appointment's times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppointmentIssue {
    /// It has no title.
    #[error("an appointment needs a title")]
    NoTitle,
    /// It lasts longer than a week.
    #[error("an appointment can't last longer than a week")]
    TooLong,
}

impl AppointmentIssue {
    /// The stable name of the issue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTitle => "appointment-no-title",
            Self::TooLong => "appointment-too-long",
        }
    }
}

impl Appointment {
    /// The id of the appointment that a series has at `recurrence_id`, the same in every vault.
    #[must_use]
    pub fn id_in_series(series: SeriesId, recurrence_id: NaiveDateTime) -> AppointmentId {
        RecordId::derived(series.0, &recurrence_id.format("%Y-%m-%dT%H:%M:%S").to_string()).into()
    }

    /// When it ends, wall-clock time.
    #[must_use]
    pub fn ends_at(&self) -> NaiveDateTime {
        end(self.starts_at, self.minutes)
    }

    /// Checks the rules that hold for every appointment.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn validate(&self) -> Result<(), AppointmentIssue> {
        validate(&self.content, self.minutes)
    }
}

/// When what begins at `starts_at` ends. A record from elsewhere may begin at the end of all calendars.
pub(crate) fn end(starts_at: NaiveDateTime, minutes: u32) -> NaiveDateTime {
    starts_at.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(starts_at)
}

/// Checks the rules that an appointment and a series share.
pub(crate) fn validate(content: &AppointmentContent, minutes: u32) -> Result<(), AppointmentIssue> {
    if content.title.trim().is_empty() {
        Err(AppointmentIssue::NoTitle)
    } else if minutes > LONGEST {
        Err(AppointmentIssue::TooLong)
    } else {
        Ok(())
    }
}

impl AppointmentContent {
    /// What full-text search reads.
    pub(crate) fn text(&self) -> String {
        [self.title.as_str(), &self.place, &self.bring, &self.company, &self.safety_hint].join("\n")
    }
}

impl Noun for Appointment {
    const KIND: Kind = Kind::Appointment;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            starts_at: Some(self.starts_at),
            status: self.outcome.as_ref().map(|outcome| outcome.kind.term()),
            text: self.content.text(),
            ..Projection::default()
        }
    }
    fn seed(&self) -> Value {
        json!({ "content": {} })
    }
}
