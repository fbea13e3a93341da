//! By what an occurrence is changed.

use chrono::{NaiveDateTime, TimeDelta};
use farled_case::{Appointment, AppointmentId, Occurrence, Series, SeriesId};
use farled_vault::Writer;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Desk, Failure, Result, desk::require, new_id};

/// Names one occurrence: a single appointment, or one of a series by when the series has it begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OccurrenceTarget {
    /// The appointment's record, when there is one.
    #[serde(default)]
    pub appointment: Option<AppointmentId>,
    /// The series.
    #[serde(default)]
    pub series: Option<SeriesId>,
    /// When the series has it begin.
    #[serde(default)]
    pub recurrence_id: Option<NaiveDateTime>,
}

impl OccurrenceTarget {
    /// Names an occurrence.
    #[must_use]
    pub fn of(occurrence: &Occurrence) -> Self {
        Self {
            appointment: occurrence.appointment,
            series: occurrence.series,
            recurrence_id: occurrence.recurrence_id,
        }
    }

    /// The id that its record has, or gets once it needs one.
    ///
    /// # Errors
    /// `record-missing` when it names nothing.
    pub fn appointment_id(&self) -> Result<AppointmentId> {
        match (self.appointment, self.series, self.recurrence_id) {
            (Some(id), _, _) => Ok(id),
            (None, Some(series), Some(at)) => Ok(Appointment::id_in_series(series, at)),
            _ => Err(Failure::new("record-missing")),
        }
    }

    /// Its record; for one of a series that has none yet, what the series says.
    pub(super) fn appointment(&self, writer: &Writer<'_>) -> Result<Appointment> {
        let id = self.appointment_id()?;
        if let Some(appointment) = writer.get::<Appointment>(id.into())? {
            return Ok(appointment);
        }
        let (Some(series), Some(at)) = (self.series, self.recurrence_id) else {
            return Err(Failure::new("record-missing"));
        };
        Ok(of_series(require(writer, series)?, at))
    }
}

/// Keeps an appointment. The id that follows from its series may have been erased with an earlier
/// change of the series, and an erased id never comes back: it then gets one of its own, and is still
/// known by its series and recurrence id.
pub(super) fn keep(writer: &mut Writer<'_>, mut appointment: Appointment) -> Result<AppointmentId> {
    if writer.is_erased(appointment.id.into())? {
        appointment.id = AppointmentId(new_id());
    }
    writer.put(&appointment)?;
    Ok(appointment.id)
}

/// What a series says of its occurrence at `at`.
fn of_series(series: Series, at: NaiveDateTime) -> Appointment {
    Appointment {
        id: Appointment::id_in_series(series.id, at),
        case: series.case,
        series: Some(series.id),
        recurrence_id: Some(at),
        starts_at: at,
        minutes: series.minutes,
        all_day: series.all_day,
        content: series.content,
        outcome: None,
        superseded_by: None,
        supersedes: None,
    }
}

/// One occurrence.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn occurrence(desk: &Desk, target: &OccurrenceTarget) -> Result<Occurrence> {
    let id = target.appointment_id()?;
    let appointment = match (desk.vault().get::<Appointment>(id.into())?, target.series, target.recurrence_id)
    {
        (Some(appointment), _, _) => appointment,
        (None, Some(series), Some(at)) => of_series(desk.require(series)?, at),
        _ => return Err(Failure::new("record-missing")),
    };
    Ok(Occurrence {
        appointment: target.appointment,
        series: appointment.series,
        recurrence_id: appointment.recurrence_id,
        case: appointment.case,
        starts_at: appointment.starts_at,
        ends_at: appointment.starts_at + TimeDelta::minutes(i64::from(appointment.minutes)),
        minutes: appointment.minutes,
        all_day: appointment.all_day,
        content: appointment.content,
        outcome: appointment.outcome,
        superseded_by: appointment.superseded_by,
        supersedes: appointment.supersedes,
    })
}
