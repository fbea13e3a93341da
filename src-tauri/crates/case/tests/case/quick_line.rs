//! One line that books an appointment.

use farled_case::{QuickLineError, parse_quick_line as parse};
use proptest::prelude::*;

use crate::common::day;

/// `day time minutes title @place`, read on Sunday 22 November 2026.
fn read(line: &str) -> String {
    match parse(line, day("2026-11-22")) {
        Ok(quick) => {
            let time = quick.time.map_or("-".into(), |time| time.format("%H:%M").to_string());
            let place = if quick.place.is_empty() { String::new() } else { format!(" @{}", quick.place) };
            format!("{} {time} {} {}{place}", quick.day.format("%Y-%m-%d"), quick.minutes, quick.title)
        }
        Err(error) => error.code().to_owned(),
    }
}

#[test]
fn lines_are_read_as_they_are_written() {
    let cases = [
        ("tis 14 tandläkare 45m", "2026-11-24 14:00 45 tandläkare"),
        ("imorgon 9:30 Samtal 1h @Plats A", "2026-11-23 09:30 60 Samtal @Plats A"),
        ("24/11 13-14.30 möte", "2026-11-24 13:00 90 möte"),
        ("fredag lunch", "2026-11-27 - 60 lunch"),
        ("nästa mån 8 Arbetsförmedlingen", "2026-11-23 08:00 60 Arbetsförmedlingen"),
        ("söndag 10 promenad", "2026-11-22 10:00 60 promenad"),
        ("tuesday 2pm dentist 1h30", "2026-11-24 14:00 90 dentist"),
        ("tomorrow at 9 call", "2026-11-23 09:00 60 call"),
        ("next friday 9.15 bank", "2026-11-27 09:15 60 bank"),
        ("i morgon kl 14 Samtal", "2026-11-23 14:00 60 Samtal"),
        ("i övermorgon möte", "2026-11-24 - 60 möte"),
        ("idag 0930 vård 20 min", "2026-11-22 09:30 20 vård"),
        ("2026-12-24 kl. 15.00 Kalle 1,5h", "2026-12-24 15:00 90 Kalle"),
        ("24 december 15 Kalle", "2026-12-24 15:00 60 Kalle"),
        ("den 3 jan 12 lunch", "2027-01-03 12:00 60 lunch"),
        ("tis 1 dec 14 besök", "2026-12-01 14:00 60 besök"),
        ("1/1 nyår", "2027-01-01 - 60 nyår"),
        ("29/2 skottdag", "2028-02-29 - 60 skottdag"),
        ("14 tis frissan", "2026-11-24 14:00 60 frissan"),
        ("14:15 samtal", "2026-11-22 14:15 60 samtal"),
        ("fredag 22-06 nattpass", "2026-11-27 22:00 480 nattpass"),
        ("Ons. 13–14 Möte med A @ Stadshuset 3 tr", "2026-11-25 13:00 60 Möte med A @Stadshuset 3 tr"),
        ("mån 10 45m provtagning", "2026-11-23 10:00 45 provtagning"),
        ("mån 10 möte @Plats A 30 min", "2026-11-23 10:00 30 möte @Plats A"),
        ("fre 30 min promenad", "2026-11-27 - 30 promenad"),
        ("ons a@b.example", "2026-11-25 - 60 a@b.example"),
        ("lör 50-årskalas", "2026-11-28 - 60 50-årskalas"),
        ("handla 3 saker", "2026-11-22 - 60 handla 3 saker"),
        ("12 personer", "2026-11-22 - 60 12 personer"),
    ];
    for (line, expected) in cases {
        assert_eq!(read(line), expected, "{line}");
    }
}

#[test]
fn mistakes_are_named() {
    let cases = [
        ("", "quick-line-empty"),
        (" \t ", "quick-line-empty"),
        ("tis 14", "quick-line-no-title"),
        ("tis 14 @Plats A", "quick-line-no-title"),
        ("31/2 möte", "day-invalid"),
        ("2026-02-30 möte", "day-invalid"),
        ("tis 25 möte", "time-invalid"),
        ("tis 14:75 möte", "time-invalid"),
        ("tis 13pm möte", "time-invalid"),
        ("tis 14-13 möte", "quick-line-no-such-length"),
        ("tis 14-14 möte", "quick-line-no-such-length"),
        ("tis 14 möte 0m", "quick-line-no-such-length"),
        ("tis 14 möte 9999h", "quick-line-no-such-length"),
    ];
    for (line, expected) in cases {
        assert_eq!(read(line), expected, "{line}");
    }
    assert_eq!(parse(&"å".repeat(501), day("2026-11-22")), Err(QuickLineError::TooLong));
}

#[test]
fn next_weekday_is_the_one_of_next_week() {
    let on_tuesday = |line| parse(line, day("2026-11-24")).unwrap().day;
    assert_eq!(on_tuesday("fredag möte"), day("2026-11-27"));
    assert_eq!(on_tuesday("nästa fredag möte"), day("2026-12-04"));
    assert_eq!(on_tuesday("tisdag möte"), day("2026-11-24"));
}

#[test]
fn the_end_of_the_calendar_is_no_day() {
    assert_eq!(parse("imorgon x", chrono::NaiveDate::MAX), Err(QuickLineError::NoSuchDay));
    assert_eq!(parse("nästa mån x", chrono::NaiveDate::MAX), Err(QuickLineError::NoSuchDay));
}

proptest! {
    #[test]
    fn any_line_is_read_or_refused(line in "\\PC{0,80}") {
        let _ = parse(&line, day("2026-11-22"));
    }

    #[test]
    fn any_line_of_the_right_words_is_read_or_refused(
        words in proptest::collection::vec(
            prop_oneof!["tis|nästa|i|morgon|next|den|kl|at|@A|möte|nov|på", "[0-9]{1,4}[/:.,-]?[0-9]{0,4}(m|h|pm|min|h30)?"],
            0..7,
        ),
        days in -100_000_i64..3_000_000,
    ) {
        let today = day("2026-11-22") + chrono::TimeDelta::days(days);
        if let Ok(quick) = parse(&words.join(" "), today) {
            prop_assert!(quick.day >= today || words.iter().any(|word| word.contains('-')));
            prop_assert!(!quick.title.is_empty() && quick.minutes > 0);
        }
    }
}
