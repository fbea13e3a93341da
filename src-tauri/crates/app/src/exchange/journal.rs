//! What was sent and received, so that a bundle is taken in once and its way can be told afterwards.

use chrono::{DateTime, Utc};
use farled_case::Section;
use farled_vault::Writer;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use crate::{Desk, Failure, Result};

/// The name under which the vault keeps the journal.
const JOURNAL: &str = "exchange-journal";

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
