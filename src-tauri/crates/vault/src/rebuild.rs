//! Rebuilding values, columns and the search index from the documents.

use crate::{
    RecordFilter, Vault, VaultError,
    database::{Keep, transaction},
    document::Document,
    filter::{stored_day, stored_time},
    record, schema, search,
};

impl Vault {
    /// Rebuilds everything that follows from the documents. They themselves stay as they are, and so
    /// this adds nothing to the audit chain.
    ///
    /// # Errors
    /// [`VaultError::RecordDamaged`] for the first document that does not read; nothing changes then.
    pub fn rebuild_projection(&mut self) -> Result<(), VaultError> {
        self.ensure_writable()?;
        let connection = &self.connection;
        transaction(connection, Keep::Yes, || {
            // Emptying the index word by word would take as long as the words are many.
            connection.execute_batch("DROP TABLE fts")?;
            connection.execute_batch(schema::SEARCH_INDEX)?;
            // Indexes follow from the rows as well.
            connection.execute_batch("REINDEX")?;
            for stored in record::all(connection, &RecordFilter::default())? {
                let damaged = |_| VaultError::RecordDamaged { id: Some(stored.id) };
                let document = Document::read(&stored.document).map_err(damaged)?;
                let derived = record::derive(stored.kind, &document).map_err(damaged)?;
                if derived.id != stored.id {
                    return Err(VaultError::RecordDamaged { id: Some(stored.id) });
                }
                let seq: i64 = connection
                    .prepare_cached(
                        "UPDATE records SET case_id = ?2, starts_at = ?3, due_on = ?4, status = ?5, value = ?6
                         WHERE id = ?1 RETURNING seq",
                    )?
                    .query_row(
                        rusqlite::params![
                            stored.id.0.as_bytes(),
                            derived.case.map(|case| case.0.as_bytes().to_vec()),
                            derived.projection.starts_at.map(stored_time),
                            derived.projection.due_on.map(stored_day),
                            derived.projection.status,
                            derived.value,
                        ],
                        |row| row.get(0),
                    )?;
                record::index_new(connection, seq, &search::indexed(&derived.projection.text))?;
            }
            Ok(())
        })
    }
}
