//! Unlocks a vault.

use std::path::Path;

use farled_vault::{Passphrase, RecoveryKey, Secret, Vault};

use crate::{Clock, Desk, Result};

/// Unlocks with the passphrase.
///
/// # Errors
/// `wrong-secret`, or what the vault says.
pub fn unlock(folder: &Path, passphrase: &str, clock: Clock) -> Result<Desk> {
    let passphrase = Passphrase::new(passphrase.to_owned());
    let vault = Vault::unlock(folder, Secret::Passphrase(&passphrase), clock.now())?;
    Ok(Desk::new(vault, clock))
}

/// Unlocks with the recovery key, as typed from the sheet.
///
/// # Errors
/// A `recovery-key-…` code that names the group with the typing mistake, or what the vault says.
pub fn unlock_with_recovery_key(folder: &Path, typed: &str, clock: Clock) -> Result<Desk> {
    let key = RecoveryKey::parse(typed)?;
    let mut vault = Vault::unlock(folder, Secret::Recovery(&key), clock.now())?;
    // Whoever types it has it on paper. If that can't be noted, on a full disk, it is asked for again.
    let _ = vault.prove_recovery(&key, clock.now());
    Ok(Desk::new(vault, clock))
}
