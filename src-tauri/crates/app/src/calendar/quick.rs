//! Reads one line of text as an appointment.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// What a line says.
#[derive(Clone, Debug, Serialize, Type)]
pub struct QuickDraft {
    /// The day.
    pub on: NaiveDate,
    /// The time; none for the whole day.
    pub time: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: u32,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
}

/// Reads a line such as "tis 14 tandläkare 45m".
///
/// # Errors
/// A `quick-line-…` code.
pub fn quick(desk: &Desk, line: &str) -> Result<QuickDraft> {
    let quick = farled_case::parse_quick_line(line, desk.today())?;
    Ok(QuickDraft {
        on: quick.day,
        time: quick.time,
        minutes: quick.minutes,
        title: quick.title,
        place: quick.place,
    })
}
