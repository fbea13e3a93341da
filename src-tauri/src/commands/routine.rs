//! Routines.

use farled_app::{
    Result,
    routine::{self, RoutineBoard, TickEdit},
};
use farled_case::{CaseId, IsoWeek, Routine, RoutineId};
use tauri::State;

use crate::Shell;

/// A week of routines.
#[tauri::command]
#[specta::specta]
pub fn routine_board(shell: State<'_, Shell>, case_id: CaseId, week: IsoWeek) -> Result<RoutineBoard> {
    shell.desk(|desk| routine::board(desk, case_id, week))
}

/// Keeps a routine.
#[tauri::command]
#[specta::specta]
pub fn routine_save(shell: State<'_, Shell>, routine: Routine) -> Result<()> {
    shell.desk(|desk| routine::save(desk, routine))
}

/// Ends a routine.
#[tauri::command]
#[specta::specta]
pub fn routine_end(shell: State<'_, Shell>, routine: RoutineId) -> Result<()> {
    shell.desk(|desk| routine::end(desk, routine))
}

/// Takes out a routine added by mistake.
#[tauri::command]
#[specta::specta]
pub fn routine_remove(shell: State<'_, Shell>, routine: RoutineId) -> Result<()> {
    shell.desk(|desk| routine::remove(desk, routine))
}

/// Ticks a box.
#[tauri::command]
#[specta::specta]
pub fn routine_tick(shell: State<'_, Shell>, edit: TickEdit) -> Result<()> {
    shell.desk(|desk| routine::tick(desk, &edit))
}
