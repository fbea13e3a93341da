//! Merging records that come from elsewhere: in any order, any number of times, with the same result.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::ActorId;
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
    /// Whether a field of it holds different values since then. What shows may still be as it was.
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
        let incoming = Incoming::read(kind, document)?;
        let (id, case) = (incoming.derived.id, incoming.derived.case);
        let merged = |change, has_conflicts| Merged { id, case, change, has_conflicts };
        if self.is_erased(id)? {
            return Ok(merged(MergeChange::Erased, false));
        }
        match record::load(self.connection, id)? {
            None => {
                let new = incoming.settled()?;
                self.store_derived(id, kind, None, &new.bytes, &new.derived)?;
                Ok(merged(MergeChange::New, new.has_conflicts))
            }
            Some(image) if image.kind == kind && is_signed(kind) => {
                self.merge_signed(&image, &incoming.derived)?;
                Ok(merged(MergeChange::Same, false))
            }
            Some(image) if image.kind == kind => {
                let (both, has_new) = incoming.merge_into(&image, self.actor.clone())?;
                let is_same = both.derived.value == image.value;
                if has_new {
                    self.store_derived(id, kind, Some(image), &both.bytes, &both.derived)?;
                }
                let change = if is_same { MergeChange::Same } else { MergeChange::Changed };
                Ok(merged(change, has_new && both.has_conflicts))
            }
            // Signed elsewhere, a draft here, by the same person on two copies of one vault: what is
            // signed counts, in whichever order they meet.
            Some(image) if (image.kind, kind) == (Kind::NoteDraft, Kind::Note) => {
                let signed = incoming.settled()?;
                self.store_derived(id, kind, Some(image), &signed.bytes, &signed.derived)?;
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

/// A document that came from elsewhere.
struct Incoming {
    kind: Kind,
    document: Document,
    derived: Derived,
}

/// A document as it will be stored.
struct Settled {
    bytes: Vec<u8>,
    derived: Derived,
    has_conflicts: bool,
}

impl Incoming {
    fn read(kind: Kind, bytes: &[u8]) -> Result<Self, VaultError> {
        guarded(|| {
            let document = Document::foreign(bytes)?;
            Ok(Self { kind, derived: record::derive(kind, &document)?, document })
        })
    }

    fn settled(self) -> Result<Settled, VaultError> {
        guarded(|| settle(self.document, self.derived))
    }

    /// Both documents' changes, and whether any is new to the one that is here.
    fn merge_into(mut self, image: &Image, actor: ActorId) -> Result<(Settled, bool), VaultError> {
        let id = self.derived.id;
        guarded(|| {
            let mut both = Document::load(&image.document, actor)?;
            let has_new = both.merge(&mut self.document)?;
            let derived = record::derive(self.kind, &both)?;
            Ok((settle(both, derived)?, has_new))
        })
        .map_err(|_| VaultError::RecordDamaged { id: Some(id) })
    }
}

fn settle(mut document: Document, derived: Derived) -> Result<Settled, VaultError> {
    let has_conflicts = !conflict::find(&document)?.is_empty();
    let bytes = document.save();
    // What would not read again is not stored.
    Document::read(&bytes)?;
    Ok(Settled { bytes, derived, has_conflicts })
}

/// Runs what reads bytes that a stranger may have made. Automerge trusts a document whose checksum is
/// right and panics on some that no program would write: such a document is refused like any other
/// damaged one, as far as panics can be caught in the build.
fn guarded<R>(work: impl FnOnce() -> Result<R, VaultError>) -> Result<R, VaultError> {
    // Nothing that `work` touches outlives a panic but what was only read.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(VaultError::RecordDamaged { id: None }))
}
