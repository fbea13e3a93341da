//! Cards and bundles.

use std::{fs, process::Command};

use crate::{
    desks::Place,
    support::{Cli, bare, run},
};

/// Two vaults, the first with two people; each has verified the other's card by the commands.
pub fn colleagues() -> (Cli, Cli) {
    let mut place = Place::new();
    let ek = place.case("Ek");
    place.note(ek, "Vi talade om veckan.");
    place.appointment(ek, "Tandläkaren", "2026-11-26 10:00");
    place.case("Alm");
    let (here, there) = (Cli::at(place), Cli::at(Place::of("Kansliet Exempel")));
    for (one, other) in [(&here, &there), (&there, &here)] {
        let file = other.path("card");
        let _ = fs::remove_file(&file);
        let card = other.data(&["card", "export", "--out", &file]);
        let name = card["name"].as_str().unwrap();
        assert_eq!(one.data(&["card", "import", &file])["state"], "unverified");
        let digits: Vec<&str> =
            card["digits"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
        assert_eq!(one.data(&["card", "verify", name, "--digits", &digits.join(" ")])["state"], "verified");
    }
    (here, there)
}

pub const OFFICE: &str = "Kansliet Exempel";

#[test]
fn a_card_is_shown_taken_over_compared_and_listed() {
    let (here, there) = colleagues();
    let shown = there.done(&["card", "show"]);
    assert!(shown.starts_with(OFFICE));
    assert_eq!(here.data(&["card", "list"])[0]["name"], OFFICE);
    assert!(here.done(&["--lang", "sv", "card", "list"]).contains("verifierad"));
    here.refused(&["card", "verify", OFFICE, "--digits", "12345"], "digits-too-few");
    here.refused(&["card", "verify", OFFICE, "--digits", &"12345".repeat(12)], "digits-differ");
    here.refused(&["card", "verify", "Ingen", "--digits", &"12345".repeat(12)], "card-unknown");
    here.refused(&["card", "import", &here.path("card")], "card-own");
    here.refused(&["card", "import", &here.write("junk", "junk")], "card-invalid");
    here.refused(&["card", "import", &here.path("none")], "file-missing");
}

#[test]
fn a_case_travels_and_both_vaults_say_the_same() {
    let (here, there) = colleagues();
    let out = here.path("out.farled");
    let sealed = here.data(&["seal", "--all", "--to", OFFICE, "--out", &out]);
    assert_eq!(sealed["bytes"].as_u64(), Some(fs::metadata(&out).unwrap().len()));
    let outside: serde_json::Value =
        serde_json::from_str(&bare(&["--json", "inspect", &out]).done()).unwrap();
    assert_eq!(outside["bytes"], sealed["bytes"]);
    let before = there.done(&["export"]);
    let preview = there.data(&["open", &out, "--preview"]);
    assert_eq!(preview["sender"], "Kim Exempel");
    assert_eq!(there.done(&["export"]), before, "a preview changes nothing");
    let said = there.done(&["--lang", "sv", "open", &out]);
    assert!(said.contains("Kim Exempel") && said.contains("Ek"), "{said}");
    assert_eq!(there.done(&["export"]), here.done(&["export"]));
    assert_eq!(there.data(&["search", "veckan"])[0]["alias"], "Ek");
}

#[test]
fn only_what_was_chosen_travels() {
    let (here, there) = colleagues();
    let out = here.path("out.farled");
    here.done(&["seal", "Ek", "--to", OFFICE, "--sections", "calendar", "--out", &out]);
    there.done(&["open", &out]);
    assert_eq!(there.data(&["case", "list"]).as_array().unwrap().len(), 1);
    assert_eq!(there.data(&["note", "list", "Ek"]).as_array().unwrap().len(), 0);
    assert_eq!(there.data(&["agenda"]).as_array().unwrap().len(), 1);
}

#[test]
fn nothing_is_sealed_that_should_not_be() {
    let (here, _there) = colleagues();
    let out = here.path("out.farled");
    here.refused(&["seal", "Ek", "--to", "Ingen", "--out", &out], "card-unknown");
    here.refused(&["seal", "Ingen", "--to", OFFICE, "--out", &out], "alias-unknown");
    here.refused(&["seal", "Ek", "--to", OFFICE, "--ground", " ", "--out", &out], "ground-missing");
    let nowhere = here.path("none/out.farled");
    here.refused(&["seal", "Ek", "--to", OFFICE, "--out", &nowhere], "folder-missing");
    let forger = Cli::at(Place::of(OFFICE));
    let file = forger.path("card");
    forger.done(&["card", "export", "--out", &file]);
    assert_eq!(here.data(&["card", "import", &file])["state"], "changed");
    here.refused(&["seal", "Ek", "--to", OFFICE, "--out", &out], "card-not-verified");
}

#[test]
fn the_age_command_opens_a_bundle_with_the_key_that_was_saved_on_purpose() {
    let (here, there) = colleagues();
    let out = here.path("out.farled");
    here.done(&["seal", "Ek", "--to", OFFICE, "--out", &out]);
    there.refused(&["identity-key", "--ground", " ", "--out", &there.path("key")], "ground-missing");
    there.done(&["identity-key", "--ground", "Räddning", "--out", &there.path("key")]);
    let listing = run(
        Command::new("bash").arg("-c").arg("age -d -i \"$1\" \"$2\" | tar -t").args([
            "list",
            &there.path("key"),
            &out,
        ]),
        b"",
    );
    assert_eq!(listing.done().lines().collect::<Vec<_>>(), ["manifest", "manifest.sig", "records", "pad"]);
}
