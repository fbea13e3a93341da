//! Takes out an appointment that was booked by mistake. One that was called off gets an outcome
//! instead.

use farled_case::{Appointment, Scope, Series};
use serde::Deserialize;
use specta::Type;

use super::{
    OccurrenceTarget,
    series_edit::{first_open, own_appointments, replace},
};
use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
    new_id,
};

/// What is taken out.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AppointmentRemoval {
    /// Which.
    pub target: OccurrenceTarget,
    /// How far that reaches.
    pub scope: Scope,
}

/// Takes out an appointment.
///
/// # Errors
/// `appointment-has-outcome`, `record-missing`, `case-closed`, or what the vault says.
pub fn remove(desk: &mut Desk, removal: &AppointmentRemoval) -> Result<()> {
    desk.write(|writer| {
        let appointment = removal.target.appointment(writer)?;
        ensure_open(writer, appointment.case)?;
        let (Some(id), Some(at)) = (appointment.series, appointment.recurrence_id) else {
            return match appointment.outcome {
                Some(_) => Err(Failure::new("appointment-has-outcome")),
                None => Ok(writer.erase(appointment.id.into())?),
            };
        };
        let mut series: Series = require(writer, id)?;
        let own = own_appointments(writer, &series)?;
        let from = match removal.scope {
            Scope::This => {
                if appointment.outcome.is_some() {
                    return Err(Failure::new("appointment-has-outcome"));
                }
                if writer.get::<Appointment>(appointment.id.into())?.is_some() {
                    writer.erase(appointment.id.into())?;
                }
                series.excluded.push(at);
                series.excluded.sort_unstable();
                writer.put(&series)?;
                return Ok(());
            }
            Scope::ThisAndFollowing => at,
            Scope::All => first_open(&series, &own)?,
        };
        let (old, _) = farled_case::split(&series, from, farled_case::SeriesId(new_id()))?;
        replace(writer, &series, old.as_ref(), from, own)
    })
}
