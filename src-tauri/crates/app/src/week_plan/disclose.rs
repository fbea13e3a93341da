//! Lets the week out of the app, and writes that into the disclosure log first.

use farled_case::DisclosureKind;

use super::{
    WeekPlanChoice,
    compose::{Composed, compose},
    preview::leaks,
};
use crate::{
    Desk, Failure, Result,
    disclosure::{self, Entry},
};

/// The week as a PDF. The log says so before it is handed out.
///
/// # Errors
/// `print-leak`, `ground-missing`, what the printer says, or what the vault says.
pub fn pdf(desk: &mut Desk, choice: &WeekPlanChoice, ground: &str) -> Result<Vec<u8>> {
    let plan = cleared(desk, choice)?;
    let printed = farled_print::week_plan(&plan.plan, choice.language.into(), choice.paper.into())?;
    let bytes = printed.pdf()?;
    disclosure::log(desk, entry(choice, DisclosureKind::Pdf, ground))?;
    Ok(bytes)
}

/// Writes into the log that the week is being printed.
///
/// # Errors
/// `print-leak`, `ground-missing`, or what the vault says.
pub fn record_print(desk: &mut Desk, choice: &WeekPlanChoice, ground: &str) -> Result<()> {
    cleared(desk, choice)?;
    disclosure::log(desk, entry(choice, DisclosureKind::Print, ground))
}

/// The composed week, refused while a word on it gives the person away.
fn cleared(desk: &Desk, choice: &WeekPlanChoice) -> Result<Composed> {
    let composed = compose(desk, choice)?;
    match leaks(desk, choice, &composed.plan)?.into_iter().next() {
        Some(leak) => Err(Failure::new("print-leak").with("word", leak.word)),
        None => Ok(composed),
    }
}

fn entry(choice: &WeekPlanChoice, kind: DisclosureKind, ground: &str) -> Entry {
    Entry {
        case: Some(choice.case),
        kind,
        what: choice.week.to_string(),
        recipient: String::new(),
        ground: ground.to_owned(),
    }
}
