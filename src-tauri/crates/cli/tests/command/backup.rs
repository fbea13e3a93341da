//! Backups on the command line, and the drill: from the printed key and a backup alone, on a clean machine.

use std::{fs, process::Command};

use tempfile::TempDir;

use crate::support::{Cli, PROGRAM, TIME, bare, run};

/// The one file in a folder.
fn only(folder: &std::path::Path) -> String {
    let found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].to_str().unwrap().to_owned()
}

#[test]
fn a_backup_is_made_verified_and_restored_beside_the_vault() {
    let cli = Cli::with_sample();
    let usb = cli.file("usb");
    fs::create_dir(&usb).unwrap();
    cli.refused(&["backup"], "backup-no-folder");
    cli.refused(&["backup", "plan", "--folder", &cli.path("nowhere")], "folder-missing");
    let planned =
        cli.data(&["backup", "plan", "--folder", usb.to_str().unwrap(), "--keep", "3", "--every", "week"]);
    assert_eq!((planned["keep"].as_u64(), planned["frequency"].as_str()), (Some(3), Some("weekly")));
    let made = cli.data(&["backup"]);
    let file = only(&usb);
    assert!(file.ends_with(made["name"].as_str().unwrap()));
    let well = cli.data(&["backup", "verify", &file]);
    assert_eq!(well["records"], made["records"]);

    let all = cli.data(&["case", "list"]);
    // Never over the vault that is there.
    cli.refused(&["restore", &file], "vault-exists");
    let restored = cli.data(&["restore", &file, "--set-aside"]);
    assert_eq!((&restored["records"], restored["later_changes"].as_u64()), (&made["records"], Some(1)));
    assert!(fs::metadata(restored["set_aside"].as_str().unwrap()).unwrap().is_dir());
    assert_eq!(cli.data(&["case", "list"]), all);
    cli.done(&["check"]);
}

#[test]
fn bad_backups_are_refused_by_name() {
    let cli = Cli::new();
    let usb = cli.file("usb");
    fs::create_dir(&usb).unwrap();
    cli.done(&["backup", "--to", usb.to_str().unwrap()]);
    let file = only(&usb);
    let bytes = fs::read(&file).unwrap();
    let cut = cli.write("cut.farledbackup", &bytes[..bytes.len() / 2]);
    let other = cli.write("other.farledbackup", "no backup at all");
    let newer = String::from_utf8_lossy(&bytes[512..524]).into_owned();
    assert_eq!(newer, "{\"format\":1,", "the format is told first");
    let mut bytes = bytes;
    bytes[522] = b'2';
    let newer = cli.write("newer.farledbackup", &bytes);
    for (file, code) in [(&cut, "backup-damaged"), (&other, "backup-unknown"), (&newer, "backup-newer")] {
        cli.refused(&["backup", "verify", file], code);
        cli.refused(&["restore", file, "--set-aside"], code);
    }
    cli.refused(&["backup", "verify", &cli.path("gone")], "file-missing");
    let wrong = cli.write("wrong", "fel lösenfras\n");
    cli.run(&["backup", "verify", &file, "--passphrase-file", &wrong]).refused("wrong-secret");
    cli.run(&["restore", &file, "--set-aside", "--passphrase-file", &wrong]).refused("wrong-secret");
}

/// The drill. Nothing remains but the sheet in the drawer and the memory stick.
#[test]
fn a_clean_machine_has_everything_back_from_the_printed_key_and_a_backup_alone() {
    let office = TempDir::new().unwrap();
    let path = |name: &str| office.path().join(name).to_str().unwrap().to_owned();
    fs::create_dir(path("usb")).unwrap();
    fs::write(path("passphrase"), "elva gröna båtar över viken\n").unwrap();
    let at_work = |arguments: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.env("HOME", path("home")).env_remove("XDG_DATA_HOME").args(["--now", TIME]);
        run(command.args(["--passphrase-file", &path("passphrase")]).args(arguments), b"")
    };
    let vault = path("home/.local/share/farled/vault");
    at_work(&["init", &vault, "--name", "Kim Exempel", "--recovery-sheet", &path("sheet.pdf")]).done();
    let sample = bare(&["sample", "--cases", "4", "--notes", "12"]).done();
    fs::write(path("caseload.jsonl"), sample).unwrap();
    at_work(&["import", &path("caseload.jsonl")]).done();
    at_work(&["check"]).done();
    at_work(&["backup", "--to", &path("usb")]).done();
    at_work(&["export", "--out", &path("before.jsonl")]).done();
    let before = fs::read(path("before.jsonl")).unwrap();
    let (sheet, file) = (path("sheet.pdf"), only(&office.path().join("usb")));
    fs::remove_dir_all(path("home")).unwrap();

    // Elsewhere: an empty home, the backup, and the key as it is read off the paper.
    let printed = crate::desks::pdf_text(sheet.as_ref());
    let is_group =
        |word: &&str| word.len() == 5 && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let key: Vec<&str> = printed.split(' ').filter(is_group).collect();
    assert_eq!(key.len(), 13, "{printed}");
    let home = TempDir::new().unwrap();
    let elsewhere = |arguments: &[&str], input: &str| {
        let mut command = Command::new(PROGRAM);
        command.env("HOME", home.path()).env_remove("XDG_DATA_HOME").args(["--now", TIME]);
        run(command.args(arguments), input.as_bytes())
    };
    elsewhere(&["backup", "verify", &file, "--recovery-key-file", "-"], &key.join("\n")).done();
    elsewhere(&["restore", &file, "--recovery-key-file", "-"], &key.join(" ")).done();
    let passphrase = path("passphrase");
    elsewhere(&["--passphrase-file", &passphrase, "check"], "").done();
    let after = home.path().join("after.jsonl");
    elsewhere(&["--passphrase-file", &passphrase, "export", "--out", after.to_str().unwrap()], "").done();
    // The log of the export itself is the one difference.
    let [before, after] = [before, fs::read(after).unwrap()].map(|bytes| {
        let text = String::from_utf8(bytes).unwrap();
        text.lines().filter(|line| !line.contains("\"disclosure\"")).map(str::to_owned).collect::<Vec<_>>()
    });
    assert!(before.len() > 12 && before == after);
    elsewhere(&["restore", &file, "--recovery-key-file", "-"], &key.join(" ")).refused("vault-exists");
}
