//! Routines.

use chrono::NaiveDate;
use farled_app::{
    Failure, Result,
    routine::{self, TickEdit},
};
use farled_case::{IsoWeek, Tick};

use crate::{
    arguments::BoxSays,
    context::{Context, case_of},
    output::{Output, say, table},
};

/// Ticks a routine.
pub fn tick(
    context: &Context,
    alias: &str,
    title: &str,
    on: Option<NaiveDate>,
    says: BoxSays,
) -> Result<Output> {
    let mut desk = context.desk()?;
    let case = case_of(&desk, alias)?;
    let on = on.unwrap_or_else(|| desk.today());
    let board = routine::board(&desk, case, IsoWeek::of(on))?;
    let folded = title.to_lowercase();
    let row = board.rows.iter().find(|row| row.routine.title.to_lowercase() == folded);
    let routine = row.ok_or_else(|| Failure::new("routine-unknown"))?.routine.id;
    let tick = match says {
        BoxSays::Done => Some(Tick::Done),
        BoxSays::Missed => Some(Tick::Missed),
        BoxSays::Empty => None,
    };
    routine::tick(&mut desk, &TickEdit { case, routine, on, tick, why_not: String::new() })?;
    let board = routine::board(&desk, case, IsoWeek::of(on))?;
    Ok(Output::new(board.count, say(context.language(), "cli-routine-ticked", &[])))
}

/// A person's routines in a week.
pub fn list(context: &Context, alias: &str, week: Option<IsoWeek>) -> Result<Output> {
    let desk = context.desk()?;
    let week = week.unwrap_or_else(|| IsoWeek::of(desk.today()));
    let board = routine::board(&desk, case_of(&desk, alias)?, week)?;
    let rows: Vec<Vec<String>> = board
        .rows
        .iter()
        .map(|row| {
            let boxes = row.boxes.iter().map(|day| match (day.applies, day.tick) {
                (false, _) => ' ',
                (true, None) => '·',
                (true, Some(Tick::Done)) => 'x',
                (true, Some(Tick::Missed)) => '-',
            });
            vec![row.routine.title.clone(), boxes.collect()]
        })
        .collect();
    Ok(Output::new(board, table(&rows)))
}
