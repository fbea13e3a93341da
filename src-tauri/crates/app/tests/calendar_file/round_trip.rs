//! Whatever there is to be written or read.

use chrono::{Days, TimeDelta};
use farled_app::calendar_file::export;
use farled_case::{Appointment, AppointmentId, Occurrence, Series, SeriesId};
use proptest::prelude::*;

use crate::*;

/// What people see of an occurrence.
fn seen(of: &[Occurrence]) -> Vec<(NaiveDateTime, u32, bool, String, String)> {
    let see = |o: &Occurrence| {
        (o.starts_at, o.minutes, o.all_day, o.content.title.clone(), o.content.place.clone())
    };
    let mut seen: Vec<_> = of.iter().map(see).collect();
    seen.sort();
    seen
}

prop_compose! {
    fn any_content()(
        title in "[A-Za-zåäöÅÄÖ,;:\\\\\"'👩]{1,12}( [a-zåäö,;\\\\]{1,40}){0,3}", place in "([a-zåäö,;0-9]{1,20})?",
    ) -> AppointmentContent {
        content(&title, &place)
    }
}

prop_compose! {
    fn any_series()(
        id in 1_u128..1_000_000, days in 0_u64..700, quarter in 0_i64..96, minutes in 0_u32..600, all_day: bool,
        rule in prop_oneof![
            Just("FREQ=DAILY"), Just("FREQ=WEEKLY"), Just("FREQ=WEEKLY;BYDAY=MO,WE,SU"),
            Just("FREQ=WEEKLY;INTERVAL=4"), Just("FREQ=MONTHLY"), Just("FREQ=MONTHLY;BYDAY=-1FR"),
            Just("FREQ=MONTHLY;BYMONTHDAY=1,15"), Just("FREQ=YEARLY"), Just("FREQ=DAILY;INTERVAL=3"),
        ],
        end in prop_oneof![Just(String::new()), (1_u32..40).prop_map(|n| format!(";COUNT={n}")),
            (750_u64..1500).prop_map(|days| (day("2025-06-01") + Days::new(days)).format(";UNTIL=%Y%m%d").to_string())],
        content in any_content(), excluded in proptest::collection::vec(0_usize..30, 0..3),
        changed in proptest::collection::vec((0_usize..30, -3000_i64..3000, any_content()), 0..4),
    ) -> (Series, Vec<Appointment>) {
        let midnight = (day("2025-06-01") + Days::new(days)).and_hms_opt(0, 0, 0).unwrap();
        let starts_at = if all_day { midnight } else { midnight + TimeDelta::minutes(15 * quarter) };
        let mut series = Series {
            id: SeriesId(Uuid::from_u128(id)), case: CASE, starts_at, minutes: if all_day { 0 } else { minutes },
            all_day, rule: format!("{rule}{end}"), excluded: Vec::new(), content,
        };
        // A yearly one that ends before it comes round, or the 29th of February.
        if series.recurrence().is_err() { series.rule = "FREQ=DAILY;COUNT=5".into(); }
        let all: Vec<_> = series.recurrence().unwrap().iter().take(30).collect();
        series.excluded = excluded.into_iter().filter_map(|index| all.get(index).copied()).collect();
        let mut records: Vec<Appointment> = Vec::new();
        for (index, later, content) in changed {
            let Some(at) = all.get(index) else { continue };
            let mut record = Occurrence::of_series(&series, *at).to_appointment(AppointmentId(Uuid::nil()));
            let later = if all_day { TimeDelta::days(later / 1000) } else { TimeDelta::minutes(later) };
            record.starts_at += later;
            record.content = content;
            if !records.iter().any(|other| other.id == record.id) { records.push(record); }
        }
        (series, records)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_goes_out_comes_back(all in proptest::collection::vec(any_series(), 1..4)) {
        let mut series: Vec<Series> = Vec::new();
        let mut records = Vec::new();
        for (one, its) in all {
            if !series.iter().any(|other| other.id == one.id) {
                series.push(one);
                records.extend(its);
            }
        }
        let out = export(&series, &records, &options(Titles::Full));
        prop_assert!(out.broken.is_empty());
        let back = read(out.text.as_bytes());
        prop_assert!(back.skipped.is_empty() && back.notes.is_empty(), "{:?} {:?}", back.skipped, back.notes);
        let (from, to) = (day("2025-01-01"), day("2029-01-01"));
        let before = occurrences(&series, &records, from, to).unwrap();
        let after = occurrences(&back.series, &back.appointments, from, to).unwrap();
        prop_assert_eq!(seen(&after), seen(&before));
        // And once more: now everything is as a file has it, and nothing changes any more.
        let again = export(&back.series, &back.appointments, &options(Titles::Full));
        prop_assert_eq!(again.events, out.events);
    }

    #[test]
    fn any_text_between_the_right_lines_is_read_or_refused(
        lines in proptest::collection::vec(
            prop_oneof![
                "(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID|DURATION|RRULE|UID|SUMMARY)(;TZID=[A-Za-z/]{0,12})?:[0-9TZPDHM,;=A-Z-]{0,20}",
                Just("DTSTART:20261123T090000Z".to_owned()), Just("RRULE:FREQ=WEEKLY".to_owned()),
                Just("DTSTART;TZID=America/New_York:20260308T023000".to_owned()),
                "\\PC{0,30}",
            ],
            0..8,
        ),
    ) {
        let _ = import_of(&event(&lines.join("\r\n")));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0_usize..4000, byte: u8, cut in 0_usize..4000) {
        for file in [GOOGLE, OUTLOOK, NEXTCLOUD] {
            let mut damaged = file.to_vec();
            let at = at % damaged.len();
            damaged[at] = byte;
            let _ = import(&damaged, CASE, day("2026-11-22"));
            let _ = import(&file[..cut.min(file.len())], CASE, day("2026-11-22"));
        }
    }
}
