//! Bundles that do not open.

use std::fs;

use crate::{
    desks::Place,
    exchange::{OFFICE, colleagues},
    support::{Cli, bare},
};

fn sealed() -> (Cli, Cli, Vec<u8>) {
    let (here, there) = colleagues();
    let out = here.path("out.farled");
    here.done(&["seal", "Ek", "--to", OFFICE, "--out", &out]);
    let bytes = fs::read(out).unwrap();
    (here, there, bytes)
}

/// That opening is refused, looked at and taken in alike.
#[track_caller]
fn shut(cli: &Cli, bytes: &[u8], code: &str) {
    let file = cli.write("in.farled", bytes);
    cli.refused(&["open", &file], code);
    cli.refused(&["open", "--preview", &file], code);
}

#[test]
fn a_truncated_bundle_is_not_opened() {
    let (_, there, bytes) = sealed();
    for length in [bytes.len() - 1, bytes.len() / 2] {
        shut(&there, &bytes[..length], "bundle-truncated");
    }
}

#[test]
fn an_altered_bundle_is_not_opened() {
    let (_, there, bytes) = sealed();
    let mut altered = bytes.clone();
    let at = bytes.len() * 2 / 3;
    altered[at] ^= 1;
    shut(&there, &altered, "bundle-altered");
}

#[test]
fn a_file_that_is_no_bundle_is_not_opened_nor_looked_at() {
    let (_, there, _) = sealed();
    shut(&there, b"", "bundle-not-a-bundle");
    shut(&there, b"something else entirely", "bundle-not-a-bundle");
    bare(&["inspect", &there.path("in.farled")]).refused("bundle-not-a-bundle");
    there.refused(&["open", &there.path("none")], "file-missing");
}

#[test]
fn a_bundle_for_somebody_else_is_not_opened() {
    let (here, _, bytes) = sealed();
    let stranger = Cli::at(Place::of("Någon Annan"));
    stranger.done(&["card", "show"]);
    stranger.done(&["card", "import", &here.path("card")]);
    shut(&stranger, &bytes, "bundle-not-for-you");
}

#[test]
fn a_bundle_from_an_unknown_sender_is_not_opened() {
    let (here, there) = colleagues();
    let stranger = Cli::at({
        let mut place = Place::of("Någon Annan");
        place.case("Ask");
        place
    });
    let card = there.path("card");
    let digits = there.data(&["card", "show"])["digits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group.as_str().unwrap().to_owned())
        .collect::<Vec<_>>()
        .join("");
    stranger.done(&["card", "import", &card]);
    stranger.done(&["card", "verify", OFFICE, "--digits", &digits]);
    let out = stranger.path("out.farled");
    stranger.done(&["seal", "Ask", "--to", OFFICE, "--out", &out]);
    let bytes = fs::read(out).unwrap();
    shut(&there, &bytes, "bundle-unknown-sender");
    stranger.done(&["card", "export", "--out", &stranger.path("card")]);
    there.done(&["card", "import", &stranger.path("card")]);
    shut(&there, &bytes, "bundle-sender-unverified");
    drop(here);
}

#[test]
fn a_bundle_is_opened_once() {
    let (_, there, bytes) = sealed();
    there.done(&["open", &there.write("in.farled", &bytes)]);
    shut(&there, &bytes, "bundle-already-opened");
}
