//! Appointments: booked, changed, held, missed and booked anew.

use farled_app::{
    calendar::{
        AppointmentEdit, AppointmentMove, AppointmentRemoval, OccurrenceTarget, OutcomeEdit, Reschedule, add,
        edit, move_to, occurrence, quick, range, remove, reschedule, set_outcome,
    },
    new_id,
};
use farled_case::{Absence, AppointmentId, Outcome, OutcomeKind, Scope, Vocabulary};

use crate::support::{Place, at, content, day, new_appointment, refused};

fn outcome(target: &OccurrenceTarget, kind: OutcomeKind) -> OutcomeEdit {
    let outcome = Outcome { kind, reason: Some(Absence::Illness), text: " hostade ".to_owned() };
    OutcomeEdit { target: target.clone(), outcome: Some(outcome) }
}

#[test]
fn booked_twice_with_one_id_is_one_appointment() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let new = new_appointment(case, "Möte", "2026-11-26 10:00");
    let first = add(&mut place, new.clone()).unwrap();
    assert_eq!(add(&mut place, new).unwrap(), first);
    assert_eq!(range(&place, None, day("2026-11-23"), day("2026-11-30")).unwrap().len(), 1);
}

#[test]
fn an_appointment_has_a_title_and_lasts_no_longer_than_a_week() {
    let mut place = Place::new();
    let case = place.case("Ek");
    refused(add(&mut place, new_appointment(case, " ", "2026-11-26 10:00")), "appointment-no-title");
    let mut endless = new_appointment(case, "Möte", "2026-11-26 10:00");
    endless.minutes = 8 * 24 * 60;
    refused(add(&mut place, endless), "appointment-too-long");
    assert!(range(&place, None, day("2026-11-23"), day("2026-11-30")).unwrap().is_empty());
}

#[test]
fn how_it_went_is_known_once_it_has_begun_and_that_it_is_off_before() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let ahead = place.appointment(case, "Möte", "2026-11-25 09:01");
    use OutcomeKind::{AbsentForSafety, CancelledByOther, CancelledByUs, ExcusedAbsence, ToBeRescheduled};
    let foreseeable = [CancelledByUs, CancelledByOther, ToBeRescheduled, ExcusedAbsence, AbsentForSafety];
    for kind in OutcomeKind::ALL {
        let set = set_outcome(&mut place, outcome(&ahead, *kind));
        if foreseeable.contains(kind) {
            set.unwrap();
        } else {
            refused(set, "appointment-not-yet");
        }
    }
    let begun = place.appointment(case, "Samtal", "2026-11-25 09:00");
    for kind in OutcomeKind::ALL {
        set_outcome(&mut place, outcome(&begun, *kind)).unwrap();
        let kept = occurrence(&place, &begun).unwrap().outcome.unwrap();
        assert_eq!(kept.reason.is_some(), kind.takes_reason(), "{kind:?}");
        assert_eq!(kept.text, "hostade");
    }
    set_outcome(&mut place, OutcomeEdit { target: begun.clone(), outcome: None }).unwrap();
    assert!(occurrence(&place, &begun).unwrap().outcome.is_none());
}

#[test]
fn booked_anew_the_old_one_stays_and_points_to_the_new_one() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let old = place.appointment(case, "Möte", "2026-11-24 10:00");
    let to = Reschedule {
        target: old.clone(),
        id: AppointmentId(new_id()),
        starts_at: at("2026-11-27 10:00"),
        minutes: 30,
    };
    let new = reschedule(&mut place, &to).unwrap();
    assert_eq!(reschedule(&mut place, &to).unwrap(), new, "asked twice, it is booked once");
    let shown = occurrence(&place, &old).unwrap();
    assert_eq!((shown.starts_at, shown.superseded_by), (at("2026-11-24 10:00"), new.appointment));
    assert_eq!(shown.outcome.unwrap().kind, OutcomeKind::ToBeRescheduled);
    let shown = occurrence(&place, &new).unwrap();
    assert_eq!((shown.supersedes, shown.minutes), (old.appointment, 30));
    assert_eq!(shown.content.title, "Möte");

    let again = Reschedule { target: old, id: AppointmentId(new_id()), ..to.clone() };
    refused(reschedule(&mut place, &again), "already-rescheduled");
    let third = Reschedule { target: new.clone(), id: AppointmentId(new_id()), ..to };
    let last = reschedule(&mut place, &third).unwrap();
    assert_eq!(occurrence(&place, &last).unwrap().supersedes, new.appointment, "the chain goes on");
}

