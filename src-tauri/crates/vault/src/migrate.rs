//! Bringing the tables of a vault that is being unlocked to this version. A verified backup is made first, in
//! the vault's own folder, and kept there for a while.

use std::{fs, ops::ControlFlow};

use chrono::{DateTime, TimeDelta, Utc};
use hmac::Mac;

use crate::{
    Vault, VaultError,
    audit::{self, After, Operation},
    backup::{Scratch, open_backup},
    schema,
};

/// What the name of a copy made before a migration begins with; the version follows.
const BEFORE: &str = "before-version-";

/// How long such a copy is kept.
const KEPT: TimeDelta = TimeDelta::days(30);

impl Vault {
    /// Brings the tables to the version after the last of these steps.
    pub(crate) fn bring_up(&self, steps: &[&str], now: DateTime<Utc>) -> Result<(), VaultError> {
        let newest = u32::try_from(steps.len()).unwrap_or(u32::MAX);
        match schema::version(&self.connection)? {
            0 => Err(VaultError::DatabaseDamaged),
            version if version < newest => {
                self.back_up_before(newest, now)?;
                schema::migrate_and(&self.connection, steps, || {
                    let content = self.keys.audit_mac().chain_update(newest.to_le_bytes());
                    let operation = Operation::Migrate;
                    audit::append(&self.connection, &self.keys, operation, content, After::Counted, now)
                })
            }
            _ => {
                schema::migrate_by(&self.connection, steps)?;
                self.forget_old_copies(now);
                Ok(())
            }
        }
    }

    /// Makes a backup in the vault's own folder before its tables change.
    fn back_up_before(&self, version: u32, now: DateTime<Utc>) -> Result<(), VaultError> {
        let made = self.backup_source().and_then(|source| {
            let name = format!("{BEFORE}{version}.farledbackup");
            source.write_as(&self.folder, &name, now, &mut |_| ControlFlow::Continue(()))
        });
        made.map(drop).map_err(|error| VaultError::NotBackedUp { cause: error.code() })
    }

    /// Removes copies that were made before a migration long ago, and such that were never finished. What
    /// can't be removed stays: it is encrypted.
    fn forget_old_copies(&self, now: DateTime<Utc>) {
        let vault_id = &self.header.vault_id;
        Scratch::remove_abandoned(&self.folder, vault_id);
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(|name| name.starts_with(BEFORE)) {
                // What the file says of itself may be anything: nothing is added to it.
                let is_old = open_backup(&entry.path()).is_ok_and(|copy| {
                    let age = now.signed_duration_since(copy.manifest.created);
                    &copy.header.vault_id == vault_id && age > KEPT
                });
                if is_old {
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }
}
