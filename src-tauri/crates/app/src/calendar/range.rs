//! The occurrences in a range of days.

use std::collections::HashMap;

use chrono::NaiveDate;
use farled_case::{
    Appointment, AppointmentId, Case, CaseId, Note, NoteDraft, NoteId, Occurrence, Pattern, Series,
};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use super::OccurrenceTarget;
use crate::{Desk, Failure, Result};

/// The longest range that is shown at once: a bit more than a year.
const LONGEST: i64 = 400;

/// An occurrence with what a calendar shows beside it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarItem {
    /// The occurrence.
    pub occurrence: Occurrence,
    /// By what it is changed.
    pub target: OccurrenceTarget,
    /// The person's alias.
    pub alias: String,
    /// How the series repeats, when it is one and the interface can show it.
    pub pattern: Option<Pattern>,
    /// The note about it, draft or signed.
    pub note: Option<NoteId>,
    /// Aliases of those whose appointments lie at the same time.
    pub clashes: Vec<String>,
}

/// The occurrences from `from` up to and without `to`, of one case or of all, sorted by when they
/// begin.
///
/// # Errors
/// What the recurrence rules or the vault say.
pub fn occurrences_between(
    desk: &Desk,
    case: Option<CaseId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Occurrence>> {
    let filter = Filter { case, ..Filter::default() };
    let series = desk.vault().list::<Series>(&filter)?;
    let appointments = desk.vault().list::<Appointment>(&filter)?;
    Ok(farled_case::occurrences(&series, &appointments, from, to)?)
}

/// A range of days for the calendar.
///
/// # Errors
/// `range-too-long`, or what the recurrence rules or the vault say.
pub fn range(desk: &Desk, case: Option<CaseId>, from: NaiveDate, to: NaiveDate) -> Result<Vec<CalendarItem>> {
    if (to - from).num_days() > LONGEST || to < from {
        return Err(Failure::new("range-too-long"));
    }
    let aliases: HashMap<_, _> = desk
        .vault()
        .list::<Case>(&Filter::default())?
        .into_iter()
        .map(|case| (case.id, case.alias))
        .collect();
    let alias = |case: CaseId| aliases.get(&case).cloned().unwrap_or_default();
    let patterns: HashMap<_, _> = desk
        .vault()
        .list::<Series>(&Filter { case, ..Filter::default() })?
        .into_iter()
        .map(|series| (series.id, Pattern::from_rule(&series.rule)))
        .collect();
    let notes = notes_about(desk, case, from)?;
    // Clashes are with anybody's appointments: the contact person can be at one place only.
    let everybody = occurrences_between(desk, None, from, to)?;
    let mut items = Vec::new();
    for occurrence in everybody.iter().filter(|occurrence| case.is_none_or(|case| occurrence.case == case)) {
        let target = OccurrenceTarget::of(occurrence);
        items.push(CalendarItem {
            alias: alias(occurrence.case),
            pattern: occurrence.series.and_then(|series| patterns.get(&series).copied().flatten()),
            note: notes.get(&target.appointment_id()?).copied(),
            clashes: everybody
                .iter()
                .filter(|other| clash(occurrence, other))
                .map(|other| alias(other.case))
                .collect(),
            occurrence: occurrence.clone(),
            target,
        });
    }
    Ok(items)
}

/// Whether two different occurrences lie at the same time.
fn clash(one: &Occurrence, other: &Occurrence) -> bool {
    let timed = |occurrence: &Occurrence| {
        !occurrence.all_day && occurrence.superseded_by.is_none() && occurrence.outcome.is_none()
    };
    OccurrenceTarget::of(one) != OccurrenceTarget::of(other)
        && timed(one)
        && timed(other)
        && one.starts_at < other.ends_at
        && other.starts_at < one.ends_at
}

/// Which note tells of which appointment.
fn notes_about(desk: &Desk, case: Option<CaseId>, from: NaiveDate) -> Result<HashMap<AppointmentId, NoteId>> {
    let mut about = HashMap::new();
    for draft in desk.vault().list::<NoteDraft>(&Filter { case, ..Filter::default() })? {
        about.extend(draft.content.appointment.map(|appointment| (appointment, draft.id)));
    }
    let since = (from - chrono::TimeDelta::days(1)).and_hms_opt(0, 0, 0);
    for note in desk.vault().list::<Note>(&Filter { case, starts_from: since, ..Filter::default() })? {
        about.extend(note.content.appointment.map(|appointment| (appointment, note.id)));
    }
    Ok(about)
}