#[test]
fn a_missed_appointment_stays_missed_when_it_is_booked_anew() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let old = place.appointment(case, "Möte", "2026-11-24 10:00");
    set_outcome(&mut place, outcome(&old, OutcomeKind::UnexcusedAbsence)).unwrap();
    let to = Reschedule {
        target: old.clone(),
        id: AppointmentId(new_id()),
        starts_at: at("2026-11-27 10:00"),
        minutes: 60,
    };
    reschedule(&mut place, &to).unwrap();
    assert_eq!(occurrence(&place, &old).unwrap().outcome.unwrap().kind, OutcomeKind::UnexcusedAbsence);
}

#[test]
fn an_appointment_with_an_outcome_is_not_taken_out() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let target = place.appointment(case, "Möte", "2026-11-24 10:00");
    set_outcome(&mut place, outcome(&target, OutcomeKind::Attended)).unwrap();
    let removal = AppointmentRemoval { target: target.clone(), scope: Scope::This };
    refused(remove(&mut place, &removal), "appointment-has-outcome");
    set_outcome(&mut place, OutcomeEdit { target: target.clone(), outcome: None }).unwrap();
    remove(&mut place, &removal).unwrap();
    refused(occurrence(&place, &target), "record-missing");
}

#[test]
fn moved_it_is_otherwise_as_it_was() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let target = place.appointment(case, "Möte", "2026-11-26 10:00");
    let to = AppointmentMove {
        target: target.clone(),
        scope: Scope::This,
        starts_at: at("2026-11-27 08:30"),
        minutes: 45,
    };
    move_to(&mut place, to).unwrap();
    let shown = occurrence(&place, &target).unwrap();
    assert_eq!((shown.starts_at, shown.ends_at), (at("2026-11-27 08:30"), at("2026-11-27 09:15")));
    assert_eq!(shown.content, content("Möte"));
}

#[test]
fn a_single_appointment_becomes_a_series_in_its_place() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let target = place.appointment(case, "Möte", "2026-11-26 10:00");
    let change = AppointmentEdit {
        target,
        scope: Scope::This,
        starts_at: at("2026-11-26 10:00"),
        minutes: 60,
        all_day: false,
        content: content("Möte"),
        pattern: Some(crate::support::every_week()),
    };
    edit(&mut place, change).unwrap();
    let days: Vec<_> = range(&place, None, day("2026-11-23"), day("2026-12-14"))
        .unwrap()
        .into_iter()
        .map(|item| item.occurrence.starts_at.date())
        .collect();
    assert_eq!(days, [day("2026-11-26"), day("2026-12-03"), day("2026-12-10")]);
}

#[test]
fn who_has_an_appointment_at_the_same_time_is_told() {
    let mut place = Place::new();
    let (ek, alm) = (place.case("Ek"), place.case("Alm"));
    place.appointment(ek, "Möte", "2026-11-26 10:00");
    place.appointment(alm, "Samtal", "2026-11-26 10:30");
    place.appointment(alm, "Efteråt", "2026-11-26 11:30");
    let items = range(&place, Some(ek), day("2026-11-23"), day("2026-11-30")).unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].clashes, ["Alm"]);
    let all = range(&place, None, day("2026-11-23"), day("2026-11-30")).unwrap();
    let clashes: Vec<usize> = all.iter().map(|item| item.clashes.len()).collect();
    assert_eq!(clashes, [1, 1, 0]);
    let far = (day("2026-01-01"), day("2028-01-01"));
    refused(range(&place, None, far.0, far.1), "range-too-long");
    refused(range(&place, None, far.1, far.0), "range-too-long");
}

#[test]
fn a_line_of_text_is_read_as_an_appointment() {
    let place = Place::new();
    let draft = quick(&place, "tis 14 tandläkare 45m").unwrap();
    assert_eq!((draft.on, draft.minutes, draft.title.as_str()), (day("2026-12-01"), 45, "tandläkare"));
    refused(quick(&place, "  "), "quick-line-empty");
    refused(quick(&place, "tis 14"), "quick-line-no-title");
}
