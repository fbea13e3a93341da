//! Opens a bundle from a colleague: first a preview of what it would change, then the merge in one
//! transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use farled_bundle::Opened;
use farled_case::{Case, CaseId, Kind, Phase, RecordId, Section};
use farled_vault::{Filter, Foreign, Keeping, MergeChange, Merged, Writer};
use serde::Serialize;
use specta::Type;
use uuid::Uuid;

use super::{
    cards::{self, CardState},
    identity,
    journal::{self, Direction, ExchangeEntry},
};
use crate::{Desk, Failure, OnProgress, Result, work::Steps};

/// Records merged between two tellings of how far it has come, and read by several threads at once.
const AT_ONCE: usize = 256;

/// A bundle that was opened and checked, and not yet merged.
pub struct OpenedBundle {
    opened: Opened,
    sender: String,
}

/// How many records of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many are new here.
    pub new: u32,
    /// How many change.
    pub changed: u32,
}

/// What a bundle does to one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CaseChange {
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// Its alias here so far, when the bundle gives it another.
    pub alias_before: Option<String>,
    /// Its phase from then on, when the bundle changes it.
    pub phase: Option<Phase>,
    /// Whether the case is new here.
    pub is_new: bool,
    /// Whether another case here has the same alias.
    pub is_alias_taken: bool,
    /// What is new and what changes.
    pub counts: Vec<KindCount>,
    /// Records that both sides changed: both versions are kept.
    pub conflicts: u32,
}

/// What a bundle would do, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BundlePreview {
    /// Who sealed it.
    pub sender: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// The sections in it.
    pub sections: Vec<Section>,
    /// What it does to each case.
    pub cases: Vec<CaseChange>,
    /// Parties that are new here or change.
    pub parties: u32,
    /// How large the documents are together that are new here, in bytes.
    pub document_bytes: u32,
    /// Records that are the same here.
    pub same: u32,
    /// Records that were erased here and stay so.
    pub stay_erased: u32,
    /// Records that the sender erased and that go here too.
    pub erased: u32,
}

/// Opens a bundle, and tells what merging it would change. Nothing is written.
///
/// # Errors
/// A `bundle-…` code: not a bundle, truncated, altered, for somebody else, from an unknown or
/// unverified sender, opened before; `card-expired` for a sender whose card has; `cancelled`; or what
/// the vault says.
pub fn open(
    desk: &mut Desk,
    bytes: &[u8],
    on_progress: OnProgress<'_>,
) -> Result<(OpenedBundle, BundlePreview)> {
    let bundle = checked(desk, bytes)?;
    let preview = desk
        .vault_mut()
        .rehearse(|writer| Ok::<_, Failure>(apply(writer, &bundle, Keeping::Cases, on_progress)?.0))?;
    Ok((bundle, preview))
}

/// Opens a bundle and merges it at once, without telling first what that would change.
///
/// # Errors
/// As [`open`].
pub fn take_in(desk: &mut Desk, bytes: &[u8], on_progress: OnProgress<'_>) -> Result<BundlePreview> {
    let bundle = checked(desk, bytes)?;
    merge(desk, &bundle, on_progress)
}

/// Opens a bundle, and refuses one that must not be merged here.
fn checked(desk: &mut Desk, bytes: &[u8]) -> Result<OpenedBundle> {
    let identity = identity::identity(desk)?;
    let opened = farled_bundle::open(bytes, &identity)?;
    let mut sender = None;
    for known in cards::known(desk)? {
        let card = known.card()?;
        if card.key() == opened.sender {
            sender = Some((card, known.state));
        }
    }
    let (card, state) = sender.ok_or_else(|| Failure::new("bundle-unknown-sender"))?;
    let is_expired = card.expires_on < desk.today();
    let sender = card.name;
    if state != CardState::Verified {
        return Err(Failure::new("bundle-sender-unverified").with("name", sender));
    }
    if is_expired {
        // Somebody who left fades out by themselves; a colleague hands over a new card.
        return Err(Failure::new("card-expired").with("name", sender));
    }
    let seen = journal::entries(desk)?
        .iter()
        .any(|entry| entry.direction == Direction::Received && entry.bundle == opened.manifest.id);
    if seen {
        return Err(Failure::new("bundle-already-opened"));
    }
    if opened.manifest.expires_on.is_some_and(|day| day < desk.today()) {
        return Err(Failure::new("bundle-expired"));
    }
    Ok(OpenedBundle { opened, sender })
}

/// Merges an opened bundle, all of it or nothing: also when it is called off.
///
/// # Errors
/// As [`open`], for what has changed meanwhile.
pub fn merge(desk: &mut Desk, bundle: &OpenedBundle, on_progress: OnProgress<'_>) -> Result<BundlePreview> {
    let entries = journal::entries(desk)?;
    let manifest = &bundle.opened.manifest;
    let id: Uuid = manifest.id;
    if entries.iter().any(|entry| entry.direction == Direction::Received && entry.bundle == id) {
        return Err(Failure::new("bundle-already-opened"));
    }
    let now = desk.clock().now();
    let done = desk.write_quietly(|writer| {
        let (done, signed) = apply(writer, bundle, Keeping::Everything, on_progress)?;
        journal::add_origin(writer, id, &signed)?;
        let entry = ExchangeEntry {
            bundle: id,
            direction: Direction::Received,
            at: now,
            peers: vec![bundle.sender.clone()],
            aliases: done.cases.iter().map(|case| case.alias.clone()).collect(),
            sections: manifest.sections.clone(),
            sequence: manifest.sequence,
        };
        journal::add(writer, entries, entry)?;
        Ok(done)
    })?;
    desk.forget_undo();
    Ok(done)
}

