//! Appointments and series, as occurrences in a calendar.

mod add;
mod edit;
mod exchange;
mod outcome;
mod quick;
mod range;
mod remove;
mod reschedule;
mod series_edit;
mod target;

pub use add::{NewAppointment, add};
pub use edit::{AppointmentEdit, AppointmentMove, edit, move_to};
pub use exchange::{CalendarFileReport, export, export_file, import_file};
pub use outcome::{OutcomeEdit, set_outcome};
pub use quick::{QuickDraft, quick};
pub use range::{CalendarItem, occurrences_between, range};
pub use remove::{AppointmentRemoval, remove};
pub use reschedule::{Reschedule, reschedule};
pub use target::{OccurrenceTarget, occurrence};
