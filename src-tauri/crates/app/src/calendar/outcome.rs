//! Writes down how an appointment went.

use farled_case::{Outcome, OutcomeKind};
use serde::Deserialize;
use specta::Type;

use super::{OccurrenceTarget, target::keep};
use crate::{Desk, Failure, Result, desk::ensure_open};

/// How an appointment went.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct OutcomeEdit {
    /// Which.
    pub target: OccurrenceTarget,
    /// How it went; none takes back what was written.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// Writes down how an appointment went.
///
/// # Errors
/// `appointment-not-yet` for one that has not begun, unless it was called off or moved;
/// `record-missing`, `case-closed`, or what the vault says.
pub fn set_outcome(desk: &mut Desk, edit: OutcomeEdit) -> Result<()> {
    let now = desk.wall();
    desk.write(|writer| {
        let mut appointment = edit.target.appointment(writer)?;
        ensure_open(writer, appointment.case)?;
        if let Some(outcome) = &edit.outcome
            && appointment.starts_at > now
            && !foreseeable(outcome.kind)
        {
            return Err(Failure::new("appointment-not-yet"));
        }
        appointment.outcome = edit.outcome.map(|outcome| Outcome {
            reason: outcome.reason.filter(|_| outcome.kind.takes_reason()),
            text: outcome.text.trim().to_owned(),
            ..outcome
        });
        keep(writer, appointment)?;
        Ok(())
    })
}

/// Whether an outcome can be known before the appointment begins.
fn foreseeable(kind: OutcomeKind) -> bool {
    use OutcomeKind::{AbsentForSafety, CancelledByOther, CancelledByUs, ExcusedAbsence, ToBeRescheduled};
    matches!(kind, CancelledByUs | CancelledByOther | ToBeRescheduled | ExcusedAbsence | AbsentForSafety)
}
