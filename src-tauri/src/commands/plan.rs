//! The plan.

use farled_app::{
    Result,
    plan::{self, NewGoal, NewMeasure, NewNeed, PlanView},
};
use farled_case::{
    Agreement, CaseId, Goal, GoalId, GoalStatus, Measure, MeasureId, MeasureStatus, Need, NeedId, NeedStatus,
};
use tauri::State;

use crate::Shell;

/// A person's plan.
#[tauri::command]
#[specta::specta]
pub fn plan_show(shell: State<'_, Shell>, case_id: CaseId) -> Result<PlanView> {
    shell.desk(|desk| plan::show(desk, case_id))
}

/// Adds a need.
#[tauri::command]
#[specta::specta]
pub fn need_add(shell: State<'_, Shell>, input: NewNeed) -> Result<Need> {
    shell.desk(|desk| plan::add_need(desk, input))
}

/// Keeps a need.
#[tauri::command]
#[specta::specta]
pub fn need_save(shell: State<'_, Shell>, need: Need) -> Result<()> {
    shell.desk(|desk| plan::save_need(desk, need))
}

/// Assesses a need anew.
#[tauri::command]
#[specta::specta]
pub fn need_assess(shell: State<'_, Shell>, need: NeedId, status: NeedStatus, text: String) -> Result<()> {
    shell.desk(|desk| plan::assess_need(desk, need, status, &text))
}

/// Takes out a need without goals.
#[tauri::command]
#[specta::specta]
pub fn need_remove(shell: State<'_, Shell>, need: NeedId) -> Result<()> {
    shell.desk(|desk| plan::remove_need(desk, need))
}

/// Adds a goal.
#[tauri::command]
#[specta::specta]
pub fn goal_add(shell: State<'_, Shell>, input: NewGoal) -> Result<Goal> {
    shell.desk(|desk| plan::add_goal(desk, input))
}

/// Keeps a goal.
#[tauri::command]
#[specta::specta]
pub fn goal_save(shell: State<'_, Shell>, goal: Goal) -> Result<()> {
    shell.desk(|desk| plan::save_goal(desk, goal))
}

/// Moves a goal to another status.
#[tauri::command]
#[specta::specta]
pub fn goal_set_status(
    shell: State<'_, Shell>,
    goal: GoalId,
    status: GoalStatus,
    reason: String,
) -> Result<()> {
    shell.desk(|desk| plan::set_goal_status(desk, goal, status, &reason))
}

/// Adds a measure.
#[tauri::command]
#[specta::specta]
pub fn measure_add(shell: State<'_, Shell>, input: NewMeasure) -> Result<Measure> {
    shell.desk(|desk| plan::add_measure(desk, input))
}

/// Keeps a measure.
#[tauri::command]
#[specta::specta]
pub fn measure_save(shell: State<'_, Shell>, measure: Measure) -> Result<()> {
    shell.desk(|desk| plan::save_measure(desk, measure))
}

/// Moves a measure to another status.
#[tauri::command]
#[specta::specta]
pub fn measure_set_status(shell: State<'_, Shell>, measure: MeasureId, status: MeasureStatus) -> Result<()> {
    shell.desk(|desk| plan::set_measure_status(desk, measure, status))
}

/// Keeps what the person said to the plan.
#[tauri::command]
#[specta::specta]
pub fn agreement_save(shell: State<'_, Shell>, agreement: Agreement) -> Result<()> {
    shell.desk(|desk| plan::save_agreement(desk, &agreement))
}
