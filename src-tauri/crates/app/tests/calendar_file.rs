//! Calendar files in and out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use farled_app::calendar_file::{CalendarFileError, CalendarImport, ExportOptions, Titles, export, import};
use farled_case::{
    Appointment, AppointmentContent, CaseId, Medium, Occurrence, Outcome, OutcomeKind, RecurrenceError,
    Series, SeriesId, occurrences,
};
use proptest::prelude::*;
use uuid::Uuid;

const CASE: CaseId = CaseId(Uuid::from_u128(2));
const GOOGLE: &[u8] = include_bytes!("calendar_files/google.ics");
const OUTLOOK: &[u8] = include_bytes!("calendar_files/outlook.ics");
const NEXTCLOUD: &[u8] = include_bytes!("calendar_files/nextcloud.ics");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn read(bytes: &[u8]) -> CalendarImport {
    import(bytes, CASE, day("2026-11-22")).unwrap()
}

/// A file of one event made of `lines`.
fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Möte\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn shown(import: &CalendarImport, from: &str, to: &str) -> Vec<String> {
    let found = occurrences(&import.series, &import.appointments, day(from), day(to)).unwrap();
    found
        .iter()
        .map(|o| {
            let time = if o.all_day { "     ".into() } else { o.starts_at.format("%H:%M").to_string() };
            format!("{} {time} {} {}", o.starts_at.format("%Y-%m-%d"), o.minutes, o.content.title)
        })
        .collect()
}

fn codes(import: &CalendarImport) -> (Vec<String>, Vec<String>) {
    let list = |remarks: &[farled_app::calendar_file::Remark]| {
        remarks.iter().map(|remark| format!("{} {}", remark.title, remark.code)).collect()
    };
    (list(&import.skipped), list(&import.notes))
}

