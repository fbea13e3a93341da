//! Ticks a routine from the returned paper.

use chrono::NaiveDate;
use farled_case::{CaseId, IsoWeek, Routine, RoutineId, RoutineWeek, Tick};
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
};

/// What a box shall say.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct TickEdit {
    /// The case.
    pub case: CaseId,
    /// The routine.
    pub routine: RoutineId,
    /// The day.
    pub on: NaiveDate,
    /// What the box says; none empties it.
    #[serde(default)]
    pub tick: Option<Tick>,
    /// Why it was not done. Kept only beside a box that says so.
    #[serde(default)]
    pub why_not: String,
}

/// Ticks a box.
///
/// # Errors
/// `routine-not-that-day`, `record-missing`, `case-closed`, or what the vault says.
pub fn tick(desk: &mut Desk, edit: &TickEdit) -> Result<()> {
    let week = IsoWeek::of(edit.on);
    desk.write(|writer| {
        ensure_open(writer, edit.case)?;
        let routine: Routine = require(writer, edit.routine)?;
        if routine.case != edit.case || !routine.applies_on(edit.on) {
            return Err(Failure::new("routine-not-that-day"));
        }
        let mut ticks = writer
            .get::<RoutineWeek>(RoutineWeek::id_of(edit.case, week))?
            .unwrap_or_else(|| RoutineWeek::empty(edit.case, week));
        let key = RoutineWeek::key(edit.routine, edit.on);
        let why_not = edit.why_not.trim();
        if edit.tick == Some(Tick::Missed) && !why_not.is_empty() {
            ticks.why_not.insert(key.clone(), why_not.to_owned());
        } else {
            ticks.why_not.remove(&key);
        }
        match edit.tick {
            Some(tick) => ticks.ticks.insert(key, tick),
            None => ticks.ticks.remove(&key),
        };
        writer.put(&ticks)?;
        Ok(())
    })
}
