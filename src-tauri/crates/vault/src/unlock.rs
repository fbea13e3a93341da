//! Unlocking a vault.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, Utc};

use crate::{
    Damage, Presence, Secret, Sweep, Vault, VaultError,
    database::{self, Existing},
    document, exchange, file,
    header::{self, Header, Opened},
    presence::presence,
    rotate, schema,
};

impl Vault {
    /// Unlocks the vault in `folder`.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::InUse`], or what is wrong with the files.
    pub fn unlock(folder: &Path, secret: Secret<'_>, now: DateTime<Utc>) -> Result<Self, VaultError> {
        Self::unlock_and_migrate(folder, secret, now, schema::MIGRATIONS)
    }

    /// Unlocks the vault and brings its tables to the version after the last of these steps.
    pub(crate) fn unlock_and_migrate(
        folder: &Path,
        secret: Secret<'_>,
        now: DateTime<Utc>,
        steps: &[&str],
    ) -> Result<Self, VaultError> {
        exchange::settle(folder)?;
        match presence(folder) {
            Presence::Missing => return Err(VaultError::Missing),
            Presence::Damaged(Damage::DatabaseMissing) => return Err(VaultError::DatabaseDamaged),
            Presence::Damaged(Damage::HeaderMissing) => return Err(VaultError::HeaderDamaged),
            // Reading the header again below tells in what way.
            Presence::Present | Presence::Newer { .. } | Presence::Damaged(Damage::HeaderUnreadable) => {}
        }
        Header::read_either(folder)?;
        let lock = file::lock(folder)?;
        // Read under the lock: nobody changes the passphrase between this and the use of it.
        let (header, source) = Header::read_either(folder)?;
        let Opened { slot: own_slot, data_key, keys } = header.open(secret)?;
        header.make_both_say_it(folder);
        // What a crash left of replacing the header: slots that were never in force, or no longer are.
        // Where it can't be removed, nothing reads it.
        for name in [header::UNFINISHED, header::UNFINISHED_COPY] {
            let _ = file::remove(&folder.join(name));
        }
        rotate::settle(folder, &keys)?;
        for name in [header::NAME, header::COPY, database::NAME, file::LOCK] {
            // All are encrypted or empty: where a file system knows no permissions, it is no reason to refuse.
            let _ = file::keep_private(&folder.join(name));
        }
        let connection = database::open(&folder.join(database::NAME), &keys, Existing::Required)?;
        let actor = document::make_actor()?;
        let mut vault = Self {
            connection,
            keys,
            data_key,
            header,
            own_slot,
            header_source: source,
            folder: folder.to_owned(),
            actor,
            rescue: None,
            lock: Some(Arc::new(lock)),
        };
        vault.bring_up(steps, now)?;
        // What was erased in an earlier session can't be brought back by undoing. If it can't be removed
        // now, it is next time: nothing shows it.
        let _ = vault.sweep_contents(|| Sweep::On);
        Ok(vault)
    }
}
