//! Transactions: all or nothing.

use chrono::{DateTime, Utc};

use crate::{
    Undo, Vault, VaultError, Writer,
    audit::Operation,
    database::{Keep, transaction},
};

impl Vault {
    /// Does `work` in one transaction. When this returns `Ok`, what was written has reached the disk;
    /// otherwise the vault is as it was.
    ///
    /// # Errors
    /// What `work` returns, and [`VaultError`] when the transaction itself fails.
    pub fn write<R, E: From<VaultError>>(
        &mut self,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<R, E>,
    ) -> Result<(R, Undo), E> {
        self.ensure_writable()?;
        let mut writer = Writer::new(&self.connection, &self.keys, &self.actor, now);
        let result = transaction(&self.connection, Keep::Yes, || {
            let result = work(&mut writer)?;
            writer.finish(Operation::Write)?;
            Ok::<_, E>(result)
        })?;
        Ok((result, writer.into_undo()))
    }

    /// Does `work` and takes it all back: what would happen if it were written.
    ///
    /// # Errors
    /// What `work` returns, and [`VaultError`] when the transaction itself fails.
    pub fn rehearse<R, E: From<VaultError>>(
        &mut self,
        work: impl FnOnce(&mut Writer<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        self.ensure_writable()?;
        let mut writer = Writer::new(&self.connection, &self.keys, &self.actor, DateTime::UNIX_EPOCH);
        transaction(&self.connection, Keep::No, || work(&mut writer))
    }
}
