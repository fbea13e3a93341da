//! What ships with the app.

use farled_app::{
    Result,
    library::{self, Templates},
    settings,
};
use tauri::State;

use crate::Shell;

/// Suggestions for an empty plan, routines and notes, in the language of the interface.
#[tauri::command]
#[specta::specta]
pub fn templates(shell: State<'_, Shell>) -> Result<Templates> {
    shell.desk(|desk| Ok(library::templates(settings::show(desk)?.language.into()).clone()))
}
