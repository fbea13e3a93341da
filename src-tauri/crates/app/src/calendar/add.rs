//! Books an appointment, once or repeated.

use chrono::NaiveDateTime;
use farled_case::{Appointment, AppointmentContent, CaseId, Pattern, Recurrence, Series, SeriesId};
use serde::Deserialize;
use specta::Type;
use uuid::Uuid;

use super::OccurrenceTarget;
use crate::{Desk, Result, desk::ensure_open};

/// What is asked when an appointment is booked.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewAppointment {
    /// The id, chosen by the caller: of the appointment, or of the series when it is repeated.
    pub id: Uuid,
    /// The case.
    pub case: CaseId,
    /// When it begins, wall-clock time.
    pub starts_at: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Whether it has no time of day.
    #[serde(default)]
    pub all_day: bool,
    /// What it is about.
    pub content: AppointmentContent,
    /// How it is repeated.
    #[serde(default)]
    pub pattern: Option<Pattern>,
}

/// Books an appointment.
///
/// # Errors
/// `appointment-no-title`, `appointment-too-long`, a recurrence code, `case-closed`, or what the vault says.
pub fn add(desk: &mut Desk, new: NewAppointment) -> Result<OccurrenceTarget> {
    match new.pattern {
        None => add_single(desk, new),
        Some(pattern) => add_series(desk, new, pattern),
    }
}

fn add_single(desk: &mut Desk, new: NewAppointment) -> Result<OccurrenceTarget> {
    let appointment = Appointment {
        id: farled_case::AppointmentId(new.id),
        case: new.case,
        series: None,
        recurrence_id: None,
        starts_at: new.starts_at,
        minutes: if new.all_day { 0 } else { new.minutes },
        all_day: new.all_day,
        content: new.content,
        outcome: None,
        superseded_by: None,
        supersedes: None,
    };
    appointment.validate()?;
    desk.write(|writer| {
        ensure_open(writer, appointment.case)?;
        if writer.get::<Appointment>(appointment.id.into())?.is_none() {
            writer.put(&appointment)?;
        }
        Ok(())
    })?;
    Ok(OccurrenceTarget { appointment: Some(appointment.id), series: None, recurrence_id: None })
}

fn add_series(desk: &mut Desk, new: NewAppointment, pattern: Pattern) -> Result<OccurrenceTarget> {
    let series = Series {
        id: SeriesId(new.id),
        case: new.case,
        starts_at: new.starts_at,
        minutes: if new.all_day { 0 } else { new.minutes },
        all_day: new.all_day,
        rule: pattern.to_rule(),
        excluded: Vec::new(),
        content: new.content,
    };
    series.validate()?;
    let first = Recurrence::parse(&series.rule, series.starts_at)?.first();
    desk.write(|writer| {
        ensure_open(writer, series.case)?;
        if writer.get::<Series>(series.id.into())?.is_none() {
            writer.put(&series)?;
        }
        Ok(())
    })?;
    Ok(OccurrenceTarget { appointment: None, series: Some(series.id), recurrence_id: Some(first) })
}
