//! Making, opening and looking after the vault.

mod check;
mod create;
mod passphrase;
mod presence;
mod rotate;
mod slots;
mod unlock;

pub use check::{CheckReport, check};
pub use create::{RecoveryView, create, recovery_sheet, unmake};
pub use farled_vault::{Passphrase, RecoveryKey};
pub use passphrase::{Strength, change, renew_recovery, replace, strength, suggest};
pub use presence::{VaultPresence, default_folder, presence};
pub use rotate::rotate;
pub use slots::{KeyRow, Keys, add_deputy, keys, prove_recovery, remove_deputy};
pub use unlock::{unlock, unlock_with_recovery_key};
