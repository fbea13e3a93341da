//! Mending what follows from something else: indexes, the header's copies, files that were left over.

use chrono::{DateTime, Utc};
use farled_case::RecordId;

use crate::{
    Vault, VaultError, database, file, header,
    presence::{UNFINISHED, UNFINISHED_JOURNAL},
    record,
    rotate::{self, NEXT, NEXT_JOURNAL},
};

/// What work that was interrupted leaves in the folder.
const LEFT_OVER: [&str; 4] = [header::UNFINISHED, header::UNFINISHED_COPY, UNFINISHED, UNFINISHED_JOURNAL];

/// Whether mending takes a file of this name away.
pub(crate) fn takes_away(name: &str) -> bool {
    LEFT_OVER.contains(&name) || [NEXT, NEXT_JOURNAL].contains(&name)
}

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
        for name in LEFT_OVER {
            file::remove(&self.folder.join(name))?;
        }
        // Not without looking: it may be the only database to which the header fits.
        rotate::settle(&self.folder, &self.keys)?;
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
