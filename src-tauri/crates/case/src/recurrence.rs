//! When a repeated appointment happens (RFC 5545), in wall-clock time of [`ZONE`](crate::ZONE).

use chrono::{NaiveDate, NaiveDateTime};

/// The most occurrences that one expansion gives. A rule that happens more often within a calendar's
/// range is a mistake or an attack.
pub const MAX_OCCURRENCES: usize = 2_000;

/// A recurrence rule that was understood.
#[derive(Clone, Debug)]
pub struct Recurrence {}

/// Why a rule can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// The rule is not RFC 5545, or uses a part that is not supported.
    #[error("the recurrence rule can't be read")]
    Unreadable,
    /// It happens more often than a calendar can show.
    #[error("the recurrence happens too often")]
    TooMany,
}

impl Recurrence {
    /// Reads the value of an RRULE for a series that begins at `starts_at`.
    ///
    /// # Errors
    /// [`RecurrenceError`].
    pub fn parse(_rule: &str, _starts_at: NaiveDateTime) -> Result<Self, RecurrenceError> {
        todo!()
    }

    /// The beginnings from `from` up to and without `to` (days), in order.
    ///
    /// # Errors
    /// [`RecurrenceError::TooMany`].
    pub fn between(&self, _from: NaiveDate, _to: NaiveDate) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        todo!()
    }

    /// The rule that ends before `before` and is otherwise the same.
    #[must_use]
    pub fn ended_before(&self, _before: NaiveDateTime) -> String {
        todo!()
    }
}
