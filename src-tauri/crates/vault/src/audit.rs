//! The audit chain: one entry for each transaction that changed something, each a keyed hash over what
//! changed and over the entry before. Its head tells whether a vault was rolled back or lost entries,
//! to whoever has seen a later head.

use chrono::{DateTime, Utc};
use hmac::Mac;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Vault, VaultError,
    keys::{HmacSha256, Keys},
};

/// The latest entry of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// Its number, from 1; 0 when nothing was ever written.
    pub sequence: u64,
    /// The keyed hash over it and all before.
    pub hash: [u8; 32],
    /// When it was written.
    pub at: DateTime<Utc>,
}

/// What kind of transaction an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Create,
    Migrate,
    Write,
    Undo,
}

impl Operation {
    fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Migrate => "migrate",
            Self::Write => "write",
            Self::Undo => "undo",
        }
    }
}

impl Vault {
    /// The head of the audit chain.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn audit_head(&self) -> Result<AuditHead, VaultError> {
        head(&self.connection)
    }

    /// When the vault was last changed; `None` when nothing was written since it was made.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn last_changed_at(&self) -> Result<Option<DateTime<Utc>>, VaultError> {
        let head = head(&self.connection)?;
        Ok((head.sequence > 1).then_some(head.at))
    }
}

pub(crate) fn head(connection: &Connection) -> Result<AuditHead, VaultError> {
    let row = connection
        .prepare_cached("SELECT sequence, at, hash FROM audit ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(match row {
        None => AuditHead { sequence: 0, hash: [0; 32], at: DateTime::UNIX_EPOCH },
        Some((sequence, at, hash)) => AuditHead {
            sequence: u64::try_from(sequence).map_err(|_| VaultError::DatabaseDamaged)?,
            hash,
            at: moment(at)?,
        },
    })
}

fn moment(seconds: i64) -> Result<DateTime<Utc>, VaultError> {
    DateTime::from_timestamp(seconds, 0).ok_or(VaultError::DatabaseDamaged)
}

/// Appends an entry. `content` is the MAC over what the transaction changed.
pub(crate) fn append(
    connection: &Connection,
    keys: &Keys,
    operation: Operation,
    content: HmacSha256,
    now: DateTime<Utc>,
) -> Result<(), VaultError> {
    let before = head(connection)?;
    let sequence = i64::try_from(before.sequence + 1).map_err(|_| VaultError::DatabaseDamaged)?;
    let content: [u8; 32] = content.finalize().into_bytes().into();
    let hash = link(keys, &before.hash, sequence, now.timestamp(), operation.name(), &content);
    connection
        .prepare_cached("INSERT INTO audit (sequence, at, operation, content, hash) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![sequence, now.timestamp(), operation.name(), content, hash])?;
    Ok(())
}

fn link(
    keys: &Keys,
    before: &[u8; 32],
    sequence: i64,
    at: i64,
    operation: &str,
    content: &[u8; 32],
) -> [u8; 32] {
    let mut mac = keys.audit_mac();
    mac.update(b"entry");
    mac.update(before);
    mac.update(&sequence.to_le_bytes());
    mac.update(&at.to_le_bytes());
    mac.update(content);
    mac.update(operation.as_bytes());
    mac.finalize().into_bytes().into()
}

/// Whether every entry follows from the one before.
pub(crate) fn is_whole(connection: &Connection, keys: &Keys) -> Result<bool, VaultError> {
    let mut statement =
        connection.prepare("SELECT sequence, at, operation, content, hash FROM audit ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    let (mut before, mut number) = ([0; 32], 0_i64);
    while let Some(row) = rows.next()? {
        number += 1;
        let (at, operation): (i64, String) = (row.get(1)?, row.get(2)?);
        let (content, hash): ([u8; 32], [u8; 32]) = (row.get(3)?, row.get(4)?);
        let expected = link(keys, &before, number, at, &operation, &content);
        if row.get::<_, i64>(0)? != number || expected != hash {
            return Ok(false);
        }
        before = hash;
    }
    Ok(number > 0)
}
