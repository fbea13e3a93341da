//! Changing a series: this appointment, this and all that follow, or all.

use std::collections::HashSet;

use chrono::{NaiveDateTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Appointment, AppointmentContent, AppointmentId, AppointmentIssue, Occurrence, Pattern, RecurrenceError,
    Series, SeriesId,
    rule::{End, Rule},
    split,
    vocabulary::vocabulary,
};

vocabulary! {
    /// How much of a series a change is for.
    Scope "scope" {
        /// This appointment alone.
        This "this",
        /// This one and all that follow.
        ThisAndFollowing "this_and_following",
        /// All.
        All "all",
    }
}

vocabulary! {
    /// Why a change was not applied to all that was asked for.
    Reason "scope-reason" {
        /// Earlier ones have an outcome; they stay as they were, and the change begins after them.
        KeptOutcomes "kept_outcomes",
    }
}

/// Names one occurrence of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type, JsonSchema)]
pub struct OccurrenceRef {
    /// The series.
    pub series: SeriesId,
    /// When the series has it begin.
    pub recurrence_id: NaiveDateTime,
}

/// What an occurrence should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct SeriesChange {
    /// When the occurrence that was taken hold of should begin.
    pub starts_at: NaiveDateTime,
    /// How long it should last, in minutes.
    pub minutes: u32,
    /// Whether it should have no time of day.
    #[serde(default)]
    pub all_day: bool,
    /// The rule that it should follow; none to keep the present one, its days moved along.
    #[serde(default)]
    pub rule: Option<String>,
    /// What it should be about.
    pub content: AppointmentContent,
}

/// What is to be written so that a change of a series holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesEdit {
    /// Series to put.
    pub series: Vec<Series>,
    /// Appointments to put.
    pub appointments: Vec<Appointment>,
    /// Series to erase.
    pub erased_series: Vec<SeriesId>,
    /// Appointments to erase.
    pub erased_appointments: Vec<AppointmentId>,
    /// Why the change does not reach as far as was asked for.
    pub reason: Option<Reason>,
}

/// Why a series can't be changed as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
    /// Its rule can't be used.
    #[error(transparent)]
    Recurrence(#[from] RecurrenceError),
    /// What it should become breaks a rule.
    #[error(transparent)]
    Appointment(#[from] AppointmentIssue),
    /// It has an outcome, and what was written about a meeting is not removed with it.
    #[error("an appointment with an outcome stays as it is")]
    HasOutcome,
    /// Its rule is one of another program's that can't be moved to another day without saying which.
    #[error("moving this series to another day needs a new rule")]
    RuleNeeded,
}

impl ScopeError {
    /// The stable name of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Recurrence(error) => error.code(),
            Self::Appointment(issue) => issue.code(),
            Self::HasOutcome => "series-has-outcome",
            Self::RuleNeeded => "series-rule-needed",
        }
    }
}

/// Changes the occurrence of `series` at `at`, or more of the series, as `scope` says. `records` are
/// the series' own appointments. `new_id` names the series that the change may begin.
///
/// A change of time for all does not touch what has an outcome: meetings that were written about
/// happened when they happened. It then begins with the first occurrence without an outcome, and
/// [`SeriesEdit::reason`] says so.
///
/// # Errors
/// [`ScopeError`]; nothing is to be written then.
pub fn edit_series(
    series: &Series,
    records: &[Appointment],
    at: NaiveDateTime,
    scope: Scope,
    change: &SeriesChange,
    new_id: SeriesId,
) -> Result<SeriesEdit, ScopeError> {
    crate::appointment::validate(&change.content, change.minutes)?;
    let recurrence = series.recurrence()?;
    match scope {
        Scope::This => Ok(edit_this(series, records, at, change)),
        Scope::ThisAndFollowing if at <= recurrence.first() => edit_in_place(series, records, at, change),
        Scope::ThisAndFollowing => edit_following(series, records, at, at, change, new_id),
        Scope::All if is_content_only(series, at, change) => edit_in_place(series, records, at, change),
        Scope::All => {
            let open = first_open(series, records)?;
            if open <= recurrence.first() {
                return edit_in_place(series, records, at, change);
            }
            // A number of times asked for all counts those that stay.
            let mut change = change.clone();
            if let Some(rule) = &mut change.rule {
                *rule = with_fewer_times(rule, recurrence.count_before(open))?;
            }
            let mut edit = edit_following(series, records, open, at, &change, new_id)?;
            edit.reason = Some(Reason::KeptOutcomes);
            Ok(edit)
        }
    }
}

