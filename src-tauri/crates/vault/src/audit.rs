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
    state::State,
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

/// What is kept once the transaction is done.
#[derive(Clone, Copy)]
pub(crate) enum After {
    /// What was kept before, with these parts taken in and out.
    Toggled(State),
    /// Whatever the tables hold: it is counted.
    Counted,
}

impl AuditHead {
    /// The first eight bytes of the hash in groups of four letters and digits, for a person to note
    /// down: 64 bits that nobody without the vault's key can foresee.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        self.hash[..8].chunks(2).map(|pair| format!("{:02X}{:02X}", pair[0], pair[1])).collect()
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

/// What the latest entry says was kept when it was written. `None` in a vault whose last change was
/// made by a version that did not count.
pub(crate) fn state(connection: &Connection) -> Result<Option<State>, VaultError> {
    let state: Option<Option<[u8; 32]>> = connection
        .prepare_cached("SELECT state FROM audit ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(state.flatten().map(State))
}

/// Appends an entry. `content` is the MAC over what the transaction changed.
pub(crate) fn append(
    connection: &Connection,
    keys: &Keys,
    operation: Operation,
    content: HmacSha256,
    after: After,
    now: DateTime<Utc>,
) -> Result<(), VaultError> {
    let before = head(connection)?;
    let state = match (after, state(connection)?) {
        (After::Toggled(parts), Some(mut state)) => {
            state.toggle(parts);
            state
        }
        (After::Counted, _) | (_, None) => State::count(connection, keys)?,
    };
    let sequence = i64::try_from(before.sequence + 1).map_err(|_| VaultError::DatabaseDamaged)?;
    let content: [u8; 32] = content.finalize().into_bytes().into();
    let entry =
        Entry { sequence, at: now.timestamp(), operation: operation.name(), content, state: Some(state.0) };
    let hash = link(keys.audit_mac(), &before.hash, &entry);
    connection
        .prepare_cached(
            "INSERT INTO audit (sequence, at, operation, content, state, hash) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![sequence, entry.at, entry.operation, content, state.0, hash])?;
    Ok(())
}

/// What an entry's hash covers, beside the hash before.
struct Entry<'a> {
    sequence: i64,
    at: i64,
    operation: &'a str,
    content: [u8; 32],
    state: Option<[u8; 32]>,
}

fn link(mut mac: HmacSha256, before: &[u8; 32], entry: &Entry<'_>) -> [u8; 32] {
    // Entries of the first version of the tables had no state, and have their hash for good.
    mac.update(if entry.state.is_some() { b"entry 2".as_slice() } else { b"entry" });
    mac.update(before);
    mac.update(&entry.sequence.to_le_bytes());
    mac.update(&entry.at.to_le_bytes());
    mac.update(&entry.content);
    if let Some(state) = &entry.state {
        mac.update(state);
    }
    mac.update(entry.operation.as_bytes());
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

/// Whether the tables have a place for what is counted.
pub(crate) fn has_state(connection: &Connection) -> Result<bool, VaultError> {
    Ok(connection.prepare("SELECT 1 FROM pragma_table_info('audit') WHERE name = 'state'")?.exists([])?)
}

/// Whether every entry follows from the one before.
pub(crate) fn is_whole(connection: &Connection, keys: &Keys) -> Result<bool, VaultError> {
    let earlier = earlier_keys(connection)?;
    // Tables of the first version, as a backup may hold them, have no column for it.
    let state = if has_state(connection)? { "state" } else { "NULL" };
    let sql = format!("SELECT sequence, at, operation, content, {state}, hash FROM audit ORDER BY sequence");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut before, mut number) = ([0; 32], 0_i64);
    while let Some(row) = rows.next()? {
        number += 1;
        let operation: String = row.get(2)?;
        let entry = Entry {
            sequence: number,
            at: row.get(1)?,
            operation: &operation,
            content: row.get(3)?,
            state: row.get(4)?,
        };
        let hash = row.get(5)?;
        let mac = match earlier.iter().find(|(last, _)| number <= *last) {
            Some((_, key)) => keys::mac(key),
            None => keys.audit_mac(),
        };
        if row.get::<_, i64>(0)? != number || link(mac, &before, &entry) != hash {
            return Ok(false);
        }
        before = hash;
    }
    Ok(number > 0)
}
