//! Appointments and series.

use chrono::NaiveDate;
use farled_app::{
    Result,
    calendar::{
        self, AppointmentEdit, AppointmentMove, AppointmentRemoval, CalendarItem, NewAppointment,
        OccurrenceTarget, OutcomeEdit, QuickDraft, Reschedule,
    },
};
use farled_case::{CaseId, Occurrence};
use tauri::State;

use crate::Shell;

/// The occurrences from a day up to and without another.
#[tauri::command]
#[specta::specta]
pub fn calendar_range(
    shell: State<'_, Shell>,
    case_id: Option<CaseId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<CalendarItem>> {
    shell.desk(|desk| calendar::range(desk, case_id, from, to))
}

/// One appointment.
#[tauri::command]
#[specta::specta]
pub fn appointment_show(shell: State<'_, Shell>, target: OccurrenceTarget) -> Result<Occurrence> {
    shell.desk(|desk| calendar::occurrence(desk, &target))
}

/// Books an appointment.
#[tauri::command]
#[specta::specta]
pub fn appointment_add(shell: State<'_, Shell>, input: NewAppointment) -> Result<OccurrenceTarget> {
    shell.desk(|desk| calendar::add(desk, input))
}

/// Changes an appointment.
#[tauri::command]
#[specta::specta]
pub fn appointment_edit(shell: State<'_, Shell>, edit: AppointmentEdit) -> Result<()> {
    shell.desk(|desk| calendar::edit(desk, edit))
}

/// Moves an appointment.
#[tauri::command]
#[specta::specta]
pub fn appointment_move(shell: State<'_, Shell>, to: AppointmentMove) -> Result<()> {
    shell.desk(|desk| calendar::move_to(desk, to))
}

/// Takes out an appointment booked by mistake.
#[tauri::command]
#[specta::specta]
pub fn appointment_remove(shell: State<'_, Shell>, removal: AppointmentRemoval) -> Result<()> {
    shell.desk(|desk| calendar::remove(desk, &removal))
}

/// Writes down how an appointment went.
#[tauri::command]
#[specta::specta]
pub fn appointment_outcome(shell: State<'_, Shell>, edit: OutcomeEdit) -> Result<()> {
    shell.desk(|desk| calendar::set_outcome(desk, edit))
}

/// Books an appointment anew.
#[tauri::command]
#[specta::specta]
pub fn appointment_reschedule(shell: State<'_, Shell>, to: Reschedule) -> Result<OccurrenceTarget> {
    shell.desk(|desk| calendar::reschedule(desk, &to))
}

/// Reads one line of text as an appointment.
#[tauri::command]
#[specta::specta]
pub fn quick_line(shell: State<'_, Shell>, line: String) -> Result<QuickDraft> {
    shell.desk(|desk| calendar::quick(desk, &line))
}
