//! A week of routines as a grid, with the weeks before it.

use chrono::NaiveDate;
use farled_case::{CaseId, IsoWeek, Routine, RoutineWeek, Tick};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// Weeks before the shown one whose counts are given.
const TREND_WEEKS: i32 = 8;

/// One box.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RoutineBox {
    /// The day.
    pub on: NaiveDate,
    /// Whether the routine applies on that day.
    pub applies: bool,
    /// What the paper says.
    pub tick: Option<Tick>,
    /// Why it was not done.
    pub why_not: String,
}

/// One routine's row.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RoutineRow {
    /// The routine.
    pub routine: Routine,
    /// Its seven boxes, Monday first.
    pub boxes: Vec<RoutineBox>,
}

/// How many boxes of a week are ticked as done.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WeekCount {
    /// The week.
    pub week: IsoWeek,
    /// Boxes ticked as done.
    pub done: u32,
    /// Boxes that apply.
    pub of: u32,
}

/// A week of routines.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RoutineBoard {
    /// The week.
    pub week: IsoWeek,
    /// Its seven days.
    pub days: Vec<NaiveDate>,
    /// Routines that apply in the week, in order.
    pub rows: Vec<RoutineRow>,
    /// This week's count.
    pub count: WeekCount,
    /// The counts of the weeks before, the oldest first; weeks without a routine, and those
    /// that nobody wrote anything about, are left out.
    pub trend: Vec<WeekCount>,
}

/// Shows a case's routines in a week.
///
/// # Errors
/// What the vault says.
pub fn board(desk: &Desk, case: CaseId, week: IsoWeek) -> Result<RoutineBoard> {
    let mut routines = desk.vault().list::<Routine>(&Filter { case: Some(case), ..Filter::default() })?;
    routines.sort_by_key(|routine| (routine.order, routine.id));
    let ticks = stored(desk, case, week)?.unwrap_or_else(|| RoutineWeek::empty(case, week));
    let rows = routines
        .iter()
        .filter(|routine| week.days().iter().any(|day| routine.applies_on(*day)))
        .map(|routine| RoutineRow { boxes: boxes(routine, &ticks), routine: routine.clone() })
        .collect();
    let mut trend = Vec::new();
    for weeks in (1..=TREND_WEEKS).rev() {
        // A week that nobody wrote anything about is not known; it is not a week of nothing done.
        let Some(ticks) = stored(desk, case, week.plus(-weeks))? else { continue };
        let count = count(&routines, &ticks);
        if count.of > 0 {
            trend.push(count);
        }
    }
    Ok(RoutineBoard { week, days: week.days().to_vec(), rows, count: count(&routines, &ticks), trend })
}

fn stored(desk: &Desk, case: CaseId, week: IsoWeek) -> Result<Option<RoutineWeek>> {
    Ok(desk.vault().get(RoutineWeek::id_of(case, week))?)
}

fn boxes(routine: &Routine, ticks: &RoutineWeek) -> Vec<RoutineBox> {
    ticks
        .week
        .days()
        .into_iter()
        .map(|on| RoutineBox {
            on,
            applies: routine.applies_on(on),
            tick: ticks.tick(routine.id, on),
            why_not: ticks.why_not.get(&RoutineWeek::key(routine.id, on)).cloned().unwrap_or_default(),
        })
        .collect()
}

fn count(routines: &[Routine], ticks: &RoutineWeek) -> WeekCount {
    let mut count = WeekCount { week: ticks.week, done: 0, of: 0 };
    for routine in routines {
        for day in ticks.week.days() {
            if routine.applies_on(day) {
                count.of += 1;
                count.done += u32::from(ticks.tick(routine.id, day) == Some(Tick::Done));
            }
        }
    }
    count
}
