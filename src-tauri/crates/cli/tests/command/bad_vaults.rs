//! Vaults that do not open.

use std::fs;

use farled_vault::with_fitting_checksum;

use crate::support::{Cli, bare};

#[test]
fn a_wrong_passphrase_opens_nothing() {
    let cli = Cli::new();
    for wrong in ["fel lösenfras", "", " ", "SJU LUGNA HÄSTAR I DIMMAN"] {
        cli.write("passphrase", wrong);
        cli.refused(&["case", "list"], "wrong-secret");
        cli.refused(&["case", "add", "Ek"], "wrong-secret");
    }
}

#[test]
fn a_folder_that_is_missing_or_empty_has_no_vault_and_gets_none() {
    let cli = Cli::new();
    let empty = cli.file("empty");
    fs::create_dir(&empty).unwrap();
    for folder in [empty.to_str().unwrap(), &cli.path("none")] {
        let passphrase = cli.path("passphrase");
        let list = ["--vault", folder, "--passphrase-file", &passphrase, "case", "list"];
        let said = ["sv", "en"].map(|language| bare(&[&["--lang", language], &list[..]].concat()));
        let [swedish, english] = said.map(|ran| ran.refused("vault-missing"));
        assert_ne!(swedish, english);
    }
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0);
    assert!(!cli.file("none").exists());
}

#[test]
fn a_vault_of_a_newer_version_is_left_alone() {
    let cli = Cli::new();
    let path = cli.folder().join("vault.header");
    let mut header = fs::read(&path).unwrap();
    // The format's number stands after the eight letters of the magic.
    header[8] = 2;
    fs::write(&path, with_fitting_checksum(&header)).unwrap();
    cli.refused(&["case", "list"], "vault-newer");
}

#[test]
fn a_damaged_header_is_said_to_be_damaged_wherever_it_is() {
    let cli = Cli::new();
    let path = cli.folder().join("vault.header");
    let whole = fs::read(&path).unwrap();
    // With its copy it would be mended.
    fs::remove_file(cli.folder().join("vault.header.copy")).unwrap();
    for (name, damaged) in [
        ("its beginning", [b"x", &whole[1..]].concat()),
        ("a byte in the middle", {
            let mut bytes = whole.clone();
            bytes[whole.len() / 2] ^= 1;
            bytes
        }),
        ("cut short", whole[..whole.len() - 1].to_vec()),
        ("longer", [&whole[..], b"x"].concat()),
        ("empty", Vec::new()),
    ] {
        fs::write(&path, damaged).unwrap();
        let said = cli.refused(&["case", "list"], "vault-header-damaged");
        assert!(said[0].contains("vault.header"), "{name}");
    }
    fs::remove_file(&path).unwrap();
    cli.refused(&["case", "list"], "vault-header-damaged");
    fs::write(&path, whole).unwrap();
    cli.done(&["case", "list"]);
}

#[test]
fn a_damaged_database_is_said_to_be_damaged_and_is_not_written_to() {
    let cli = Cli::with_sample();
    let path = cli.folder().join("vault.db");
    let whole = fs::read(&path).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    for (name, damaged) in [
        ("its salt", flipped(3)),
        ("its first page", flipped(2000)),
        ("cut short", whole[..whole.len() / 2].to_vec()),
        ("empty", Vec::new()),
        ("something else", b"SQLite format 3\0 and then something else".to_vec()),
    ] {
        fs::write(&path, damaged).unwrap();
        let said = cli.refused(&["check"], "vault-database-damaged");
        assert!(said[0].contains("vault.db"), "{name}");
        cli.refused(&["case", "add", "Ny"], "vault-database-damaged");
    }
    fs::remove_file(&path).unwrap();
    cli.refused(&["case", "list"], "vault-database-damaged");
    fs::write(&path, &whole).unwrap();
    cli.done(&["check"]);
}

#[test]
fn damage_deep_in_the_database_is_found_by_a_check() {
    let cli = Cli::with_sample();
    let path = cli.folder().join("vault.db");
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    let mut found = 0;
    for page in [pages / 4, pages / 2, pages - 2] {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 100] ^= 1;
        fs::write(&path, bytes).unwrap();
        let ran = cli.run(&["check"]);
        assert_eq!(ran.code, 1, "page {page}: {}", ran.out);
        found += usize::from(ran.out.contains("page-damaged") || ran.err.contains("vault-database-damaged"));
    }
    assert_eq!(found, 3);
}

#[test]
fn a_vault_that_is_open_elsewhere_is_left_alone() {
    let mut cli = Cli::new();
    cli.place.sit_down(crate::desks::NOW);
    cli.refused(&["case", "list"], "vault-in-use");
    cli.place.lock();
    cli.done(&["case", "list"]);
}

#[test]
fn a_refusal_is_said_in_the_language_of_the_system() {
    let swedish = std::process::Command::new(crate::support::PROGRAM)
        .args(["--vault", "/no/such/folder", "--passphrase-file", "/dev/null", "check"])
        .env("LC_ALL", "sv_SE.UTF-8")
        .output()
        .unwrap();
    assert!(String::from_utf8(swedish.stderr).unwrap().contains("Det finns inget valv i mappen."));
    let english = bare(&["--vault", "/no/such/folder", "--passphrase-file", "/dev/null", "check"]);
    assert!(english.refused("vault-missing").contains("no vault"));
}

#[test]
fn what_still_reads_of_a_damaged_vault_comes_out_and_nothing_goes_in() {
    let cli = Cli::with_sample();
    let whole = cli.done(&["export"]).lines().count();
    let path = cli.folder().join("vault.db");
    let mut bytes = fs::read(&path).unwrap();
    let pages = bytes.len() / 4096;
    bytes[(pages - 2) * 4096 + 100] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let before = cli.bytes();

    let ran = cli.run(&["--rescue", "--lang", "sv", "export"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("öppnat bara för att läsas"), "{}", ran.err);
    let lines = ran.out.lines().count();
    assert!(lines > whole / 2 && lines <= whole, "{lines} of {whole} lines");
    let listed = cli.run(&["--rescue", "--json", "case", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    let refused = cli.run(&["--rescue", "case", "add", "Ny"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("vault-read-only: "), "{}", refused.err);
    assert!(cli.bytes() == before, "nothing in the folder has changed");
}

#[test]
fn a_vault_is_mended_from_what_it_follows_from() {
    let cli = Cli::with_sample();
    let left = cli.folder().join("vault.db.new");
    fs::write(&left, "").unwrap();
    let ran = cli.run(&["--json", "check"]);
    assert_eq!(ran.code, 1);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["problems"][0]["code"], "file-left-over");
    assert_eq!(report["problems"][0]["names"][0], "vault.db.new");
    assert_eq!(report["is_mendable"], true);
    let said = cli.run(&["--lang", "sv", "check"]);
    assert!(said.out.contains("vault.db.new") && said.out.contains("Laga valvet"), "{}", said.out);
    cli.done(&["mend"]);
    assert!(!left.exists());
}
