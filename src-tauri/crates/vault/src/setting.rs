//! Settings: small named values that are kept inside the vault.

use rusqlite::{Connection, OptionalExtension};
use zeroize::Zeroizing;

use crate::{Vault, VaultError};

impl Vault {
    /// The setting with this name.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn setting(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        get(&self.connection, name)
    }
}

pub(crate) fn get(connection: &Connection, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
    let value: Option<Vec<u8>> = connection
        .prepare_cached("SELECT value FROM settings WHERE name = ?")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(value.map(Zeroizing::new))
}

pub(crate) fn set(connection: &Connection, name: &str, value: &[u8]) -> Result<(), VaultError> {
    connection
        .prepare_cached(
            "INSERT INTO settings (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = ?2",
        )?
        .execute((name, value))?;
    Ok(())
}

pub(crate) fn remove(connection: &Connection, name: &str) -> Result<(), VaultError> {
    connection.prepare_cached("DELETE FROM settings WHERE name = ?")?.execute([name])?;
    Ok(())
}
