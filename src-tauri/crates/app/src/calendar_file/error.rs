//! Why a calendar file is refused as a whole.

use farled_case::RecurrenceError;

/// Largest file that is read, in bytes.
pub(super) const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// Longest line that is read once it is unfolded, in bytes. Some programs put pictures into one.
pub(super) const LONGEST_LINE: usize = 2 * 1024 * 1024;
/// Most events in one file.
pub(super) const MOST_EVENTS: usize = 20_000;
/// Most repeated events in one file; each may take a while to look into.
pub(super) const MOST_SERIES: usize = 2_000;
/// Most rules in one file that are left out because they never happen or can't be read.
pub(super) const MOST_BROKEN_RULES: usize = 100;

/// Why a calendar file is refused as a whole. Nothing of it is taken then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFileError {
    /// It is larger than a calendar.
    #[error("the calendar file is larger than 20 MB")]
    TooLarge,
    /// It has more events than a calendar.
    #[error("line {line}: the calendar file has too many events")]
    TooMany {
        /// The line at which there was one too many.
        line: u32,
    },
    /// It does not begin as a calendar.
    #[error("the file is not a calendar")]
    NotACalendar,
    /// It is not UTF-8.
    #[error("line {line}: the calendar file is not UTF-8")]
    NotUtf8 {
        /// The line.
        line: u32,
    },
    /// A line is longer than any that a calendar has.
    #[error("line {line}: the line is too long")]
    LineTooLong {
        /// The line.
        line: u32,
    },
    /// A line is not one of a calendar.
    #[error("line {line}: the line can't be read")]
    Unreadable {
        /// The line.
        line: u32,
    },
    /// It ends in the middle.
    #[error("line {line}: what begins here does not end")]
    CutShort {
        /// The line at which the unfinished part begins.
        line: u32,
    },
    /// An event recurs as no calendar does.
    #[error("line {line}: {error}")]
    Recurrence {
        /// The line of the rule.
        line: u32,
        /// What is wrong with it.
        error: RecurrenceError,
    },
}

impl CalendarFileError {
    /// The stable name of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge | Self::TooMany { .. } => "ics-too-large",
            Self::NotACalendar => "ics-not-a-calendar",
            Self::NotUtf8 { .. }
            | Self::LineTooLong { .. }
            | Self::Unreadable { .. }
            | Self::CutShort { .. } => "ics-unreadable",
            Self::Recurrence { .. } => "ics-recurrence",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge | Self::NotACalendar => Vec::new(),
            Self::TooMany { line }
            | Self::NotUtf8 { line }
            | Self::LineTooLong { line }
            | Self::Unreadable { line }
            | Self::CutShort { line }
            | Self::Recurrence { line, .. } => vec![("line", line.to_string())],
        }
    }
}
