//! A record as it is stored: its document, its present value and the columns that follow from both.

use std::fmt;

use chrono::{DateTime, Utc};
use farled_case::{CaseId, Kind, Projection, RecordId, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroize;

use crate::{
    RecordFilter, VaultError,
    document::Document,
    filter::{Condition, stored_day, stored_time},
    search,
};

/// A record with its document, as it is handed over to be sealed.
#[derive(Clone, PartialEq)]
pub struct StoredRecord {
    /// Its id.
    pub id: RecordId,
    /// The case; none for what cases share.
    pub case: Option<CaseId>,
    /// Its kind.
    pub kind: Kind,
    /// Its present value.
    pub value: Value,
    /// Its Automerge document.
    pub document: Vec<u8>,
}

/// Tells nothing of what the record says.
impl fmt::Debug for StoredRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredRecord").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// A record as its row holds it. Wiped when dropped: before-images outlive the screen that showed them.
pub(crate) struct Image {
    pub(crate) seq: i64,
    pub(crate) kind: Kind,
    pub(crate) case: Option<CaseId>,
    pub(crate) value: String,
    pub(crate) document: Vec<u8>,
}

impl Drop for Image {
    fn drop(&mut self) {
        self.value.zeroize();
        self.document.zeroize();
    }
}

/// What is derived from a document: never stored without it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Derived {
    pub(crate) id: RecordId,
    pub(crate) case: Option<CaseId>,
    pub(crate) value: String,
    pub(crate) projection: Projection,
}

/// Derives the value and the columns of a document.
pub(crate) fn derive(kind: Kind, document: &Document) -> Result<Derived, VaultError> {
    let value = document.value()?;
    let (id, case, projection) = kind.project(&value).map_err(|_| VaultError::RecordDamaged { id: None })?;
    Ok(Derived { id, case, value: value.to_string(), projection })
}

