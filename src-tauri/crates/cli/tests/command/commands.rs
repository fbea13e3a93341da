//! Every command on a person's file: as text, as JSON, and with the same result in the vault.

use std::{fs, process::Command};

use serde_json::Value;

use crate::{
    desks::{PASSPHRASE, Place, pdf_text},
    support::{Cli, PROGRAM, TIME, run},
};

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap()).collect()
}

#[test]
fn a_case_is_opened_listed_and_shown() {
    let cli = Cli::new();
    assert_eq!(cli.data(&["case", "add", "Ek"])["alias"], "Ek");
    assert!(cli.done(&["--lang", "sv", "case", "add", "Älg", "--phase", "active"]).contains("Älg"));
    assert_eq!(texts(&cli.data(&["case", "list"]), "alias"), ["Ek", "Älg"]);
    let listed = cli.done(&["--lang", "sv", "case", "list"]);
    assert!(listed.contains("Ek") && listed.contains("Aktiv"), "{listed}");
    assert_eq!(cli.data(&["case", "show", "älg"])["case"]["phase"], "active");
    cli.refused(&["case", "show", "Alm"], "alias-unknown");
    cli.refused(&["case", "add", "EK"], "alias-taken");
    cli.refused(&["case", "add", " "], "alias-missing");
}

#[test]
fn a_note_is_written_signed_amended_and_listed() {
    let cli = Cli::new();
    cli.done(&["case", "add", "Ek"]);
    let added =
        cli.run_with(&["--json", "note", "add", "Ek", "--at", "2026-11-24T13:15:00"], "Vi åt räksmörgås.");
    let draft: Value = serde_json::from_str(&added.done()).unwrap();
    let id = draft["id"].as_str().unwrap().to_owned();
    assert_eq!(draft["content"]["body"], "Vi åt räksmörgås.");
    let listed = cli.data(&["note", "list", "Ek"]);
    assert_eq!((listed[0]["author"].as_str(), listed[0]["words"].as_i64()), (None, Some(3)));
    assert_eq!(listed[0]["occurred_at"], "2026-11-24T13:15:00");

    cli.refused_with(&["note", "amend", &id], b"Mer", "note-not-signed");
    assert_eq!(cli.data(&["note", "sign", &id])["author"], "Kim Exempel");
    cli.refused(&["note", "sign", &id], "record-missing");
    let more = cli.write("more.txt", "Det var på tisdagen.");
    assert_eq!(cli.data(&["note", "amend", &id, "--text", &more])["text"], "Det var på tisdagen.");
    let listed = cli.data(&["note", "list", "Ek"]);
    assert_eq!(
        (listed[0]["author"].as_str(), listed[0]["amendments"].as_i64()),
        (Some("Kim Exempel"), Some(1))
    );

    let signed = cli.run_with(&["--lang", "sv", "note", "add", "Ek", "--sign"], "Signerad direkt.").done();
    assert!(signed.contains("signerad"), "{signed}");
    cli.refused_with(&["note", "add", "Ek", "--sign"], b"", "note-empty");
    cli.refused_with(&["note", "add", "Ek"], &[0xff, 0xfe], "file-not-text");
    cli.refused(&["note", "add", "Ek", "--text", &cli.path("none.txt")], "file-missing");
    assert_eq!(cli.data(&["search", "räksm"])[0]["alias"], "Ek");
    assert_eq!(cli.data(&["search", "raksm"]).as_array().unwrap().len(), 0);
    assert!(cli.done(&["search", "tisdagen", "--case", "Ek"]).contains("tisdagen"));
    cli.refused(&["search", "tisdagen", "--case", "Alm"], "alias-unknown");
}

#[test]
fn a_refused_note_leaves_no_draft_behind() {
    let cli = Cli::new();
    cli.done(&["case", "add", "Ek"]);
    let before = cli.bytes();
    assert_eq!(cli.run_with(&["note", "add", "Ek", "--sign"], "  \n").code, 1);
    assert!(cli.bytes() == before);
}

#[test]
fn the_passphrase_comes_from_standard_input_before_what_is_read_there() {
    let cli = Cli::new();
    cli.done(&["case", "add", "Ek"]);
    let mut command = Command::new(PROGRAM);
    command.arg("--vault").arg(cli.folder()).args(["--now", TIME, "--passphrase-file", "-"]);
    command.args(["note", "add", "Ek"]);
    run(&mut command, format!("{PASSPHRASE}\nFörsta raden.\nAndra raden.").as_bytes()).done();
    assert_eq!(cli.data(&["note", "list", "Ek"])[0]["excerpt"], "Första raden. Andra raden.");

    let line = r#"{"kind":"party","value":{"id":"01900000-0000-7000-8000-000000000009","name":"Komvux Exempel","kind":"school"}}"#;
    let mut command = Command::new(PROGRAM);
    command.arg("--vault").arg(cli.folder()).args(["--passphrase-file", "-", "--json", "import", "-"]);
    let report = run(&mut command, format!("{PASSPHRASE}\n{line}\n").as_bytes()).done();
    assert_eq!(serde_json::from_str::<Value>(&report).unwrap()["new"], 1);
}

