//! Removing records, inside one transaction.

use farled_case::{Kind, RecordId};
use rusqlite::params;

use crate::{
    VaultError, Writer,
    record::{self, Image},
    state::State,
};

impl Writer<'_> {
    /// Erases a record. Only its id stays, in the set of what was erased, so that no older bundle can
    /// bring it back.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn erase(&mut self, id: RecordId) -> Result<(), VaultError> {
        if self.is_erased(id)? {
            return Ok(());
        }
        let image = record::load(self.connection, id)?;
        if let Some(image) = &image {
            self.remove(id, image)?;
        }
        self.state.toggle(State::of_erased(self.keys, id));
        self.connection.prepare_cached("INSERT INTO erased (id, case_id, at) VALUES (?, ?, ?)")?.execute(
            params![
                id.0.as_bytes(),
                image.as_ref().and_then(|image| image.case).map(|case| case.0.as_bytes().to_vec()),
                self.now.timestamp(),
            ],
        )?;
        self.changed(b"erase", id, &[]);
        self.remember(id, image, None).erased = true;
        Ok(())
    }

    /// Removes a draft without a trace.
    ///
    /// # Errors
    /// When the record is no draft: anything else is [erased](Self::erase).
    pub fn discard(&mut self, id: RecordId) -> Result<(), VaultError> {
        let Some(image) = record::load(self.connection, id)? else { return Ok(()) };
        if !matches!(image.kind, Kind::NoteDraft | Kind::AmendmentDraft) {
            return Err(VaultError::KindMismatch { id });
        }
        self.remove(id, &image)?;
        self.changed(b"discard", id, &[]);
        self.remember(id, Some(image), None);
        Ok(())
    }

    /// Removes a record that an undone write had made.
    pub(crate) fn unmake(&mut self, id: RecordId, present: Image) -> Result<(), VaultError> {
        self.remove(id, &present)?;
        self.changed(b"unmake", id, &[]);
        self.remember(id, Some(present), None);
        Ok(())
    }

    /// Takes an id out of the set of what was erased, because the erasing itself is undone.
    pub(crate) fn unerase(&mut self, id: RecordId) -> Result<(), VaultError> {
        let removed =
            self.connection.prepare_cached("DELETE FROM erased WHERE id = ?")?.execute([id.0.as_bytes()])?;
        if removed == 1 {
            self.state.toggle(State::of_erased(self.keys, id));
        }
        self.changed(b"unerase", id, &[]);
        Ok(())
    }

    /// Removes a record that was erased and is there nevertheless.
    pub(crate) fn erase_again(&mut self, id: RecordId) -> Result<(), VaultError> {
        let Some(image) = record::load(self.connection, id)? else { return Ok(()) };
        self.remove(id, &image)?;
        self.changed(b"erase", id, &[]);
        self.remember(id, Some(image), None);
        Ok(())
    }

    /// Removes the row of a record.
    pub(crate) fn remove(&mut self, id: RecordId, image: &Image) -> Result<(), VaultError> {
        record::remove(self.connection, image.seq)?;
        self.state.toggle(State::of_record(self.keys, id, image.kind, &image.document));
        Ok(())
    }
}
