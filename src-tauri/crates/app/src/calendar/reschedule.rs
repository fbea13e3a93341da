//! Books an appointment anew: a new one is made and the old one points to it. The old one is never
//! rewritten.

use chrono::NaiveDateTime;
use farled_case::{Appointment, AppointmentId, Outcome, OutcomeKind};
use serde::Deserialize;
use specta::Type;

use super::{OccurrenceTarget, target::keep};
use crate::{Desk, Failure, Result, desk::ensure_open};

/// When an appointment is to be held instead.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct Reschedule {
    /// Which.
    pub target: OccurrenceTarget,
    /// The new appointment's id, chosen by the caller.
    pub id: AppointmentId,
    /// When it begins.
    pub starts_at: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
}

/// Books an appointment anew.
///
/// # Errors
/// `already-rescheduled`, `record-missing`, `case-closed`, or what the vault says.
pub fn reschedule(desk: &mut Desk, to: &Reschedule) -> Result<OccurrenceTarget> {
    desk.write(|writer| {
        let mut old = to.target.appointment(writer)?;
        ensure_open(writer, old.case)?;
        match old.superseded_by {
            Some(id) if id == to.id => return Ok(()),
            Some(_) => return Err(Failure::new("already-rescheduled")),
            None => {}
        }
        let mut new = Appointment {
            id: to.id,
            case: old.case,
            series: None,
            recurrence_id: None,
            starts_at: to.starts_at,
            minutes: to.minutes,
            all_day: false,
            content: old.content.clone(),
            outcome: None,
            superseded_by: None,
            supersedes: Some(old.id),
        };
        new.validate()?;
        old.superseded_by = Some(new.id);
        if old.outcome.is_none() {
            old.outcome =
                Some(Outcome { kind: OutcomeKind::ToBeRescheduled, reason: None, text: String::new() });
        }
        new.supersedes = Some(keep(writer, old)?);
        writer.put(&new)?;
        Ok(())
    })?;
    Ok(OccurrenceTarget { appointment: Some(to.id), series: None, recurrence_id: None })
}
