//! Help, usage, completions, the manual page and the schema: without any vault.

use crate::support::{Cli, bare};

const COMMANDS: [&str; 29] = [
    "init",
    "check",
    "mend",
    "backup",
    "restore",
    "slot",
    "recovery",
    "rotate",
    "case",
    "import",
    "export",
    "schema",
    "sample",
    "agenda",
    "note",
    "attachment",
    "routine",
    "search",
    "week-plan",
    "ics",
    "card",
    "seal",
    "inspect",
    "open",
    "identity-key",
    "demo",
    "completions",
    "man",
    "help",
];

fn first_word(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn help_names_every_command_and_each_has_help_of_its_own() {
    let help = bare(&["--help"]).done();
    let listed = help.split("Commands:").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    let named = |line: &str| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')).map(first_word);
    assert_eq!(listed.lines().filter_map(named).collect::<Vec<_>>(), COMMANDS, "{help}");
    for command in COMMANDS {
        if command != "help" {
            assert!(bare(&[command, "--help"]).done().contains("Usage:"), "{command}");
        }
    }
    assert!(bare(&["--version"]).done().starts_with("farled-cli "));
}

#[test]
fn wrong_usage_ends_with_2() {
    let cli = Cli::new();
    for wrong in [
        vec![],
        vec!["ride"],
        vec!["case"],
        vec!["case", "add"],
        vec!["agenda", "--from", "tomorrow"],
        vec!["week-plan", "Ek", "--week", "2026-W54", "--out", "x.pdf"],
        vec!["week-plan", "Ek"],
        vec!["seal", "--to", "Kim", "--out", "x"],
        vec!["seal", "Ek", "--all", "--to", "Kim", "--out", "x"],
        vec!["seal", "Ek", "--to", "Kim", "--sections", "plan,horses", "--out", "x"],
        vec!["note", "sign", "not-an-id"],
        vec!["case", "add", "Ek", "--phase", "happy"],
        vec!["--lang", "fi", "check"],
        vec!["--passphrase", "secret", "check"],
    ] {
        let ran = cli.run(&wrong);
        assert_eq!(ran.code, 2, "{wrong:?}: {}", ran.err);
        assert!(ran.out.is_empty() && !ran.err.is_empty());
    }
}

#[test]
fn completions_and_the_manual_page_know_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let script = bare(&["completions", shell]).done();
        for command in ["week-plan", "seal", "identity-key"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let page = bare(&["man"]).done();
    assert!(page.starts_with(".ie") || page.contains(".TH farled-cli 1"), "{page}");
    for word in ["week\\-plan", "passphrase\\-file", "Exit status"] {
        assert!(page.contains(word), "{word} in the manual page");
    }
}

#[test]
fn the_schema_is_json_schema_for_a_line() {
    let schema: serde_json::Value = serde_json::from_str(&bare(&["schema"]).done()).unwrap();
    assert!(schema["$schema"].as_str().unwrap().contains("json-schema.org/draft/2020-12"));
    let text = schema.to_string();
    for word in ["civil_identity", "routine_week", "starts_at", "in_person"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn a_made_up_caseload_needs_no_vault_and_is_the_same_for_the_same_seed() {
    let sample = |seed: &str| {
        bare(&["--now", "2026-11-25T09:00:00", "sample", "--cases", "3", "--notes", "9", "--seed", seed])
            .done()
    };
    let first = sample("1");
    assert_eq!(first, sample("1"));
    assert_ne!(first, sample("2"));
    let count =
        |kind: &str| first.lines().filter(|line| line.starts_with(&format!("{{\"kind\":\"{kind}\""))).count();
    assert_eq!((count("case"), count("note")), (3, 9));
    bare(&["sample", "--cases", "4000000000"]).refused("sample-too-large");
}
