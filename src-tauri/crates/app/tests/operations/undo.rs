//! Undoing.

use farled_app::{calendar, people, plan, request, routine};
use farled_case::{
    GoalStatus, MeasureStatus, NeedStatus, Outcome, OutcomeKind, RequestStatus, Scope, Tick, Weekdays,
};

use crate::support::{self, Place, day, import, refused};

/// Does something and undoes it: the caseload is what it was.
fn undone(place: &mut Place, what: &str, act: impl FnOnce(&mut Place)) {
    let before = place.exported();
    act(place);
    assert_ne!(place.exported(), before, "{what} changes something");
    place.undo().unwrap();
    assert_eq!(place.exported(), before, "{what} undone");
}

#[test]
fn every_kind_of_change_is_undone_whole() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let goal = place.goal(need.id, "Egen dörr");
    let measure = place.measure(goal.id, "ansöka", None);
    let request = place.request(case, "Bostad", "2026-11-01");
    let seen = place.need(case, "arbete");
    let held = place.appointment(case, "Möte", "2026-11-24 10:00");
    let weekly = place.weekly(case, "Samtal", "2026-11-05 13:15");
    let breakfast = place.routine(case, "Frukost", Weekdays::ALL);

    undone(&mut place, "a case", |p| {
        p.case("Alm");
    });
    undone(&mut place, "an alias", |p| {
        let mut ek = p.desk_case(case);
        ek.alias = "Björk".to_owned();
        people::save(p, ek).unwrap();
    });
    undone(&mut place, "a need", |p| drop(p.need(case, "skola")));
    undone(&mut place, "an assessment", |p| {
        plan::assess_need(p, need.id, NeedStatus::Met, "klart").unwrap();
    });
    undone(&mut place, "a goal with what it does to its need", |p| {
        p.goal(seen.id, "Möbler");
    });
    undone(&mut place, "a goal's status", |p| {
        plan::set_goal_status(p, goal.id, GoalStatus::Achieved, "").unwrap();
    });
    undone(&mut place, "a measure's status", |p| {
        plan::set_measure_status(p, measure.id, MeasureStatus::Completed).unwrap();
    });
    undone(&mut place, "a decision", |p| {
        request::decide(p, request.id, RequestStatus::Accepted, "").unwrap();
    });
    undone(&mut place, "a reminder", |p| request::remind(p, request.id).unwrap());
    undone(&mut place, "an appointment", |p| {
        p.appointment(case, "Nytt", "2026-11-27 10:00");
    });
    undone(&mut place, "an outcome", |p| {
        let outcome = Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() });
        calendar::set_outcome(p, calendar::OutcomeEdit { target: held.clone(), outcome }).unwrap();
    });
    undone(&mut place, "taking out an appointment", |p| {
        let removal = calendar::AppointmentRemoval { target: held.clone(), scope: Scope::This };
        calendar::remove(p, &removal).unwrap();
    });
    undone(&mut place, "booking anew", |p| {
        let to = calendar::Reschedule {
            target: held.clone(),
            id: farled_case::AppointmentId(farled_app::new_id()),
            starts_at: support::at("2026-11-27 10:00"),
            minutes: 60,
        };
        calendar::reschedule(p, &to).unwrap();
    });
    undone(&mut place, "taking out a series", |p| {
        let removal = calendar::AppointmentRemoval { target: weekly.clone(), scope: Scope::All };
        calendar::remove(p, &removal).unwrap();
    });
    undone(&mut place, "splitting a series", |p| {
        let target = calendar::OccurrenceTarget {
            recurrence_id: Some(support::at("2026-11-26 13:15")),
            ..weekly.clone()
        };
        let to = calendar::AppointmentMove {
            target,
            scope: Scope::ThisAndFollowing,
            starts_at: support::at("2026-11-27 09:00"),
            minutes: 30,
        };
        calendar::move_to(p, to).unwrap();
    });
    undone(&mut place, "a routine", |p| {
        p.routine(case, "Promenad", Weekdays::ALL);
    });
    undone(&mut place, "a tick", |p| {
        let tick = routine::TickEdit {
            case,
            routine: breakfast,
            on: day("2026-11-24"),
            tick: Some(Tick::Done),
            why_not: String::new(),
        };
        routine::tick(p, &tick).unwrap();
    });
    undone(&mut place, "taking out a routine", |p| routine::remove(p, breakfast).unwrap());
    undone(&mut place, "a caseload file", |p| {
        let line = serde_json::json!({ "kind": "party", "value": {
            "id": farled_app::new_id(), "name": "Komvux Exempel", "kind": "school",
        }});
        import(p, line.to_string().as_bytes()).unwrap();
    });
}

#[test]
fn steps_are_undone_one_by_one_from_the_latest() {
    let mut place = Place::new();
    let empty = place.exported();
    let case = place.case("Ek");
    place.need(case, "bostad");
    place.undo().unwrap();
    assert!(plan::show(&place, case).unwrap().needs.is_empty());
    place.undo().unwrap();
    assert_eq!(place.exported(), empty);
    refused(place.undo(), "nothing-to-undo");
}

#[test]
fn what_was_sent_is_not_undone() {
    let (mut here, mut there) = support::colleagues();
    let case = here.case("Ek");
    support::send(&mut here, &mut there, &[case]);
    refused(here.undo(), "nothing-to-undo");
    refused(there.undo(), "nothing-to-undo");
}

#[test]
fn an_undo_takes_back_its_own_change_and_no_other() {
    let mut place = Place::new();
    let first = place.case("Ek");
    let [change] = place.latest_changes(1)[..] else { panic!("one change") };
    let alm = place.case("Alm");
    let added = place.latest_changes(2);
    assert_eq!((added.len(), added[1]), (2, change));
    // Something newer stands beside it, and stays.
    place.undo_change(change).unwrap();
    let left: Vec<_> = people::list(&place).unwrap().into_iter().map(|row| row.case).collect();
    assert_eq!(left, [alm]);
    refused(place.undo_change(change), "nothing-to-undo");
    refused(people::show(&place, first), "record-missing");

    // What is built upon can't be taken away, and nothing else goes in its place.
    place.note(alm, "Vi talade om veckan.");
    refused(place.undo_change(added[0]), "undo-overtaken");
    assert_eq!(people::list(&place).unwrap().len(), 1);
}
