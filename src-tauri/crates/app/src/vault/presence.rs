//! What stands in the vault's folder, as far as can be seen without a key.

use std::{
    env,
    path::{Path, PathBuf},
};

use farled_vault::{Damage, Presence};
use serde::Serialize;
use specta::Type;

/// What stands in the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum VaultPresence {
    /// No vault.
    Missing,
    /// A vault.
    Present,
    /// A vault of a newer version.
    Newer,
    /// A vault of which neither the header nor its copy can be read.
    Damaged,
    /// A vault whose database is gone or empty.
    DatabaseMissing,
}

/// Looks at the folder.
#[must_use]
pub fn presence(folder: &Path) -> VaultPresence {
    match farled_vault::presence(folder) {
        Presence::Missing => VaultPresence::Missing,
        Presence::Present => VaultPresence::Present,
        Presence::Newer { .. } => VaultPresence::Newer,
        Presence::Damaged(Damage::DatabaseMissing) => VaultPresence::DatabaseMissing,
        Presence::Damaged(..) => VaultPresence::Damaged,
    }
}

/// Where the vault lies when nobody says otherwise: `farled/vault` in the user's data folder (XDG
/// Base Directory specification).
#[must_use]
pub fn default_folder() -> PathBuf {
    let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let data = data.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share")));
    data.unwrap_or_default().join("farled/vault")
}
