//! One line of text that books an appointment: a day, a time, how long, what, and where.
//!
//! Swedish and English are read side by side, whatever language the interface speaks: people mix them.
//! Words that are not understood as one of these belong to the title.

mod day;
mod time;

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Longest line, in characters.
const LONGEST: usize = 500;
/// How long an appointment lasts when the line does not say.
const USUAL_MINUTES: u32 = 60;

/// What a line books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct QuickAppointment {
    /// The day.
    pub day: NaiveDate,
    /// The time of day. None: the whole day.
    pub time: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: u32,
    /// What.
    pub title: String,
    /// Where: what follows an @.
    pub place: String,
}

/// Why a line books nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuickLineError {
    /// There is nothing on it.
    #[error("the line is empty")]
    Empty,
    /// It does not say what.
    #[error("the line has no title")]
    NoTitle,
    /// It names a day that does not exist, such as 31/2.
    #[error("there is no such day")]
    NoSuchDay,
    /// It names a time that does not exist, such as 25:00.
    #[error("there is no such time")]
    NoSuchTime,
    /// It ends before it begins, or lasts longer than a week.
    #[error("that is not a length of time for an appointment")]
    NoSuchLength,
    /// It is longer than a line.
    #[error("the line is too long")]
    TooLong,
}

impl QuickLineError {
    /// The stable name of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "quick-line-empty",
            Self::NoTitle => "quick-line-no-title",
            Self::NoSuchDay => "day-invalid",
            Self::NoSuchTime => "time-invalid",
            Self::NoSuchLength => "quick-line-no-such-length",
            Self::TooLong => "quick-line-too-long",
        }
    }
}

/// Reads a line such as `tis 14 tandläkare 45m` or `24/11 13-14.30 möte @Plats A`. Without a day it is
/// for `today`; a weekday is the next one, today included.
///
/// # Errors
/// [`QuickLineError`].
pub fn parse(line: &str, today: NaiveDate) -> Result<QuickAppointment, QuickLineError> {
    if line.chars().count() > LONGEST {
        return Err(QuickLineError::TooLong);
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut rest = words.as_slice();
    if rest.is_empty() {
        return Err(QuickLineError::Empty);
    }

    // The time may stand on either side of the day: "tis 14", "14 tis".
    let mut day = day::read(rest, today)?;
    let mut time = None;
    if let Some((_, used)) = day {
        rest = &rest[used..];
        time = time::read_time(rest, Bare::Allowed)?;
    } else if let Ok(Some((read, used))) = time::read_time(rest, Bare::Allowed)
        && let Some((later, day_used)) = day::read(&rest[used..], today)?
    {
        day = Some((later, day_used));
        time = Some((read, used + day_used));
    } else if let Some(read) = time::read_time(rest, Bare::Refused)? {
        time = Some(read);
    }
    if let Some((_, used)) = time {
        rest = &rest[used..];
    }

    let mut minutes = None;
    if let Some((length, used)) = time::read_length(rest) {
        minutes = Some(length);
        rest = &rest[used..];
    }
    let at = rest.iter().position(|word| word.starts_with('@')).unwrap_or(rest.len());
    let (mut title, mut place) = rest.split_at(at);
    for part in [&mut title, &mut place] {
        if minutes.is_none()
            && let Some((length, used)) = time::read_length_at_end(part)
        {
            minutes = Some(length);
            *part = &part[..part.len() - used];
        }
    }

    let (time, until) = time.map_or((None, None), |(time, _)| (Some(time.from), time.minutes));
    let minutes = until.or(minutes).unwrap_or(USUAL_MINUTES);
    if minutes == 0 || minutes > time::LONGEST {
        return Err(QuickLineError::NoSuchLength);
    }
    let title = title.join(" ");
    if title.is_empty() {
        return Err(QuickLineError::NoTitle);
    }
    let place = place.join(" ").trim_start_matches('@').trim().to_owned();
    Ok(QuickAppointment { day: day.map_or(today, |(day, _)| day), time, minutes, title, place })
}

/// Whether a number alone is a time: after a day it is, at the start of a line it may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bare {
    Allowed,
    Refused,
}
