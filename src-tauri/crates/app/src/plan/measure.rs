//! Adds measures and follows them.

use chrono::NaiveDate;
use farled_case::{Goal, GoalId, Measure, MeasureId, MeasureKind, MeasureStatus, Responsible};
use farled_vault::Filter;
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Result,
    desk::{ensure_open, require, required_text},
};

/// What is asked when a measure is added.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewMeasure {
    /// The id, chosen by the caller.
    pub id: MeasureId,
    /// The goal.
    pub goal: GoalId,
    /// What is done.
    pub description: String,
    /// Its kind.
    pub kind: MeasureKind,
    /// Who does it.
    pub responsible: Responsible,
    /// The day by which it should be done.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
}

/// Adds a measure under a goal.
///
/// # Errors
/// `measure-missing` when the description is empty, `record-missing`, `case-closed`, or what the
/// vault says.
pub fn add_measure(desk: &mut Desk, new: NewMeasure) -> Result<Measure> {
    let description = required_text(&new.description, "measure-missing")?;
    desk.write(|writer| {
        if let Some(present) = writer.get::<Measure>(new.id.into())? {
            return Ok(present);
        }
        let goal: Goal = require(writer, new.goal)?;
        ensure_open(writer, goal.case)?;
        let others = writer.list::<Measure>(&Filter { case: Some(goal.case), ..Filter::default() })?;
        let measure = Measure {
            id: new.id,
            case: goal.case,
            goal: goal.id,
            description,
            kind: new.kind,
            responsible: new.responsible,
            status: MeasureStatus::NotStarted,
            due_on: new.due_on,
            completed_on: None,
            waits_for: String::new(),
            request: None,
            cost_carrier: String::new(),
            order: others
                .iter()
                .filter(|measure| measure.goal == goal.id)
                .map(|measure| measure.order + 1)
                .max()
                .unwrap_or(0),
        };
        writer.put(&measure)?;
        Ok(measure)
    })
}

/// Keeps a measure. Its status is kept as it is; see [`set_measure_status`].
///
/// # Errors
/// `measure-missing`, `record-missing`, `case-closed`, or what the vault says.
pub fn save_measure(desk: &mut Desk, measure: Measure) -> Result<()> {
    let description = required_text(&measure.description, "measure-missing")?;
    desk.write(|writer| {
        ensure_open(writer, measure.case)?;
        let present: Measure = require(writer, measure.id)?;
        writer.put(&Measure {
            description,
            status: present.status,
            completed_on: present.completed_on,
            ..measure
        })?;
        Ok(())
    })
}

/// Moves a measure to another status.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn set_measure_status(desk: &mut Desk, id: MeasureId, status: MeasureStatus) -> Result<()> {
    let today = desk.today();
    desk.write(|writer| {
        let mut measure: Measure = require(writer, id)?;
        ensure_open(writer, measure.case)?;
        measure.set_status(status, today);
        writer.put(&measure)?;
        Ok(())
    })
}
