//! Takes out an appointment that was booked by mistake. One that was called off gets an outcome
//! instead.

use farled_case::{Scope, Series};
use serde::Deserialize;
use specta::Type;

use super::{
    OccurrenceTarget,
    series_edit::{apply, own_appointments},
};
use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
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
        let series: Series = require(writer, id)?;
        let own = own_appointments(writer, &series)?;
        let edit = farled_case::remove_from_series(&series, &own, at, removal.scope)?;
        apply(writer, edit)
    })
}
