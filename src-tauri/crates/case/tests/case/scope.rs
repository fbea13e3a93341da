//! Changing a series: this, this and following, all.

use farled_case::{
    Appointment, Reason, Scope, ScopeError, Series, SeriesChange, SeriesEdit, SeriesId, edit_series,
    occurrences, remove_from_series,
};
use uuid::Uuid;

use crate::common::{at, attended, content, day, record, series};

const NEW: SeriesId = SeriesId(Uuid::from_u128(50));

fn change(starts_at: &str) -> SeriesChange {
    SeriesChange {
        starts_at: at(starts_at),
        minutes: 60,
        all_day: false,
        rule: None,
        content: content("Samtal"),
    }
}

/// What the calendar shows after the edit, from 2026-11-23 for five weeks.
fn after(original: &Series, records: &[Appointment], edit: &SeriesEdit) -> Vec<String> {
    let mut all_series = vec![original.clone()];
    for put in &edit.series {
        all_series.retain(|series| series.id != put.id);
        all_series.push(put.clone());
    }
    all_series.retain(|series| !edit.erased_series.contains(&series.id));
    let mut all = records.to_vec();
    for put in &edit.appointments {
        all.retain(|record| record.id != put.id);
        all.push(put.clone());
    }
    all.retain(|record| !edit.erased_appointments.contains(&record.id));
    let found = occurrences(&all_series, &all, day("2026-11-23"), day("2026-12-28")).unwrap();
    found
        .iter()
        .map(|o| {
            let mark = if o.outcome.is_some() { " met" } else { "" };
            format!("{} {}{mark}", o.starts_at.format("%m-%d %H:%M"), o.content.title)
        })
        .collect()
}

fn weekly() -> Series {
    series("2026-11-23 09:00", "FREQ=WEEKLY")
}

#[test]
fn this_one_alone_moves() {
    let edit =
        edit_series(&weekly(), &[], at("2026-11-30 09:00"), Scope::This, &change("2026-12-02 13:00"), NEW);
    assert_eq!(
        after(&weekly(), &[], &edit.unwrap()),
        [
            "11-23 09:00 Samtal",
            "12-02 13:00 Samtal",
            "12-07 09:00 Samtal",
            "12-14 09:00 Samtal",
            "12-21 09:00 Samtal"
        ]
    );
}

#[test]
fn this_and_following_move_to_another_weekday() {
    let scope = Scope::ThisAndFollowing;
    let edit =
        edit_series(&weekly(), &[], at("2026-12-07 09:00"), scope, &change("2026-12-08 13:00"), NEW).unwrap();
    assert_eq!(
        after(&weekly(), &[], &edit),
        [
            "11-23 09:00 Samtal",
            "11-30 09:00 Samtal",
            "12-08 13:00 Samtal",
            "12-15 13:00 Samtal",
            "12-22 13:00 Samtal"
        ]
    );
    assert_eq!(edit.reason, None);
}

#[test]
fn this_and_following_from_the_first_changes_the_series_itself() {
    let scope = Scope::ThisAndFollowing;
    let edit =
        edit_series(&weekly(), &[], at("2026-11-23 09:00"), scope, &change("2026-11-23 10:00"), NEW).unwrap();
    assert_eq!(edit.series.len(), 1);
    assert_eq!(edit.series[0].id, weekly().id);
}

#[test]
fn a_new_title_for_all_is_one_write() {
    let mut met = record(&weekly(), "2026-11-23 09:00");
    met.outcome = attended();
    let mut change = change("2026-12-07 09:00");
    change.content = content("Stödsamtal");
    let records = [met];
    let edit = edit_series(&weekly(), &records, at("2026-12-07 09:00"), Scope::All, &change, NEW).unwrap();
    assert_eq!(edit.series.len(), 1);
    assert_eq!(edit.series[0].id, weekly().id);
    assert_eq!(edit.reason, None);
    // What was written about a meeting that took place stays what it was.
    assert_eq!(after(&weekly(), &records, &edit)[0], "11-23 09:00 Samtal met");
    assert_eq!(after(&weekly(), &records, &edit)[1], "11-30 09:00 Stödsamtal");
}

#[test]
fn a_new_time_for_all_spares_what_has_an_outcome_and_says_so() {
    let mut first = record(&weekly(), "2026-11-23 09:00");
    first.outcome = attended();
    let mut later = record(&weekly(), "2026-12-14 09:00");
    later.outcome = attended();
    let records = [first, later];
    let edit = edit_series(
        &weekly(),
        &records,
        at("2026-12-07 09:00"),
        Scope::All,
        &change("2026-12-07 13:00"),
        NEW,
    )
    .unwrap();
    assert_eq!(edit.reason, Some(Reason::KeptOutcomes));
    assert_eq!(
        after(&weekly(), &records, &edit),
        [
            "11-23 09:00 Samtal met",
            "11-30 13:00 Samtal",
            "12-07 13:00 Samtal",
            "12-14 09:00 Samtal met",
            "12-21 13:00 Samtal"
        ]
    );
}

