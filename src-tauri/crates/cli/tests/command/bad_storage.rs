//! Disks that are full and folders that can't be written.

use std::{
    fs,
    io::{self, Write},
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::Command,
};

use crate::support::{Cli, PROGRAM, Ran, run};

/// Somebody else than the owner of everything, in whose way permissions stand.
const NOBODY: u32 = 65534;

fn is_root(cli: &Cli) -> bool {
    std::os::unix::fs::MetadataExt::uid(&fs::metadata(cli.file("")).unwrap()) == 0
}

/// Runs in both languages and answers with what was said.
#[track_caller]
fn refused(cli: &Cli, code: &str, mut run: impl FnMut(&[&str]) -> Ran) {
    let before = cli.bytes();
    let said = ["sv", "en"].map(|language| run(&["--lang", language]).refused(code));
    assert_ne!(said[0], said[1]);
    assert!(cli.bytes() == before, "nothing has changed");
}

/// Runs where no file may be larger than so many bytes.
fn within(cli: &Cli, bytes: u64, arguments: &[&str]) -> Ran {
    let line = format!("ulimit -f {}; exec \"$0\" \"$@\"", bytes / 512);
    let mut command = Command::new("sh");
    command.args(["-c", &line, PROGRAM]).args(cli.arguments(arguments));
    run(&mut command, b"")
}

#[test]
fn nothing_is_lost_when_no_file_may_grow() {
    let cli = Cli::with_sample();
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    let before = cli.done(&["export"]);
    let notes = "En lång anteckning. ".repeat(200_000);
    let text = cli.write("long.txt", &notes);
    // What the vault has already: it can be read, and no page can be added.
    let limit = fs::metadata(cli.folder().join("vault.db")).unwrap().len();
    let names = |cli: &Cli| cli.bytes().into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    let kept = names(&cli);
    for language in ["sv", "en"] {
        let add = ["--lang", language, "note", "add", &alias, "--text", &text, "--sign"];
        let ran = within(&cli, limit, &add);
        assert_eq!(ran.code, 1, "{} {}", ran.out, ran.err);
        let said = ran.err.split(':').next().unwrap_or_default().to_owned();
        assert!(["disk-full", "storage-failed"].contains(&said.as_str()), "{}", ran.err);
    }
    // Pages that were written and put back are encrypted anew: other bytes, the same content.
    assert_eq!(names(&cli), kept, "nothing half-written is left");
    assert_eq!(cli.done(&["export"]), before);
    cli.done(&["check"]);
}

#[test]
fn a_file_that_does_not_fit_is_neither_left_half_written_nor_logged_as_handed_out() {
    let cli = Cli::with_sample();
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    // One's own keys are made when they are first asked for.
    cli.done(&["card", "show"]);
    for command in [
        vec!["export", "--out", "all.jsonl"],
        vec!["ics", "export", "--case", &alias, "--out", "x.ics"],
        vec!["week-plan", &alias, "--out", "week.pdf"],
    ] {
        let mut command: Vec<String> = command.into_iter().map(str::to_owned).collect();
        let out = command.last_mut().unwrap();
        *out = cli.path(out);
        let path = out.clone();
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        // The control, and the size: it fits, and half of it doesn't.
        cli.done(&command);
        let size = fs::metadata(&path).unwrap().len();
        assert!(size > 1024, "{path}: half of it is a block at least: {size}");
        fs::remove_file(&path).unwrap();
        refused(&cli, "disk-full", |language| within(&cli, size / 2, &[language, &command].concat()));
        println!("{size} bytes within {}: refused, nothing changed", size / 2);
    }
    cli.done(&["check"]);
}

/// A small disk of its own, in a namespace of its own, with a vault on it that is nearly as large.
#[test]
fn nothing_is_lost_when_the_disk_is_full() {
    let cli = Cli::with_sample();
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    let export = cli.done(&["export"]);
    cli.write("before.jsonl", &export);
    let text = cli.write("long.txt", "En lång anteckning. ".repeat(100_000));
    let disk = cli.file("disk");
    fs::create_dir(&disk).unwrap();
    let size = fs::metadata(cli.folder().join("vault.db")).unwrap().len() / 1024 + 96;
    let script = format!(
        r#"
        set -eu
        mount -t tmpfs -o size={size}k tmpfs "$DISK"
        cp "$VAULT"/vault.header "$VAULT"/vault.header.copy "$VAULT"/vault.db "$DISK"
        farled() {{ "$PROGRAM" --vault "$DISK" --passphrase-file "$PASS" --now 2026-11-25T09:00:00 "$@"; }}
        for lang in sv en; do
            code=0; farled --lang $lang note add "$ALIAS" --text "$TEXT" --sign 2>&1 || code=$?
            echo "exit $code"
            code=0; farled --lang $lang export --out "$DISK"/export.jsonl 2>&1 || code=$?
            echo "exit $code"
        done
        ls "$DISK"
        farled export > "$AFTER"
        farled check > /dev/null
        "#
    );
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh", "-c", &script]);
    command
        .env("DISK", &disk)
        .env("VAULT", cli.folder())
        .env("PASS", cli.file("passphrase"))
        .env("PROGRAM", PROGRAM)
        .env("ALIAS", &alias)
        .env("TEXT", &text)
        .env("AFTER", cli.file("after.jsonl"));
    let ran = run(&mut command, b"");
    if ran.code != 0 && (ran.err.contains("unshare:") || ran.err.contains("mount:")) {
        // A system that lets nobody make a disk: the tests before this one are what remains. Past the tests'
        // own output, which is only shown when they fail.
        let told = format!("SKIPPED: no disk of its own could be made: {}\n", ran.err.trim());
        return io::stderr().write_all(told.as_bytes()).unwrap();
    }
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert_eq!(ran.out.matches("disk-full: ").count(), 4, "{}", ran.out);
    assert_eq!(ran.out.matches("exit 1").count(), 4, "{}", ran.out);
    assert!(ran.out.contains("Disken är full.") && ran.out.contains("The disk is full."), "{}", ran.out);
    let left: Vec<&str> =
        ran.out.lines().filter(|line| line.contains("vault.") || line.contains("jsonl")).collect();
    assert_eq!(
        left,
        ["vault.db", "vault.header", "vault.header.copy", "vault.lock"],
        "nothing half-written is left"
    );
    assert_eq!(fs::read_to_string(cli.file("after.jsonl")).unwrap(), export, "nothing is lost");
}