/// Removes the occurrence of `series` at `at`, or more of the series, as `scope` says. Records with an
/// outcome stay.
///
/// # Errors
/// [`ScopeError::HasOutcome`] for a single one that has an outcome; [`ScopeError::Recurrence`].
pub fn remove_from_series(
    series: &Series,
    records: &[Appointment],
    at: NaiveDateTime,
    scope: Scope,
) -> Result<SeriesEdit, ScopeError> {
    let recurrence = series.recurrence()?;
    let mut edit = SeriesEdit::default();
    let from = match scope {
        Scope::This => {
            for record in records_from(series, records, at).filter(|(record_at, _)| *record_at == at) {
                if record.1.outcome.is_some() {
                    return Err(ScopeError::HasOutcome);
                }
                edit.erased_appointments.push(record.1.id);
            }
            let mut changed = series.clone();
            changed.excluded.push(at);
            changed.excluded.sort_unstable();
            changed.excluded.dedup();
            edit.series.push(changed);
            return Ok(edit);
        }
        Scope::ThisAndFollowing => at,
        Scope::All => recurrence.first(),
    };
    for (_, record) in records_from(series, records, from) {
        if record.outcome.is_some() {
            edit.reason = Some(Reason::KeptOutcomes);
        } else {
            edit.erased_appointments.push(record.id);
        }
    }
    if from <= recurrence.first() {
        edit.erased_series.push(series.id);
    } else {
        let mut ended = series.clone();
        ended.rule = recurrence.ended_before(from);
        ended.excluded.retain(|excluded| *excluded < from);
        edit.series.push(ended);
    }
    Ok(edit)
}

fn edit_this(
    series: &Series,
    records: &[Appointment],
    at: NaiveDateTime,
    change: &SeriesChange,
) -> SeriesEdit {
    let id = Appointment::id_in_series(series.id, at);
    let own = records.iter().find(|record| record.id == id);
    let mut appointment =
        own.cloned().unwrap_or_else(|| Occurrence::of_series(series, at).to_appointment(id));
    appointment.starts_at = change.starts_at;
    appointment.minutes = change.minutes;
    appointment.all_day = change.all_day;
    appointment.content = change.content.clone();
    SeriesEdit { appointments: vec![appointment], ..SeriesEdit::default() }
}

fn edit_in_place(
    series: &Series,
    records: &[Appointment],
    at: NaiveDateTime,
    change: &SeriesChange,
) -> Result<SeriesEdit, ScopeError> {
    let mut edit = SeriesEdit::default();
    change_from(series, series.clone(), records, at, change, &mut edit)?;
    Ok(edit)
}

fn edit_following(
    series: &Series,
    records: &[Appointment],
    from: NaiveDateTime,
    at: NaiveDateTime,
    change: &SeriesChange,
    new_id: SeriesId,
) -> Result<SeriesEdit, ScopeError> {
    let (before, following) = split(series, from, new_id)?;
    let mut edit = SeriesEdit { series: before.into_iter().collect(), ..SeriesEdit::default() };
    change_from(series, following, records, at, change, &mut edit)?;
    Ok(edit)
}

