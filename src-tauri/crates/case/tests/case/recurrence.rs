//! Recurrence rules, good and hostile.

use std::time::{Duration, Instant};

use farled_case::{MAX_OCCURRENCES, Recurrence, RecurrenceError};
use proptest::prelude::*;

use crate::common::{at, day};

/// The shortest of several times that something takes: what else the machine does only makes it longer.
fn quickest<T>(work: impl Fn() -> T) -> Duration {
    let once = || {
        let begun = Instant::now();
        std::hint::black_box(work());
        begun.elapsed()
    };
    (0..10).map(|_| once()).min().unwrap()
}

fn between(rule: &str, start: &str, from: &str, to: &str) -> Vec<String> {
    let recurrence = Recurrence::parse(rule, at(start)).unwrap();
    let found = recurrence.between(day(from), day(to)).unwrap();
    found.iter().map(|at| at.format("%Y-%m-%d %H:%M").to_string()).collect()
}

#[test]
fn nine_o_clock_stays_nine_o_clock_across_both_clock_changes() {
    assert_eq!(
        between("FREQ=WEEKLY", "2026-03-22 09:00", "2026-03-22", "2026-04-06"),
        ["2026-03-22 09:00", "2026-03-29 09:00", "2026-04-05 09:00"]
    );
    assert_eq!(
        between("FREQ=DAILY", "2026-10-24 02:30", "2026-10-24", "2026-10-27"),
        ["2026-10-24 02:30", "2026-10-25 02:30", "2026-10-26 02:30"]
    );
}

#[test]
fn an_hour_that_the_night_lacks_keeps_its_name() {
    assert_eq!(
        between("FREQ=DAILY", "2026-03-28 02:30", "2026-03-28", "2026-03-31"),
        ["2026-03-28 02:30", "2026-03-29 02:30", "2026-03-30 02:30"]
    );
}

#[test]
fn every_fourth_week_keeps_its_step_wherever_the_range_begins() {
    let all = between("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,TH", "2026-01-05 10:00", "2026-01-01", "2027-01-01");
    let late = between("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,TH", "2026-01-05 10:00", "2026-09-01", "2027-01-01");
    let expected: Vec<_> = all.iter().filter(|at| at.as_str() >= "2026-09-01").cloned().collect();
    assert_eq!(late, expected);
    assert_eq!(all.len(), 26);
}

#[test]
fn the_last_day_of_a_rule_counts() {
    let expected = ["2026-11-23 09:00", "2026-11-24 09:00"];
    for until in ["20261124", "20261124T090000", "20261124T080000Z", "20261124T235959"] {
        let rule = format!("FREQ=DAILY;UNTIL={until}");
        assert_eq!(between(&rule, "2026-11-23 09:00", "2026-01-01", "2027-01-01"), expected, "{until}");
    }
    for until in ["20261123", "20261124T085959", "20261124T075959Z"] {
        let rule = format!("FREQ=DAILY;UNTIL={until}");
        assert_eq!(between(&rule, "2026-11-23 09:00", "2026-01-01", "2027-01-01").len(), 1, "{until}");
    }
}

#[test]
fn an_end_in_utc_is_read_with_the_summer_time_of_its_day() {
    // 08:00 in summer is 06:00 UTC.
    let rule = "FREQ=DAILY;UNTIL=20260702T060000Z";
    assert_eq!(between(rule, "2026-07-01 08:00", "2026-01-01", "2027-01-01").len(), 2);
}

#[test]
fn hostile_rules_are_refused() {
    use RecurrenceError::{Never, TooMany, Unreadable};
    let daily = Recurrence::parse("FREQ=DAILY", at("2026-11-23 09:00")).unwrap();
    let years = quickest(|| daily.between(day("2027-01-01"), day("2032-01-01")).unwrap());
    let cases = [
        ("", Unreadable),
        ("FREQ=FORTNIGHTLY", Unreadable),
        ("FREQ=SECONDLY", TooMany),
        ("FREQ=MINUTELY;INTERVAL=5", TooMany),
        ("FREQ=HOURLY", TooMany),
        ("FREQ=DAILY;INTERVAL=0", TooMany),
        ("FREQ=DAILY;INTERVAL=-1", Unreadable),
        ("FREQ=DAILY;INTERVAL=65536", Unreadable),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", Unreadable),
        ("FREQ=DAILY;COUNT=1000000000", TooMany),
        ("FREQ=DAILY;COUNT=18446744073709551615", TooMany),
        ("FREQ=DAILY;COUNT=0", Never),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", Unreadable),
        ("FREQ=DAILY;COUNT=3;COUNT=4", Unreadable),
        ("FREQ=DAILY;UNTIL=20200101", Never),
        ("FREQ=DAILY;UNTIL=20261301", Unreadable),
        ("FREQ=DAILY;UNTIL=+2026-1-1", Unreadable),
        ("FREQ=DAILY;BYHOUR=1,2,3", Unreadable),
        ("FREQ=DAILY;BYHOUR=10", Unreadable),
        ("FREQ=YEARLY;BYEASTER=0", Unreadable),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Never),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", Never),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", Never),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=WE", Never),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", Never),
        ("FREQ=MONTHLY;BYDAY=6MO", Unreadable),
        ("FREQ=WEEKLY;BYDAY=2MO", Unreadable),
        ("FREQ=WEEKLY;BYMONTHDAY=1", Unreadable),
        ("FREQ=DAILY;BYSETPOS=1", Unreadable),
        ("FREQ=DAILY;X-OTHER=1", Unreadable),
        ("FREQ=DAILY;BYDAY=måndag", Unreadable),
    ];
    for (rule, expected) in cases {
        assert_eq!(Recurrence::parse(rule, at("2026-11-23 09:00")).unwrap_err(), expected, "{rule}");
        let refusing = quickest(|| Recurrence::parse(rule, at("2026-11-23 09:00")).is_err());
        // Those that never come take longest: they are sought for before that is said.
        assert!(refusing < 200 * years, "{rule} took {refusing:?}, five years of days {years:?}");
    }
    let list = format!("FREQ=MONTHLY;BYMONTHDAY={}1", "1,".repeat(200));
    assert_eq!(Recurrence::parse(&list, at("2026-11-23 09:00")).unwrap_err(), Unreadable);
}

