//! The plan as one view: needs with their goals, goals with their measures.

use std::collections::HashMap;

use farled_case::{Agreement, CaseId, Goal, Measure, Need, NeedArea, Party, Request, Responsible};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use super::agreements;
use crate::{Desk, Result, library};

/// A measure with the names beside it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MeasureView {
    /// The measure.
    pub measure: Measure,
    /// The name of the party that does it.
    pub party_name: Option<String>,
    /// The request whose decision it waits for.
    pub request: Option<Request>,
    /// How many days that has been waited for.
    pub days_waited: Option<u32>,
}

/// A goal with its measures.
#[derive(Clone, Debug, Serialize, Type)]
pub struct GoalView {
    /// The goal.
    pub goal: Goal,
    /// Its measures, in order.
    pub measures: Vec<MeasureView>,
}

/// A need with its goals.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NeedView {
    /// The need.
    pub need: Need,
    /// Its goals, in order.
    pub goals: Vec<GoalView>,
}

/// A person's plan.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PlanView {
    /// Needs, in order.
    pub needs: Vec<NeedView>,
    /// Agreements, the latest first.
    pub agreements: Vec<Agreement>,
    /// Areas to begin with, when the plan is empty.
    pub suggested_areas: Vec<NeedArea>,
    /// Parties to choose from.
    pub parties: Vec<Party>,
}

/// Shows a case's plan.
///
/// # Errors
/// What the vault says.
pub fn show(desk: &Desk, case: CaseId) -> Result<PlanView> {
    let filter = Filter { case: Some(case), ..Filter::default() };
    let today = desk.today();
    let mut parties = desk.vault().list::<Party>(&Filter::default())?;
    parties.sort_by_cached_key(|party| party.name.to_lowercase());
    let names: HashMap<_, _> = parties.iter().map(|party| (party.id, party.name.clone())).collect();
    let requests: HashMap<_, _> =
        desk.vault().list::<Request>(&filter)?.into_iter().map(|request| (request.id, request)).collect();

    let mut measures: HashMap<_, Vec<MeasureView>> = HashMap::new();
    let mut stored = desk.vault().list::<Measure>(&filter)?;
    stored.sort_by_key(|measure| (measure.order, measure.id));
    for measure in stored {
        let request = measure.request.and_then(|id| requests.get(&id)).cloned();
        measures.entry(measure.goal).or_default().push(MeasureView {
            party_name: match measure.responsible {
                Responsible::Party { party } => names.get(&party).cloned(),
                Responsible::Person | Responsible::ContactPerson => None,
            },
            days_waited: request
                .as_ref()
                .filter(|request| request.is_waiting())
                .map(|request| request.days_waited(today)),
            request,
            measure,
        });
    }

    let mut goals: HashMap<_, Vec<GoalView>> = HashMap::new();
    let mut stored = desk.vault().list::<Goal>(&filter)?;
    stored.sort_by_key(|goal| (goal.order, goal.id));
    for goal in stored {
        let measures = measures.remove(&goal.id).unwrap_or_default();
        goals.entry(goal.need).or_default().push(GoalView { goal, measures });
    }

    let mut needs = desk.vault().list::<Need>(&filter)?;
    needs.sort_by_key(|need| (need.order, need.id));
    let needs: Vec<NeedView> = needs
        .into_iter()
        .map(|need| NeedView { goals: goals.remove(&need.id).unwrap_or_default(), need })
        .collect();
    Ok(PlanView {
        suggested_areas: if needs.is_empty() { library::suggested_areas() } else { Vec::new() },
        agreements: agreements(desk, case)?,
        needs,
        parties,
    })
}
