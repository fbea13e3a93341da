//! The rules that a line has to keep beyond its shape.

use farled_case::{CaseId, Noun, Recurrence};

use super::Line;
use crate::{Failure, Result};

/// Checks one line by itself.
pub(super) fn validate(line: &Line) -> Result<()> {
    let text = |text: &str, code: &str| {
        if text.trim().is_empty() { Err(Failure::new(code)) } else { Ok(()) }
    };
    let in_order = |holds: bool| if holds { Ok(()) } else { Err(Failure::new("end-before-start")) };
    match line {
        Line::Case(case) => text(&case.alias, "alias-missing"),
        Line::Goal(goal) => text(&goal.title, "goal-missing"),
        Line::Measure(measure) => text(&measure.description, "measure-missing"),
        Line::Party(party) => text(&party.name, "party-name-missing"),
        Line::Request(request) => {
            text(&request.what, "request-missing")?;
            in_order(request.decided_on.is_none_or(|decided| decided >= request.submitted_on))
        }
        Line::Series(series) => {
            series.validate()?;
            Recurrence::parse(&series.rule, series.starts_at)?;
            Ok(())
        }
        Line::Appointment(appointment) => Ok(appointment.validate()?),
        Line::Routine(routine) => {
            text(&routine.title, "routine-missing")?;
            in_order(routine.until.is_none_or(|until| until >= routine.from))
        }
        Line::Note(note) => {
            text(&note.content.body, "note-empty")?;
            if !note.content.scales.are_valid() {
                return Err(Failure::new("scale-out-of-range"));
            }
            in_order(note.signed_at >= note.created_at)
        }
        Line::Amendment(amendment) => text(&amendment.text, "note-empty"),
        Line::CivilIdentity(_) | Line::Need(_) | Line::Agreement(_) | Line::RoutineWeek(_) => Ok(()),
    }
}

/// The case that a line belongs to.
pub(super) fn case_of(line: &Line) -> Option<CaseId> {
    match line {
        Line::Case(noun) => noun.case_id(),
        Line::CivilIdentity(noun) => noun.case_id(),
        Line::Need(noun) => noun.case_id(),
        Line::Goal(noun) => noun.case_id(),
        Line::Measure(noun) => noun.case_id(),
        Line::Agreement(noun) => noun.case_id(),
        Line::Party(noun) => noun.case_id(),
        Line::Request(noun) => noun.case_id(),
        Line::Series(noun) => noun.case_id(),
        Line::Appointment(noun) => noun.case_id(),
        Line::Routine(noun) => noun.case_id(),
        Line::RoutineWeek(noun) => noun.case_id(),
        Line::Note(noun) => noun.case_id(),
        Line::Amendment(noun) => noun.case_id(),
    }
}
