//! Files that are read more than once, or whose times need thought.

use farled_case::{Outcome, OutcomeKind};

use crate::*;

#[test]
fn reading_a_file_twice_gives_the_same_records_and_another_case_gives_others() {
    for file in [GOOGLE, OUTLOOK, NEXTCLOUD] {
        assert_eq!(read(file), read(file));
        let other = import(file, CaseId(Uuid::from_u128(3)), day("2026-11-22")).unwrap();
        assert!(other.series.iter().all(|one| read(file).series.iter().all(|two| one.id != two.id)));
        assert!(
            other.appointments.iter().all(|one| read(file).appointments.iter().all(|two| one.id != two.id))
        );
    }
}

#[test]
fn a_file_with_plain_line_ends_is_the_same_file() {
    for file in [GOOGLE, OUTLOOK, NEXTCLOUD] {
        let plain: Vec<u8> = file.iter().copied().filter(|byte| *byte != b'\r').collect();
        assert_eq!(read(&plain), read(file));
    }
}

#[test]
fn reading_again_keeps_what_was_written_here() {
    let first = read(GOOGLE);
    let mut series = first.series.clone();
    series[0].excluded.push(at("2026-11-05 09:00"));
    series[0].content.safety_hint = "Inte torget".into();
    let mut known = first.appointments.clone();
    known[0].outcome = Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() });
    known[1].content.bring = "Remiss".into();
    let again = read(GOOGLE).keeping(&series, &known);
    assert_eq!(again.series[0].content.safety_hint, "Inte torget");
    assert!(again.series[0].excluded.contains(&at("2026-11-05 09:00")));
    assert!(again.appointments.iter().all(|appointment| appointment.id != known[0].id));
    assert!(again.appointments.iter().any(|appointment| appointment.content.bring == "Remiss"));
}

#[test]
fn a_series_in_a_far_zone_is_taken_one_by_one_when_a_rule_can_not_say_it() {
    let file = event(
        "DTSTART;TZID=America/New_York:20261031T200000\r\nDTEND;TZID=America/New_York:20261031T210000\r\n\
         RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
    );
    let import = read(file.as_bytes());
    assert_eq!(codes(&import).1, ["Möte ics-series-expanded"]);
    assert_eq!(
        shown(&import, "2026-10-01", "2027-01-02"),
        ["2026-11-01 01:00 60 Möte", "2026-12-01 02:00 60 Möte", "2027-01-01 02:00 60 Möte"]
    );
    let weekly = event("DTSTART;TZID=America/New_York:20261118T200000\r\nRRULE:FREQ=WEEKLY;BYDAY=WE,SU");
    let import = read(weekly.as_bytes());
    assert_eq!(import.series[0].rule, "FREQ=WEEKLY;BYDAY=MO,TH");
    assert_eq!(import.series[0].starts_at, at("2026-11-19 02:00"));
}

#[test]
fn a_series_in_utc_moves_by_an_hour_when_the_clocks_here_do() {
    let import =
        read(event("DTSTART:20261018T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3").as_bytes());
    assert_eq!(
        shown(&import, "2026-10-01", "2026-12-01"),
        ["2026-10-18 10:00 60 Möte", "2026-10-25 09:00 60 Möte", "2026-11-01 09:00 60 Möte"]
    );
}

#[test]
fn added_days_and_a_start_outside_the_rule_are_not_lost() {
    let import = read(
        event("DTSTART:20261123T090000\r\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2\r\nRDATE:20261204T100000")
            .as_bytes(),
    );
    assert_eq!(
        shown(&import, "2026-11-01", "2027-01-01"),
        [
            "2026-11-23 09:00 0 Möte",
            "2026-11-24 09:00 0 Möte",
            "2026-12-01 09:00 0 Möte",
            "2026-12-04 10:00 0 Möte"
        ]
    );
}
