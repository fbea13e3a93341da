//! Lets the week out of the app, and writes that into the disclosure log first.

use std::path::Path;

use farled_case::DisclosureKind;

use super::{
    WeekPlanChoice,
    compose::{Composed, compose},
    preview::leaks,
};
use crate::{
    Desk, Failure, Result,
    disclosure::{self, Entry},
    file,
};

/// Saves the week as a PDF. The log says so before the file takes its place. Returns its size.
///
/// # Errors
/// `print-leak`, `ground-missing`, what the printer says, that the file can't be written, or what the
/// vault says. Nothing is saved or logged then.
pub fn save_pdf(desk: &mut Desk, choice: &WeekPlanChoice, ground: &str, path: &Path) -> Result<u32> {
    let plan = cleared(desk, choice)?;
    let bytes = farled_print::week_plan(&plan.plan, choice.language.into(), choice.paper.into())?.pdf()?;
    file::hand_out(path, &bytes, || disclosure::log(desk, entry(choice, DisclosureKind::Pdf, ground)))?;
    Ok(u32::try_from(bytes.len()).unwrap_or(u32::MAX))
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
