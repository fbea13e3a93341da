//! What today needs.

use farled_app::{
    Result,
    today::{self, TodayView},
};
use tauri::State;

use crate::Shell;

/// What today needs.
#[tauri::command]
#[specta::specta]
pub fn today(shell: State<'_, Shell>) -> Result<TodayView> {
    shell.desk(|desk| today::show(desk))
}