/// Makes `target`, the whole of `series` or what is left of it, what `change` asks, and takes its
/// records along: those with an outcome stay what they are and keep their place free in the new
/// series; the others follow.
fn change_from(
    series: &Series,
    mut target: Series,
    records: &[Appointment],
    at: NaiveDateTime,
    change: &SeriesChange,
    edit: &mut SeriesEdit,
) -> Result<(), ScopeError> {
    let from = target.starts_at;
    let later = change.starts_at - at;
    let given = change.rule.as_ref().filter(|rule| **rule != series.rule);
    target.rule = match given {
        Some(rule) => rule.clone(),
        None => moved_rule(&target, at, change.starts_at)?,
    };
    target.starts_at = shifted(from, later)?;
    target.minutes = change.minutes;
    target.all_day = change.all_day;
    target.content = change.content.clone();
    for excluded in &mut target.excluded {
        *excluded = shifted(*excluded, later)?;
    }
    let is_same_place = target.id == series.id && later.is_zero();
    for (record_at, record) in records_from(series, records, from) {
        let moved_to = shifted(record_at, later)?;
        if record.outcome.is_some() {
            if !is_same_place {
                target.excluded.push(moved_to);
            }
            continue;
        }
        let mut moved = record.clone();
        // What was changed for this one alone stays as it was changed.
        if moved.content == series.content {
            moved.content = change.content.clone();
        }
        if moved.starts_at == record_at {
            moved.starts_at = moved_to;
            moved.minutes = change.minutes;
            moved.all_day = change.all_day;
        }
        moved.series = Some(target.id);
        moved.recurrence_id = Some(moved_to);
        moved.id = Appointment::id_in_series(target.id, moved_to);
        if moved.id != record.id {
            edit.erased_appointments.push(record.id);
        }
        if moved != *record {
            edit.appointments.push(moved);
        }
    }
    // A record that moves to where another one was is written, not erased.
    edit.erased_appointments.retain(|id| !edit.appointments.iter().any(|put| put.id == *id));
    target.excluded.sort_unstable();
    target.excluded.dedup();
    target.recurrence()?;
    edit.series.push(target);
    Ok(())
}

/// The rule of `target` when what was at `at` begins at `to`.
fn moved_rule(target: &Series, at: NaiveDateTime, to: NaiveDateTime) -> Result<String, ScopeError> {
    let (from, to) = (at.date(), to.date());
    if from == to {
        return Ok(target.rule.clone());
    }
    let rule = target.recurrence()?.to_rule();
    Pattern::from_rule(&rule).map(|pattern| pattern.moved(from, to).to_rule()).ok_or(ScopeError::RuleNeeded)
}

/// The same time, so much later; refused beyond the end of all calendars.
fn shifted(at: NaiveDateTime, later: TimeDelta) -> Result<NaiveDateTime, RecurrenceError> {
    at.checked_add_signed(later).ok_or(RecurrenceError::Unreadable)
}

fn is_content_only(series: &Series, at: NaiveDateTime, change: &SeriesChange) -> bool {
    let same_rule = change.rule.as_ref().is_none_or(|rule| *rule == series.rule);
    change.starts_at == at
        && change.minutes == series.minutes
        && change.all_day == series.all_day
        && same_rule
}

/// The first occurrence without an outcome.
fn first_open(series: &Series, records: &[Appointment]) -> Result<NaiveDateTime, ScopeError> {
    let recurrence = series.recurrence()?;
    let done: HashSet<NaiveDateTime> = records_from(series, records, series.starts_at)
        .filter(|(_, record)| record.outcome.is_some())
        .map(|(at, _)| at)
        .chain(series.excluded.iter().copied())
        .collect();
    // No more steps than there are occurrences to step over.
    recurrence.iter().take(done.len() + 1).find(|at| !done.contains(at)).ok_or(ScopeError::HasOutcome)
}

/// The rule that happens `times` fewer times, when it says how many; at least once.
fn with_fewer_times(rule: &str, times: u32) -> Result<String, RecurrenceError> {
    let mut rule = Rule::read(rule)?;
    if let End::Count(count) = rule.end {
        rule.end = End::Count(count.saturating_sub(times).max(1));
    }
    Ok(rule.to_string())
}

/// The series' own records from `from` on, by when the series has them begin.
fn records_from<'a>(
    series: &'a Series,
    records: &'a [Appointment],
    from: NaiveDateTime,
) -> impl Iterator<Item = (NaiveDateTime, &'a Appointment)> {
    records
        .iter()
        .filter(|record| record.series == Some(series.id))
        .filter_map(|record| record.recurrence_id.map(|at| (at, record)))
        .filter(move |(at, _)| *at >= from)
}
