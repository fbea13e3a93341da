//! Assesses needs.

use farled_case::{CaseId, Goal, Need, NeedArea, NeedId, NeedStatus, NeedUpdate};
use farled_vault::Filter;
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
};

/// What is asked when a need is added.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewNeed {
    /// The id, chosen by the caller.
    pub id: NeedId,
    /// The case.
    pub case: CaseId,
    /// The area.
    pub area: NeedArea,
    /// The status.
    pub status: NeedStatus,
    /// What the need consists of.
    #[serde(default)]
    pub description: String,
}

/// Adds a need at the end of the plan.
///
/// # Errors
/// `case-closed`, or what the vault says.
pub fn add_need(desk: &mut Desk, new: NewNeed) -> Result<Need> {
    let today = desk.today();
    desk.write(|writer| {
        ensure_open(writer, new.case)?;
        if let Some(present) = writer.get::<Need>(new.id.into())? {
            return Ok(present);
        }
        let others = writer.list::<Need>(&Filter { case: Some(new.case), ..Filter::default() })?;
        let need = Need {
            id: new.id,
            case: new.case,
            area: new.area,
            status: new.status,
            description: new.description.trim().to_owned(),
            updates: vec![NeedUpdate { on: today, status: new.status, text: String::new() }],
            order: others.iter().map(|need| need.order + 1).max().unwrap_or(0),
        };
        writer.put(&need)?;
        Ok(need)
    })
}

/// Keeps a need's area, description and place. Its history is kept as it is.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn save_need(desk: &mut Desk, need: Need) -> Result<()> {
    desk.write(|writer| {
        ensure_open(writer, need.case)?;
        let present: Need = require(writer, need.id)?;
        writer.put(&Need { status: present.status, updates: present.updates, ..need })?;
        Ok(())
    })
}

/// Assesses a need anew: the status and what was seen are added to its history.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn assess_need(desk: &mut Desk, id: NeedId, status: NeedStatus, text: &str) -> Result<()> {
    let today = desk.today();
    desk.write(|writer| {
        let mut need: Need = require(writer, id)?;
        ensure_open(writer, need.case)?;
        need.status = status;
        need.updates.push(NeedUpdate { on: today, status, text: text.trim().to_owned() });
        writer.put(&need)?;
        Ok(())
    })
}

/// Takes out a need that was added by mistake: only one without goals.
///
/// # Errors
/// `need-has-goals`, `record-missing`, `case-closed`, or what the vault says.
pub fn remove_need(desk: &mut Desk, id: NeedId) -> Result<()> {
    desk.write(|writer| {
        let need: Need = require(writer, id)?;
        ensure_open(writer, need.case)?;
        let goals = writer.list::<Goal>(&Filter { case: Some(need.case), ..Filter::default() })?;
        if goals.iter().any(|goal| goal.need == id) {
            return Err(Failure::new("need-has-goals"));
        }
        Ok(writer.erase(id.into())?)
    })
}
