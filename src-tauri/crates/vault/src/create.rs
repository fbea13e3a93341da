//! Making a vault.

use std::{fs, path::Path, sync::Arc};

use chrono::{DateTime, Utc};
use hmac::Mac;

use crate::{
    KdfCost, Passphrase, Presence, RecoveryKey, SlotLabel, Vault, VaultError,
    audit::{self, After, Operation},
    database::{self, Existing, Keep, transaction},
    document, file,
    header::{self, Header, Source},
    keys::{DataKey, Keys},
    presence::{UNFINISHED, UNFINISHED_JOURNAL, presence},
    rotate, schema,
    slot::Slot,
    slot_label,
    slots::Price,
};

impl Vault {
    /// Makes a vault in `folder` and unlocks it. The recovery key is told this once.
    ///
    /// # Errors
    /// [`VaultError::Exists`] when the folder has one, whole or damaged. After an error nothing
    /// half-made stays.
    pub fn create(
        folder: &Path,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<(Self, RecoveryKey), VaultError> {
        Self::create_at(folder, passphrase, Price::Calibrated, now)
    }

    /// Like [`create`](Self::create), at another cost.
    ///
    /// # Errors
    /// As for [`create`](Self::create).
    pub fn create_with(
        folder: &Path,
        passphrase: &Passphrase,
        cost: KdfCost,
        now: DateTime<Utc>,
    ) -> Result<(Self, RecoveryKey), VaultError> {
        Self::create_at(folder, passphrase, Price::Exactly(cost), now)
    }

    fn create_at(
        folder: &Path,
        passphrase: &Passphrase,
        price: Price,
        now: DateTime<Utc>,
    ) -> Result<(Self, RecoveryKey), VaultError> {
        if presence(folder) != Presence::Missing {
            return Err(VaultError::Exists);
        }
        let was_there = folder.is_dir();
        file::make_folder(folder)?;
        let lock = match file::lock(folder) {
            Ok(lock) => lock,
            Err(error) => {
                if !was_there {
                    let _ = fs::remove_dir(folder);
                }
                return Err(error);
            }
        };
        // The folder was free before the lock was ours; it must still be.
        if presence(folder) != Presence::Missing {
            return Err(VaultError::Exists);
        }
        match document::make_actor().and_then(|actor| Ok((actor, make(folder, passphrase, price, now)?))) {
            Ok((actor, (connection, keys, data_key, header, recovery_key))) => {
                let folder = folder.to_owned();
                // Who makes a vault opens it by its first slot, the passphrase's.
                let own_slot = header.slots[0].id();
                let vault = Self {
                    connection,
                    keys,
                    data_key,
                    header,
                    own_slot,
                    header_source: Source::Original,
                    folder,
                    actor,
                    rescue: None,
                    lock: Some(Arc::new(lock)),
                };
                Ok((vault, recovery_key))
            }
            Err(error) => {
                // The error that is told is the first one; what can't be removed is no vault either.
                let _ = clear(folder);
                let _ = file::remove(&folder.join(file::LOCK));
                if !was_there {
                    let _ = fs::remove_dir(folder);
                }
                Err(error)
            }
        }
    }
}

impl Vault {
    /// Takes back a vault that was made just now and whose recovery key nobody was told. The folder
    /// stays.
    ///
    /// # Errors
    /// [`VaultError::Exists`] when a record is kept in it: nothing is removed then. When its files can't
    /// be removed.
    pub fn unmake(self) -> Result<(), VaultError> {
        self.ensure_writable()?;
        if self.connection.prepare("SELECT 1 FROM records")?.exists([])? {
            return Err(VaultError::Exists);
        }
        let Self { connection, folder, lock: _lock, .. } = self;
        drop(connection);
        // Still locked: nobody begins to use what is being removed.
        clear(&folder)?;
        Ok(file::remove(&folder.join(file::LOCK))?)
    }
}

type Made = (rusqlite::Connection, Keys, DataKey, Header, RecoveryKey);

fn make(
    folder: &Path,
    passphrase: &Passphrase,
    price: Price,
    now: DateTime<Utc>,
) -> Result<Made, VaultError> {
    clear(folder)?;
    let mut vault_id = [0; 16];
    getrandom::fill(&mut vault_id)?;
    let data_key = DataKey::make()?;
    let keys = data_key.derive(&vault_id);
    let recovery_key = RecoveryKey::make()?;
    let slots = vec![
        price.slot(passphrase, None, &vault_id, &data_key)?,
        Slot::for_recovery(&recovery_key, &vault_id, &data_key)?,
    ];
    let header = Header::new(vault_id, slots, &keys)?;

    let unfinished = folder.join(UNFINISHED);
    let connection = database::open(&unfinished, &keys, Existing::MayBeMade)?;
    schema::migrate(&connection)?;
    transaction(&connection, Keep::Yes, || {
        let label = SlotLabel { name: String::new(), added_at: now, proven_at: None };
        for slot in &header.slots {
            slot_label::set(&connection, slot.id(), &label)?;
        }
        let content = keys.audit_mac().chain_update(vault_id);
        audit::append(&connection, &keys, Operation::Create, content, After::Counted, now)
    })?;
    connection.close().map_err(|(_, error)| VaultError::from(error))?;

    // The header first: without it the database could never be opened. Until the database has its
    // name, this is no vault, and making one starts again.
    header.write(folder)?;
    fs::rename(&unfinished, folder.join(database::NAME))?;
    file::sync_folder(folder)?;
    let connection = database::open(&folder.join(database::NAME), &keys, Existing::Required)?;
    Ok((connection, keys, data_key, header, recovery_key))
}

/// Removes what an attempt to make a vault left. Only called where there is no vault.
pub(crate) fn clear(folder: &Path) -> Result<(), VaultError> {
    let (unfinished, unfinished_copy) = (header::UNFINISHED, header::UNFINISHED_COPY);
    let headers = [header::NAME, unfinished, header::COPY, unfinished_copy];
    for name in headers.into_iter().chain([UNFINISHED, UNFINISHED_JOURNAL, database::NAME]) {
        file::remove(&folder.join(name))?;
    }
    rotate::remove(folder)
}
