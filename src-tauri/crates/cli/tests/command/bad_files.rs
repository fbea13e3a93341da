//! Caseload files and calendar files that are not taken in.

use std::io::Write;

use crate::{desks::Place, support::Cli};

const CASE: &str = "01900000-0000-7000-8000-000000000001";

fn case() -> String {
    format!(
        r#"{{"kind":"case","value":{{"id":"{CASE}","alias":"Ask","phase":"active","opened_on":"2026-01-01","protection":"none"}}}}"#
    )
}

/// That a file whose third line is this is refused in both languages, with the line's number, and that
/// nothing of it is there.
#[track_caller]
fn refused(bad: &[u8], code: &str) -> [String; 2] {
    let cli = Cli::new();
    let text = [case().as_bytes(), b"\n\n", bad, b"\n"].concat();
    let file = cli.write("bad.jsonl", text);
    let said = cli.refused(&["import", &file], code);
    assert!(said[0].to_lowercase().contains("rad 3"), "{}", said[0]);
    assert!(said[1].to_lowercase().contains("line 3"), "{}", said[1]);
    assert_eq!(cli.data(&["case", "list"]).as_array().unwrap().len(), 0);
    said
}

#[test]
fn an_unknown_kind_is_refused() {
    refused(br#"{"kind":"horse","value":{}}"#, "import-unknown-kind");
}

#[test]
fn a_missing_field_is_named() {
    let said = refused(
        br#"{"kind":"party","value":{"id":"01900000-0000-7000-8000-000000000002"}}"#,
        "import-missing-field",
    );
    assert!(said.iter().all(|said| said.contains("name")), "{said:?}");
}

#[test]
fn a_wrong_value_is_named_by_its_field_in_the_users_language() {
    let line = format!(
        r#"{{"kind":"appointment","value":{{"id":"{CASE}","case":"{CASE}","starts_at":"i morgon","minutes":60,"content":{{"title":"Möte"}}}}}}"#
    );
    let said = refused(line.as_bytes(), "import-wrong-value");
    assert!(said.iter().all(|said| said.contains("starts_at")), "{said:?}");
    assert!(!said[0].contains("invalid") && !said[0].contains("expected"), "{}", said[0]);
    refused(b"{", "import-not-json");
    refused(b"[1]", "import-not-a-record");
}

#[test]
fn an_end_before_its_start_is_refused() {
    let days = r#"{"mon":true,"tue":true,"wed":true,"thu":true,"fri":true,"sat":true,"sun":true}"#;
    let line = format!(
        r#"{{"kind":"routine","value":{{"id":"{CASE}","case":"{CASE}","title":"Frukost","days":{days},"from":"2026-11-02","until":"2026-11-01"}}}}"#
    );
    refused(line.as_bytes(), "end-before-start");
}

#[test]
fn what_is_not_utf_8_is_refused() {
    refused(b"{\"kind\":\"case\",\"value\":\"\xff\xfe\"}", "import-not-utf8");
}

#[test]
fn a_line_of_50_megabytes_is_refused() {
    let line = format!(r#"{{"kind":"note","value":"{}"}}"#, "a".repeat(50_000_000));
    refused(line.as_bytes(), "import-line-too-long");
}

/// What comes out of a pipe may have no end.
#[test]
fn a_line_without_end_is_refused_after_a_few_megabytes() {
    let cli = Cli::new();
    let pipe = cli.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let end = pipe.clone();
    let writer = std::thread::spawn(move || {
        let mut pipe = std::fs::OpenOptions::new().write(true).open(end).unwrap();
        let mut written = 0;
        while written < 50_000_000 && pipe.write_all(&[b'a'; 1_000]).is_ok() {
            written += 1_000;
        }
        written
    });
    cli.run(&["import", &pipe]).refused("import-line-too-long");
    let written = writer.join().unwrap();
    assert!((4_000_000..50_000_000).contains(&written), "{written} bytes were read");
}

/// Imports a calendar file with this event for the only person.
fn ics(lines: &[&str]) -> (Cli, Vec<String>) {
    let mut place = Place::new();
    place.case("Ek");
    let cli = Cli::at(place);
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Exempel//SV\r\nBEGIN:VEVENT\r\nUID:1@exempel.se\r\nSUMMARY:Möte\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        lines.join("\r\n")
    );
    let file = cli.write("in.ics", text);
    (cli, vec!["ics".to_owned(), "import".to_owned(), file, "--case".to_owned(), "Ek".to_owned()])
}

const START: &str = "DTSTART;TZID=Europe/Stockholm:20261126T100000";

#[test]
fn a_recurrence_that_never_ends_is_taken_in_and_shown() {
    let (cli, arguments) = ics(&[START, "DURATION:PT1H", "RRULE:FREQ=WEEKLY"]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert_eq!(cli.data(&arguments)["series"], 1);
    let agenda = cli.data(&["agenda", "--from", "2036-01-01", "--to", "2036-12-31"]);
    assert_eq!(agenda.as_array().unwrap().len(), 52);
}

#[test]
fn a_recurrence_of_millions_is_refused() {
    for rule in ["RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;COUNT=5000000", "RRULE:FREQ=DAILY;COUNT=5000000"]
    {
        let (cli, arguments) = ics(&[START, "DURATION:PT1H", rule]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        cli.refused(&arguments, "ics-recurrence");
        assert_eq!(cli.data(&["agenda"]).as_array().unwrap().len(), 0);
    }
}

#[test]
fn a_file_that_is_no_calendar_is_refused() {
    let mut place = Place::new();
    place.case("Ek");
    let cli = Cli::at(place);
    for text in ["", "something else", "BEGIN:VCARD\r\nEND:VCARD\r\n"] {
        cli.refused(&["ics", "import", &cli.write("in.ics", text), "--case", "Ek"], "ics-not-a-calendar");
    }
}
