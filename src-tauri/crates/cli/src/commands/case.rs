//! Cases.

use farled_app::{
    Result, new_id,
    people::{self, NewCase},
};
use farled_case::{CaseId, Phase, Protection, Vocabulary};
use farled_locale::Arg;

use crate::{
    context::{Context, case_of},
    output::{Output, say, table},
};

/// Opens a case.
pub fn add(context: &Context, alias: String, phase: Phase) -> Result<Output> {
    let mut desk = context.desk()?;
    let new = NewCase { id: CaseId(new_id()), alias, phase, protection: Protection::None, opened_on: None };
    let case = people::add(&mut desk, new)?;
    let text = say(context.language(), "cli-case-opened", &[("alias", Arg::from(&case.alias))]);
    Ok(Output::new(case, text))
}

/// Everybody.
pub fn list(context: &Context) -> Result<Output> {
    let desk = context.desk()?;
    let rows = people::list(&desk)?;
    let term = |phase: Phase| say(context.language(), &format!("{}-{}", Phase::LIST, phase.term()), &[]);
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let next = row.next_appointment.as_ref();
            vec![
                row.alias.clone(),
                term(row.phase),
                next.map(|next| next.starts_at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default(),
                next.map(|next| next.title.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    Ok(Output::new(rows, table(&lines)))
}

/// One person's file.
pub fn show(context: &Context, alias: &str) -> Result<Output> {
    let desk = context.desk()?;
    let view = people::show(&desk, case_of(&desk, alias)?)?;
    let mut lines = vec![view.case.alias.clone()];
    lines.extend(Some(view.case.summary.clone()).filter(|summary| !summary.is_empty()));
    lines.extend(
        view.goals.iter().map(|goal| format!("”{}” {}/{}", goal.title, goal.measures_done, goal.measures)),
    );
    Ok(Output::new(view, lines.join("\n")))
}
