//! Making a vault, at what it really costs.

use std::{fs, os::unix::fs::PermissionsExt, process::Command};

use tempfile::TempDir;

use crate::support::{PROGRAM, Ran, run};

fn init(directory: &TempDir, passphrase: &str, more: &[&str]) -> Ran {
    let vault = directory.path().join("vault");
    let mut command = Command::new(PROGRAM);
    command.args(["--passphrase-file", "-", "--lang", "sv", "init"]).arg(&vault).args(more);
    run(&mut command, format!("{passphrase}\n").as_bytes())
}

#[test]
fn a_vault_opens_by_the_passphrase_it_was_made_with_and_has_a_recovery_sheet() {
    const PASSPHRASE: &str = "elva gröna båtar över viken";
    let directory = TempDir::new().unwrap();
    let sheet = directory.path().join("sheet.pdf");
    let more =
        ["--name", "Kim Exempel", "--role", "Kontaktperson", "--recovery-sheet", sheet.to_str().unwrap()];
    let said = init(&directory, PASSPHRASE, &more).done();
    let printed = crate::desks::pdf_text(&sheet);
    let key = said.split_whitespace().collect::<Vec<_>>();
    let groups: Vec<&&str> = key.iter().filter(|word| printed.contains(**word) && word.len() >= 4).collect();
    assert!(groups.len() >= 8, "the key that was said stands on the sheet: {said}\n{printed}");
    for name in ["vault.header", "vault.db"] {
        let mode = fs::metadata(directory.path().join("vault").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let vault = directory.path().join("vault");
    let mut show = Command::new(PROGRAM);
    show.arg("--vault").arg(&vault).args(["--passphrase-file", "-", "--json", "card", "show"]);
    let card: serde_json::Value =
        serde_json::from_str(&run(&mut show, PASSPHRASE.as_bytes()).done()).unwrap();
    assert_eq!((card["name"].as_str(), card["role"].as_str()), (Some("Kim Exempel"), Some("Kontaktperson")));
    // Into the same folder again: the vault that is there stays.
    let before = fs::read(vault.join("vault.header")).unwrap();
    init(&directory, PASSPHRASE, &[]).refused("vault-exists");
    assert_eq!(fs::read(vault.join("vault.header")).unwrap(), before);
}

#[test]
fn a_passphrase_that_is_guessed_at_once_makes_no_vault() {
    let directory = TempDir::new().unwrap();
    for weak in ["", "farled", "lösenord123"] {
        init(&directory, weak, &[]).refused("passphrase-too-weak");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_vault_whose_recovery_sheet_can_not_be_saved_is_not_made() {
    let directory = TempDir::new().unwrap();
    let nowhere = directory.path().join("no such folder/sheet.pdf");
    let more = ["--recovery-sheet", nowhere.to_str().unwrap()];
    init(&directory, "elva gröna båtar över viken", &more).refused("folder-missing");
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0, "nothing is left");
}

#[test]
fn the_demo_does_the_main_job_in_an_empty_folder_and_in_no_other() {
    let directory = TempDir::new().unwrap();
    let folder = directory.path().join("demo");
    let demo =
        |folder: &std::path::Path| run(Command::new(PROGRAM).args(["--json", "demo"]).arg(folder), b"");
    let said: serde_json::Value = serde_json::from_str(&demo(&folder).done()).unwrap();
    assert!(said["steps"].as_array().unwrap().len() >= 7);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(names.iter().any(|name| name.ends_with(".farled")), "{names:?}");
    for name in ["field", "office", "recovery-sheet.pdf", "week.pdf", "week-upright.pdf"] {
        assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
    }
    let mut check = Command::new(PROGRAM);
    check.arg("--vault").arg(folder.join("office")).args(["--passphrase-file", "-", "check"]);
    run(&mut check, said["passphrase"].as_str().unwrap().as_bytes()).done();
    demo(&folder).refused("folder-not-empty");
}
