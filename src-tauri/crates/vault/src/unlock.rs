//! Unlocking a vault.

use std::{fs, ops::ControlFlow, path::Path};

use chrono::{DateTime, TimeDelta, Utc};
use hmac::Mac;

use crate::{
    BackupSource, Damage, Presence, Secret, Sweep, Vault, VaultError,
    audit::{self, After, Operation},
    backup::{Scratch, open_backup},
    database::{self, Existing, Keep, transaction},
    document, file,
    header::{self, Header, Opened},
    keys::DataKey,
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
        match schema::version(&connection)? {
            0 => return Err(VaultError::DatabaseDamaged),
            version if (version as usize) < steps.len() => {
                let newest = u32::try_from(steps.len()).unwrap_or(u32::MAX);
                back_up_before(folder, &header, &data_key, newest, now)?;
                schema::migrate_by(&connection, steps)?;
                transaction(&connection, Keep::Yes, || {
                    let content = keys.audit_mac().chain_update(newest.to_le_bytes());
                    audit::append(&connection, &keys, Operation::Migrate, content, After::Counted, now)
                })?;
            }
            _ => {
                schema::migrate_by(&connection, steps)?;
                forget_old_copies(folder, &header.vault_id, now);
            }
        }
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
            _lock: Some(lock),
        };
        // What was erased in an earlier session can't be brought back by undoing. If it can't be removed
        // now, it is next time: nothing shows it.
        let _ = vault.sweep_contents(|| Sweep::On);
        Ok(vault)
    }
}

/// What the name of a copy made before a migration begins with; the version follows.
const BEFORE: &str = "before-version-";

/// How long such a copy is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Makes a backup in the vault's own folder before its tables change.
fn back_up_before(
    folder: &Path,
    header: &Header,
    data_key: &DataKey,
    version: u32,
    now: DateTime<Utc>,
) -> Result<(), VaultError> {
    let keys = data_key.derive(&header.vault_id);
    let made = database::open(&folder.join(database::NAME), &keys, Existing::Required)
        .and_then(|connection| BackupSource::new(connection, keys, header))
        .and_then(|source| {
            let name = format!("{BEFORE}{version}.farledbackup");
            source.write_as(folder, &name, now, &mut |_| ControlFlow::Continue(()))
        });
    made.map(drop).map_err(|error| VaultError::NotBackedUp { cause: error.code() })
}

/// Removes copies that were made before a migration long ago, and such that were never finished. What
/// can't be removed stays: it is encrypted.
fn forget_old_copies(folder: &Path, vault_id: &[u8; 16], now: DateTime<Utc>) {
    Scratch::remove_abandoned(folder, vault_id);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(BEFORE)) {
            let is_old = open_backup(&entry.path())
                .is_ok_and(|copy| &copy.header.vault_id == vault_id && copy.manifest.created + KEPT < now);
            if is_old {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}
