//! What is written for other programs.

use farled_app::calendar_file::export;
use farled_case::{Appointment, AppointmentId, Occurrence, Outcome, OutcomeKind, Series, SeriesId};

use crate::*;

fn weekly() -> Series {
    Series {
        id: SeriesId(Uuid::from_u128(1)),
        case: CASE,
        starts_at: at("2026-11-23 09:00"),
        minutes: 60,
        all_day: false,
        rule: "FREQ=WEEKLY;UNTIL=20261228".into(),
        excluded: vec![at("2026-12-07 09:00")],
        content: content("Samtal; om, allt\\", "Rum 3"),
    }
}

fn moved(series: &Series, from: &str, to: &str) -> Appointment {
    let mut appointment = Occurrence::of_series(series, at(from)).to_appointment(AppointmentId(Uuid::nil()));
    appointment.starts_at = at(to);
    appointment
}

#[test]
fn a_calendar_goes_out_as_the_standard_says() {
    let series = weekly();
    let appointments = [moved(&series, "2026-11-30 09:00", "2026-12-01 10:00")];
    let out = export(&[series], &appointments, &options(Titles::Full));
    assert_eq!(out.events, 2);
    assert!(out.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let unfolded = out.text.replace("\r\n ", "");
    for line in [
        "UID:00000000-0000-0000-0000-000000000001@farled",
        "DTSTAMP:20261122T100000Z",
        "DTSTART;TZID=Europe/Stockholm:20261123T090000",
        "DTEND;TZID=Europe/Stockholm:20261123T100000",
        "RRULE:FREQ=WEEKLY;UNTIL=20261228T080000Z",
        "EXDATE;TZID=Europe/Stockholm:20261207T090000",
        "RECURRENCE-ID;TZID=Europe/Stockholm:20261130T090000",
        "SUMMARY:Samtal\\; om\\, allt\\\\",
        "LOCATION:Rum 3",
        "TZID:Europe/Stockholm",
    ] {
        assert!(unfolded.split("\r\n").any(|found| found == line), "{line} is missing in\n{unfolded}");
    }
}

#[test]
fn warnings_never_leave_and_a_discreet_calendar_says_only_when() {
    let series = weekly();
    let mut met = moved(&series, "2026-11-30 09:00", "2026-11-30 09:00");
    met.outcome = Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: "Grät".into() });
    let full = export(std::slice::from_ref(&series), std::slice::from_ref(&met), &options(Titles::Full)).text;
    for secret in ["varning", "Legitimation", "Kontaktpersonen", "Grät", "attended", &CASE.to_string()] {
        assert!(!full.contains(secret), "{secret}");
    }
    let discreet = export(&[series], &[met], &options(Titles::Discreet("Upptagen".into()))).text;
    assert!(discreet.contains("SUMMARY:Upptagen"));
    assert!(!discreet.contains("Samtal") && !discreet.contains("Rum 3") && !discreet.contains("\nLOCATION"));
}

#[test]
fn what_does_not_take_place_does_not_go_out() {
    let series = weekly();
    let mut cancelled = moved(&series, "2026-11-30 09:00", "2026-11-30 09:00");
    cancelled.outcome =
        Some(Outcome { kind: OutcomeKind::CancelledByOther, reason: None, text: String::new() });
    let mut rescheduled = moved(&series, "2026-12-14 09:00", "2026-12-14 09:00");
    rescheduled.superseded_by = Some(farled_case::AppointmentId(Uuid::from_u128(9)));
    let mut gone = weekly();
    (gone.id, gone.rule) = (SeriesId(Uuid::from_u128(4)), "FREQ=SECONDLY".into());
    let out = export(&[series, gone.clone()], &[cancelled, rescheduled], &options(Titles::Full));
    assert_eq!(out.broken, [gone.id]);
    let back = read(out.text.as_bytes());
    let days: Vec<_> =
        shown(&back, "2026-11-01", "2027-02-01").iter().map(|line| line[5..10].to_owned()).collect();
    assert_eq!(days, ["11-23", "12-21", "12-28"]);
}

#[test]
fn a_record_that_its_series_no_longer_has_goes_out_by_itself() {
    let series = weekly();
    let stray = moved(&series, "2026-11-25 09:00", "2026-11-25 11:00");
    let left_out = moved(&series, "2026-12-07 09:00", "2026-12-07 11:00");
    let out = export(&[series], &[stray.clone(), left_out], &options(Titles::Full));
    assert!(!out.text.contains("RECURRENCE-ID"));
    assert!(out.text.contains(&format!("UID:{}@farled", stray.id)));
    assert_eq!(out.events, 3);
}