/// Runs as somebody who may read and not write: as root, permissions stand in nobody's way.
fn as_reader(cli: &Cli, arguments: &[&str]) -> Ran {
    if !is_root(cli) {
        return cli.run(arguments);
    }
    // The program may lie where nobody else gets at it.
    let program = cli.file("").parent().unwrap().join(format!("farled-cli-{}", std::process::id()));
    if !program.exists() {
        fs::copy(PROGRAM, &program).unwrap();
    }
    let mut command = Command::new(&program);
    command.args(cli.arguments(arguments)).uid(NOBODY).gid(NOBODY).current_dir("/");
    run(&mut command, b"")
}

fn let_in(path: &Path, mode: u32, root: bool) {
    if root {
        chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_can_not_be_written_is_said_to_be_so() {
    let cli = Cli::with_sample();
    let root = is_root(&cli);
    let alias = cli.data(&["case", "list"])[0]["alias"].as_str().unwrap().to_owned();
    let export = cli.done(&["export"]);
    let closed = cli.file("closed");
    fs::create_dir(&closed).unwrap();
    for name in ["vault.header", "vault.header.copy", "vault.db", "vault.lock"] {
        let_in(&cli.folder().join(name), 0o600, root);
    }
    let_in(&cli.file("passphrase"), 0o600, root);
    let_in(&cli.file(""), 0o755, false);
    let_in(&closed, 0o555, root);
    let_in(cli.folder(), 0o555, root);
    // The vault's folder: no journal can be made, so nothing is written.
    refused(&cli, "read-only-folder", |language| {
        as_reader(&cli, &[language, &["case", "add", "Ny"]].concat())
    });
    // The database itself too.
    let_in(&cli.folder().join("vault.db"), 0o400, root);
    refused(&cli, "read-only-folder", |language| {
        as_reader(&cli, &[language, &["case", "add", "Ny"]].concat())
    });
    let_in(&cli.folder().join("vault.db"), 0o600, root);
    let_in(cli.folder(), 0o755, root);
    // A folder that something is to be saved in: it is not logged as handed out either.
    for command in [
        vec!["week-plan", &alias, "--out", "week.pdf"],
        vec!["export", "--out", "all.jsonl"],
        vec!["ics", "export", "--case", &alias, "--out", "x.ics"],
        vec!["card", "export", "--out", "card"],
        vec!["identity-key", "--ground", "Räddning", "--out", "key"],
    ] {
        let mut command: Vec<String> = command.into_iter().map(str::to_owned).collect();
        let out = command.last_mut().unwrap();
        *out = closed.join(&*out).to_str().unwrap().to_owned();
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        // One's own card and keys are made when they are first asked for.
        as_reader(&cli, &["card", "show"]).done();
        refused(&cli, "read-only-folder", |language| as_reader(&cli, &[language, &command].concat()));
    }
    assert_eq!(cli.done(&["export"]), export);
    // A vault in a folder that can't be written is not half made.
    let vault = closed.join("vault");
    let ran = as_reader(&cli, &["init", vault.to_str().unwrap()]);
    ran.refused("read-only-folder");
    assert!(!vault.exists());
    if root {
        let _ = fs::remove_file(
            cli.file("").parent().unwrap().join(format!("farled-cli-{}", std::process::id())),
        );
    }
}

#[test]
fn a_full_standard_output_is_told_of() {
    let cli = Cli::with_sample();
    let arguments: Vec<String> = cli.arguments(&["export"]).iter().map(|a| format!("'{a}'")).collect();
    let line = format!("{PROGRAM} {} > /dev/full", arguments.join(" "));
    run(Command::new("sh").args(["-c", &line]), b"").refused("disk-full");
}