#[test]
fn the_passphrase_is_in_no_argument_and_no_variable() {
    let cli = Cli::new();
    let mut command = Command::new(PROGRAM);
    command.arg("--vault").arg(cli.folder()).arg("check");
    for name in ["PASSPHRASE", "FARLED_PASSPHRASE"] {
        command.env(name, PASSPHRASE);
    }
    // There is no terminal to ask at either.
    run(Command::new("setsid").arg("-w").arg(command.get_program()).args(command.get_args()), b"")
        .refused("passphrase-file-unreadable");
    let mut missing = Command::new(PROGRAM);
    missing.arg("--vault").arg(cli.folder()).args(["--passphrase-file", "/no/such/file", "check"]);
    run(&mut missing, b"").refused("passphrase-file-unreadable");
}

#[test]
fn routines_are_ticked_by_their_name() {
    let cli = Cli::with_sample();
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    let board = cli.data(&["routine", "list", &alias, "--week", "2026-W48"]);
    let row = &board["rows"][0];
    let title = row["routine"]["title"].as_str().unwrap().to_owned();
    let on = row["boxes"].as_array().unwrap().iter().find(|day| day["applies"] == true).unwrap()["on"]
        .as_str()
        .unwrap()
        .to_owned();
    let done = |says: &str| {
        cli.data(&["routine", "tick", &alias, &title.to_uppercase(), "--on", &on, "--says", says])["done"]
            .as_u64()
            .unwrap()
    };
    let empty = done("empty");
    assert_eq!((done("done"), done("missed")), (empty + 1, empty));
    assert!(cli.done(&["routine", "list", &alias]).contains(&title));
    cli.refused(&["routine", "tick", &alias, "Flyga"], "routine-unknown");
    cli.refused(&["routine", "tick", &alias, &title, "--on", "1999-01-01"], "routine-unknown");
}

#[test]
fn the_agenda_shows_everybodys_appointments_from_a_day_to_another() {
    let mut place = Place::new();
    let (ek, alm) = (place.case("Ek"), place.case("Alm"));
    place.appointment(ek, "Tandläkaren", "2026-11-25 10:00");
    place.weekly(alm, "Samtal", "2026-11-05 13:15");
    place.appointment(ek, "Senare", "2026-12-02 10:00");
    let cli = Cli::at(place);
    let agenda = cli.done(&["agenda"]);
    assert_eq!(
        agenda.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>(),
        ["2026-11-25 10:00–11:00 Ek Tandläkaren", "2026-11-26 13:15–14:15 Alm Samtal"]
    );
    let data = cli.data(&["agenda", "--from", "2026-12-01", "--to", "2026-12-03"]);
    assert_eq!(texts(&data, "alias"), ["Ek", "Alm"]);
    cli.refused(&["agenda", "--from", "2026-01-01", "--to", "2029-01-01"], "range-too-long");
    cli.refused(&["agenda", "--from", "2026-12-03", "--to", "2026-12-01"], "range-too-long");
}

#[test]
fn the_week_is_printed_in_the_language_that_was_asked_for() {
    let cli = Cli::with_sample();
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    for (language, word) in [("sv", "Vecka 48"), ("en", "Week 48")] {
        let out = cli.path(&format!("{language}.pdf"));
        let arguments = ["--lang", language, "week-plan", &alias, "--week", "2026-W48", "--out", &out];
        assert_eq!(cli.data(&arguments)["week"], "2026-W48");
        assert!(pdf_text(&cli.file(&format!("{language}.pdf"))).contains(word), "{word}");
    }
    let out = cli.path("upright.pdf");
    assert!(!cli.done(&["week-plan", &alias, "--portrait", "--out", &out]).is_empty());
    cli.refused(&["week-plan", "Ingen", "--out", &cli.path("x.pdf")], "alias-unknown");
    cli.refused(&["week-plan", &alias, "--ground", " ", "--out", &cli.path("x.pdf")], "ground-missing");
}

#[test]
fn a_vault_that_is_well_says_so() {
    let cli = Cli::with_sample();
    let report = cli.data(&["check"]);
    assert_eq!(report["problems"].as_array().unwrap().len(), 0);
    assert!(report["records"].as_u64().unwrap() > 100);
    assert!(!cli.done(&["check"]).is_empty());
}

#[test]
fn without_a_folder_the_apps_own_is_meant() {
    let cli = Cli::new();
    let home = cli.file("home");
    crate::desks::copy_vault(cli.folder(), &home.join(".local/share/farled/vault"));
    let command = |data: &str| {
        let mut command = Command::new(PROGRAM);
        command.args(["--passphrase-file", &cli.path("passphrase"), "--json", "case", "list"]);
        command.env("HOME", &home).env("XDG_DATA_HOME", data);
        command
    };
    assert_eq!(run(&mut command(""), b"").done(), "[]\n");
    run(&mut command("/no/such/folder"), b"").refused("vault-missing");
    assert!(fs::metadata(home).is_ok());
}
