//! A colleague: their card, the passphrase that they have as a deputy, and a case that they sent.

use std::fs;

use farled_app::{Clock, Desk, exchange, settings, unwatched};
use farled_case::{CaseId, Section, Vocabulary};
use farled_vault::{KdfCost, Passphrase, Vault};

use crate::canary::Flock;
use crate::caseload;

/// Gives the vault a deputy, and takes in a colleague's card and a case from them. Notes every canary.
pub fn bring(desk: &mut Desk, flock: &mut Flock) {
    let (name, deputy) = (flock.text("deputy: name"), Passphrase::new(flock.text("deputy: passphrase")));
    let now = desk.clock().now();
    desk.vault_mut().add_passphrase_with(&name, &deputy, KdfCost::MINIMUM, now).unwrap();

    // Elsewhere: what lies on the colleague's disk is theirs.
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new(flock.text("colleague: passphrase"));
    let vault = Vault::create_with(&folder.path().join("vault"), &passphrase, KdfCost::MINIMUM, now);
    let mut theirs = Desk::new(vault.unwrap().0, Clock::System);
    let who = settings::Settings {
        name: flock.text("card: name"),
        role: flock.text("card: role"),
        organisation: flock.text("card: organisation"),
        ..settings::show(&theirs).unwrap()
    };
    settings::save(&mut theirs, &who).unwrap();
    let case = caseload::fill_colleagues(&mut theirs, flock);
    trust(&mut theirs, desk);
    trust(desk, &mut theirs);

    let path = folder.path().join("bundle");
    exchange::seal(&mut theirs, &choice(desk, case), &path, &mut unwatched).unwrap();
    exchange::take_in(desk, &fs::read(path).unwrap(), &mut unwatched).unwrap();
}

/// Everything of a case, for the owner of this desk.
fn choice(desk: &mut Desk, case: CaseId) -> exchange::SealChoice {
    exchange::SealChoice {
        cases: vec![case],
        recipients: vec![exchange::my_card(desk).unwrap().key],
        sections: Section::ALL.to_vec(),
        ground: "own_programme".to_owned(),
    }
}

/// Takes in the other's card and compares it.
fn trust(desk: &mut Desk, other: &mut Desk) {
    let card = exchange::import_card(desk, &exchange::my_card_file(other).unwrap().bytes).unwrap();
    let heard = exchange::my_card(other).unwrap().digits;
    let groups: Vec<_> =
        (0..).zip(heard).map(|(index, digits)| exchange::DigitGroup { index, digits }).collect();
    exchange::verify_card(desk, &card.key, &groups).unwrap();
}
