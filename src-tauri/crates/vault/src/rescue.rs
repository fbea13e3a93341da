//! Opening a damaged vault, only to read it.
//!
//! Whatever still reads is copied into a database in memory, and everything that follows from the
//! documents is made anew: no broken index, stale column or lost page stands in the way of what can
//! still be read. Nothing is written to the folder, which may be on a medium that is failing.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use chrono::{DateTime, Utc};
use farled_case::{Kind, RecordId};
use rusqlite::Connection;

use crate::{
    Secret, Vault, VaultError, database,
    database::{Keep, transaction},
    document::{self, Document},
    exchange, file,
    header::{Header, Opened},
    record, rotate, salvage,
    salvage::{Salvage, SavedRow},
    schema, seed,
};

/// What could be read of a damaged vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescue {
    /// How many records of each kind are here.
    pub found: BTreeMap<Kind, u32>,
    /// Of them, those of which only the latest value was left, without what it was before.
    pub without_history: u32,
    /// How many records of each kind don't read.
    pub lost: BTreeMap<Kind, u32>,
    /// How many more don't read, of which not even the kind is known.
    pub lost_unknown: u32,
}

impl Rescue {
    /// How many records don't read.
    #[must_use]
    pub fn lost_in_all(&self) -> u32 {
        self.lost.values().sum::<u32>() + self.lost_unknown
    }
}

impl Vault {
    /// Opens the vault in `folder` only to read it, whatever is wrong with its database. Nothing in the
    /// folder changes, and every write answers [`VaultError::ReadOnly`].
    /// [`rescued`](Self::rescued) says what was left.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`], [`VaultError::InUse`]; [`VaultError::HeaderDamaged`] when neither
    /// the header nor its copy reads; [`VaultError::DatabaseDamaged`] when nothing of the database reads:
    /// there only a backup helps.
    pub fn rescue(folder: &Path, secret: Secret<'_>) -> Result<Self, VaultError> {
        exchange::settle(folder)?;
        let lock = match file::lock(folder) {
            Ok(lock) => Some(Arc::new(lock)),
            Err(VaultError::InUse) => return Err(VaultError::InUse),
            // Nobody can write here, so nobody need be kept from it.
            Err(_) => None,
        };
        let (header, source) = match Header::read_either(folder) {
            Err(VaultError::Missing) if folder.join(database::NAME).exists() => {
                return Err(VaultError::HeaderDamaged);
            }
            read => read?,
        };
        let Opened { slot: own_slot, data_key, keys } = header.open(secret)?;
        // A rotation that was interrupted may have left the database that fits under its other name.
        let read = |name| salvage::read_all(|| database::open_to_read(&folder.join(name), &keys));
        let saved = match read(database::NAME) {
            Err(VaultError::DatabaseDamaged) => read(rotate::NEXT)?,
            saved => saved?,
        };
        let connection = Connection::open_in_memory()?;
        database::set_up_in_memory(&connection)?;
        schema::migrate(&connection)?;
        let rescue = transaction(&connection, Keep::Yes, || fill(&connection, &saved))?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(Self {
            connection,
            keys,
            data_key,
            header,
            own_slot,
            header_source: source,
            folder: folder.to_owned(),
            actor: document::make_actor()?,
            rescue: Some(rescue),
            lock,
        })
    }
}

/// Fills a new database with what was read.
fn fill(connection: &Connection, saved: &Salvage) -> Result<Rescue, VaultError> {
    let mut rescue = Rescue::default();
    for (seq, row) in &saved.records {
        let known = row.as_ref().map(|row| row.kind.as_str()).or(saved.kinds.get(seq).map(String::as_str));
        let kind = known.and_then(|term| record::kind_of_term(term).ok());
        match (kind, row.as_ref()) {
            (Some(kind), Some(row)) => match keep(connection, kind, row)? {
                Kept::Whole => *rescue.found.entry(kind).or_default() += 1,
                Kept::Value => {
                    *rescue.found.entry(kind).or_default() += 1;
                    rescue.without_history += 1;
                }
                Kept::Nothing => *rescue.lost.entry(kind).or_default() += 1,
            },
            (Some(kind), None) => *rescue.lost.entry(kind).or_default() += 1,
            (None, _) => rescue.lost_unknown += 1,
        }
    }
    for (id, case, at) in &saved.erased {
        connection
            .prepare_cached("INSERT OR IGNORE INTO erased (id, case_id, at) VALUES (?, ?, ?)")?
            .execute(rusqlite::params![id, case, at])?;
    }
    for (name, value) in &saved.settings {
        crate::setting::set(connection, name, value)?;
    }
    for (sequence, at, operation, content, hash) in &saved.audit {
        connection
            .prepare_cached(
                "INSERT OR IGNORE INTO audit (sequence, at, operation, content, hash) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(rusqlite::params![sequence, at, operation, content, hash])?;
    }
    Ok(rescue)
}

/// What could be kept of a record.
enum Kept {
    Whole,
    Value,
    Nothing,
}

/// Keeps a record by its document, or else by the value beside it.
fn keep(connection: &Connection, kind: Kind, row: &SavedRow) -> Result<Kept, VaultError> {
    let at = DateTime::from_timestamp(row.changed_at, 0).unwrap_or(DateTime::UNIX_EPOCH);
    let whole = row.document.as_deref().and_then(|bytes| {
        let derived = Document::read(bytes).and_then(|document| record::derive(kind, &document)).ok()?;
        (derived.id.0.as_bytes().as_slice() == row.id).then_some((derived, bytes.to_vec()))
    });
    let (kept, derived, bytes) = match whole {
        Some((derived, bytes)) => (Kept::Whole, derived, bytes),
        None => match from_value(kind, row, at) {
            Some((derived, bytes)) => (Kept::Value, derived, bytes),
            None => return Ok(Kept::Nothing),
        },
    };
    // Two rows with one id are no damage that pages with right MACs could have; the first one stays.
    if record::kind(connection, derived.id)?.is_some() {
        return Ok(Kept::Nothing);
    }
    record::store(connection, None, kind, &derived, &bytes, at)?;
    Ok(kept)
}

fn from_value(kind: Kind, row: &SavedRow, at: DateTime<Utc>) -> Option<(record::Derived, Vec<u8>)> {
    let value = serde_json::from_str(row.value.as_deref()?).ok()?;
    let (id, ..) = kind.project(&value).ok()?;
    if id.0.as_bytes().as_slice() != row.id {
        return None;
    }
    let mut document =
        Document::begin(RecordId(id.0), &seed::seed(kind, &value).ok()?, document::make_actor().ok()?)
            .ok()?;
    document.reconcile(&value, crate::reconcile::Unnamed::Kept, at).ok()?;
    Some((record::derive(kind, &document).ok()?, document.save()))
}
