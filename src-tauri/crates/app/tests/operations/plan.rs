//! The plan: needs, goals, measures and what the person said.

use farled_app::{new_id, plan};
use farled_case::{Agreement, AgreementId, AgreementState, CaseId, GoalStatus, MeasureStatus, NeedStatus};

use crate::support::{Place, day, refused};

fn agreement(case: CaseId, on: &str, state: AgreementState, detail: &str) -> Agreement {
    Agreement {
        id: AgreementId(new_id()),
        case,
        on: day(on),
        state,
        detail: detail.to_owned(),
        took_part: String::new(),
        influence: String::new(),
        review_on: None,
    }
}

#[test]
fn needs_goals_and_measures_come_in_the_order_in_which_they_were_added() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let first = place.need(case, "bostad");
    let second = place.need(case, "arbete");
    let door = place.goal(first.id, "Egen dörr");
    place.goal(first.id, "Möbler");
    place.measure(door.id, "ansöka", None);
    place.measure(door.id, "påminna", None);
    let plan = plan::show(&place, case).unwrap();
    let needs: Vec<_> = plan.needs.iter().map(|view| view.need.id).collect();
    assert_eq!(needs, [first.id, second.id]);
    let goals: Vec<_> = plan.needs[0].goals.iter().map(|view| view.goal.title.as_str()).collect();
    assert_eq!(goals, ["Egen dörr", "Möbler"]);
    let measures: Vec<_> =
        plan.needs[0].goals[0].measures.iter().map(|view| view.measure.description.as_str()).collect();
    assert_eq!(measures, ["ansöka", "påminna"]);
}

#[test]
fn a_need_with_a_goal_is_being_met_and_its_history_tells_so() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    place.goal(need.id, "Egen dörr");
    let need = plan::show(&place, case).unwrap().needs.remove(0).need;
    assert_eq!(need.status, NeedStatus::BeingMet);
    assert_eq!(need.updates.last().unwrap().status, NeedStatus::BeingMet);
    refused(plan::remove_need(&mut place, need.id), "need-has-goals");
    let empty = place.need(case, "misstag");
    plan::remove_need(&mut place, empty.id).unwrap();
    assert_eq!(plan::show(&place, case).unwrap().needs.len(), 1);
}

#[test]
fn a_goal_is_taken_out_and_taken_up_again_only_with_a_reason() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let goal = place.goal(need.id, "Egen dörr").id;
    refused(plan::set_goal_status(&mut place, goal, GoalStatus::Removed, "  "), "reason-missing");
    plan::set_goal_status(&mut place, goal, GoalStatus::Removed, "Flyttar hem").unwrap();
    refused(plan::set_goal_status(&mut place, goal, GoalStatus::Active, ""), "reason-missing");
    plan::set_goal_status(&mut place, goal, GoalStatus::Active, "Ändrade sig").unwrap();
    let goal = plan::show(&place, case).unwrap().needs.remove(0).goals.remove(0).goal;
    let history: Vec<_> = goal.updates.iter().map(|update| (update.status, update.reason.as_str())).collect();
    assert_eq!(
        history,
        [(GoalStatus::Active, ""), (GoalStatus::Removed, "Flyttar hem"), (GoalStatus::Active, "Ändrade sig")]
    );
}

#[test]
fn what_is_saved_of_a_goal_does_not_rewrite_its_history() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let mut goal = place.goal(need.id, "Egen dörr");
    goal.title = "En egen dörr".to_owned();
    goal.status = GoalStatus::Achieved;
    goal.updates.clear();
    plan::save_goal(&mut place, goal.clone()).unwrap();
    let kept = plan::show(&place, case).unwrap().needs.remove(0).goals.remove(0).goal;
    assert_eq!(
        (kept.title.as_str(), kept.status, kept.updates.len()),
        ("En egen dörr", GoalStatus::Active, 1)
    );
    goal.title = " ".to_owned();
    refused(plan::save_goal(&mut place, goal), "goal-missing");
}

#[test]
fn a_measure_is_completed_on_the_day_it_was_done() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let goal = place.goal(need.id, "Egen dörr").id;
    let measure = place.measure(goal, "ansöka", None).id;
    plan::set_measure_status(&mut place, measure, MeasureStatus::Completed).unwrap();
    let done = |place: &Place| {
        plan::show(place, case)
            .unwrap()
            .needs
            .remove(0)
            .goals
            .remove(0)
            .measures
            .remove(0)
            .measure
            .completed_on
    };
    assert_eq!(done(&place), Some(day("2026-11-25")));
    plan::set_measure_status(&mut place, measure, MeasureStatus::InProgress).unwrap();
    assert_eq!(done(&place), None);
}

#[test]
fn an_answer_that_is_no_plain_yes_is_explained() {
    let mut place = Place::new();
    let case = place.case("Ek");
    for state in [AgreementState::DoesNotAgree, AgreementState::CouldNotAnswer] {
        let bare = agreement(case, "2026-11-20", state, " ");
        refused(plan::save_agreement(&mut place, &bare), "agreement-detail-missing");
    }
    let agreed = agreement(case, "2026-11-20", AgreementState::Agreed, "");
    plan::save_agreement(&mut place, &agreed).unwrap();
    let later = agreement(case, "2026-11-24", AgreementState::DoesNotAgree, "Vill bo kvar");
    plan::save_agreement(&mut place, &later).unwrap();
    let listed: Vec<_> = plan::agreements(&place, case).unwrap().into_iter().map(|a| a.id).collect();
    assert_eq!(listed, [later.id, agreed.id]);
}

#[test]
fn an_empty_plan_suggests_where_to_begin() {
    let mut place = Place::new();
    let case = place.case("Ek");
    assert!(!plan::show(&place, case).unwrap().suggested_areas.is_empty());
    place.need(case, "bostad");
    assert!(plan::show(&place, case).unwrap().suggested_areas.is_empty());
}
