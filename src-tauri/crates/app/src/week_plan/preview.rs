//! Shows the week as it will stand on paper.

use farled_case::CivilIdentity;
use farled_print::WeekPlan;
use serde::Serialize;
use specta::Type;

use super::{
    PrintItem, WeekPlanChoice,
    compose::{Composed, compose},
};
use crate::{Desk, Result, settings};

/// A word that must not stand on paper.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PrintLeak {
    /// The word, as it was found.
    pub word: String,
    /// Where it stands: the beginning of the text.
    pub text: String,
}

/// The week as it will stand on paper.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WeekPlanPreview {
    /// The pages as SVG.
    pub pages: Vec<String>,
    /// What can be chosen.
    pub items: Vec<PrintItem>,
    /// Words that must not stand on paper. While there is one, nothing is printed.
    pub leaks: Vec<PrintLeak>,
}

/// Shows the week.
///
/// # Errors
/// `record-missing`, what the printer says, or what the vault says.
pub fn preview(desk: &Desk, choice: &WeekPlanChoice) -> Result<WeekPlanPreview> {
    let Composed { plan, items } = compose(desk, choice)?;
    let printed = farled_print::week_plan(&plan, choice.language.into(), choice.paper.into())?;
    Ok(WeekPlanPreview { pages: printed.svg_pages(), leaks: leaks(desk, choice, &plan)?, items })
}

/// The words of a week that must not stand on paper.
pub(super) fn leaks(desk: &Desk, choice: &WeekPlanChoice, plan: &WeekPlan) -> Result<Vec<PrintLeak>> {
    let mut forbidden = vec![settings::show(desk)?.programme];
    if let Some(identity) = desk.vault().get::<CivilIdentity>(CivilIdentity::id_of(choice.case))? {
        forbidden.push(identity.surname);
        forbidden.push(identity.identity_number);
    }
    forbidden.retain(|word| !word.trim().is_empty());
    Ok(farled_print::leaks(plan, &forbidden)
        .into_iter()
        .map(|leak| PrintLeak { word: leak.word, text: leak.text })
        .collect())
}