/// A digest by which a value is recognised.
pub(crate) fn digest(bytes: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Parses a stored value.
pub(crate) fn parse(id: RecordId, value: &str) -> Result<Value, VaultError> {
    serde_json::from_str(value).map_err(|_| VaultError::RecordDamaged { id: Some(id) })
}

/// The kind with this term.
pub(crate) fn kind_of_term(term: &str) -> Result<Kind, VaultError> {
    Kind::ALL.iter().copied().find(|kind| kind.term() == term).ok_or(VaultError::DatabaseDamaged)
}

pub(crate) fn id_from(bytes: &[u8]) -> Result<Uuid, VaultError> {
    Uuid::from_slice(bytes).map_err(|_| VaultError::DatabaseDamaged)
}

fn case_from(bytes: Option<Vec<u8>>) -> Result<Option<CaseId>, VaultError> {
    bytes.map(|bytes| Ok(CaseId(id_from(&bytes)?))).transpose()
}

/// The row of a record.
pub(crate) fn load(connection: &Connection, id: RecordId) -> Result<Option<Image>, VaultError> {
    connection
        .prepare_cached("SELECT seq, kind, case_id, value, document FROM records WHERE id = ?")?
        .query_row([id.0.as_bytes()], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<Vec<u8>>>(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })
        .optional()?
        .map(|(seq, kind, case, value, document)| {
            Ok(Image { seq, kind: kind_of_term(&kind)?, case: case_from(case)?, value, document })
        })
        .transpose()
}

/// The kind of a record.
pub(crate) fn kind(connection: &Connection, id: RecordId) -> Result<Option<Kind>, VaultError> {
    let term: Option<String> = connection
        .prepare_cached("SELECT kind FROM records WHERE id = ?")?
        .query_row([id.0.as_bytes()], |row| row.get(0))
        .optional()?;
    term.map(|term| kind_of_term(&term)).transpose()
}

/// Stores a record, in the row `seq` when it has one already. A row that was its own before it was
/// removed may have become another record's since: it then gets a new one.
pub(crate) fn store(
    connection: &Connection,
    seq: Option<i64>,
    kind: Kind,
    derived: &Derived,
    document: &[u8],
    now: DateTime<Utc>,
) -> Result<(), VaultError> {
    let is_taken = connection
        .prepare_cached("SELECT 1 FROM records WHERE seq = ? AND id <> ?")?
        .exists(params![seq, derived.id.0.as_bytes()])?;
    let seq = seq.filter(|_| !is_taken);
    connection
        .prepare_cached(
            "INSERT INTO records
                (seq, id, case_id, kind, starts_at, due_on, status, changed_at, value, document)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (seq) DO UPDATE SET
                case_id = ?3, kind = ?4, starts_at = ?5, due_on = ?6, status = ?7, changed_at = ?8,
                value = ?9, document = ?10",
        )?
        .execute(params![
            seq,
            derived.id.0.as_bytes(),
            derived.case.map(|case| case.0.as_bytes().to_vec()),
            kind.term(),
            derived.projection.starts_at.map(stored_time),
            derived.projection.due_on.map(stored_day),
            derived.projection.status,
            now.timestamp(),
            derived.value,
            document,
        ])?;
    let text = search::indexed(&derived.projection.text);
    match seq {
        None => index_new(connection, connection.last_insert_rowid(), &text),
        Some(seq) => index(connection, seq, &text),
    }
}

/// Puts a record's text into the search index in the place of what was there.
fn index(connection: &Connection, seq: i64, text: &str) -> Result<(), VaultError> {
    let before: Option<String> = connection
        .prepare_cached("SELECT text FROM fts WHERE rowid = ?")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    if before.as_deref().unwrap_or_default() == text {
        return Ok(());
    }
    connection.prepare_cached("DELETE FROM fts WHERE rowid = ?")?.execute([seq])?;
    index_new(connection, seq, text)
}

/// Puts a record's text into the search index, where nothing of it is yet.
pub(crate) fn index_new(connection: &Connection, seq: i64, text: &str) -> Result<(), VaultError> {
    if !text.is_empty() {
        connection
            .prepare_cached("INSERT INTO fts (rowid, text) VALUES (?, ?)")?
            .execute(params![seq, text])?;
    }
    Ok(())
}

/// Removes a record and what the search index knows of it.
pub(crate) fn remove(connection: &Connection, seq: i64) -> Result<(), VaultError> {
    connection.prepare_cached("DELETE FROM fts WHERE rowid = ?")?.execute([seq])?;
    connection.prepare_cached("DELETE FROM records WHERE seq = ?")?.execute([seq])?;
    Ok(())
}

/// Records with their documents, as they were first stored.
pub(crate) fn all(connection: &Connection, filter: &RecordFilter) -> Result<Vec<StoredRecord>, VaultError> {
    let mut condition = Condition::new("TRUE", []);
    if let Some(cases) = &filter.cases {
        let ids = cases.iter().map(|case| case.0.as_bytes().to_vec().into()).collect();
        condition.and_in("case_id", ids);
    }
    if !filter.kinds.is_empty() {
        let terms = filter.kinds.iter().map(|kind| kind.term().to_owned().into()).collect();
        condition.and_in("kind", terms);
    }
    let sql = format!(
        "SELECT id, case_id, kind, value, document FROM records WHERE {} ORDER BY seq",
        condition.sql
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(condition.bound))?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(stored(row)?);
    }
    Ok(records)
}

fn stored(row: &Row<'_>) -> Result<StoredRecord, VaultError> {
    let id = RecordId(id_from(&row.get::<_, Vec<u8>>(0)?)?);
    Ok(StoredRecord {
        id,
        case: case_from(row.get(1)?)?,
        kind: kind_of_term(&row.get::<_, String>(2)?)?,
        value: parse(id, &row.get::<_, String>(3)?)?,
        document: row.get(4)?,
    })
}
