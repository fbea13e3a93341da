//! Merging records that come from elsewhere: in any order, any number of times, with the same result.

use farled_case::{CaseId, Kind, RecordId};

use crate::{
    VaultError, Writer, conflict,
    document::Document,
    record::{self, Derived, Image},
    writer::is_signed,
};

/// What merging a record did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeChange {
    /// The record is new here.
    New,
    /// The record says something else than before.
    Changed,
    /// The record says what it said.
    Same,
    /// The record was erased, and erased it stays.
    Erased,
}

/// A record that was merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its id.
    pub id: RecordId,
    /// Its case.
    pub case: Option<CaseId>,
    /// What merging it did.
    pub change: MergeChange,
    /// Whether a field of it now holds different values.
    pub has_conflicts: bool,
}

impl Writer<'_> {
    /// Merges a record that comes from elsewhere: the union of both documents' changes.
    ///
    /// # Errors
    /// [`VaultError::RecordDamaged`] for a document that does not load or is not one of this kind,
    /// before or after merging; [`VaultError::SignedChanged`] for another wording of what is signed
    /// here; [`VaultError::RecordMoved`] for a record of another case; [`VaultError::KindMismatch`].
    pub fn merge(&mut self, kind: Kind, document: &[u8]) -> Result<Merged, VaultError> {
        let mut incoming = Document::foreign(document)?;
        let derived = record::derive(kind, &incoming)?;
        let (id, case) = (derived.id, derived.case);
        let merged = |change, has_conflicts| Merged { id, case, change, has_conflicts };
        if self.is_erased(id)? {
            return Ok(merged(MergeChange::Erased, false));
        }
        match record::load(self.connection, id)? {
            None => {
                let has_conflicts = !conflict::find(&incoming)?.is_empty();
                self.store_derived(id, kind, None, incoming, &derived)?;
                Ok(merged(MergeChange::New, has_conflicts))
            }
            Some(image) if image.kind == kind && is_signed(kind) => {
                self.merge_signed(&image, &derived)?;
                Ok(merged(MergeChange::Same, false))
            }
            Some(image) if image.kind == kind => {
                let mut document = Document::load(&image.document, self.actor.clone())?;
                let has_new = document.merge(&mut incoming)?;
                let has_conflicts = !conflict::find(&document)?.is_empty();
                let derived = record::derive(kind, &document)
                    .map_err(|_| VaultError::RecordDamaged { id: Some(id) })?;
                let change =
                    if derived.value == image.value { MergeChange::Same } else { MergeChange::Changed };
                if has_new {
                    self.store_derived(id, kind, Some(image), document, &derived)?;
                }
                Ok(merged(change, has_conflicts))
            }
            // Signed elsewhere, a draft here, by the same person on two copies of one vault: what is
            // signed counts, in whichever order they meet.
            Some(image) if (image.kind, kind) == (Kind::NoteDraft, Kind::Note) => {
                self.store_derived(id, kind, Some(image), incoming, &derived)?;
                Ok(merged(MergeChange::Changed, false))
            }
            Some(image) if (image.kind, kind) == (Kind::Note, Kind::NoteDraft) => {
                Ok(merged(MergeChange::Same, false))
            }
            Some(_) => Err(VaultError::KindMismatch { id }),
        }
    }

    /// What is signed is compared, never merged: its document stays as it was signed.
    fn merge_signed(&self, image: &Image, incoming: &Derived) -> Result<(), VaultError> {
        let id = incoming.id;
        if record::parse(id, &image.value)? == record::parse(id, &incoming.value)? {
            Ok(())
        } else {
            Err(VaultError::SignedChanged { id })
        }
    }

    /// Takes over that a record was erased elsewhere.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn merge_erased(&mut self, id: RecordId) -> Result<MergeChange, VaultError> {
        if self.is_erased(id)? {
            return Ok(MergeChange::Same);
        }
        let was_here = self.kind_of(id)?.is_some();
        self.erase(id)?;
        Ok(if was_here { MergeChange::Erased } else { MergeChange::New })
    }
}
