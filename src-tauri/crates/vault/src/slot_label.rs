//! What is known of a slot beside the slot itself: kept as settings of the database, one a slot.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{SlotId, VaultError, setting};

/// What stands before a slot's id in the name of the setting that holds its label.
const LABEL: &str = "slot/";

/// What the vault knows about a slot beside the slot itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotLabel {
    /// Whose it is; empty for who made the vault, and for the recovery key.
    pub name: String,
    /// When it was added, or the recovery key made.
    pub added_at: DateTime<Utc>,
    /// When the recovery key was typed back from its paper.
    pub proven_at: Option<DateTime<Utc>>,
}

impl SlotLabel {
    /// The bytes that are kept.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let proven_at = self.proven_at.map(|at| at.timestamp());
        json!({ "name": self.name, "added_at": self.added_at.timestamp(), "proven_at": proven_at })
            .to_string()
            .into_bytes()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        let moment = |name: &str| value[name].as_i64().and_then(|at| DateTime::from_timestamp(at, 0));
        Some(Self {
            name: value["name"].as_str()?.to_owned(),
            added_at: moment("added_at")?,
            proven_at: moment("proven_at"),
        })
    }
}

/// The name of the setting with a slot's label.
pub(crate) fn name(id: SlotId) -> String {
    format!("{LABEL}{id}")
}

/// A slot's label, if there is one that reads.
pub(crate) fn get(connection: &Connection, id: SlotId) -> Result<Option<SlotLabel>, VaultError> {
    Ok(setting::get(connection, &name(id))?.and_then(|bytes| SlotLabel::decode(&bytes)))
}

/// Keeps a label where a transaction is open already.
pub(crate) fn set(connection: &Connection, id: SlotId, label: &SlotLabel) -> Result<(), VaultError> {
    setting::set(connection, &name(id), &label.encode())
}

/// Forgets every label.
pub(crate) fn forget_all(connection: &Connection) -> Result<(), VaultError> {
    connection.execute("DELETE FROM settings WHERE name GLOB ? || '*'", [LABEL])?;
    Ok(())
}

/// The label of every slot in a vault of a version that kept none.
pub(crate) fn of_earlier_version(connection: &Connection) -> Result<Option<SlotLabel>, VaultError> {
    if connection.prepare("SELECT 1 FROM settings WHERE name GLOB ? || '*'")?.exists([LABEL])? {
        return Ok(None);
    }
    let made: i64 =
        connection.query_row("SELECT at FROM audit ORDER BY sequence LIMIT 1", [], |row| row.get(0))?;
    let added_at = DateTime::from_timestamp(made, 0).ok_or(VaultError::DatabaseDamaged)?;
    Ok(Some(SlotLabel { name: String::new(), added_at, proven_at: None }))
}
