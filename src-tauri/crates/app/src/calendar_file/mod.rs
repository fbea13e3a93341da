//! Calendar files (RFC 5545) in and out.
//!
//! In: what Google Calendar, Outlook and Nextcloud write. Times become wall-clock times of the zone in
//! which the programmes work. What the work has no use for, such as descriptions, attendees and
//! reminders, is left behind: it is about third parties more often than not. Every id follows from
//! the case and from the file's own UID, so that reading a file twice makes no duplicates.
//!
//! Out: time, title and place, or the time alone. Warnings, outcomes, who comes along and the alias
//! never leave this way; see [`export`].

mod error;
mod event;
mod export;
mod fold;
mod import;
mod keep;
mod line;
mod moment;
mod series;
mod zone;

pub use error::CalendarFileError;
pub use export::{CalendarExport, ExportOptions, Titles, export};
pub use import::{CalendarImport, Remark, import};
