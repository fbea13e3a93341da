//! Sets goals and follows them.

use chrono::NaiveDate;
use farled_case::{Goal, GoalId, GoalStatus, GoalUpdate, Need, NeedId, NeedStatus, NeedUpdate};
use farled_vault::Filter;
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Result,
    desk::{ensure_open, require, required_text},
};

/// What is asked when a goal is added.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewGoal {
    /// The id, chosen by the caller.
    pub id: GoalId,
    /// The need that it answers.
    pub need: NeedId,
    /// In the person's words.
    pub title: String,
    /// The day by which it should be reached.
    #[serde(default)]
    pub target_on: Option<NaiveDate>,
}

/// Adds a goal under a need. A need that was only seen is being met from then on.
///
/// # Errors
/// `goal-missing` when the title is empty, `record-missing`, `case-closed`, or what the vault says.
pub fn add_goal(desk: &mut Desk, new: NewGoal) -> Result<Goal> {
    let title = required_text(&new.title, "goal-missing")?;
    let today = desk.today();
    desk.write(|writer| {
        if let Some(present) = writer.get::<Goal>(new.id.into())? {
            return Ok(present);
        }
        let mut need: Need = require(writer, new.need)?;
        ensure_open(writer, need.case)?;
        let others = writer.list::<Goal>(&Filter { case: Some(need.case), ..Filter::default() })?;
        let goal = Goal {
            id: new.id,
            case: need.case,
            need: need.id,
            title,
            notes: String::new(),
            related: Vec::new(),
            target_on: new.target_on,
            status: GoalStatus::Active,
            achievement: None,
            updates: vec![GoalUpdate { on: today, status: GoalStatus::Active, reason: String::new() }],
            order: others
                .iter()
                .filter(|goal| goal.need == need.id)
                .map(|goal| goal.order + 1)
                .max()
                .unwrap_or(0),
            on_paper: true,
        };
        writer.put(&goal)?;
        if matches!(need.status, NeedStatus::Need | NeedStatus::NotAssessed) {
            need.status = NeedStatus::BeingMet;
            need.updates.push(NeedUpdate { on: today, status: NeedStatus::BeingMet, text: String::new() });
            writer.put(&need)?;
        }
        Ok(goal)
    })
}

/// Keeps a goal. Its status and history are kept as they are; see [`set_goal_status`].
///
/// # Errors
/// `goal-missing`, `record-missing`, `case-closed`, or what the vault says.
pub fn save_goal(desk: &mut Desk, goal: Goal) -> Result<()> {
    let title = required_text(&goal.title, "goal-missing")?;
    desk.write(|writer| {
        ensure_open(writer, goal.case)?;
        let present: Goal = require(writer, goal.id)?;
        writer.put(&Goal { title, status: present.status, updates: present.updates, ..goal })?;
        Ok(())
    })
}

/// Moves a goal to another status, with the reason.
///
/// # Errors
/// `reason-missing`, `record-missing`, `case-closed`, or what the vault says.
pub fn set_goal_status(desk: &mut Desk, id: GoalId, status: GoalStatus, reason: &str) -> Result<()> {
    let today = desk.today();
    desk.write(|writer| {
        let mut goal: Goal = require(writer, id)?;
        ensure_open(writer, goal.case)?;
        goal.set_status(status, reason, today)?;
        writer.put(&goal)?;
        Ok(())
    })
}
