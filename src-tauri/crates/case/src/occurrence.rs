//! What stands in a calendar: series expanded, each replaced by its own record where it has one,
//! together with single appointments.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Appointment, AppointmentContent, AppointmentId, CaseId, Outcome, Recurrence, RecurrenceError, Series,
    SeriesId,
};

/// One appointment as a calendar shows it, with a record of its own or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Occurrence {
    /// Its record, when it has one.
    pub appointment: Option<AppointmentId>,
    /// The series that it belongs to.
    pub series: Option<SeriesId>,
    /// When the series would have it begin.
    pub recurrence_id: Option<NaiveDateTime>,
    /// The case.
    pub case: CaseId,
    /// When it begins.
    pub starts_at: NaiveDateTime,
    /// When it ends.
    pub ends_at: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Whether it has no time of day.
    pub all_day: bool,
    /// What it is about.
    pub content: AppointmentContent,
    /// How it went.
    pub outcome: Option<Outcome>,
    /// The appointment that replaced it.
    pub superseded_by: Option<AppointmentId>,
    /// The appointment that it replaced.
    pub supersedes: Option<AppointmentId>,
}

/// What a range holds, and the series that could not be expanded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// The occurrences, in order of their beginning.
    pub occurrences: Vec<Occurrence>,
    /// The series whose rule can't be used, and why.
    pub broken: Vec<(SeriesId, RecurrenceError)>,
}

impl From<&Appointment> for Occurrence {
    fn from(appointment: &Appointment) -> Self {
        Self {
            appointment: Some(appointment.id),
            series: appointment.series,
            recurrence_id: appointment.recurrence_id,
            case: appointment.case,
            starts_at: appointment.starts_at,
            ends_at: appointment.ends_at(),
            minutes: appointment.minutes,
            all_day: appointment.all_day,
            content: appointment.content.clone(),
            outcome: appointment.outcome.clone(),
            superseded_by: appointment.superseded_by,
            supersedes: appointment.supersedes,
        }
    }
}

impl Occurrence {
    /// The occurrence that `series` has at `recurrence_id`, without a record of its own.
    #[must_use]
    pub fn of_series(series: &Series, recurrence_id: NaiveDateTime) -> Self {
        Self {
            appointment: None,
            series: Some(series.id),
            recurrence_id: Some(recurrence_id),
            case: series.case,
            starts_at: recurrence_id,
            ends_at: crate::appointment::end(recurrence_id, series.minutes),
            minutes: series.minutes,
            all_day: series.all_day,
            content: series.content.clone(),
            outcome: None,
            superseded_by: None,
            supersedes: None,
        }
    }

    /// The record that this occurrence is or becomes once something is said of it.
    #[must_use]
    pub fn to_appointment(&self, new_id: AppointmentId) -> Appointment {
        let derived = self.series.zip(self.recurrence_id);
        let id = derived.map(|(series, at)| Appointment::id_in_series(series, at));
        Appointment {
            id: self.appointment.or(id).unwrap_or(new_id),
            case: self.case,
            series: self.series,
            recurrence_id: self.recurrence_id,
            starts_at: self.starts_at,
            minutes: self.minutes,
            all_day: self.all_day,
            content: self.content.clone(),
            outcome: self.outcome.clone(),
            superseded_by: self.superseded_by,
            supersedes: self.supersedes,
        }
    }
}

/// What begins from `from` up to and without `to` (days), in order. `appointments` holds every record
/// of those series, wherever it was moved, and the single appointments; those outside the range are
/// passed over.
///
/// A record always shows, even when its series no longer has that beginning or leaves it out: what
/// was written about a meeting does not vanish with a change of plans.
///
/// # Errors
/// The first series whose rule can't be used. See [`expand`] for going on without it.
pub fn occurrences(
    series: &[Series],
    appointments: &[Appointment],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Occurrence>, RecurrenceError> {
    let expansion = expand(series, appointments, from, to);
    expansion.broken.first().map_or(Ok(expansion.occurrences), |(_, error)| Err(*error))
}

/// Like [`occurrences`], but a series whose rule can't be used doesn't hide the rest of the calendar.
#[must_use]
pub fn expand(series: &[Series], appointments: &[Appointment], from: NaiveDate, to: NaiveDate) -> Expansion {
    let recorded: HashSet<(SeriesId, NaiveDateTime)> = appointments
        .iter()
        .filter_map(|appointment| appointment.series.zip(appointment.recurrence_id))
        .collect();
    let mut expansion = Expansion::default();
    for series in series {
        match beginnings(series, from, to) {
            Ok(beginnings) => {
                let virtual_ones = beginnings.into_iter().filter(|at| !recorded.contains(&(series.id, *at)));
                expansion.occurrences.extend(virtual_ones.map(|at| Occurrence::of_series(series, at)));
            }
            Err(error) => expansion.broken.push((series.id, error)),
        }
    }
    let in_range = appointments.iter().filter(|appointment| {
        let day = appointment.starts_at.date();
        from <= day && day < to
    });
    expansion.occurrences.extend(in_range.map(Occurrence::from));
    // The ids last, so that the order is the same in every vault.
    expansion.occurrences.sort_by(|a, b| {
        let key = |o: &Occurrence| (o.starts_at, !o.all_day, o.ends_at, o.case, o.series, o.appointment);
        key(a).cmp(&key(b))
    });
    expansion
}

/// The beginnings of a series in a range, without those that it leaves out.
fn beginnings(
    series: &Series,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
    let mut beginnings = series.recurrence()?.between(from, to)?;
    let excluded: HashSet<&NaiveDateTime> = series.excluded.iter().collect();
    beginnings.retain(|at| !excluded.contains(at));
    Ok(beginnings)
}

impl Series {
    /// Its rule, read.
    ///
    /// # Errors
    /// When the rule can't be used.
    pub fn recurrence(&self) -> Result<Recurrence, RecurrenceError> {
        Recurrence::parse(&self.rule, self.starts_at)
    }
}
