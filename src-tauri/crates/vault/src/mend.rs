//! Mending what follows from something else: indexes, the header's copies, files that were left over.

use chrono::{DateTime, Utc};
use farled_case::RecordId;

use crate::{Vault, VaultError, database, file, header, presence::UNFINISHED, record};

impl Vault {
    /// Mends everything that follows from the documents and the keys: values, columns, indexes, the
    /// search index, the header and its copy, files that were left over, and records that were erased
    /// and are there. What a document says is not touched.
    ///
    /// # Errors
    /// [`VaultError::RecordDamaged`] for the first document that does not read, or when the vault can't
    /// be written.
    pub fn mend(&mut self, now: DateTime<Utc>) -> Result<(), VaultError> {
        self.ensure_writable()?;
        self.header.write(&self.folder)?;
        for name in [header::NAME, header::COPY, database::NAME, file::LOCK] {
            file::keep_private(&self.folder.join(name))?;
        }
        let journal = format!("{UNFINISHED}-journal");
        for name in [header::UNFINISHED, header::UNFINISHED_COPY, UNFINISHED, &journal] {
            file::remove(&self.folder.join(name))?;
        }
        self.rebuild_projection()?;
        let ids = self.erased_and_present()?;
        if !ids.is_empty() {
            self.write(now, |writer| ids.iter().try_for_each(|id| writer.erase_again(*id)))?;
        }
        Ok(())
    }

    fn erased_and_present(&self) -> Result<Vec<RecordId>, VaultError> {
        let mut statement =
            self.connection.prepare("SELECT id FROM records WHERE id IN (SELECT id FROM erased)")?;
        let mut rows = statement.query([])?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(RecordId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?));
        }
        Ok(ids)
    }
}
