//! The same commit on plain SQLite: the vault's tables, without key, hash, history or checks.
//!
//! The library is the one that the vault uses, and a connection without a key leaves pages alone. Tables,
//! indices and the search index are defined as the vault's are; journal and sync are the vault's too.
//! Everything else is as SQLite has it.

use std::path::Path;

use farled_app::Desk;
use farled_vault::{RecordFilter, StoredRecord};
use rusqlite::{Connection, params};

const TABLES: &str = "
CREATE TABLE records (
    seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, case_id BLOB, kind TEXT NOT NULL, starts_at TEXT,
    due_on TEXT, status TEXT, changed_at INTEGER NOT NULL, value TEXT NOT NULL, document BLOB NOT NULL
) STRICT;
CREATE INDEX records_by_case ON records (kind, case_id, starts_at, status);
CREATE INDEX records_by_start ON records (kind, starts_at);
CREATE INDEX records_by_due ON records (kind, due_on);
CREATE VIRTUAL TABLE fts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO fts (fts, rank) VALUES ('secure-delete', 1);
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, operation TEXT NOT NULL, content BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
";

/// The plain database.
pub struct Plain(Connection);

impl Plain {
    /// One with all the records of a vault.
    pub fn beside(desk: &Desk, folder: &Path) -> Self {
        let connection = Connection::open(folder.join("plain.db")).unwrap();
        connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA").unwrap();
        connection.execute_batch(TABLES).unwrap();
        connection.set_prepared_statement_cache_capacity(64);
        let plain = Self(connection);
        plain.0.execute_batch("BEGIN").unwrap();
        for record in desk.vault().records(&RecordFilter::default()).unwrap() {
            plain.put(&record);
        }
        plain.0.execute_batch("COMMIT").unwrap();
        plain
    }

    /// Commits a record as it is in the vault by now, and an entry of the same size as the vault's chain has.
    pub fn commit(&self, record: &StoredRecord) {
        self.0.execute_batch("BEGIN IMMEDIATE").unwrap();
        self.put(record);
        self.0
            .prepare_cached(
                "INSERT INTO audit (at, operation, content, hash) VALUES (1795000000, 'write', ?1, ?1)",
            )
            .unwrap()
            .execute([[7_u8; 32]])
            .unwrap();
        self.0.execute_batch("COMMIT").unwrap();
    }

    fn put(&self, record: &StoredRecord) {
        let (id, case, projection) = record.kind.project(&record.value).unwrap();
        let seq: i64 = self
            .0
            .prepare_cached(
                "INSERT INTO records (id, case_id, kind, starts_at, due_on, status, changed_at, value, document)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1795000000, ?7, ?8)
                 ON CONFLICT (id) DO UPDATE SET starts_at = ?4, due_on = ?5, status = ?6, value = ?7, document = ?8
                 RETURNING seq",
            )
            .unwrap()
            .query_row(
                params![
                    id.0.as_bytes(),
                    case.map(|case| case.0.as_bytes().to_vec()),
                    format!("{:?}", record.kind),
                    projection.starts_at.map(|at| at.to_string()),
                    projection.due_on.map(|day| day.to_string()),
                    projection.status,
                    record.value.to_string(),
                    record.document,
                ],
                |row| row.get(0),
            )
            .unwrap();
        self.0.prepare_cached("DELETE FROM fts WHERE rowid = ?").unwrap().execute([seq]).unwrap();
        let text = projection.text;
        self.0
            .prepare_cached("INSERT INTO fts (rowid, text) VALUES (?, ?)")
            .unwrap()
            .execute(params![seq, text])
            .unwrap();
    }
}
