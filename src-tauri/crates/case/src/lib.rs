//! The nouns and rules of the work: what a contact person keeps about the support of one person.
//!
//! Nothing here reads a clock, draws a random number or touches a file: the present moment and new
//! ids are handed in, so that every rule gives the same answer every day.
//!
//! Each noun that is kept is a [`Noun`]: a plain value with an id, the case that it belongs to and
//! a [`Projection`], the few columns by which it is found again. Times of day are wall-clock times
//! in [`ZONE`]; moments (`*_at` of type `DateTime<Utc>`) are UTC, to the second.

mod agreement;
mod appointment;
mod attachment;
#[allow(clippy::module_inception, reason = "the crate is named after its main noun")]
mod case;
mod disclosure;
mod goal;
mod id;
mod identity;
mod measure;
mod need;
mod note;
mod noun;
mod occurrence;
mod party;
mod pattern;
mod quick_line;
mod recurrence;
mod request;
mod routine;
mod rule;
mod scope;
mod section;
mod series;
mod split;
mod vocabulary;
mod week;

pub use agreement::{Agreement, AgreementState};
pub use appointment::{
    Absence, Appointment, AppointmentContent, AppointmentIssue, Medium, Outcome, OutcomeKind,
};
pub use attachment::{Attachment, ContentHash, ContentHashError, MediaType};
pub use case::{CallNumber, Case, Condition, ConditionKind, ConditionState, Phase, Protection};
pub use disclosure::{Disclosure, DisclosureKind, Ground};
pub use goal::{Achievement, Goal, GoalError, GoalStatus, GoalUpdate};
pub use id::*;
pub use identity::CivilIdentity;
pub use measure::{Measure, MeasureKind, MeasureStatus, Responsible};
pub use need::{Need, NeedArea, NeedStatus, NeedUpdate};
pub use note::{Amendment, AmendmentDraft, Note, NoteContent, NoteDraft, NoteType, Scales, Theme};
pub use noun::{Kind, Noun, Projection};
pub use occurrence::{Expansion, Occurrence, expand, occurrences};
pub use party::{Party, PartyKind, PartyPerson};
pub use pattern::{Ends, Monthly, Pattern, Unit, Weekday};
pub use quick_line::{QuickAppointment, QuickLineError, parse as parse_quick_line};
pub use recurrence::{MAX_OCCURRENCES, Recurrence, RecurrenceError};
pub use request::{Request, RequestStatus};
pub use routine::{Routine, RoutineWeek, Tick, Weekdays};
pub use scope::{
    OccurrenceRef, Reason, Scope, ScopeError, SeriesChange, SeriesEdit, edit_series, remove_from_series,
};
pub use section::Section;
pub use series::Series;
pub use split::split;
pub use vocabulary::Vocabulary;
pub use week::{IsoWeek, IsoWeekError};

/// The zone in which times of day are meant: every programme works in Sweden.
pub const ZONE: &str = "Europe/Stockholm";
