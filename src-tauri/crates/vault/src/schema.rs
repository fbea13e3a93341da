//! The tables, and the steps from each released version of them to the next.

use rusqlite::Connection;

use crate::{
    VaultError,
    database::{Keep, transaction},
};

/// The steps, forward only. A released step is never edited; a new one is added.
pub(crate) const MIGRATIONS: &[&str] = &[VERSION_1, VERSION_2, VERSION_3, VERSION_4];

/// `FRLD`: tells the file's program to whoever has the key.
const APPLICATION_ID: i32 = 0x4652_4c44;

const VERSION_1: &str = "
CREATE TABLE records (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    case_id BLOB CHECK (case_id IS NULL OR length(case_id) = 16),
    kind TEXT NOT NULL,
    starts_at TEXT,
    due_on TEXT,
    status TEXT,
    changed_at INTEGER NOT NULL,
    value TEXT NOT NULL,
    document BLOB NOT NULL
) STRICT;
CREATE INDEX records_by_case ON records (kind, case_id, starts_at, status);
CREATE INDEX records_by_start ON records (kind, starts_at);
CREATE INDEX records_by_due ON records (kind, due_on);

CREATE VIRTUAL TABLE fts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO fts (fts, rank) VALUES ('secure-delete', 1);

CREATE TABLE erased (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    case_id BLOB CHECK (case_id IS NULL OR length(case_id) = 16),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    operation TEXT NOT NULL,
    content BLOB NOT NULL CHECK (length(content) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
";

/// What attachments hold, in pieces of 256 KiB, the last one shorter; and small images of it, which
/// follow from it and may be removed at any time.
const VERSION_2: &str = "
CREATE TABLE attachment_pieces (
    seq INTEGER PRIMARY KEY,
    attachment BLOB NOT NULL CHECK (length(attachment) = 16),
    number INTEGER NOT NULL CHECK (number >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
    UNIQUE (attachment, number)
) STRICT;
CREATE INDEX attachment_beginnings ON attachment_pieces (attachment) WHERE number = 0;

CREATE TABLE attachment_previews (
    attachment BLOB PRIMARY KEY CHECK (length(attachment) = 16),
    bytes BLOB NOT NULL
) STRICT;
";

/// What is kept as a whole, covered by the entry; entries from before have none. See [`crate::state`].
const VERSION_3: &str = "
ALTER TABLE audit ADD COLUMN state BLOB CHECK (state IS NULL OR length(state) = 32);
";

/// A kind of record that programs before don't know, and would take for damage: what is being added to a
/// signed note. The tables are the same.
const VERSION_4: &str = "";

/// The search index as it is now, for when it is rebuilt. (What a released step says stays there.)
pub(crate) const SEARCH_INDEX: &str = "
CREATE VIRTUAL TABLE fts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO fts (fts, rank) VALUES ('secure-delete', 1);
";

/// The version that this program writes.
pub(crate) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The version of the tables; 0 in a new database.
pub(crate) fn version(connection: &Connection) -> Result<u32, VaultError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings the tables to the newest version, each step in its own transaction.
pub(crate) fn migrate(connection: &Connection) -> Result<(), VaultError> {
    migrate_by(connection, MIGRATIONS)
}

/// Brings the tables to the version after the last of these steps.
pub(crate) fn migrate_by(connection: &Connection, steps: &[&str]) -> Result<(), VaultError> {
    migrate_and(connection, steps, || Ok(()))
}

/// As [`migrate_by`], and does `more` in the last step's transaction: either both have happened or neither.
pub(crate) fn migrate_and(
    connection: &Connection,
    steps: &[&str],
    more: impl FnOnce() -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let found = version(connection)?;
    if found as usize > steps.len() {
        return Err(VaultError::Newer { format: found });
    }
    let mut more = Some(more);
    for (version, sql) in (1_u32..).zip(steps).skip(found as usize) {
        transaction(connection, Keep::Yes, || {
            connection.execute_batch(sql)?;
            connection.pragma_update(None, "application_id", APPLICATION_ID)?;
            connection.pragma_update(None, "user_version", version)?;
            match more.take_if(|_| version as usize == steps.len()) {
                Some(more) => more(),
                None => Ok(()),
            }
        })?;
    }
    Ok(())
}
