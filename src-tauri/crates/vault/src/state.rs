//! One keyed number for everything that is kept: the exclusive-or of a keyed hash for each record, each
//! erased id and each setting. It follows every write at the cost of a few hashes, and stands in the
//! latest entry of the audit chain, which covers it.
//!
//! A page of the database that is put back to an earlier version of itself has a right MAC. What it
//! holds is then no longer what the number stands for. Hashes are keyed and never leave the encrypted
//! file, so nobody without the key can look for sets that give the same number.

use farled_case::{Kind, RecordId, Vocabulary};
use hmac::Mac;
use rusqlite::Connection;

use crate::{VaultError, keys::Keys, record};

/// The number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct State(pub(crate) [u8; 32]);

impl State {
    /// Takes in a part that is not in it, or takes out one that is.
    pub(crate) fn toggle(&mut self, part: Self) {
        for (byte, other) in self.0.iter_mut().zip(part.0) {
            *byte ^= other;
        }
    }

    /// The part of a record.
    pub(crate) fn of_record(keys: &Keys, id: RecordId, kind: Kind, document: &[u8]) -> Self {
        Self::of(keys, &[b"state record", id.0.as_bytes(), &record::digest(document), kind.term().as_bytes()])
    }

    /// The part of an erased id.
    pub(crate) fn of_erased(keys: &Keys, id: RecordId) -> Self {
        Self::of(keys, &[b"state erased", id.0.as_bytes()])
    }

    /// The part of a setting.
    pub(crate) fn of_setting(keys: &Keys, name: &str, value: &[u8]) -> Self {
        Self::of(keys, &[b"state setting", &record::digest(name), &record::digest(value)])
    }

    /// All parts have a fixed length but at most the last one.
    fn of(keys: &Keys, parts: &[&[u8]]) -> Self {
        let mut mac = keys.audit_mac();
        for part in parts {
            mac.update(part);
        }
        Self(mac.finalize().into_bytes().into())
    }

    /// Counts everything that is there.
    pub(crate) fn count(connection: &Connection, keys: &Keys) -> Result<Self, VaultError> {
        let mut state = Self::of_the_rest(connection, keys)?;
        let mut statement = connection.prepare("SELECT id, kind, document FROM records")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = RecordId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?);
            let kind = record::kind_of_term(&row.get::<_, String>(1)?)?;
            let document = row.get_ref(2)?.as_blob().map_err(|_| VaultError::DatabaseDamaged)?;
            state.toggle(Self::of_record(keys, id, kind, document));
        }
        Ok(state)
    }

    /// Counts everything but the records.
    pub(crate) fn of_the_rest(connection: &Connection, keys: &Keys) -> Result<Self, VaultError> {
        let mut state = Self::default();
        let mut statement = connection.prepare("SELECT id FROM erased")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = RecordId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?);
            state.toggle(Self::of_erased(keys, id));
        }
        let mut statement = connection.prepare("SELECT name, value FROM settings")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            let value = row.get_ref(1)?.as_blob().map_err(|_| VaultError::DatabaseDamaged)?;
            state.toggle(Self::of_setting(keys, &name, value));
        }
        Ok(state)
    }
}
