//! Cutting a series in two.

use chrono::NaiveDateTime;

use crate::{RecurrenceError, Series, SeriesId};

/// Cuts a series: what it was before `at`, `None` when nothing comes before, and a new one from the
/// first beginning at or after `at`. Together they happen when the old one did: a rule with a number
/// of times shares the number out, and each keeps what it leaves out.
///
/// # Errors
/// When the rule can't be used, or nothing comes at or after `at` ([`RecurrenceError::Never`]).
pub fn split(
    series: &Series,
    at: NaiveDateTime,
    new_id: SeriesId,
) -> Result<(Option<Series>, Series), RecurrenceError> {
    let recurrence = series.recurrence()?;
    let at = recurrence.next_from(at).ok_or(RecurrenceError::Never)?;
    let (excluded_before, excluded_after) = series.excluded.iter().partition(|excluded| **excluded < at);
    let following = Series {
        id: new_id,
        starts_at: at,
        rule: recurrence.continued_from(at)?,
        excluded: excluded_after,
        ..series.clone()
    };
    let before = (recurrence.first() < at).then(|| Series {
        rule: recurrence.ended_before(at),
        excluded: excluded_before,
        ..series.clone()
    });
    Ok((before, following))
}
