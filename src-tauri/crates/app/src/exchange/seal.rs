//! Seals cases for verified colleagues.

use std::{collections::BTreeSet, path::Path};

use farled_bundle::{AuditHead, BundleKind, Card, RecordPart, SealRequest};
use farled_case::{Case, CaseId, DisclosureKind, Kind, RecordId, Section, Vocabulary};
use farled_vault::{Filter, RecordFilter, VaultError};
use serde::Deserialize;
use specta::Type;

use super::{
    cards::{self, CardState},
    identity,
    journal::{self, Direction, ExchangeEntry},
};
use crate::{Desk, Failure, OnProgress, Result, desk::required_text, disclosure::Entry, file, work::Steps};

/// The name under which the vault keeps the hash of the bundle sent last; the next one names it, so
/// that a bundle taken out of the chain shows.
const LATEST_SENT: &str = "exchange-latest-sent";

/// What is sealed, and for whom.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct SealChoice {
    /// The cases.
    pub cases: Vec<CaseId>,
    /// The recipients' cards, by key.
    pub recipients: Vec<String>,
    /// The parts of each case. The case itself and the parties that it names always come along.
    pub sections: Vec<Section>,
    /// On what ground.
    pub ground: String,
}

/// A sealed bundle.
#[derive(Clone, Copy, Debug)]
pub struct SealedBundle {
    /// How many records are in it.
    pub records: u32,
    /// Its size in bytes.
    pub size: u32,
}

/// Seals cases into a file. What is disclosed is logged in the same transaction that numbers the
/// bundle, before the file takes its place.
///
/// # Errors
/// `nothing-chosen`, `card-unknown`, `card-not-verified`, `card-expired`, `ground-missing`, `cancelled`,
/// that the file can't be written, what the format or the vault says. Nothing is saved or logged then.
pub fn seal(
    desk: &mut Desk,
    choice: &SealChoice,
    path: &Path,
    on_progress: OnProgress<'_>,
) -> Result<SealedBundle> {
    let ground = required_text(&choice.ground, "ground-missing")?;
    if choice.cases.is_empty() || choice.recipients.is_empty() {
        return Err(Failure::new("nothing-chosen"));
    }
    let recipients = recipients(desk, &choice.recipients)?;
    let identity = identity::identity(desk)?;
    // Reading each case is a step, and sealing is the last.
    let mut steps = Steps::begin(choice.cases.len() + 1, on_progress)?;
    let records = records(desk, choice, &mut steps)?;
    let entries = journal::entries(desk)?;
    let latest =
        entries.iter().filter(|entry| entry.direction == Direction::Sent).max_by_key(|entry| entry.sequence);
    let sequence = latest.map_or(1, |entry| entry.sequence + 1);
    let previous = desk.vault().setting(LATEST_SENT)?.and_then(|hash| hash.as_slice().try_into().ok());
    let bundle = uuid::Uuid::now_v7();
    let now = desk.clock().now();
    let head = desk.vault().audit_head()?;
    ensure_room(&records)?;
    let vault = desk.vault();
    let bytes = farled_bundle::seal_with(
        &SealRequest {
            id: bundle,
            kind: BundleKind::Share,
            recipients: &recipients,
            sections: choice.sections.clone(),
            records: &records,
            erased: erased(desk, choice)?,
            sequence,
            previous,
            created_at: now,
            expires_on: None,
            audit_head: AuditHead { sequence: head.sequence, hash: head.hash, at: head.at },
        },
        &identity,
        |id, out| {
            vault
                .read_content(id, |piece| {
                    out.write_all(piece).map_err(|_| VaultError::AttachmentDamaged { id })
                })
                .map_err(|_| std::io::ErrorKind::InvalidData.into())
        },
    )?;

    steps.step()?;

    let names: Vec<String> = recipients.iter().map(|card| card.name.clone()).collect();
    let mut aliases = Vec::new();
    let mut log = Vec::new();
    for case in &choice.cases {
        aliases.push(desk.case(*case)?.alias);
        log.push(
            Entry {
                case: Some(*case),
                kind: DisclosureKind::Share,
                what: choice.sections.iter().map(|section| section.term()).collect::<Vec<_>>().join(" "),
                recipient: names.join(", "),
                ground: ground.clone(),
            }
            .record(desk)?,
        );
    }
    let entry = ExchangeEntry {
        bundle,
        direction: Direction::Sent,
        at: now,
        peers: names,
        aliases,
        sections: choice.sections.clone(),
        sequence,
    };
    file::hand_out(path, &bytes, || {
        desk.write_quietly(|writer| {
            for disclosure in &log {
                writer.put(disclosure)?;
            }
            writer.set_setting(LATEST_SENT, &farled_bundle::bundle_hash(&bytes))?;
            journal::add(writer, entries, entry)
        })
    })?;
    // What has been sent can't be undone here without the others knowing.
    desk.forget_undo();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(SealedBundle { records: count(records.len()), size: count(bytes.len()) })
}

