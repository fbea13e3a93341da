//! What was sent and received, so that a bundle is taken in once and its way can be told afterwards.

use chrono::{DateTime, Utc};
use farled_case::{RecordId, Section};
use farled_vault::Writer;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::{Desk, Failure, Result};

/// The name under which the vault keeps the journal.
const JOURNAL: &str = "exchange-journal";

/// Under this and a bundle's id the vault keeps the ids of the signed records that came in with it, 16
/// bytes each. It stays here: whom one had something from is not told on.
const ORIGIN: &str = "exchange-origin-";

/// From whom a signed record came, and when. Who wrote it is what that colleague's program says; only
/// whose bundle it came in was proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Origin {
    /// The record.
    pub record: RecordId,
    /// The name on the sender's card.
    pub sender: String,
    /// When it was taken in.
    pub at: DateTime<Utc>,
}

/// Where records came from; those that were written here are left out.
pub(crate) fn origins(desk: &Desk, records: &[RecordId]) -> Result<Vec<Origin>> {
    let mut origins = Vec::new();
    for entry in entries(desk)?.into_iter().filter(|entry| entry.direction == Direction::Received) {
        let Some(bytes) = desk.vault().setting(&format!("{ORIGIN}{}", entry.bundle))? else { continue };
        let sender = entry.peers.first().cloned().unwrap_or_default();
        for record in records {
            if bytes.chunks_exact(16).any(|id| id == record.0.as_bytes()) {
                origins.push(Origin { record: *record, sender: sender.clone(), at: entry.at });
            }
        }
    }
    Ok(origins)
}

/// Keeps which signed records came in with a bundle, in the transaction that takes them in.
pub(super) fn add_origin(writer: &mut Writer<'_>, bundle: Uuid, signed: &[RecordId]) -> Result<()> {
    if signed.is_empty() {
        return Ok(());
    }
    let ids: Vec<u8> = signed.iter().flat_map(|id| *id.0.as_bytes()).collect();
    Ok(writer.set_setting(&format!("{ORIGIN}{bundle}"), &ids)?)
}

/// Which way a bundle went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Sent from here.
    Sent,
    /// Received here.
    Received,
}

/// One bundle sent or received.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct ExchangeEntry {
    /// The bundle.
    pub bundle: Uuid,
    /// Which way it went.
    pub direction: Direction,
    /// When it was sealed or taken in.
    pub at: DateTime<Utc>,
    /// To or from whom.
    pub peers: Vec<String>,
    /// The aliases of the cases in it.
    pub aliases: Vec<String>,
    /// The sections in it.
    pub sections: Vec<Section>,
    /// Its number among the sender's bundles.
    pub sequence: u32,
}

/// Everything sent and received, the latest first.
///
/// # Errors
/// What the vault says.
pub fn journal(desk: &Desk) -> Result<Vec<ExchangeEntry>> {
    let mut entries = entries(desk)?;
    entries.reverse();
    Ok(entries)
}

pub(super) fn entries(desk: &Desk) -> Result<Vec<ExchangeEntry>> {
    match desk.vault().setting(JOURNAL)? {
        None => Ok(Vec::new()),
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| Failure::new("record-damaged")),
    }
}

/// Writes an entry, in the transaction that it tells of.
pub(super) fn add(
    writer: &mut Writer<'_>,
    mut entries: Vec<ExchangeEntry>,
    entry: ExchangeEntry,
) -> Result<()> {
    entries.push(entry);
    let bytes = serde_json::to_vec(&entries).map_err(|_| Failure::new("record-damaged"))?;
    Ok(writer.set_setting(JOURNAL, &bytes)?)
}
