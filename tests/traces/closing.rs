//! A window that is closed while the disk is full.

use std::{fs, path::Path, process::Command, thread::sleep, time::Duration};

use farled_app::{Clock, Desk, new_id, people};
use farled_case::{CaseId, Phase, Protection};
use farled_vault::{KdfCost, Passphrase, RecoveryKey, Vault};

use crate::{
    app::{App, Place},
    day,
    session::{KEPT, drafts_in},
};

const PASSPHRASE: &str = "fyren lyser vid sundet";
/// Long enough to be found in the page by no chance.
const ALIAS: &str = "granen vid sundet";
/// Longer than a closing window waits for its page.
const ANSWERED: Duration = Duration::from_secs(4);

#[test]
fn a_window_closed_on_a_full_disk_stays_until_what_was_typed_is_kept_or_given_up() {
    // Small letters only: as in the other tests here, a path may be typed.
    let name = format!("farled-closing-{}", std::process::id());
    let root = tempfile::Builder::new().prefix(&name).rand_bytes(0).tempdir().unwrap();
    let place = Place::new(root.path());
    let recovery = make_vault(&place.vault());

    let app = place.start(1);
    app.unlock(PASSPHRASE, ALIAS);
    close_on_a_full_disk(&app, "innan", " efter");
    fill_disk(&app, false);
    app.focus("Farled");
    app.press(&["Escape"]);
    app.close();
    assert_eq!(app.ended().code, Some(0), "it has ended by itself");
    assert_eq!(drafts_in(&place, &recovery), ["innan efter"]);

    // Now whoever closes it doesn't want to wait.
    let app = place.start(2);
    app.unlock(PASSPHRASE, ALIAS);
    close_on_a_full_disk(&app, "kvar", " borta");
    app.focus("Farled");
    // From the button that closes the question to the one that gives up.
    app.press(&["Tab"]);
    app.press(&["Return"]);
    assert_eq!(app.ended().code, Some(0), "it has ended by itself");
    let mut kept = drafts_in(&place, &recovery);
    kept.sort();
    assert_eq!(kept, ["innan efter", "kvar"]);
}

/// Begins a note, goes on with it when the disk is full, and closes the window, which stays and asks.
fn close_on_a_full_disk(app: &App<'_>, kept: &str, held: &str) {
    day::write(app, ALIAS, kept);
    sleep(KEPT);
    fill_disk(app, true);
    app.type_text(held);
    sleep(KEPT);
    app.close();
    sleep(ANSWERED);
    assert!(app.is_unlocked(), "it asks before it closes. {}", app.picture());
}

fn make_vault(folder: &Path) -> RecoveryKey {
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let (vault, recovery) =
        Vault::create_with(folder, &passphrase, KdfCost::MINIMUM, Clock::System.now()).unwrap();
    let case = people::NewCase {
        id: CaseId(new_id()),
        alias: ALIAS.to_owned(),
        phase: Phase::Active,
        protection: Protection::None,
        opened_on: None,
    };
    people::add(&mut Desk::new(vault, Clock::System), case).unwrap();
    recovery
}

/// Lets no file of the app grow any more, as on a full disk, or lets them grow again.
fn fill_disk(app: &App<'_>, is_full: bool) {
    let limit = if is_full { "--fsize=4096:unlimited" } else { "--fsize=unlimited" };
    let limited = Command::new("prlimit").args(["--pid", &app.process.to_string(), limit]).status().unwrap();
    assert!(limited.success(), "prlimit is part of every Debian system");
}
