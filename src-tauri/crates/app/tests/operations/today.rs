//! What today needs.

use farled_app::{
    calendar::{OutcomeEdit, set_outcome},
    people, plan,
    today::{DayState, ToDoKind, show, to_do},
    week_plan::{self, PaperFormat, WeekPlanChoice},
};
use farled_case::{IsoWeek, MeasureStatus, Outcome, OutcomeKind, Phase, Weekdays};

use crate::support::{Place, day};

fn outcome(kind: OutcomeKind) -> Option<Outcome> {
    Some(Outcome { kind, reason: None, text: String::new() })
}

#[test]
fn the_day_shows_its_appointments_in_time_and_where_in_the_day_they_lie() {
    let mut place = Place::new();
    let case = place.case("Ek");
    for (title, time) in [("Kväll", "18:00"), ("Gryning", "06:00"), ("Snart", "09:15"), ("Strax", "09:16")] {
        place.appointment(case, title, &format!("2026-11-25 {time}"));
    }
    place.appointment(case, "I morgon", "2026-11-26 09:00");
    let today = show(&place).unwrap();
    let shown: Vec<_> = today
        .appointments
        .iter()
        .map(|row| (row.occurrence.content.title.as_str(), row.state, row.minutes_until))
        .collect();
    assert_eq!(
        shown,
        [
            ("Gryning", DayState::Past, -180),
            ("Snart", DayState::Now, 15),
            ("Strax", DayState::Later, 16),
            ("Kväll", DayState::Later, 540),
        ]
    );
    assert_eq!((today.week, today.has_people), (48, true));
}

#[test]
fn what_is_past_lacks_an_outcome_for_two_weeks_the_latest_first() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.appointment(case, "Länge sedan", "2026-11-10 10:00");
    let early = place.appointment(case, "Förra veckan", "2026-11-18 10:00");
    place.appointment(case, "I går", "2026-11-24 10:00");
    place.appointment(case, "Pågår", "2026-11-25 08:30");
    let lacking = |place: &Place| -> Vec<String> {
        let today = show(place).unwrap();
        today.without_outcome.into_iter().map(|row| row.occurrence.content.title).collect()
    };
    assert_eq!(lacking(&place), ["I går", "Förra veckan"]);
    set_outcome(&mut place, OutcomeEdit { target: early, outcome: outcome(OutcomeKind::CancelledByOther) })
        .unwrap();
    assert_eq!(lacking(&place), ["I går"]);
    assert!(show(&place).unwrap().without_note.is_empty(), "what was called off needs no note");
}

#[test]
fn what_is_due_within_a_week_is_to_be_done_and_what_is_past_is_late() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let goal = place.goal(need.id, "Egen dörr").id;
    place.measure(goal, "sen", Some(day("2026-11-24")));
    place.measure(goal, "inom en vecka", Some(day("2026-12-02")));
    place.measure(goal, "senare", Some(day("2026-12-03")));
    let done = place.measure(goal, "gjord", Some(day("2026-11-25")));
    plan::set_measure_status(&mut place, done.id, MeasureStatus::Completed).unwrap();
    let list: Vec<_> =
        to_do(&place, None).unwrap().into_iter().map(|item| (item.text, item.is_late)).collect();
    assert_eq!(list, [("sen".to_owned(), true), ("inom en vecka".to_owned(), false)]);
}

#[test]
fn a_week_with_routines_is_to_be_printed_until_it_is() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.routine(case, "Frukost", Weekdays::ALL);
    let kinds = |place: &Place| -> Vec<ToDoKind> {
        to_do(place, Some(case)).unwrap().into_iter().map(|item| item.kind).collect()
    };
    assert_eq!(kinds(&place), [ToDoKind::PrintWeek]);
    let mut choice = WeekPlanChoice {
        case,
        week: IsoWeek::of(day("2026-12-02")),
        language: Default::default(),
        paper: PaperFormat::Portrait,
        left_out: Vec::new(),
    };
    week_plan::record_print(&mut place, &choice, "given_to_person").unwrap();
    assert_eq!(kinds(&place), [ToDoKind::PrintWeek], "another week was printed");
    choice.week = IsoWeek::of(day("2026-11-25"));
    week_plan::record_print(&mut place, &choice, "given_to_person").unwrap();
    assert!(kinds(&place).is_empty());
}

#[test]
fn reviews_come_up_when_they_are_due() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let mut ek = place.desk_case(case);
    ek.risk_review_on = Some(day("2026-11-20"));
    people::save(&mut place, ek).unwrap();
    let list = to_do(&place, None).unwrap();
    assert_eq!((list[0].kind, list[0].is_late), (ToDoKind::RiskReview, true));
    place.close(case);
    assert!(to_do(&place, None).unwrap().is_empty(), "nothing is to be done in a closed case");
}

#[test]
fn who_was_not_heard_of_for_a_month_is_brought_up() {
    let mut place = Place::new();
    place.sit_down("2026-10-01 09:00");
    let (ek, alm, tall) = (place.case("Ek"), place.case("Alm"), place.case("Tall"));
    place.sit_down("2026-10-26 09:00");
    place.note(ek, "Vi talade i telefon.");
    place.sit_down("2026-11-25 09:00");
    let mut followed = place.desk_case(tall);
    followed.phase = Phase::FollowUp;
    people::save(&mut place, followed).unwrap();
    let quiet: Vec<_> = show(&place).unwrap().quiet.into_iter().map(|row| (row.alias, row.days)).collect();
    assert_eq!(quiet, [("Alm".to_owned(), 55), ("Ek".to_owned(), 30)]);
    let held = place.appointment(alm, "Samtal", "2026-11-24 10:00");
    set_outcome(&mut place, OutcomeEdit { target: held, outcome: outcome(OutcomeKind::Attended) }).unwrap();
    assert_eq!(show(&place).unwrap().quiet.len(), 1, "a meeting that took place is a contact");
}

#[test]
fn the_day_of_the_sample_people_is_alive() {
    let place = Place::with_sample();
    let today = show(&place).unwrap();
    assert!(!today.appointments.is_empty() && !today.waiting.is_empty() && !today.to_do.is_empty());
}
