//! Caseload files and calendar files, in and out.

use std::{fs, process::Command};

use crate::{
    desks::Place,
    support::{Cli, PROGRAM, run},
};

#[test]
fn a_made_up_caseload_goes_in_and_comes_out_and_goes_into_another_vault_the_same() {
    let (here, there) = (Cli::new(), Cli::new());
    let file = here.path("sample.jsonl");
    here.done(&["sample", "--cases", "5", "--notes", "40", "--seed", "3", "--out", &file]);
    let lines = fs::read_to_string(&file).unwrap().lines().count() as u64;
    let report = here.data(&["import", &file]);
    assert_eq!((report["new"].as_u64(), report["changed"].as_u64()), (Some(lines), Some(0)));
    assert_eq!(here.data(&["import", &file])["same"].as_u64(), Some(lines));
    let out = here.path("out.jsonl");
    assert_eq!(here.data(&["export", "--out", &out])["records"].as_u64(), Some(lines));
    assert_eq!(here.done(&["export"]), fs::read_to_string(&out).unwrap(), "on standard output the same");
    there.done(&["import", &out]);
    assert_eq!(there.done(&["export"]), fs::read_to_string(&out).unwrap());
    assert!(here.done(&["--lang", "sv", "import", &file]).contains("redan här"));
    here.refused(&["export", "--ground", "", "--out", &here.path("x")], "ground-missing");
    here.refused(&["import", &here.path("none")], "file-missing");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let cli = Cli::with_sample();
    let arguments = cli.arguments(&["export"]);
    let quoted: Vec<String> = arguments.iter().map(|argument| format!("'{argument}'")).collect();
    let line = format!("{PROGRAM} {} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}", quoted.join(" "));
    assert_eq!(run(Command::new("bash").args(["-c", &line]), b"").done().trim(), "0");
}

#[test]
fn a_calendar_goes_out_as_a_file_and_comes_into_another_persons() {
    let mut place = Place::new();
    let ek = place.case("Ek");
    place.case("Alm");
    place.weekly(ek, "Samtal i parken", "2026-11-05 13:15");
    place.appointment(ek, "Tandläkaren", "2026-11-26 10:00");
    let cli = Cli::at(place);
    let out = cli.path("ek.ics");
    assert_eq!(cli.data(&["ics", "export", "--case", "Ek", "--out", &out])["records"], 2);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR") && text.contains("RRULE:FREQ=WEEKLY"));
    assert_eq!(cli.done(&["ics", "export", "--case", "Ek"]).lines().count(), text.lines().count());
    let other = text.replace("UID:", "UID:other-");
    let file = cli.write("other.ics", other);
    let report = cli.data(&["ics", "import", &file, "--case", "Alm"]);
    assert_eq!((report["series"].as_u64(), report["appointments"].as_u64()), (Some(1), Some(1)));
    let agenda = cli.data(&["agenda"]);
    let of_alm = agenda.as_array().unwrap().iter().filter(|item| item["alias"] == "Alm").count();
    assert_eq!(of_alm, 2);
    assert!(!cli.done(&["ics", "import", &file, "--case", "Alm"]).is_empty());
    cli.refused(&["ics", "import", &cli.path("none.ics"), "--case", "Alm"], "file-missing");
    cli.refused(&["ics", "import", &file, "--case", "Ingen"], "alias-unknown");
    cli.refused(&["ics", "export", "--case", "Ek", "--ground", " ", "--out", &out], "ground-missing");
}
