//! Rotates the vault's key: everything is encrypted anew, for when somebody leaves who knows a
//! passphrase.

use farled_vault::{OnProgress, Passphrase, RecoveryKey};

use crate::{Desk, Result};

/// Encrypts everything anew under a new key. The passphrase that opened this session stays; everybody
/// else's has to be added again, and the recovery key is a new one, told this once. Old copies and
/// backups still open with the old ones.
///
/// # Errors
/// `wrong-secret`, `vault-backup-running`, `cancelled`, `disk-full`, or what the vault says; the vault is as
/// it was then.
pub fn rotate(desk: &mut Desk, passphrase: &str, on_progress: OnProgress<'_>) -> Result<RecoveryKey> {
    let now = desk.clock().now();
    Ok(desk.vault_mut().rotate(&Passphrase::new(passphrase.to_owned()), now, on_progress)?)
}
