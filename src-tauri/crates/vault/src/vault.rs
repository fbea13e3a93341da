//! An unlocked vault.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use automerge::ActorId;
use rusqlite::Connection;

use crate::{
    SlotId, VaultError,
    file::Lock,
    header::{Header, Source},
    keys::{DataKey, Keys},
    rescue::Rescue,
};

/// An unlocked vault. Dropping it closes the database, wipes the keys and frees the lock, unless a backup that
/// was begun still reads the database: then that frees it.
pub struct Vault {
    // In this order they are dropped: the lock is freed once the database is closed.
    pub(crate) connection: Connection,
    pub(crate) keys: Keys,
    pub(crate) data_key: DataKey,
    pub(crate) header: Header,
    /// The slot that this session was opened by.
    pub(crate) own_slot: SlotId,
    pub(crate) header_source: Source,
    pub(crate) folder: PathBuf,
    /// Who writes in this session; see [`crate::document`].
    pub(crate) actor: ActorId,
    /// What could be read of a damaged vault; `None` in one that is whole.
    pub(crate) rescue: Option<Rescue>,
    /// Shared with every backup that reads the database beside this session. Only a rescue may do without: in
    /// a folder where nobody can write.
    pub(crate) lock: Option<Arc<Lock>>,
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

    /// Whether the header did not read at unlocking and its copy did. It has been put back since, where
    /// the folder could be written.
    #[must_use]
    pub fn was_header_mended(&self) -> bool {
        self.header_source == Source::Copy
    }

    /// What could be read of a damaged vault that was opened to be [rescued](Self::rescue).
    #[must_use]
    pub fn rescued(&self) -> Option<&Rescue> {
        self.rescue.as_ref()
    }

    /// Refuses to write in a vault that was opened to be rescued. To be asked before anything that
    /// writes, and before anything that copies the open database: that of a rescue lies in memory, in
    /// the clear.
    ///
    /// # Errors
    /// [`VaultError::ReadOnly`].
    pub fn ensure_writable(&self) -> Result<(), VaultError> {
        if self.rescue.is_some() { Err(VaultError::ReadOnly) } else { Ok(()) }
    }

    /// Refuses to put another file in the database's place while a backup reads it. SQLite names a journal
    /// after the path: the backup, which has the old file open, would take the journal of the new one for its
    /// own, play it back and remove it.
    pub(crate) fn ensure_not_backed_up(&mut self) -> Result<(), VaultError> {
        let is_shared = self.lock.as_mut().is_some_and(|lock| Arc::get_mut(lock).is_none());
        if is_shared { Err(VaultError::BackupRunning) } else { Ok(()) }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}