#[test]
fn a_start_outside_every_calendar_is_refused() {
    for start in ["9999-12-31 09:00", "0001-01-01 09:00"] {
        assert_eq!(Recurrence::parse("FREQ=DAILY", at(start)).unwrap_err(), RecurrenceError::Unreadable);
    }
}

#[test]
fn an_end_in_the_year_9999_is_as_good_as_none() {
    let rule = "FREQ=WEEKLY;UNTIL=99991231T235959Z";
    assert_eq!(between(rule, "2026-11-23 09:00", "2099-01-01", "2099-02-01").len(), 4);
}

#[test]
fn a_far_away_range_is_as_quick_as_a_near_one() {
    for rule in ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY"] {
        let recurrence = Recurrence::parse(rule, at("2000-01-01 09:00")).unwrap();
        let year = |from: &str, to: &str| recurrence.between(day(from), day(to)).unwrap().len();
        assert!(year("2099-01-01", "2100-01-01") > 0);
        let near = quickest(|| year("2001-01-01", "2002-01-01"));
        let far = quickest(|| year("2099-01-01", "2100-01-01"));
        assert!(far < 5 * near, "{rule}: {far:?} far away, {near:?} near");
    }
}

#[test]
fn a_range_without_bounds_is_refused_and_does_not_hang() {
    let recurrence = Recurrence::parse("FREQ=DAILY", at("2000-01-01 09:00")).unwrap();
    let all = recurrence.between(chrono::NaiveDate::MIN, chrono::NaiveDate::MAX);
    assert_eq!(all, Err(RecurrenceError::TooMany));
    let ended = Recurrence::parse("FREQ=DAILY;COUNT=2000", at("2000-01-01 09:00")).unwrap();
    let all = ended.between(chrono::NaiveDate::MIN, chrono::NaiveDate::MAX).unwrap();
    assert_eq!(all.len(), MAX_OCCURRENCES);
    assert!(recurrence.between(day("2026-01-02"), day("2026-01-01")).unwrap().is_empty());
}

#[test]
fn a_rule_keeps_one_spelling() {
    let cases = [
        ("freq=weekly;byday=th,mo,mo;", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=YEARLY;BYMONTHDAY=23;BYMONTH=11", "FREQ=YEARLY"),
        ("FREQ=YEARLY;BYMONTHDAY=23", "FREQ=YEARLY;BYMONTHDAY=23"),
        ("INTERVAL=1;FREQ=DAILY;BYHOUR=9;BYMINUTE=0;UNTIL=20261225T235959Z", "FREQ=DAILY;UNTIL=20261225"),
        ("FREQ=WEEKLY;WKST=MO", "FREQ=WEEKLY"),
    ];
    for (rule, expected) in cases {
        assert_eq!(Recurrence::parse(rule, at("2026-11-23 09:00")).unwrap().to_rule(), expected);
    }
}

#[test]
fn a_rule_ends_before_the_moment_asked() {
    let cases = [
        ("FREQ=DAILY", "FREQ=DAILY;UNTIL=20261130"),
        ("FREQ=DAILY;UNTIL=20261125", "FREQ=DAILY;UNTIL=20261125"),
        ("FREQ=DAILY;COUNT=100", "FREQ=DAILY;COUNT=8"),
        ("FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
    ];
    for (rule, expected) in cases {
        let recurrence = Recurrence::parse(rule, at("2026-11-23 09:00")).unwrap();
        assert_eq!(recurrence.ended_before(at("2026-12-01 09:00")), expected);
    }
    let recurrence = Recurrence::parse("FREQ=DAILY", at("2026-11-23 09:00")).unwrap();
    assert_eq!(recurrence.ended_before(at("2026-12-01 09:01")), "FREQ=DAILY;UNTIL=20261201");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY))?[;=A-Z0-9,+-]{0,60}") {
        if let Ok(recurrence) = Recurrence::parse(&rule, at("2026-01-31 09:00")) {
            let _ = recurrence.between(day("2030-01-01"), day("2030-03-01"));
        }
    }

    #[test]
    fn two_ranges_side_by_side_hold_what_the_whole_range_holds(
        rule in crate::split::rules(), cut in 0_u64..1500,
    ) {
        let recurrence = Recurrence::parse(&rule, at("2026-01-31 09:00")).unwrap();
        let (from, to) = (day("2026-01-01"), day("2030-02-10"));
        let cut = from + chrono::Days::new(cut);
        let mut parts = recurrence.between(from, cut).unwrap();
        parts.extend(recurrence.between(cut, to).unwrap());
        prop_assert_eq!(parts, recurrence.between(from, to).unwrap());
    }
}
