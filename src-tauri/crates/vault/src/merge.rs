//! Merging records that come from elsewhere: in any order, any number of times, with the same result.

use std::{
    num::NonZero,
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

use automerge::ActorId;
use farled_case::{CaseId, Kind, RecordId};

use crate::{
    VaultError, Writer, conflict, content,
    document::Document,
    record::{self, Derived, Image},
    writer::{ensure_in_place, is_signed},
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

/// A record as it came from elsewhere.
#[derive(Clone, Copy)]
pub struct Foreign<'a> {
    /// The id that it was sent under.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Its Automerge document.
    pub document: &'a [u8],
}

/// What of the merged records is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// All of them.
    Everything,
    /// Only cases. For a rehearsal that tells what would change, which nothing else needs to be read
    /// again for: it takes a fraction of the time.
    Cases,
}

/// Documents are read by at most so many threads: more than the cores of most machines gain nothing.
const MOST_READERS: usize = 8;

/// Fewer documents than this are not worth another thread.
const LEAST_PER_READER: usize = 16;

impl Writer<'_> {
    /// Merges many records that come from elsewhere, in order, each as [`merge`](Self::merge) does.
    /// What is here to the byte is not even read; the rest is read by several threads at once.
    ///
    /// # Errors
    /// As for [`merge`](Self::merge), of the first record that is refused.
    pub fn merge_all(
        &mut self,
        records: &[Foreign<'_>],
        keeping: Keeping,
    ) -> Result<Vec<Merged>, VaultError> {
        let mut known = Vec::with_capacity(records.len());
        let mut unknown = Vec::new();
        for record in records {
            let same = self.known(record)?;
            if same.is_none() {
                unknown.push(*record);
            }
            known.push(same);
        }
        let mut read = read_all(&unknown, keeping).into_iter();
        let mut merged = Vec::with_capacity(records.len());
        for same in known {
            merged.push(match same {
                Some(same) => same,
                None => {
                    let incoming = read.next().unwrap_or(Err(VaultError::RecordDamaged { id: None }))?;
                    self.merge_incoming(incoming, keeping)?
                }
            });
        }
        Ok(merged)
    }

    /// What merging a record does that is here already, the very same document.
    fn known(&self, record: &Foreign<'_>) -> Result<Option<Merged>, VaultError> {
        let image = record::load(self.connection, record.id)?;
        let same = image.filter(|image| image.kind == record.kind && image.document == record.document);
        Ok(same.map(|image| Merged {
            id: record.id,
            case: image.case,
            change: MergeChange::Same,
            has_conflicts: false,
        }))
    }

    /// Merges a record that comes from elsewhere: the union of both documents' changes.
    ///
    /// # Errors
    /// [`VaultError::RecordDamaged`] for a document that does not load or is not one of this kind,
    /// before or after merging; [`VaultError::SignedChanged`] for another wording of what is signed
    /// here; [`VaultError::RecordMoved`] for a record of another case; [`VaultError::KindMismatch`].
    pub fn merge(&mut self, kind: Kind, document: &[u8]) -> Result<Merged, VaultError> {
        self.merge_incoming(Incoming::read(kind, document, Keeping::Everything)?, Keeping::Everything)
    }

    fn merge_incoming(&mut self, incoming: Incoming, keeping: Keeping) -> Result<Merged, VaultError> {
        let (id, case, kind) = (incoming.derived.id, incoming.derived.case, incoming.kind);
        let merged = |change, has_conflicts| Merged { id, case, change, has_conflicts };
        if self.is_erased(id)? {
            return Ok(merged(MergeChange::Erased, false));
        }
        match record::load(self.connection, id)? {
            None => {
                let new = incoming.settled()?;
                self.keep(keeping, kind, None, &new)?;
                Ok(merged(MergeChange::New, new.has_conflicts))
            }
            Some(image) if image.kind == kind && is_signed(kind) => {
                self.merge_signed(&image, &incoming.derived)?;
                Ok(merged(MergeChange::Same, false))
            }
            Some(image) if image.kind == kind => {
                if kind == Kind::Attachment {
                    // Which of two hashes a merge lets show is chance: neither may come in.
                    content::ensure_same(id, &image, &incoming.derived)?;
                }
                let (both, has_new) = incoming.merge_into(&image, self.actor.clone())?;
                let is_same = both.derived.value == image.value;
                if has_new {
                    self.keep(keeping, kind, Some(image), &both)?;
                }
                let change = if is_same { MergeChange::Same } else { MergeChange::Changed };
                Ok(merged(change, has_new && both.has_conflicts))
            }
            // Signed elsewhere, a draft here, by the same person on two copies of one vault: what is
            // signed counts, in whichever order they meet.
            Some(image) if (image.kind, kind) == (Kind::NoteDraft, Kind::Note) => {
                let signed = incoming.settled()?;
                self.keep(keeping, kind, Some(image), &signed)?;
                Ok(merged(MergeChange::Changed, false))
            }
            Some(image) if (image.kind, kind) == (Kind::Note, Kind::NoteDraft) => {
                Ok(merged(MergeChange::Same, false))
            }
            Some(_) => Err(VaultError::KindMismatch { id }),
        }
    }

    fn keep(
        &mut self,
        keeping: Keeping,
        kind: Kind,
        image: Option<Image>,
        settled: &Settled,
    ) -> Result<(), VaultError> {
        let id = settled.derived.id;
        match &settled.bytes {
            Some(bytes) if keeps(keeping, kind) => {
                self.store_derived(id, kind, image, bytes, &settled.derived)
            }
            _ => ensure_in_place(id, image.as_ref(), &settled.derived),
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
    /// Its own bytes as they would be stored; none where nothing is.
    bytes: Option<Vec<u8>>,
}

/// A document as it will be stored.
struct Settled {
    /// None where nothing is stored.
    bytes: Option<Vec<u8>>,
    derived: Derived,
    has_conflicts: bool,
}

/// Whether records of this kind are stored.
fn keeps(keeping: Keeping, kind: Kind) -> bool {
    keeping == Keeping::Everything || kind == Kind::Case
}

/// Reads documents, in order, by as many threads as there are cores. Which threads there are shows in
/// nothing: documents depend on no other.
fn read_all(records: &[Foreign<'_>], keeping: Keeping) -> Vec<Result<Incoming, VaultError>> {
    let read = move |records: &[Foreign<'_>]| -> Vec<_> {
        records.iter().map(|record| Incoming::read(record.kind, record.document, keeping)).collect()
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let readers = cores.min(MOST_READERS).min(records.len() / LEAST_PER_READER).max(1);
    let share = records.len().div_ceil(readers).max(1);
    let (mine, others) = records.split_at(share.min(records.len()));
    thread::scope(|scope| {
        let others: Vec<_> = others
            .chunks(share)
            .map(|part| (part, thread::Builder::new().spawn_scoped(scope, move || read(part))))
            .collect();
        let mut done = read(mine);
        for (part, other) in others {
            match other {
                Ok(other) => done.extend(
                    other.join().unwrap_or_else(|_| vec![Err(VaultError::RecordDamaged { id: None })]),
                ),
                // No thread to be had: then by this one.
                Err(_) => done.extend(read(part)),
            }
        }
        done
    })
}

impl Incoming {
    fn read(kind: Kind, bytes: &[u8], keeping: Keeping) -> Result<Self, VaultError> {
        guarded(|| {
            let mut document = Document::foreign(bytes)?;
            let derived = record::derive(kind, &document)?;
            let bytes = if keeps(keeping, kind) { Some(saved(&mut document, bytes)?) } else { None };
            Ok(Self { kind, derived, document, bytes })
        })
    }

    fn settled(self) -> Result<Settled, VaultError> {
        let Self { document, derived, bytes, .. } = self;
        let has_conflicts = guarded(|| Ok(!conflict::find(&document)?.is_empty()))?;
        Ok(Settled { bytes, derived, has_conflicts })
    }

    /// Both documents' changes, and whether any is new to the one that is here.
    fn merge_into(mut self, image: &Image, actor: ActorId) -> Result<(Settled, bool), VaultError> {
        let id = self.derived.id;
        guarded(|| {
            let mut both = Document::load(&image.document, actor)?;
            let has_new = both.merge(&mut self.document)?;
            let derived = record::derive(self.kind, &both)?;
            let has_conflicts = !conflict::find(&both)?.is_empty();
            let bytes = Some(saved(&mut both, &[])?);
            Ok((Settled { bytes, derived, has_conflicts }, has_new))
        })
        .map_err(|_| VaultError::RecordDamaged { id: Some(id) })
    }
}

/// The bytes to store, of a document that was read from `read`. What would not read again is not
/// stored; the same bytes have just been read.
fn saved(document: &mut Document, read: &[u8]) -> Result<Vec<u8>, VaultError> {
    let bytes = document.save();
    if bytes != read {
        Document::read(&bytes)?;
    }
    Ok(bytes)
}

/// Runs what reads bytes that a stranger may have made. Automerge trusts a document whose checksum is
/// right and panics on some that no program would write: such a document is refused like any other
/// damaged one, as far as panics can be caught in the build.
fn guarded<R>(work: impl FnOnce() -> Result<R, VaultError>) -> Result<R, VaultError> {
    // Nothing that `work` touches outlives a panic but what was only read.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(VaultError::RecordDamaged { id: None }))
}
