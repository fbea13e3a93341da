//! Recurrences as the interface builds them.

use farled_case::{Ends, Monthly, Pattern, Recurrence, Unit, Vocabulary, Weekday, Weekdays};
use proptest::prelude::*;

use crate::common::{at, day};

fn pattern() -> impl Strategy<Value = Pattern> {
    let ends = prop_oneof![
        Just(Ends::Never),
        (0_u64..5000).prop_map(|days| Ends::On { date: day("2026-01-01") + chrono::Days::new(days) }),
        (1_u32..500).prop_map(|count| Ends::After { count }),
    ];
    let weekday = proptest::sample::select(Weekday::ALL);
    let monthly = prop_oneof![
        Just(None),
        prop_oneof![Just(-1_i8), 1_i8..=31].prop_map(|day| Some(Monthly::DayOfMonth { day })),
        (prop_oneof![Just(-1_i8), 1_i8..=5], weekday)
            .prop_map(|(nth, weekday)| Some(Monthly::NthWeekday { nth, weekday })),
    ];
    (1_u32..100, proptest::sample::select(Unit::ALL), any::<[bool; 7]>(), monthly, ends).prop_map(
        |(every, unit, weekdays, monthly, ends)| Pattern {
            every,
            unit,
            weekdays: if unit == Unit::Week { Weekdays::from_array(weekdays) } else { Weekdays::NONE },
            monthly: monthly.filter(|_| unit == Unit::Month),
            ends,
        },
    )
}

proptest! {
    #[test]
    fn a_pattern_survives_its_rule(pattern in pattern()) {
        prop_assert_eq!(Pattern::from_rule(&pattern.to_rule()), Some(pattern));
    }

    #[test]
    fn a_pattern_survives_its_document(pattern in pattern()) {
        let text = serde_json::to_string(&pattern).unwrap();
        prop_assert_eq!(serde_json::from_str::<Pattern>(&text).unwrap(), pattern);
    }
}

#[test]
fn what_the_interface_reads_is_flat_and_tagged() {
    let pattern = Pattern::from_rule("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=6").unwrap();
    let value = serde_json::to_value(pattern).unwrap();
    assert_eq!(value["unit"], "month");
    assert_eq!(value["monthly"], serde_json::json!({ "by": "nth_weekday", "nth": -1, "weekday": "fri" }));
    assert_eq!(value["ends"], serde_json::json!({ "ends": "after", "count": 6 }));
}

#[test]
fn other_programs_spellings_are_the_same_pattern() {
    let weekdays = Pattern::from_rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    assert_eq!(Pattern::from_rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"), weekdays);
    let second = Pattern::from_rule("FREQ=MONTHLY;BYDAY=2TU");
    assert_eq!(Pattern::from_rule("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2"), second);
    assert!(second.is_some());
}

#[test]
fn a_rule_that_says_more_is_left_alone() {
    for rule in [
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=DAILY;UNTIL=20261224T080000Z",
        "nonsense",
    ] {
        assert_eq!(Pattern::from_rule(rule), None, "{rule}");
    }
}

#[test]
fn a_moved_weekly_pattern_moves_its_days() {
    let pattern = Pattern::from_rule("FREQ=WEEKLY;BYDAY=MO,SU;UNTIL=20261231").unwrap();
    let moved = pattern.moved(day("2026-11-23"), day("2026-11-24"));
    assert_eq!(moved.to_rule(), "FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20270101");
}

#[test]
fn a_moved_monthly_pattern_takes_the_new_day() {
    let pattern = Pattern::from_rule("FREQ=MONTHLY;BYDAY=2TU").unwrap();
    let moved = pattern.moved(day("2026-11-10"), day("2026-11-19"));
    assert_eq!(moved.to_rule(), "FREQ=MONTHLY;BYDAY=3TH");
    assert!(Recurrence::parse(&moved.to_rule(), at("2026-11-19 09:00")).is_ok());
}
