//! The audit chain: one entry for each transaction that changed something, each a keyed hash over what
//! changed and over the entry before. Its head tells whether a vault was rolled back or lost entries,
//! to whoever has seen a later head.
//!
//! When the vault's key is rotated, the entries until then keep their hashes, and the key of those is
//! kept among the settings; see [`crate::rotate`].

use chrono::{DateTime, Utc};
use hmac::Mac;
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::{
    Vault, VaultError,
    keys::{self, HmacSha256, Keys},
    setting,
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
    SlotAdd,
    SlotRemove,
    /// Adding, removing or changing a slot failed: they are as they were.
    SlotsKept,
    PassphraseChange,
    RecoveryRenew,
    RecoveryProven,
    Rotate,
}

impl Operation {
    fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Migrate => "migrate",
            Self::Write => "write",
            Self::Undo => "undo",
            Self::SlotAdd => "slot-add",
            Self::SlotRemove => "slot-remove",
            Self::SlotsKept => "slots-kept",
            Self::PassphraseChange => "passphrase-change",
            Self::RecoveryRenew => "recovery-renew",
            Self::RecoveryProven => "recovery-proven",
            Self::Rotate => "rotate",
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
    let hash = link(keys.audit_mac(), &before.hash, sequence, now.timestamp(), operation.name(), &content);
    connection
        .prepare_cached("INSERT INTO audit (sequence, at, operation, content, hash) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![sequence, now.timestamp(), operation.name(), content, hash])?;
    Ok(())
}

fn link(
    mut mac: HmacSha256,
    before: &[u8; 32],
    sequence: i64,
    at: i64,
    operation: &str,
    content: &[u8; 32],
) -> [u8; 32] {
    mac.update(b"entry");
    mac.update(before);
    mac.update(&sequence.to_le_bytes());
    mac.update(&at.to_le_bytes());
    mac.update(content);
    mac.update(operation.as_bytes());
    mac.finalize().into_bytes().into()
}

/// What stands before the number of the last entry under a key, in the name of the setting with that
/// key.
const EARLIER_KEY: &str = "audit-key/";

/// Keeps the key of the entries that there are, before others follow under another.
pub(crate) fn keep_key(connection: &Connection, keys: &Keys) -> Result<(), VaultError> {
    let last = head(connection)?.sequence;
    setting::set(connection, &format!("{EARLIER_KEY}{last}"), keys.audit_key().as_slice())
}

/// The number of the last entry under an earlier key, and that key.
type EarlierKey = (i64, Zeroizing<Vec<u8>>);

/// The earlier keys in their order.
fn earlier_keys(connection: &Connection) -> Result<Vec<EarlierKey>, VaultError> {
    let mut statement = connection
        .prepare("SELECT substr(name, length(?1) + 1), value FROM settings WHERE name GLOB ?1 || '*'")?;
    let mut rows = statement.query([EARLIER_KEY])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        let last: String = row.get(0)?;
        keys.push((last.parse().map_err(|_| VaultError::DatabaseDamaged)?, Zeroizing::new(row.get(1)?)));
    }
    keys.sort_by_key(|(last, _)| *last);
    Ok(keys)
}

/// Whether every entry follows from the one before.
pub(crate) fn is_whole(connection: &Connection, keys: &Keys) -> Result<bool, VaultError> {
    let earlier = earlier_keys(connection)?;
    let mut statement =
        connection.prepare("SELECT sequence, at, operation, content, hash FROM audit ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    let (mut before, mut number) = ([0; 32], 0_i64);
    while let Some(row) = rows.next()? {
        number += 1;
        let (at, operation): (i64, String) = (row.get(1)?, row.get(2)?);
        let (content, hash): ([u8; 32], [u8; 32]) = (row.get(3)?, row.get(4)?);
        let mac = match earlier.iter().find(|(last, _)| number <= *last) {
            Some((_, key)) => keys::mac(key),
            None => keys.audit_mac(),
        };
        let expected = link(mac, &before, number, at, &operation, &content);
        if row.get::<_, i64>(0)? != number || expected != hash {
            return Ok(false);
        }
        before = hash;
    }
    Ok(number > 0)
}
