//! Recurrences compared with an implementation that shares nothing with ours: see
//! `tests/recurrence/expected.py`, which made the cases.

use chrono::{Days, NaiveDate, NaiveDateTime};
use farled_case::{Recurrence, RecurrenceError};

const CASES: &str = include_str!("../../../../../tests/recurrence/expected.jsonl");

fn day(number: u64) -> NaiveDate {
    NaiveDate::default() + Days::new(number)
}

#[test]
fn every_recurrence_happens_when_python_dateutil_says() {
    let mut compared = 0;
    let mut happening = 0;
    for line in CASES.lines().skip(1) {
        let (start, rule, from, to, expected): (String, String, u64, u64, Vec<u64>) =
            serde_json::from_str(line).unwrap();
        let start = NaiveDateTime::parse_from_str(&start, "%Y-%m-%dT%H:%M").unwrap();
        let expected: Vec<_> =
            expected.into_iter().map(|number| day(number).and_time(start.time())).collect();
        let found = match Recurrence::parse(&rule, start) {
            Ok(recurrence) => recurrence.between(day(from), day(to)).unwrap(),
            Err(RecurrenceError::Never) => Vec::new(),
            Err(error) => panic!("{line}: {error}"),
        };
        assert_eq!(found, expected, "{line}");
        compared += 1;
        happening += usize::from(!found.is_empty());
    }
    assert!(compared >= 2_000 && happening >= 1_500, "{compared} compared, {happening} happen");
}