/// Refuses documents that would not fit before anything is read or encrypted.
fn ensure_room(records: &[RecordPart]) -> Result<()> {
    let documents = records.iter().filter(|record| record.kind == Kind::Attachment);
    let sizes = documents.filter_map(|record| record.value.get("size").and_then(serde_json::Value::as_u64));
    let bytes: u64 = sizes.sum();
    if farled_bundle::is_room_for(bytes) {
        return Ok(());
    }
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    Err(Failure::new("documents-too-large")
        .with("megabytes", megabytes(bytes))
        .with("limit", megabytes(farled_bundle::MAX_BUNDLE_BYTES)))
}

/// The cards to which this may be sent.
fn recipients(desk: &Desk, keys: &[String]) -> Result<Vec<Card>> {
    let known = cards::known(desk)?;
    let today = desk.today();
    let mut recipients = Vec::new();
    for key in keys {
        let mut found = None;
        for other in &known {
            let card = other.card()?;
            if card.key().to_string() == *key {
                found = Some((card, other.state));
            }
        }
        let (card, state) = found.ok_or_else(|| Failure::new("card-unknown"))?;
        if state != CardState::Verified {
            return Err(Failure::new("card-not-verified").with("name", card.name));
        }
        if card.expires_on < today {
            return Err(Failure::new("card-expired").with("name", card.name));
        }
        recipients.push(card);
    }
    Ok(recipients)
}

/// The records that go along: of the chosen cases those of the chosen sections, and the parties that
/// they name.
fn records(desk: &Desk, choice: &SealChoice, steps: &mut Steps<'_>) -> Result<Vec<RecordPart>> {
    for case in &choice.cases {
        desk.case(*case)?;
    }
    let kinds = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            kind.travels()
                && *kind != Kind::Party
                && Section::of(*kind).is_none_or(|section| choice.sections.contains(&section))
        })
        .collect::<Vec<_>>();
    let mut stored = Vec::new();
    let mut read = BTreeSet::new();
    for case in &choice.cases {
        if read.insert(case) {
            let of_case = RecordFilter { cases: Some(vec![*case]), kinds: kinds.clone() };
            stored.extend(desk.vault().records(&of_case)?);
        }
        steps.step()?;
    }
    let parties = desk.vault().records(&RecordFilter { cases: None, kinds: vec![Kind::Party] })?;
    let whole_caseload = is_whole_caseload(desk, choice)?;
    let named: Vec<_> = parties
        .into_iter()
        .filter(|party| {
            let id = party.id.to_string();
            whole_caseload || stored.iter().any(|record| mentions(&record.value, &id))
        })
        .collect();
    stored.extend(named);
    Ok(stored
        .into_iter()
        .map(|record| RecordPart {
            id: record.id,
            case: record.case,
            kind: record.kind,
            value: record.value,
            document: record.document,
        })
        .collect())
}

/// The ids of what was erased that go along: only of the chosen cases, unless everybody is chosen. To
/// others they would tell that something was erased in a case that they know nothing of.
fn erased(desk: &Desk, choice: &SealChoice) -> Result<Vec<RecordId>> {
    Ok(match is_whole_caseload(desk, choice)? {
        true => desk.vault().erased()?,
        false => desk.vault().erased_in(&choice.cases)?,
    })
}

fn is_whole_caseload(desk: &Desk, choice: &SealChoice) -> Result<bool> {
    let chosen: BTreeSet<_> = choice.cases.iter().collect();
    Ok(desk.vault().count::<Case>(&Filter::default())? as usize == chosen.len())
}

/// Whether a value refers to an id anywhere.
fn mentions(value: &serde_json::Value, id: &str) -> bool {
    match value {
        serde_json::Value::String(text) => text == id,
        serde_json::Value::Array(items) => items.iter().any(|item| mentions(item, id)),
        serde_json::Value::Object(fields) => fields.values().any(|field| mentions(field, id)),
        _ => false,
    }
}
