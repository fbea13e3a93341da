//! A goal, in the person's own words.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, GoalId, Kind, NeedArea, NeedId, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Where a goal stands.
    GoalStatus "goal-status" {
        /// To be taken up later.
        Future "future",
        /// Worked on now.
        Active "active",
        /// Achieved.
        Achieved "achieved",
        /// Taken out of the plan; a reason says why.
        Removed "removed",
    }
}

vocabulary! {
    /// Which way it goes.
    Achievement "achievement" {
        /// Improving.
        Improving "improving",
        /// No change.
        NoChange "no_change",
        /// Worsening.
        Worsening "worsening",
    }
}

/// One step in a goal's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct GoalUpdate {
    /// The day.
    pub on: NaiveDate,
    /// The status from that day.
    pub status: GoalStatus,
    /// Why. Required when a goal is removed or taken up again after removal.
    #[serde(default)]
    pub reason: String,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The case.
    pub case: CaseId,
    /// The need that it answers.
    pub need: NeedId,
    /// In the first person: "I will …".
    pub title: String,
    /// What the contact person notes about it; never on paper.
    #[serde(default)]
    pub notes: String,
    /// Other areas that it touches.
    #[serde(default)]
    pub related: Vec<NeedArea>,
    /// The day by which it should be reached.
    #[serde(default)]
    pub target_on: Option<NaiveDate>,
    /// Where it stands.
    pub status: GoalStatus,
    /// Which way it goes, once somebody has judged that.
    #[serde(default)]
    pub achievement: Option<Achievement>,
    /// Its history, oldest first.
    #[serde(default)]
    pub updates: Vec<GoalUpdate>,
    /// Its place under the need, from 0.
    #[serde(default)]
    pub order: u32,
    /// Whether it stands on the printed week.
    #[serde(default)]
    pub on_paper: bool,
}

/// Why a goal's status can't change as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// Removing a goal, or taking it up again, needs a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
}

impl Goal {
    /// Moves the goal to `status` and writes the step into its history.
    ///
    /// # Errors
    /// [`GoalError::ReasonNeeded`] when the goal is removed, or taken up after removal, without one.
    pub fn set_status(&mut self, status: GoalStatus, reason: &str, on: NaiveDate) -> Result<(), GoalError> {
        let reason = reason.trim();
        let needs_reason = status == GoalStatus::Removed || self.status == GoalStatus::Removed;
        if needs_reason && self.status != status && reason.is_empty() {
            return Err(GoalError::ReasonNeeded);
        }
        if self.status != status {
            self.status = status;
            self.updates.push(GoalUpdate { on, status, reason: reason.to_owned() });
        }
        Ok(())
    }

    /// What full-text search reads. Without notes it is what it was before there were any.
    fn text(&self) -> String {
        match self.notes.as_str() {
            "" => self.title.clone(),
            notes => [&self.title, notes].join("\n"),
        }
    }
}

impl Noun for Goal {
    const KIND: Kind = Kind::Goal;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            due_on: self.target_on,
            status: Some(self.status.term()),
            text: self.text(),
            ..Projection::default()
        }
    }
}
