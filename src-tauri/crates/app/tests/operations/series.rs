//! Series, through the operations that change them.

use chrono::NaiveDateTime;
use farled_app::calendar::{
    AppointmentEdit, AppointmentMove, AppointmentRemoval, OccurrenceTarget, OutcomeEdit, edit, move_to,
    occurrence, range, remove, set_outcome,
};
use farled_case::{CaseId, Outcome, OutcomeKind, Scope};

use crate::support::{Place, at, content, day, refused};

/// The beginnings from November to the end of the year.
fn starts(place: &Place) -> Vec<NaiveDateTime> {
    let items = range(place, None, day("2026-11-01"), day("2027-01-01")).unwrap();
    items.into_iter().map(|item| item.occurrence.starts_at).collect()
}

fn titles(place: &Place) -> Vec<String> {
    let items = range(place, None, day("2026-11-01"), day("2026-12-12")).unwrap();
    items.into_iter().map(|item| item.occurrence.content.title).collect()
}

/// A weekly series on Thursdays at ten from the fifth of November: nine until the end of the year.
fn thursdays(place: &mut Place) -> (CaseId, OccurrenceTarget) {
    let case = place.case("Ek");
    let first = place.weekly(case, "Möte", "2026-11-05 10:00");
    (case, first)
}

fn on(first: &OccurrenceTarget, time: &str) -> OccurrenceTarget {
    OccurrenceTarget { recurrence_id: Some(at(time)), ..first.clone() }
}

fn titled(target: OccurrenceTarget, scope: Scope, starts_at: &str, title: &str) -> AppointmentEdit {
    AppointmentEdit {
        target,
        scope,
        starts_at: at(starts_at),
        minutes: 60,
        all_day: false,
        content: content(title),
        pattern: None,
    }
}

fn attended(place: &mut Place, target: OccurrenceTarget) {
    let outcome = Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() });
    set_outcome(place, OutcomeEdit { target, outcome }).unwrap();
}

#[test]
fn one_is_moved_and_the_others_stay() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    let to = AppointmentMove {
        target: on(&first, "2026-12-03 10:00"),
        scope: Scope::This,
        starts_at: at("2026-12-04 14:00"),
        minutes: 60,
    };
    move_to(&mut place, to).unwrap();
    let starts = starts(&place);
    assert_eq!(starts.len(), 9);
    assert!(starts.contains(&at("2026-12-04 14:00")) && !starts.contains(&at("2026-12-03 10:00")));
}

#[test]
fn this_and_the_following_change_and_what_was_before_stays() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    let change =
        titled(on(&first, "2026-11-26 10:00"), Scope::ThisAndFollowing, "2026-11-26 10:00", "Samtal");
    edit(&mut place, change).unwrap();
    assert_eq!(titles(&place), ["Möte", "Möte", "Möte", "Samtal", "Samtal", "Samtal"]);
    assert_eq!(starts(&place).len(), 9);
}

#[test]
fn all_change_and_what_was_written_about_one_stays_with_it() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    attended(&mut place, on(&first, "2026-11-19 10:00"));
    let change = titled(on(&first, "2026-12-03 10:00"), Scope::All, "2026-12-03 13:00", "Möte");
    edit(&mut place, change).unwrap();
    let held = range(&place, None, day("2026-11-19"), day("2026-11-20")).unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].occurrence.starts_at, at("2026-11-19 10:00"), "it happened when it happened");
    assert!(held[0].occurrence.outcome.is_some());
    let later = range(&place, None, day("2026-12-03"), day("2026-12-04")).unwrap();
    assert_eq!(later[0].occurrence.starts_at, at("2026-12-03 13:00"));
    assert_eq!(starts(&place).len(), 9);
}

#[test]
fn one_is_taken_out_and_the_others_stay() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    let removal = AppointmentRemoval { target: on(&first, "2026-12-03 10:00"), scope: Scope::This };
    remove(&mut place, &removal).unwrap();
    let starts = starts(&place);
    assert_eq!(starts.len(), 8);
    assert!(!starts.contains(&at("2026-12-03 10:00")));
    place.undo().unwrap();
    assert_eq!(self::starts(&place).len(), 9);
}

#[test]
fn this_and_the_following_are_taken_out() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    let removal =
        AppointmentRemoval { target: on(&first, "2026-11-26 10:00"), scope: Scope::ThisAndFollowing };
    remove(&mut place, &removal).unwrap();
    assert_eq!(starts(&place).last(), Some(&at("2026-11-19 10:00")));
}

#[test]
fn what_was_written_about_stays_when_its_series_is_taken_out() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    attended(&mut place, on(&first, "2026-11-19 10:00"));
    let one = AppointmentRemoval { target: on(&first, "2026-11-19 10:00"), scope: Scope::This };
    refused(remove(&mut place, &one), "series-has-outcome");
    assert_eq!(starts(&place).len(), 9);
    remove(&mut place, &AppointmentRemoval { target: first, scope: Scope::All }).unwrap();
    assert_eq!(starts(&place), [at("2026-11-19 10:00")]);
}

#[test]
fn an_occurrence_that_was_changed_back_and_forth_is_still_one() {
    let mut place = Place::new();
    let (_, first) = thursdays(&mut place);
    let target = on(&first, "2026-11-26 10:00");
    for (starts_at, title) in [("2026-11-27 10:00", "Flyttat"), ("2026-11-26 10:00", "Möte")] {
        edit(&mut place, titled(target.clone(), Scope::This, starts_at, title)).unwrap();
        assert_eq!(starts(&place).len(), 9);
    }
    let change = titled(target.clone(), Scope::All, "2026-11-26 11:00", "Samtal");
    edit(&mut place, change).unwrap();
    assert_eq!(starts(&place).len(), 9);
    assert!(titles(&place).iter().all(|title| title == "Samtal"));
    let shown = range(&place, None, day("2026-11-26"), day("2026-11-27")).unwrap().remove(0);
    place.sit_down("2026-11-26 12:00");
    attended(&mut place, shown.target);
    assert_eq!(starts(&place).len(), 9, "an outcome after all of that makes no second one");
}

#[test]
fn what_is_asked_of_an_occurrence_that_has_no_record_is_what_its_series_says() {
    let mut place = Place::new();
    let (case, first) = thursdays(&mut place);
    let shown = occurrence(&place, &on(&first, "2026-12-03 10:00")).unwrap();
    assert_eq!((shown.case, shown.starts_at), (case, at("2026-12-03 10:00")));
    assert_eq!(shown.content.title, "Möte");
    let nothing = OccurrenceTarget { appointment: None, series: None, recurrence_id: None };
    refused(occurrence(&place, &nothing), "record-missing");
}
