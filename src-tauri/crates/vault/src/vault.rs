//! An unlocked vault.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use automerge::ActorId;
use farled_memory::Locked;
use rusqlite::Connection;

use crate::{
    SlotId,
    file::Lock,
    header::Header,
    keys::{DataKey, Keys},
};

/// An unlocked vault. Dropping it closes the database, wipes the keys and frees the lock.
pub struct Vault {
    // In this order they are dropped: the lock is freed once the database is closed.
    pub(crate) connection: Connection,
    pub(crate) keys: Keys,
    pub(crate) data_key: DataKey,
    pub(crate) header: Header,
    /// The slot that this session was opened by.
    pub(crate) own_slot: SlotId,
    pub(crate) folder: PathBuf,
    /// Who writes in this session; see [`crate::document`].
    pub(crate) actor: ActorId,
    pub(crate) _lock: Lock,
}

impl Vault {
    /// The vault's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The vault's random id; it stands in the clear in the header.
    #[must_use]
    pub fn id(&self) -> [u8; 16] {
        self.header.vault_id
    }

    /// A key for wrapping the identity's own keys wherever they are kept outside the vault.
    #[must_use]
    pub fn identity_wrap_key(&self) -> Locked<32> {
        self.keys.identity_wrap.clone()
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}
