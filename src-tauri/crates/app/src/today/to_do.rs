//! What is to be done, gathered from everywhere it is written.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use farled_case::{
    Case, CaseId, Disclosure, DisclosureKind, IsoWeek, Measure, MeasureId, Phase, RecordId, Responsible,
    Routine,
};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result, people, plan};

/// How far ahead something due is brought up.
const AHEAD: TimeDelta = TimeDelta::days(7);

/// Days without contact after which a person is brought up.
const QUIET_AFTER: u32 = 30;

/// What kind of thing is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ToDoKind {
    /// A measure of the contact person's is due.
    Measure,
    /// The person's week is not printed yet.
    PrintWeek,
    /// The assessment of risk is to be looked over.
    RiskReview,
    /// The plan is to be gone through.
    PlanReview,
}

/// Something to be done.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ToDo {
    /// What kind.
    pub kind: ToDoKind,
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// The measure, when it is one.
    pub measure: Option<MeasureId>,
    /// What the measure says.
    pub text: String,
    /// The day by which.
    pub due_on: NaiveDate,
    /// Whether that day is past.
    pub is_late: bool,
}

/// Somebody without contact for a long time.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Quiet {
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// Days since the latest contact, or since the case was opened when there was none.
    pub days: u32,
}

/// What is to be done, in one case or in all, the earliest day first.
///
/// # Errors
/// What the vault says.
pub fn to_do(desk: &Desk, case: Option<CaseId>) -> Result<Vec<ToDo>> {
    let today = desk.today();
    let until = today + AHEAD;
    let mut cases = desk.vault().list::<Case>(&Filter { case, ..Filter::default() })?;
    cases.retain(|case| case.phase != Phase::Closed);
    let aliases: HashMap<CaseId, &str> = cases.iter().map(|case| (case.id, case.alias.as_str())).collect();
    let item = |kind, case, due_on: NaiveDate| {
        aliases.get(&case).map(|alias| ToDo {
            kind,
            case,
            alias: (*alias).to_owned(),
            measure: None,
            text: String::new(),
            due_on,
            is_late: due_on < today,
        })
    };
    let mut list = Vec::new();

    let due = Filter { case, due_before: until.succ_opt(), ..Filter::default() };
    for measure in desk.vault().list::<Measure>(&due)? {
        let Some(due_on) = measure.due_on else { continue };
        if measure.is_open() && measure.responsible == Responsible::ContactPerson {
            list.extend(item(ToDoKind::Measure, measure.case, due_on).map(|to_do| ToDo {
                measure: Some(measure.id),
                text: measure.description,
                ..to_do
            }));
        }
    }
    for case in &cases {
        if let Some(due_on) = case.risk_review_on.filter(|day| *day <= until) {
            list.extend(item(ToDoKind::RiskReview, case.id, due_on));
        }
        let agreement = plan::agreements(desk, case.id)?.into_iter().next();
        if let Some(due_on) = agreement.and_then(|agreement| agreement.review_on).filter(|day| *day <= until)
        {
            list.extend(item(ToDoKind::PlanReview, case.id, due_on));
        }
    }
    for case in weeks_to_print(desk, &cases)? {
        list.extend(item(ToDoKind::PrintWeek, case, today));
    }
    list.sort_by(|a, b| (a.due_on, a.kind, &a.alias).cmp(&(b.due_on, b.kind, &b.alias)));
    Ok(list)
}

/// Cases with routines whose present week was neither printed nor saved as PDF.
fn weeks_to_print(desk: &Desk, cases: &[Case]) -> Result<Vec<CaseId>> {
    let today = desk.today();
    let week = IsoWeek::of(today).to_string();
    let routines = desk.vault().list::<Routine>(&Filter::default())?;
    let printed = desk.vault().list::<Disclosure>(&Filter::default())?;
    Ok(cases
        .iter()
        .map(|case| case.id)
        .filter(|id| routines.iter().any(|routine| routine.case == *id && routine.applies_on(today)))
        .filter(|id| {
            !printed.iter().any(|entry| {
                entry.case == Some(*id)
                    && matches!(entry.kind, DisclosureKind::Print | DisclosureKind::Pdf)
                    && entry.what == week
            })
        })
        .collect())
}

/// People without contact for a long time, the longest first.
pub(super) fn quiet<'a>(desk: &Desk, cases: impl Iterator<Item = &'a Case>) -> Result<Vec<Quiet>> {
    let today = desk.today();
    let contacts = people::last_contacts(desk)?;
    let mut quiet: Vec<Quiet> = cases
        .filter(|case| !matches!(case.phase, Phase::Closed | Phase::FollowUp))
        .filter_map(|case| {
            let since = contacts.get(&case.id).copied().unwrap_or(case.opened_on);
            let days = u32::try_from((today - since).num_days()).unwrap_or(0);
            (days >= QUIET_AFTER).then(|| Quiet { case: case.id, alias: case.alias.clone(), days })
        })
        .collect();
    quiet.sort_by_key(|quiet| (std::cmp::Reverse(quiet.days), RecordId::from(quiet.case)));
    Ok(quiet)
}