#[test]
fn a_new_time_for_all_without_outcomes_changes_the_series_itself() {
    let edit =
        edit_series(&weekly(), &[], at("2026-12-07 09:00"), Scope::All, &change("2026-12-08 13:00"), NEW)
            .unwrap();
    assert_eq!(edit.series[0].id, weekly().id);
    assert_eq!(edit.series[0].starts_at, at("2026-11-24 13:00"));
    assert_eq!(edit.reason, None);
}

#[test]
fn what_was_changed_for_one_alone_stays_changed() {
    let mut moved = record(&weekly(), "2026-12-14 09:00");
    moved.starts_at = at("2026-12-16 15:00");
    let mut renamed = record(&weekly(), "2026-12-21 09:00");
    renamed.content = content("Läkare");
    let records = [moved, renamed];
    let scope = Scope::ThisAndFollowing;
    let mut change = change("2026-12-07 10:00");
    change.content = content("Stödsamtal");
    let edit = edit_series(&weekly(), &records, at("2026-12-07 09:00"), scope, &change, NEW).unwrap();
    assert_eq!(
        after(&weekly(), &records, &edit),
        [
            "11-23 09:00 Samtal",
            "11-30 09:00 Samtal",
            "12-07 10:00 Stödsamtal",
            "12-16 15:00 Stödsamtal",
            "12-21 10:00 Läkare"
        ]
    );
}

#[test]
fn a_new_rule_with_a_number_counts_those_that_stay() {
    let original = series("2026-11-23 09:00", "FREQ=WEEKLY;COUNT=4");
    let mut met = record(&original, "2026-11-23 09:00");
    met.outcome = attended();
    let records = [met];
    let mut change = change("2026-11-30 09:00");
    change.rule = Some("FREQ=WEEKLY;COUNT=3".into());
    let edit = edit_series(&original, &records, at("2026-11-30 09:00"), Scope::All, &change, NEW).unwrap();
    assert_eq!(
        after(&original, &records, &edit),
        ["11-23 09:00 Samtal met", "11-30 09:00 Samtal", "12-07 09:00 Samtal"]
    );
}

#[test]
fn another_programs_rule_is_not_guessed_onto_another_day() {
    let odd = series("2026-11-23 09:00", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1,4");
    let at_first = odd.recurrence().unwrap().first();
    let mut change = change("2026-11-23 09:00");
    change.starts_at = at_first + chrono::Days::new(1);
    assert_eq!(edit_series(&odd, &[], at_first, Scope::All, &change, NEW), Err(ScopeError::RuleNeeded));
}

#[test]
fn removing_this_one_leaves_the_others() {
    let edit = remove_from_series(&weekly(), &[], at("2026-11-30 09:00"), Scope::This).unwrap();
    assert_eq!(
        after(&weekly(), &[], &edit),
        ["11-23 09:00 Samtal", "12-07 09:00 Samtal", "12-14 09:00 Samtal", "12-21 09:00 Samtal"]
    );
}

#[test]
fn removing_never_takes_an_outcome_along() {
    let mut met = record(&weekly(), "2026-12-14 09:00");
    met.outcome = attended();
    let records = [met, record(&weekly(), "2026-12-21 09:00")];
    let this = remove_from_series(&weekly(), &records, at("2026-12-14 09:00"), Scope::This);
    assert_eq!(this, Err(ScopeError::HasOutcome));
    let following =
        remove_from_series(&weekly(), &records, at("2026-12-07 09:00"), Scope::ThisAndFollowing).unwrap();
    assert_eq!(following.reason, Some(Reason::KeptOutcomes));
    assert_eq!(
        after(&weekly(), &records, &following),
        ["11-23 09:00 Samtal", "11-30 09:00 Samtal", "12-14 09:00 Samtal met"]
    );
    let all = remove_from_series(&weekly(), &records, at("2026-12-07 09:00"), Scope::All).unwrap();
    assert_eq!(after(&weekly(), &records, &all), ["12-14 09:00 Samtal met"]);
}

#[test]
fn a_change_without_a_title_is_refused() {
    let mut change = change("2026-11-23 09:00");
    change.content = content("  ");
    let edit = edit_series(&weekly(), &[], at("2026-11-23 09:00"), Scope::All, &change, NEW);
    assert_eq!(edit.unwrap_err().code(), "appointment-no-title");
}
