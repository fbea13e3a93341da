//! The week on paper.

use farled_app::{
    Result,
    week_plan::{self, WeekPlanChoice, WeekPlanPreview},
};
use tauri::AppHandle;

use super::file;
use tauri::State;

use crate::{Shell, paper};

/// The week as it will stand on paper.
#[tauri::command]
#[specta::specta]
pub fn week_plan_preview(shell: State<'_, Shell>, choice: WeekPlanChoice) -> Result<WeekPlanPreview> {
    shell.desk(|desk| week_plan::preview(desk, &choice))
}

/// Writes into the log that the week is being printed.
#[tauri::command]
#[specta::specta]
pub fn week_plan_printed(shell: State<'_, Shell>, choice: WeekPlanChoice, ground: String) -> Result<()> {
    shell.desk(|desk| week_plan::record_print(desk, &choice, &ground))?;
    paper::next(choice.paper);
    Ok(())
}

/// Saves the week as PDF where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn week_plan_save(
    app: AppHandle,
    shell: State<'_, Shell>,
    choice: WeekPlanChoice,
    ground: String,
) -> Result<Option<String>> {
    let name = format!("{}.pdf", choice.week);
    let Some(target) = file::choose_target(&app, &name) else { return Ok(None) };
    shell.desk(|desk| week_plan::save_pdf(desk, &choice, &ground, &target))?;
    Ok(Some(file::name(&target)))
}
