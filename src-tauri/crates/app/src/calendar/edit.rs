//! Changes an appointment: this one, this and the following, or all of its series.

use chrono::NaiveDateTime;
use farled_case::{Appointment, AppointmentContent, Pattern, Scope, Series, SeriesChange, SeriesId};
use serde::Deserialize;
use specta::Type;

use super::{
    OccurrenceTarget,
    series_edit::{apply, own_appointments, repeat},
};
use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
    new_id,
};

/// What an appointment shall be.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AppointmentEdit {
    /// Which.
    pub target: OccurrenceTarget,
    /// How far the change reaches.
    pub scope: Scope,
    /// When it begins.
    pub starts_at: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Whether it has no time of day.
    #[serde(default)]
    pub all_day: bool,
    /// What it is about.
    pub content: AppointmentContent,
    /// How it is repeated. None leaves that as it is.
    #[serde(default)]
    pub pattern: Option<Pattern>,
}

/// Where an appointment is moved.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AppointmentMove {
    /// Which.
    pub target: OccurrenceTarget,
    /// How far the change reaches.
    pub scope: Scope,
    /// When it begins.
    pub starts_at: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
}

/// Changes an appointment.
///
/// # Errors
/// `appointment-no-title`, `appointment-too-long`, a recurrence code, `record-missing`, `case-closed`, or
/// what the vault says.
pub fn edit(desk: &mut Desk, edit: AppointmentEdit) -> Result<()> {
    desk.write(|writer| {
        let present = edit.target.appointment(writer)?;
        ensure_open(writer, present.case)?;
        let minutes = if edit.all_day { 0 } else { edit.minutes };
        let changed = Appointment {
            starts_at: edit.starts_at,
            minutes,
            all_day: edit.all_day,
            content: edit.content,
            ..present
        };
        changed.validate()?;
        match (changed.series, edit.scope, edit.pattern) {
            (None, _, Some(pattern)) => repeat(writer, changed, pattern),
            (None, _, None) => {
                writer.put(&changed)?;
                Ok(())
            }
            (Some(series), scope, pattern) => {
                let series: Series = require(writer, series)?;
                let own = own_appointments(writer, &series)?;
                let at = changed.recurrence_id.ok_or_else(|| Failure::new("record-missing"))?;
                let change = SeriesChange {
                    starts_at: changed.starts_at,
                    minutes: changed.minutes,
                    all_day: changed.all_day,
                    // A rule that stays as it is is left alone, whatever another program wrote into it.
                    rule: pattern
                        .filter(|pattern| Pattern::from_rule(&series.rule) != Some(*pattern))
                        .map(|pattern| pattern.to_rule()),
                    content: changed.content,
                };
                let edit = farled_case::edit_series(&series, &own, at, scope, &change, SeriesId(new_id()))?;
                apply(writer, edit)
            }
        }
    })
}

/// Moves an appointment, and leaves everything else about it as it is.
///
/// # Errors
/// As [`edit`].
pub fn move_to(desk: &mut Desk, to: AppointmentMove) -> Result<()> {
    let present = super::occurrence(desk, &to.target)?;
    edit(
        desk,
        AppointmentEdit {
            target: to.target,
            scope: to.scope,
            starts_at: to.starts_at,
            minutes: to.minutes,
            all_day: present.all_day,
            content: present.content,
            pattern: None,
        },
    )
}
