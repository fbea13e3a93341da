//! Writes what a change of a series comes to. The rules are [`farled_case::edit_series`]'s.

use farled_case::{Appointment, Pattern, Recurrence, Series, SeriesEdit, SeriesId};
use farled_vault::{Filter, Writer};

use super::target::keep;
use crate::{Result, new_id};

/// Writes it.
pub(super) fn apply(writer: &mut Writer<'_>, edit: SeriesEdit) -> Result<()> {
    for series in &edit.series {
        writer.put(series)?;
    }
    for appointment in edit.appointments {
        keep(writer, appointment)?;
    }
    for id in edit.erased_series {
        writer.erase(id.into())?;
    }
    for id in edit.erased_appointments {
        writer.erase(id.into())?;
    }
    Ok(())
}

/// The appointments of a series that are records of their own.
pub(super) fn own_appointments(writer: &Writer<'_>, series: &Series) -> Result<Vec<Appointment>> {
    let mut own = writer.list::<Appointment>(&Filter { case: Some(series.case), ..Filter::default() })?;
    own.retain(|appointment| appointment.series == Some(series.id));
    Ok(own)
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
