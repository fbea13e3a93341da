//! Making, opening and looking after the vault.

mod check;
mod create;
mod passphrase;
mod presence;
mod rescue;
mod rotate;
mod slots;
mod unlock;
mod witness;

pub use check::{CheckProblem, CheckReport, check, check_with, last_check, mend, note_check};
pub use create::{RecoveryView, create, recovery_sheet, unmake};
pub use farled_vault::{Passphrase, RecoveryKey};
pub use passphrase::{Strength, change, renew_recovery, replace, strength, suggest};
pub use presence::{VaultPresence, default_folder, presence};
pub use rescue::{Lost, RescueView, rescue, rescue_with_recovery_key, rescued};
pub use rotate::rotate;
pub use slots::{KeyRow, Keys, add_deputy, keys, prove_recovery, remove_deputy};
pub use unlock::{unlock, unlock_with_recovery_key};
pub use witness::{ChangeView, OlderView, default_state_folder, last_change, look, remember};
