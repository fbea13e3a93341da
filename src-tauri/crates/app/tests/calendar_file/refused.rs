//! Events and files that are not taken in.

use std::time::Instant;

use farled_case::RecurrenceError;

use crate::*;

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
        let error = RecurrenceError::TooMany;
        assert_eq!(import_of(&file).unwrap_err(), CalendarFileError::Recurrence { line: 6, error }, "{rule}");
    }
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
    let fine: String = (0..2_000).map(|n| daily.replace("{n}", &n.to_string())).collect();
    let timed = |events: &str| {
        let (begun, found) = (Instant::now(), import_of(&wrap(events)));
        (begun.elapsed(), found)
    };
    let (reading, found) = timed(&fine);
    assert_eq!(found.unwrap().series.len(), 2_000);
    let in_time = |events: &str| {
        let (took, found) = timed(events);
        assert!(took < 500 * reading, "it took {took:?}, a file of as many series {reading:?}");
        found
    };
    let refused = |events: &str| in_time(events).unwrap_err().code();
    assert_eq!(refused(&many_never), "ics-recurrence");
    assert_eq!(refused(&many), "ics-too-large");
    assert_eq!(refused(&many_series), "ics-too-large");
    assert_eq!(refused(&"BEGIN:VEVENT\r\n".repeat(100_000)), "ics-unreadable");
    let _ = in_time(&many_far);
    let huge = vec![b'x'; 20 * 1024 * 1024 + 1];
    assert_eq!(import(&huge, CASE, day("2026-11-22")).unwrap_err(), CalendarFileError::TooLarge);
}