#[test]
fn a_google_calendar_is_read() {
    let import = read(GOOGLE);
    assert_eq!(codes(&import), (vec![], vec![]));
    assert_eq!(import.series.len(), 1);
    assert_eq!(import.series[0].rule, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270105");
    assert_eq!(import.series[0].content.title, "Stödsamtal , boende");
    assert_eq!(import.series[0].content.place, "Stadshuset, rum 3; plan 2");
    assert_eq!(
        shown(&import, "2026-10-01", "2026-11-04"),
        [
            "2026-10-06 09:00 60 Stödsamtal , boende",
            "2026-10-08 09:00 60 Stödsamtal , boende",
            "2026-10-20 09:00 60 Stödsamtal , boende",
            "2026-10-22 09:00 60 Stödsamtal , boende",
            "2026-10-28 13:30 60 Stödsamtal (flyttat)",
            "2026-10-29 09:00 60 Stödsamtal , boende",
            "2026-11-03 09:00 60 Stödsamtal , boende",
        ]
    );
    assert_eq!(
        shown(&import, "2026-12-24", "2027-02-01"),
        [
            "2026-12-24       0 Julafton hos mormor",
            "2026-12-24 09:00 60 Stödsamtal , boende",
            "2026-12-29 09:00 60 Stödsamtal , boende",
            "2026-12-31 09:00 60 Stödsamtal , boende",
            "2027-01-05 09:00 60 Stödsamtal , boende",
        ]
    );
    assert!(shown(&import, "2026-11-24", "2026-11-25").contains(&"2026-11-24 14:00 45 Tandläkare".into()));
    assert_eq!(shown(&import, "2026-11-30", "2026-12-01"), ["2026-11-30 09:00 60 SIP-möte"]);
}

#[test]
fn an_outlook_calendar_is_read() {
    let import = read(OUTLOOK);
    assert_eq!(codes(&import), (vec!["Egen zon ics-time-zone".into()], vec![]));
    assert_eq!(import.skipped[0].line, 77);
    assert_eq!(import.series[0].rule, "FREQ=MONTHLY;BYDAY=2TU;COUNT=8");
    let title = "Uppföljning på Arbetsförmedlingen med handläggare och kontaktperson";
    assert_eq!(
        shown(&import, "2026-10-01", "2027-03-01"),
        [
            format!("2026-10-13 13:00 90 {title}"),
            "2026-12-02       0 Flyttdag".into(),
            "2026-12-04 09:00 60 Läkare".into(),
            "2027-01-13 10:00 60 Uppföljning, annan dag".into(),
            format!("2027-02-09 13:00 90 {title}"),
        ]
    );
}

#[test]
fn a_nextcloud_calendar_is_read() {
    let import = read(NEXTCLOUD);
    assert_eq!(
        codes(&import),
        (
            vec!["Avbokat ics-event-cancelled".into()],
            vec!["Samtal med syskon utomlands ics-zone-converted".into()]
        )
    );
    assert_eq!(
        shown(&import, "2026-03-01", "2026-05-01"),
        [
            "2026-03-07 09:00 90 Frukostgrupp",
            "2026-03-21 09:00 90 Frukostgrupp",
            "2026-03-28 09:00 90 Frukostgrupp",
            "2026-04-11 09:00 90 Frukostgrupp",
            "2026-04-18 09:00 90 Frukostgrupp",
            "2026-04-25 09:00 90 Frukostgrupp",
        ]
    );
    // 8:00 in New York is 13:00 here in the last week of October, when only we have changed the clock.
    assert_eq!(
        shown(&import, "2026-10-20", "2026-12-01"),
        [
            "2026-10-27 13:00 60 Samtal med syskon utomlands",
            "2026-11-03 14:00 60 Samtal med syskon utomlands",
            "2026-11-05       0 Hyra",
            "2026-11-10 14:00 60 Samtal med syskon utomlands",
            "2026-11-17 14:00 60 Samtal med syskon utomlands",
            "2026-11-25 10:15 60 Vårdcentralen",
            "2026-11-26 09:00 30 Flytande tid",
            "2026-11-27       0 Resa till släkten",
            "2026-11-28       0 Resa till släkten",
            "2026-11-29       0 Resa till släkten",
        ]
    );
    assert_eq!(shown(&import, "2026-12-01", "2027-02-10"), ["2027-02-05       0 Hyra"]);
}

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

#[test]
fn an_event_that_can_not_be_taken_is_named_and_the_others_are_taken() {
    let cases = [
        ("", "ics-event-no-start"),
        ("DTSTART:yesterday", "ics-event-unreadable-time"),
        ("DTSTART:99990101T000000", "ics-event-unreadable-time"),
        ("DTSTART;TZID=Mars/Olympus:20261123T090000", "ics-time-zone"),
        ("DTSTART:20261123T090000\r\nDTEND:20261123T080000", "ics-event-ends-before-start"),
        ("DTSTART:20261123T090000\r\nDTEND:20270123T080000", "appointment-too-long"),
        ("DTSTART:20261123T090000\r\nDURATION:soon", "ics-event-unreadable-time"),
        ("DTSTART:20261123T090000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "recurrence-never"),
        ("DTSTART:20261123T090000\r\nRRULE:FREQ=YEARLY;BYWEEKNO=20", "recurrence-unreadable"),
        ("DTSTART:20261123T090000\r\nRRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY", "ics-event-unsupported"),
        ("DTSTART:20261123T090000\r\nSTATUS:CANCELLED", "ics-event-cancelled"),
    ];
    for (lines, code) in cases {
        let bad = event(lines);
        let good = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261124T090000\r\nEND:VEVENT\r\nEND:VCALENDAR";
        let import = read(format!("{bad}{good}").as_bytes());
        assert_eq!(import.skipped.len(), 1, "{lines}");
        assert_eq!(import.skipped[0].code, code, "{lines}");
        assert_eq!(import.skipped[0].line, 2);
        assert_eq!(import.appointments.len(), 1, "{lines}");
    }
}

#[test]
fn a_file_that_is_no_calendar_is_refused_with_its_line() {
    let cut_short = GOOGLE[..GOOGLE.len() / 2].to_vec();
    let cases: [(&[u8], CalendarFileError); 9] = [
        (b"", CalendarFileError::NotACalendar),
        (b"\r\n\r\n", CalendarFileError::NotACalendar),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", CalendarFileError::NotACalendar),
        (b"PK\x03\x04\xFF", CalendarFileError::NotACalendar),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", CalendarFileError::NotACalendar),
        (b"BEGIN:VCALENDAR\r\nSUMMARY:M\xF6te\r\nEND:VCALENDAR", CalendarFileError::NotUtf8 { line: 2 }),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR", CalendarFileError::Unreadable { line: 3 }),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nSUMMARY:x", CalendarFileError::Unreadable { line: 3 }),
        (&cut_short, CalendarFileError::CutShort { line: 1 }),
    ];
    for (file, expected) in cases {
        let found = import(file, CASE, day("2026-11-22")).unwrap_err();
        assert_eq!(found, expected, "{}", String::from_utf8_lossy(&file[..file.len().min(60)]));
    }
}

#[test]
fn a_recurrence_that_never_ends_is_fine_and_one_without_measure_is_refused() {
    let import = read(event("DTSTART:20261123T090000\r\nRRULE:FREQ=DAILY").as_bytes());
    assert_eq!(import.series[0].rule, "FREQ=DAILY");
    for rule in
        ["FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=5", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=1000000"]
    {
        let file = event(&format!("DTSTART:20261123T090000\r\nRRULE:{rule}"));
        let found = super_quick(|| import_of(&file));
        let error = RecurrenceError::TooMany;
        assert_eq!(found.unwrap_err(), CalendarFileError::Recurrence { line: 6, error }, "{rule}");
    }
}

fn import_of(file: &str) -> Result<CalendarImport, CalendarFileError> {
    import(file.as_bytes(), CASE, day("2026-11-22"))
}

fn super_quick<T>(work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    assert!(started.elapsed() < Duration::from_secs(10), "took {:?}", started.elapsed());
    done
}

#[test]
fn a_file_made_to_exhaust_is_refused_in_time() {
    let never = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261123T090000\r\nRRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6\r\nEND:VEVENT\r\n";
    let many_never: String = (0..5_000).map(|n| never.replace("{n}", &n.to_string())).collect();
    let plain = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20261123T090000\r\nEND:VEVENT\r\n";
    let many: String = (0..20_001).map(|n| plain.replace("{n}", &n.to_string())).collect();
    let daily = plain.replace("END", "RRULE:FREQ=DAILY\r\nEND");
    let many_series: String = (0..2_001).map(|n| daily.replace("{n}", &n.to_string())).collect();
    let far = daily.replace("DTSTART:", "DTSTART;TZID=America/New_York:");
    let many_far: String = (0..2_000).map(|n| far.replace("{n}", &n.to_string())).collect();
    let wrap = |events: &str| format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
    let refused = |events: &str| super_quick(|| import_of(&wrap(events))).unwrap_err().code();
    assert_eq!(refused(&many_never), "ics-recurrence");
    assert_eq!(refused(&many), "ics-too-large");
    assert_eq!(refused(&many_series), "ics-too-large");
    assert_eq!(refused(&"BEGIN:VEVENT\r\n".repeat(100_000)), "ics-unreadable");
    let _ = super_quick(|| import_of(&wrap(&many_far)));
    let huge = vec![b'x'; 20 * 1024 * 1024 + 1];
    assert_eq!(import(&huge, CASE, day("2026-11-22")).unwrap_err(), CalendarFileError::TooLarge);
}

fn options(titles: Titles) -> ExportOptions {
    ExportOptions { titles, made_at: "2026-11-22T10:00:00Z".parse().unwrap() }
}

fn content(title: &str, place: &str) -> AppointmentContent {
    AppointmentContent {
        title: title.to_owned(),
        place: place.to_owned(),
        bring: "Legitimation".into(),
        company: "Kontaktpersonen".into(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: "Hemlig varning".into(),
        on_paper: true,
    }
}

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
    let mut appointment = Occurrence::of_series(series, at(from)).to_appointment(Uuid::nil_id());
    appointment.starts_at = at(to);
    appointment
}

trait NilId {
    fn nil_id() -> farled_case::AppointmentId;
}

impl NilId for Uuid {
    fn nil_id() -> farled_case::AppointmentId {
        farled_case::AppointmentId(Uuid::nil())
    }
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
            let mut record = Occurrence::of_series(&series, *at).to_appointment(Uuid::nil_id());
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
