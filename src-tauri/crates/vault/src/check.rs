//! Going through the whole vault.

use farled_case::RecordId;
use rusqlite::Connection;

use crate::{
    RecordFilter, StoredRecord, Vault, VaultError, audit, content,
    document::Document,
    filter::{stored_day, stored_time},
    record, search,
};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is wrong. Empty: all is well.
    pub problems: Vec<Problem>,
    /// How many records were read.
    pub records: u32,
}

/// Something that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A page of the file was altered.
    PageDamaged,
    /// The database's own structure is broken.
    StructureDamaged,
    /// A document does not read.
    DocumentDamaged {
        /// The record.
        id: RecordId,
    },
    /// What is stored beside a document is not what the document says. Rebuilding mends it.
    ProjectionStale {
        /// The record.
        id: RecordId,
    },
    /// A record that was erased is there.
    ErasedPresent {
        /// The record.
        id: RecordId,
    },
    /// The search index does not match the records. Rebuilding mends it.
    SearchDamaged,
    /// What an attachment holds is not what was added.
    AttachmentDamaged {
        /// The attachment.
        id: RecordId,
    },
    /// The audit chain is broken.
    AuditBroken,
}

impl Problem {
    /// A stable name in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::PageDamaged => "page-damaged",
            Self::StructureDamaged => "structure-damaged",
            Self::DocumentDamaged { .. } => "document-damaged",
            Self::ProjectionStale { .. } => "projection-stale",
            Self::ErasedPresent { .. } => "erased-present",
            Self::SearchDamaged => "search-damaged",
            Self::AttachmentDamaged { .. } => "attachment-damaged",
            Self::AuditBroken => "audit-broken",
        }
    }
}

impl Vault {
    /// Goes through the whole vault and says what is wrong. Changes nothing.
    ///
    /// # Errors
    /// When the database can't be read at all.
    pub fn check(&mut self) -> Result<Check, VaultError> {
        let connection = &self.connection;
        let mut problems = Vec::new();
        if !rows(connection, "PRAGMA cipher_integrity_check")?.is_empty() {
            problems.push(Problem::PageDamaged);
        }
        let is_sound = rows(connection, "PRAGMA integrity_check")? == ["ok"]
            && rows(connection, "PRAGMA foreign_key_check")?.is_empty();
        if !is_sound {
            problems.push(Problem::StructureDamaged);
        }
        let records = record::all(connection, &RecordFilter::default())?;
        for stored in &records {
            problems.extend(check_record(connection, stored)?);
        }
        if !is_search_whole(connection)? {
            problems.push(Problem::SearchDamaged);
        }
        problems.extend(content::check(connection)?);
        if !audit::is_whole(connection, &self.keys)? {
            problems.push(Problem::AuditBroken);
        }
        Ok(Check { problems, records: u32::try_from(records.len()).unwrap_or(u32::MAX) })
    }
}

/// The first column of every row that a pragma answers with.
fn rows(connection: &Connection, pragma: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(pragma)?;
    let answers = statement.query_map([], |row| row.get(0))?;
    Ok(answers.collect::<Result<_, _>>()?)
}

fn check_record(connection: &Connection, stored: &StoredRecord) -> Result<Option<Problem>, VaultError> {
    let id = stored.id;
    let derived =
        Document::read(&stored.document).and_then(|document| record::derive(stored.kind, &document));
    let Ok(derived) = derived else { return Ok(Some(Problem::DocumentDamaged { id })) };
    if derived.id != id {
        return Ok(Some(Problem::DocumentDamaged { id }));
    }
    let erased = connection.prepare_cached("SELECT 1 FROM erased WHERE id = ?")?.exists([id.0.as_bytes()])?;
    if erased {
        return Ok(Some(Problem::ErasedPresent { id }));
    }
    let is_fresh: bool = connection
        .prepare_cached(
            "SELECT value = ?2 AND case_id IS ?3 AND starts_at IS ?4 AND due_on IS ?5 AND status IS ?6
                AND coalesce((SELECT text FROM fts WHERE rowid = seq), '') = ?7
             FROM records WHERE id = ?1",
        )?
        .query_row(
            rusqlite::params![
                id.0.as_bytes(),
                derived.value,
                derived.case.map(|case| case.0.as_bytes().to_vec()),
                derived.projection.starts_at.map(stored_time),
                derived.projection.due_on.map(stored_day),
                derived.projection.status,
                search::indexed(&derived.projection.text),
            ],
            |row| row.get(0),
        )?;
    Ok((!is_fresh).then_some(Problem::ProjectionStale { id }))
}

/// Whether the index has an entry for no more than the records, and holds the words of its texts.
fn is_search_whole(connection: &Connection) -> Result<bool, VaultError> {
    let strays: i64 = connection.query_row(
        "SELECT count(*) FROM fts WHERE rowid NOT IN (SELECT seq FROM records)",
        [],
        |row| row.get(0),
    )?;
    let is_sound = connection.execute_batch("INSERT INTO fts (fts, rank) VALUES ('integrity-check', 1)");
    Ok(strays == 0 && is_sound.is_ok())
}
