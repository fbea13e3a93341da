//! Unlocking a vault.

use std::path::Path;

use chrono::{DateTime, Utc};
use hmac::Mac;

use crate::{
    Damage, Presence, Secret, Vault, VaultError,
    audit::{self, Operation},
    database::{self, Existing, Keep, transaction},
    document, file,
    header::{self, Header},
    presence::presence,
    schema,
};

impl Vault {
    /// Unlocks the vault in `folder`.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::InUse`], or what is wrong with the files.
    pub fn unlock(folder: &Path, secret: Secret<'_>, now: DateTime<Utc>) -> Result<Self, VaultError> {
        match presence(folder) {
            Presence::Missing => return Err(VaultError::Missing),
            Presence::Damaged(Damage::DatabaseMissing) => return Err(VaultError::DatabaseDamaged),
            Presence::Damaged(Damage::HeaderMissing) => return Err(VaultError::HeaderDamaged),
            // Reading the header again below tells in what way.
            Presence::Present | Presence::Newer { .. } | Presence::Damaged(Damage::HeaderUnreadable) => {}
        }
        Header::read(folder)?;
        let lock = file::lock(folder)?;
        // Read under the lock: nobody changes the passphrase between this and the use of it.
        let header = Header::read(folder)?;
        let (data_key, keys) = header.open(secret)?;
        for name in [header::NAME, database::NAME] {
            // Both are encrypted: where a file system knows no permissions, it is no reason to refuse.
            let _ = file::keep_private(&folder.join(name));
        }
        let connection = database::open(&folder.join(database::NAME), &keys, Existing::Required)?;
        match schema::version(&connection)? {
            0 => return Err(VaultError::DatabaseDamaged),
            version if version < schema::newest() => {
                schema::migrate(&connection)?;
                transaction(&connection, Keep::Yes, || {
                    let content = keys.audit_mac().chain_update(schema::newest().to_le_bytes());
                    audit::append(&connection, &keys, Operation::Migrate, content, now)
                })?;
            }
            _ => schema::migrate(&connection)?,
        }
        let actor = document::make_actor()?;
        Ok(Self { connection, keys, data_key, header, folder: folder.to_owned(), actor, _lock: lock })
    }
}
