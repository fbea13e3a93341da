//! The fields of a case that were changed apart.

use farled_case::{CaseId, Kind, RecordId, Vocabulary};
use farled_vault::RecordFilter;
use serde::Serialize;
use serde_json::Value;
use specta::Type;

use crate::{Desk, Result};

/// A field that was given different values apart.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FieldConflict {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What the record is called: its title, alias or description.
    pub label: String,
    /// Where in the record: field names and places in lists.
    pub path: Vec<String>,
    /// The values, the one that shows first. Terms and numbers as they stand in the document.
    pub values: Vec<String>,
}

/// The fields of a case that were changed apart.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk, case: CaseId) -> Result<Vec<FieldConflict>> {
    // What is signed can't be changed apart.
    let kinds = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| kind.travels() && !matches!(kind, Kind::Note | Kind::Amendment))
        .collect();
    let mut found = Vec::new();
    for record in desk.vault().records(&RecordFilter { cases: Some(vec![case]), kinds })? {
        for conflict in desk.vault().conflicts(record.id)? {
            let mut values = vec![text(&conflict.winner)];
            values.extend(conflict.others.iter().map(text));
            found.push(FieldConflict {
                record: record.id,
                kind: record.kind,
                label: label(&record.value),
                path: conflict.path,
                values,
            });
        }
    }
    Ok(found)
}

/// What a record is called.
fn label(value: &Value) -> String {
    let named = ["alias", "title", "description", "what", "name"]
        .into_iter()
        .find_map(|field| value.get(field).or_else(|| value.get("content")?.get(field))?.as_str());
    named.unwrap_or_default().to_owned()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
