//! Opens a damaged vault, only to read it and to take out what is left.

use std::path::Path;

use farled_case::Kind;
use farled_vault::{Passphrase, RecoveryKey, Secret, Vault};
use serde::Serialize;
use specta::Type;

use crate::{Clock, Desk, Result};

/// What could be read of a damaged vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RescueView {
    /// How many records are here.
    pub found: u32,
    /// How many of them without what they said before.
    pub without_history: u32,
    /// What does not read, by kind.
    pub lost: Vec<Lost>,
    /// How many more don't read, of which not even the kind is known.
    pub lost_unknown: u32,
}

/// Records of one kind that don't read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Lost {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub count: u32,
}

/// Opens a damaged vault with the passphrase. Every write answers `vault-read-only`.
///
/// # Errors
/// `wrong-secret`; `vault-header-damaged` and `vault-database-damaged` where only a backup helps.
pub fn rescue(folder: &Path, passphrase: &str, clock: Clock) -> Result<Desk> {
    let passphrase = Passphrase::new(passphrase.to_owned());
    Ok(Desk::new(Vault::rescue(folder, Secret::Passphrase(&passphrase))?, clock))
}

/// Opens a damaged vault with the recovery key, as typed from the sheet.
///
/// # Errors
/// A `recovery-key-…` code, and as for [`rescue`].
pub fn rescue_with_recovery_key(folder: &Path, typed: &str, clock: Clock) -> Result<Desk> {
    let key = RecoveryKey::parse(typed)?;
    Ok(Desk::new(Vault::rescue(folder, Secret::Recovery(&key))?, clock))
}

/// What could be read, in a vault that was opened so.
#[must_use]
pub fn rescued(desk: &Desk) -> Option<RescueView> {
    let rescue = desk.vault().rescued()?;
    Some(RescueView {
        found: rescue.found.values().sum(),
        without_history: rescue.without_history,
        lost: rescue.lost.iter().map(|(kind, count)| Lost { kind: *kind, count: *count }).collect(),
        lost_unknown: rescue.lost_unknown,
    })
}
