//! Unlocking: by the passphrase, and all of it but deriving its key.

use std::path::Path;

use farled_app::{Clock, Desk, caseload, library, vault};
use farled_vault::Passphrase;

use crate::pairs::{Pairs, timed};

const PASSPHRASE: &str = "sju lugna hästar i dimman";
const PEOPLE: u32 = 20;
const NOTES: u32 = 1_000;
const PAIRS: u32 = 9;

/// Makes a vault with a large caseload. What is measured is everything that unlocking does beside Argon2id:
/// what it does when the recovery key opens the vault, which needs none.
pub fn measure(folder: &Path) -> (Desk, Pairs) {
    let (mut desk, key) = vault::create(folder, PASSPHRASE, Clock::System).unwrap();
    let made_up = library::synthetic(PEOPLE, NOTES, 1, desk.today());
    let values: Vec<_> = made_up.collect();
    caseload::import_values(&mut desk, &values).unwrap();
    let typed = key.groups().join(" ");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut pairs = Pairs::new("unlock beyond deriving the key");
    for _ in 0..PAIRS {
        let (deriving, right) = timed(|| desk.vault().verify(&passphrase));
        right.unwrap();
        drop(desk);
        let (rest, unlocked) = timed(|| vault::unlock_with_recovery_key(folder, &typed, Clock::System));
        desk = unlocked.unwrap();
        pairs.add(rest, deriving);
    }
    (desk, pairs)
}
