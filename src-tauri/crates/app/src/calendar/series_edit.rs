//! Changes a series from one of its appointments on.
//!
//! What has happened stays as it was written: an appointment with an outcome is never moved or
//! reworded by a change to its series. A change of time or rule for all therefore begins at the first
//! appointment without an outcome, and a change of content alone is made in place.

use chrono::NaiveDateTime;
use farled_case::{Appointment, Pattern, Recurrence, Scope, Series, SeriesId};
use farled_vault::{Filter, Writer};

use crate::{Failure, Result, desk::require, new_id};

/// What a series shall be from one of its appointments on.
pub(super) struct SeriesChange {
    /// The appointment as it shall be.
    pub changed: Appointment,
    /// How far the change reaches; not [`Scope::This`].
    pub scope: Scope,
    /// How it is repeated. None leaves that as it is.
    pub pattern: Option<Pattern>,
}

/// Changes the series.
pub(super) fn change_series(writer: &mut Writer<'_>, change: SeriesChange) -> Result<()> {
    let SeriesChange { changed, scope, pattern } = change;
    let (Some(id), Some(at)) = (changed.series, changed.recurrence_id) else {
        return Err(Failure::new("record-missing"));
    };
    let series: Series = require(writer, id)?;
    let same_time = changed.starts_at == at
        && changed.minutes == series.minutes
        && changed.all_day == series.all_day
        && pattern.is_none_or(|pattern| pattern.to_rule() == series.rule);
    if scope == Scope::All && same_time {
        return change_content(writer, series, &changed);
    }
    let own = own_appointments(writer, &series)?;
    let from = match scope {
        Scope::All => first_open(&series, &own)?,
        Scope::This | Scope::ThisAndFollowing => at,
    };
    let (old, mut new) = farled_case::split(&series, from, SeriesId(new_id()))?;
    let shift = changed.starts_at - at;
    let pattern = match pattern {
        Some(pattern) => Some(pattern),
        None if changed.starts_at.date() != at.date() => {
            let pattern =
                Pattern::from_rule(&new.rule).ok_or_else(|| Failure::new("recurrence-not-movable"))?;
            Some(pattern.moved(at.date(), changed.starts_at.date()))
        }
        None => None,
    };
    new.starts_at += shift;
    for excluded in &mut new.excluded {
        *excluded += shift;
    }
    new.minutes = changed.minutes;
    new.all_day = changed.all_day;
    new.content = changed.content;
    if let Some(pattern) = pattern {
        new.rule = pattern.to_rule();
    }
    // A rule that can't be expanded is refused here, before anything is written.
    Recurrence::parse(&new.rule, new.starts_at)?;
    new.validate()?;
    replace(writer, &series, old.as_ref(), from, own)?;
    writer.put(&new)?;
    Ok(())
}

/// Changes what the appointments are about, in place; those with an outcome keep what they said.
fn change_content(writer: &mut Writer<'_>, series: Series, changed: &Appointment) -> Result<()> {
    for own in own_appointments(writer, &series)? {
        if own.outcome.is_none() && own.superseded_by.is_none() {
            writer.put(&Appointment { content: changed.content.clone(), ..own })?;
        }
    }
    writer.put(&Series { content: changed.content.clone(), ..series })?;
    Ok(())
}

/// Ends the old series before `from`. Appointments of its own from there on go; those with an outcome
/// stay, as single ones.
pub(super) fn replace(
    writer: &mut Writer<'_>,
    series: &Series,
    old: Option<&Series>,
    from: NaiveDateTime,
    own: Vec<Appointment>,
) -> Result<()> {
    match old {
        Some(old) => {
            writer.put(old)?;
        }
        None => writer.erase(series.id.into())?,
    }
    for own in own {
        if own.recurrence_id.is_none_or(|at| at < from) {
            continue;
        }
        if own.outcome.is_some() || own.superseded_by.is_some() {
            writer.put(&Appointment { series: None, recurrence_id: None, ..own })?;
        } else {
            writer.erase(own.id.into())?;
        }
    }
    Ok(())
}

/// The appointments of a series that are records of their own.
pub(super) fn own_appointments(writer: &Writer<'_>, series: &Series) -> Result<Vec<Appointment>> {
    let mut own = writer.list::<Appointment>(&Filter { case: Some(series.case), ..Filter::default() })?;
    own.retain(|appointment| appointment.series == Some(series.id));
    Ok(own)
}

/// When the first appointment after the last with an outcome begins.
pub(super) fn first_open(series: &Series, own: &[Appointment]) -> Result<NaiveDateTime> {
    let recurrence = Recurrence::parse(&series.rule, series.starts_at)?;
    let last_done = own
        .iter()
        .filter(|appointment| appointment.outcome.is_some() || appointment.superseded_by.is_some())
        .filter_map(|appointment| appointment.recurrence_id)
        .max();
    match last_done {
        None => Ok(recurrence.first()),
        Some(done) => recurrence
            .next_from(done + chrono::TimeDelta::minutes(1))
            .ok_or_else(|| Failure::new("series-over")),
    }
}

/// Makes a single appointment the first of a series.
pub(super) fn repeat(writer: &mut Writer<'_>, appointment: Appointment, pattern: Pattern) -> Result<()> {
    let series = Series {
        id: SeriesId(new_id()),
        case: appointment.case,
        starts_at: appointment.starts_at,
        minutes: appointment.minutes,
        all_day: appointment.all_day,
        rule: pattern.to_rule(),
        excluded: Vec::new(),
        content: appointment.content.clone(),
    };
    Recurrence::parse(&series.rule, series.starts_at)?;
    writer.put(&series)?;
    if appointment.outcome.is_some() || appointment.supersedes.is_some() {
        // It has a history of its own: it becomes the series' record for that day.
        writer.put(&Appointment {
            recurrence_id: Some(appointment.starts_at),
            series: Some(series.id),
            ..appointment
        })?;
    } else {
        writer.erase(appointment.id.into())?;
    }
    Ok(())
}
