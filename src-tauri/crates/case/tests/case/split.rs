//! Cutting a series in two.

use chrono::Days;
use farled_case::{Recurrence, RecurrenceError, SeriesId, occurrences, split};
use proptest::prelude::*;
use uuid::Uuid;

use crate::common::{at, day, series};

/// Rules of the kinds that people make, all with a beginning on or after 2026-01-31.
pub fn rules() -> impl Strategy<Value = String> {
    let days = proptest::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..5);
    let weekly = prop_oneof![
        Just(String::from("FREQ=WEEKLY")),
        days.prop_map(|days| format!("FREQ=WEEKLY;BYDAY={}", days.join(",")))
    ];
    let kinds = prop_oneof![
        Just(String::from("FREQ=DAILY")),
        weekly,
        Just(String::from("FREQ=MONTHLY")),
        (1..=31).prop_map(|day| format!("FREQ=MONTHLY;BYMONTHDAY={day}")),
        (-1..=4_i32, 0..7_usize).prop_filter("zero is none", |(nth, _)| *nth != 0).prop_map(
            |(nth, weekday)| {
                format!("FREQ=MONTHLY;BYDAY={nth}{}", ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday])
            }
        ),
        Just(String::from("FREQ=YEARLY")),
    ];
    let ends = prop_oneof![
        Just(String::new()),
        (1..60).prop_map(|count| format!(";COUNT={count}")),
        (0..900_u64).prop_map(|days| {
            // Late enough that every kind of rule happens once.
            format!(";UNTIL={}", (day("2027-06-01") + Days::new(days)).format("%Y%m%d"))
        }),
    ];
    let wkst = prop_oneof![Just(""), Just(";WKST=SU")];
    (kinds, 1..=4_u32, wkst, ends)
        .prop_map(|(kind, every, wkst, ends)| format!("{kind};INTERVAL={every}{wkst}{ends}"))
        .prop_filter("it happens", |rule| Recurrence::parse(rule, at("2026-01-31 09:00")).is_ok())
}

fn id() -> SeriesId {
    SeriesId(Uuid::from_u128(99))
}

#[test]
fn a_number_of_times_is_shared_out() {
    let original = series("2026-11-23 09:00", "FREQ=WEEKLY;COUNT=10");
    let (before, following) = split(&original, at("2026-12-07 09:00"), id()).unwrap();
    assert_eq!(before.unwrap().rule, "FREQ=WEEKLY;COUNT=2");
    assert_eq!(following.rule, "FREQ=WEEKLY;COUNT=8");
    assert_eq!(following.starts_at, at("2026-12-07 09:00"));
    assert_eq!(following.id, id());
}

#[test]
fn a_cut_at_the_first_leaves_nothing_before_it() {
    let original = series("2026-11-23 09:00", "FREQ=WEEKLY");
    let (before, following) = split(&original, at("2026-11-23 09:00"), id()).unwrap();
    assert_eq!(before, None);
    assert_eq!(following.rule, original.rule);
}

#[test]
fn a_cut_after_the_last_is_refused() {
    let original = series("2026-11-23 09:00", "FREQ=WEEKLY;COUNT=2");
    assert_eq!(split(&original, at("2026-12-01 09:00"), id()), Err(RecurrenceError::Never));
}

#[test]
fn a_cut_between_two_begins_at_the_next() {
    // The 31st is skipped in short months; the new series must not become "every 30th".
    let original = series("2026-01-31 09:00", "FREQ=MONTHLY");
    let (_, following) = split(&original, at("2026-02-01 09:00"), id()).unwrap();
    assert_eq!(following.starts_at, at("2026-03-31 09:00"));
    assert_eq!(following.rule, "FREQ=MONTHLY");
    let original = series("2026-01-31 09:00", "FREQ=WEEKLY;BYDAY=MO,SA");
    let (_, following) = split(&original, at("2026-02-01 09:00"), id()).unwrap();
    assert_eq!(following.rule, "FREQ=WEEKLY;BYDAY=MO,SA");
}

proptest! {
    #[test]
    fn the_two_parts_happen_when_the_whole_did(
        rule in rules(), cut in 0_u64..1200, excluded in proptest::collection::vec(0_usize..40, 0..4),
    ) {
        let mut original = series("2026-01-31 09:00", &rule);
        let (from, to) = (day("2026-01-01"), day("2030-02-10"));
        let all = original.recurrence().unwrap().between(from, to).unwrap();
        original.excluded = excluded.into_iter().filter_map(|index| all.get(index).copied()).collect();
        let whole = occurrences(std::slice::from_ref(&original), &[], from, to).unwrap();
        match split(&original, at("2026-01-31 09:00") + Days::new(cut), id()) {
            Ok((before, following)) => {
                let parts: Vec<_> = before.into_iter().chain([following]).collect();
                let parts = occurrences(&parts, &[], from, to).unwrap();
                let begins = |of: &[farled_case::Occurrence]| of.iter().map(|o| o.starts_at).collect::<Vec<_>>();
                prop_assert_eq!(begins(&parts), begins(&whole));
            }
            Err(error) => {
                prop_assert_eq!(error, RecurrenceError::Never);
                prop_assert!(all.iter().all(|begins| *begins < at("2026-01-31 09:00") + Days::new(cut)));
            }
        }
    }
}