/// Merges every record and counts what that does. Also tells which signed records are new here.
fn apply(
    writer: &mut Writer<'_>,
    bundle: &OpenedBundle,
    keeping: Keeping,
    on_progress: OnProgress<'_>,
) -> Result<(BundlePreview, Vec<RecordId>)> {
    let manifest = &bundle.opened.manifest;
    let mut preview = BundlePreview {
        sender: bundle.sender.clone(),
        created_at: manifest.created_at,
        sections: manifest.sections.clone(),
        cases: Vec::new(),
        parties: 0,
        document_bytes: 0,
        same: 0,
        stay_erased: 0,
        erased: 0,
    };
    let mut tally = Tally::default();
    let present: Vec<Case> = writer.list(&Filter::default())?;
    let mut steps = Steps::begin(bundle.opened.records.len(), on_progress)?;
    for part in bundle.opened.records.chunks(AT_ONCE) {
        // A bundle may hold only what its manifest says it holds.
        let is_listed = |kind: Kind| {
            kind.travels() && Section::of(kind).is_none_or(|section| manifest.sections.contains(&section))
        };
        if !part.iter().all(|record| is_listed(record.kind)) {
            return Err(Failure::new("bundle-altered"));
        }
        let foreign: Vec<Foreign<'_>> = part
            .iter()
            .map(|record| Foreign { id: record.id, kind: record.kind, document: &record.document })
            .collect();
        for (record, merged) in part.iter().zip(writer.merge_all(&foreign, keeping)?) {
            if merged.id != record.id || merged.case != record.case {
                return Err(Failure::new("bundle-altered"));
            }
            let is_document = record.kind == Kind::Attachment && merged.change == MergeChange::New;
            if is_document {
                let content = bundle.opened.attachment(record.id).unwrap_or_default();
                preview.document_bytes = preview.document_bytes.saturating_add(size(content));
                if keeping == Keeping::Everything {
                    let mut written = writer.content(record.id)?;
                    written.push(content)?;
                    written.finish()?;
                }
            }
            tally.count(&mut preview, record.kind, &merged);
            steps.step()?;
        }
    }
    let Tally { counts, conflicts, signed } = tally;
    for id in &bundle.opened.erased {
        // Nothing erases cases, signed notes, drafts or the log: who asks for it is no colleague's app.
        let is_kept = matches!(
            writer.kind_of(*id)?,
            Some(
                Kind::Case
                    | Kind::Note
                    | Kind::NoteDraft
                    | Kind::Amendment
                    | Kind::AmendmentDraft
                    | Kind::Disclosure
            )
        );
        if is_kept {
            return Err(Failure::new("bundle-altered"));
        }
        preview.erased += u32::from(writer.merge_erased(*id)? == MergeChange::Erased);
    }
    for (case, counts) in counts {
        let after = writer.get::<Case>(case.into())?;
        let alias = after.as_ref().map(|after| after.alias.clone()).unwrap_or_default();
        let is_taken = |other: &Case| other.id != case && other.alias.to_lowercase() == alias.to_lowercase();
        let before = present.iter().find(|before| before.id == case);
        let phase = after.as_ref().map(|after| after.phase);
        preview.cases.push(CaseChange {
            case,
            alias_before: before.map(|before| before.alias.clone()).filter(|before| *before != alias),
            phase: phase.filter(|phase| before.is_some_and(|before| before.phase != *phase)),
            is_new: !present.iter().any(|other| other.id == case),
            is_alias_taken: present.iter().any(is_taken),
            counts: counts.into_values().collect(),
            conflicts: conflicts.get(&case).copied().unwrap_or_default(),
            alias,
        });
    }
    preview.cases.sort_by_cached_key(|case| case.alias.to_lowercase());
    Ok((preview, signed))
}

fn size(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// What merging does to each case.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<CaseId, BTreeMap<Kind, KindCount>>,
    conflicts: BTreeMap<CaseId, u32>,
    /// Signed records that are new here.
    signed: Vec<RecordId>,
}

impl Tally {
    fn count(&mut self, preview: &mut BundlePreview, kind: Kind, merged: &Merged) {
        let is_new = match merged.change {
            MergeChange::Same => {
                preview.same += 1;
                // The value that shows here won; the other one is kept all the same.
                if let Some(case) = merged.case.filter(|_| merged.has_conflicts) {
                    self.counts.entry(case).or_default();
                    *self.conflicts.entry(case).or_default() += 1;
                }
                return;
            }
            MergeChange::Erased => {
                preview.stay_erased += 1;
                return;
            }
            MergeChange::New => true,
            MergeChange::Changed => false,
        };
        let Some(case) = merged.case else {
            preview.parties += 1;
            return;
        };
        let none = KindCount { kind, new: 0, changed: 0 };
        let count = self.counts.entry(case).or_default().entry(kind).or_insert(none);
        if is_new {
            if matches!(kind, Kind::Note | Kind::Amendment) {
                self.signed.push(merged.id);
            }
            count.new += 1;
        } else {
            count.changed += 1;
        }
        *self.conflicts.entry(case).or_default() += u32::from(merged.has_conflicts);
    }
}
