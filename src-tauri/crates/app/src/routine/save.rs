//! Keeps, ends and removes routines.

use farled_case::{Routine, RoutineId};
use farled_vault::Filter;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require, required_text},
};

/// Keeps a routine; a new one comes last.
///
/// # Errors
/// `routine-missing` when it has no title, `routine-without-days`, `end-before-start`, `case-closed`,
/// or what the vault says.
pub fn save(desk: &mut Desk, mut routine: Routine) -> Result<()> {
    routine.title = required_text(&routine.title, "routine-missing")?;
    if !routine.days.to_array().contains(&true) {
        return Err(Failure::new("routine-without-days"));
    }
    if routine.until.is_some_and(|until| until < routine.from) {
        return Err(Failure::new("end-before-start"));
    }
    desk.write(|writer| {
        ensure_open(writer, routine.case)?;
        if writer.get::<Routine>(routine.id.into())?.is_none() {
            let others = writer.list::<Routine>(&Filter { case: Some(routine.case), ..Filter::default() })?;
            routine.order = others.iter().map(|other| other.order + 1).max().unwrap_or(0);
        }
        writer.put(&routine)?;
        Ok(())
    })
}

/// Ends a routine: it no longer applies from today, and its ticks stay.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn end(desk: &mut Desk, id: RoutineId) -> Result<()> {
    let yesterday = desk.today().pred_opt();
    desk.write(|writer| {
        let mut routine: Routine = require(writer, id)?;
        ensure_open(writer, routine.case)?;
        if yesterday.is_none_or(|yesterday| yesterday < routine.from) {
            // It never applied: nothing is lost by taking it out.
            return Ok(writer.erase(id.into())?);
        }
        routine.until = yesterday;
        writer.put(&routine)?;
        Ok(())
    })
}

/// Takes out a routine that was added by mistake.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn remove(desk: &mut Desk, id: RoutineId) -> Result<()> {
    desk.write(|writer| {
        let routine: Routine = require(writer, id)?;
        ensure_open(writer, routine.case)?;
        Ok(writer.erase(id.into())?)
    })
}
