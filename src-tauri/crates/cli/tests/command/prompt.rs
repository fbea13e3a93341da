//! At the prompt: a passphrase is typed unseen, a new one twice, and while the program waits for it,
//! nothing gets at it.

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    desks::PASSPHRASE,
    support::{Cli, PROGRAM, TIME},
    terminal::Terminal,
};

const NEW: &str = "elva gröna båtar över viken";

fn at_a_terminal(language: &str, arguments: &[&str]) -> Terminal {
    let mut command = Command::new(PROGRAM);
    command.args(["--lang", language, "--now", TIME]).args(arguments);
    Terminal::of(command)
}

#[test]
fn a_passphrase_is_asked_for_and_typed_unseen() {
    let cli = Cli::new();
    cli.done(&["case", "add", "Ek"]);
    let list = ["--vault", cli.folder().to_str().unwrap(), "case", "list"];
    for (language, words) in [("sv", "Lösenfras: "), ("en", "Passphrase: ")] {
        let mut terminal = at_a_terminal(language, &list);
        terminal.asks(words);
        terminal.type_line(PASSPHRASE);
        let (code, screen) = terminal.ends();
        assert!(code == 0 && screen.contains("Ek"), "{screen}");
        assert!(!screen.contains("hästar"), "what was typed is not shown: {screen}");
    }
    let mut terminal = at_a_terminal("sv", &list);
    terminal.asks("Lösenfras: ");
    terminal.type_line("fel lösenfras");
    let (code, screen) = terminal.ends();
    assert!(code == 1 && screen.contains("wrong-secret: "), "{screen}");
}

#[test]
fn a_new_passphrase_is_typed_twice_the_same() {
    let directory = TempDir::new().unwrap();
    let vault = directory.path().join("vault");
    let init = |again: &str| {
        let mut terminal = at_a_terminal("sv", &["init", vault.to_str().unwrap()]);
        terminal.asks("Lösenfras: ");
        terminal.type_line(NEW);
        terminal.asks("Lösenfrasen igen: ");
        terminal.type_line(again);
        terminal.ends()
    };
    let (code, screen) = init("elva gröna båtar över vikten");
    assert!(code == 1 && screen.contains("passphrases-differ: "), "{screen}");
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0, "no vault was made");
    let (code, screen) = init(NEW);
    assert!(code == 0 && !screen.contains("båtar"), "{screen}");

    // It is this passphrase that opens it.
    let mut terminal = at_a_terminal("sv", &["--vault", vault.to_str().unwrap(), "check"]);
    terminal.asks("Lösenfras: ");
    terminal.type_line(NEW);
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
}

/// Whom the program runs as in the test below: as root, nothing stands in one's way.
const NOBODY: u32 = 65534;

/// A line of what the kernel tells of a process.
fn told(process: u32, file: &str, beginning: &str) -> String {
    let text = fs::read_to_string(format!("/proc/{process}/{file}")).unwrap();
    let line = text.lines().find(|line| line.starts_with(beginning));
    line.unwrap_or_else(|| panic!("{beginning} in {text}"))[beginning.len()..].trim().to_owned()
}

fn as_user(command: &mut Command, user: Option<u32>) -> &mut Command {
    match user {
        Some(user) => command.uid(user).gid(user),
        None => command,
    }
}

/// Whether another program of the same user can look at the memory of a process.
fn is_open(process: u32, user: Option<u32>) -> bool {
    let mut look = Command::new("cat");
    look.arg(format!("/proc/{process}/maps")).stdout(Stdio::null()).stderr(Stdio::null());
    as_user(&mut look, user).status().unwrap().success()
}

#[test]
fn a_program_that_waits_for_a_passphrase_is_closed_to_others_to_crashes_and_to_the_network() {
    let directory = TempDir::new().unwrap();
    let is_root = fs::metadata(directory.path()).unwrap().uid() == 0;
    let user = is_root.then_some(NOBODY);
    // The program may lie where nobody else gets at it.
    let program = directory.path().join("farled-cli");
    fs::copy(PROGRAM, &program).unwrap();
    fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let let_in = |path: &Path| user.iter().for_each(|user| chown(path, Some(*user), Some(*user)).unwrap());
    let_in(&program);

    // However large cores may be: the control is a shell that waits beside it.
    let in_a_terminal = |line: &str| {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("ulimit -S -c $(ulimit -H -c); {line}"), "sh"])
            .arg(&program)
            .current_dir("/");
        as_user(&mut command, user);
        Terminal::of(command)
    };
    let mut control = in_a_terminal("stty -echo; printf 'waits: '; read -r line");
    control.asks("waits: ");
    let mut terminal = in_a_terminal("exec \"$1\" --lang sv --vault /no/such/folder check");
    terminal.asks("Lösenfras: ");

    let core = "Max core file size";
    let (ours, theirs) = (terminal.process(), control.process());
    let limits = [ours, theirs].map(|process| {
        told(process, "limits", core).split_whitespace().take(2).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(limits[0], ["1", "1"], "a byte, which no core fits in");
    assert_ne!(limits[1], limits[0], "the control");
    assert_eq!([ours, theirs].map(|process| is_open(process, user)), [false, true]);
    let filters = [ours, theirs].map(|process| told(process, "status", "Seccomp_filters:"));
    let [filter, before] = filters.map(|count| count.parse::<u32>().unwrap());
    assert_eq!(filter, before + 1, "the network filter");
    assert_eq!(told(ours, "status", "Seccomp:"), "2");
    assert_eq!(told(ours, "status", "NoNewPrivs:"), "1");
    if is_root {
        // Closed to everybody else. What the C library reads before the program begins.
        let environment = fs::read(format!("/proc/{ours}/environ")).unwrap();
        assert!(
            String::from_utf8_lossy(&environment).contains("glibc.malloc.perturb=255"),
            "memory is wiped"
        );
    }
    println!("a waiting farled-cli: core limit {:?}, {filter} filters ({before} beside it)", limits[0]);

    // It is the very process that would have had the passphrase.
    terminal.type_line(NEW);
    let (code, screen) = terminal.ends();
    assert!(code == 1 && screen.contains("vault-missing: "), "{screen}");
}
