//! Writes the caseload as lines of JSON, in the clear.

use std::io::Write;

use farled_case::{DisclosureKind, Kind, Vocabulary};
use farled_vault::RecordFilter;
use serde_json::json;

use super::line::{FORMAT, Head, VERSION};
use crate::{
    Desk, Failure, Result,
    disclosure::{self, Entry},
};

/// Writes the whole caseload, sorted by kind and id, so that two vaults with the same records write
/// the same bytes. Logged with its ground. Returns the number of records.
///
/// # Errors
/// `ground-missing`, `file-not-written`, or what the vault says.
pub fn export(desk: &mut Desk, ground: &str, mut out: impl Write) -> Result<u32> {
    let entry = Entry {
        case: None,
        kind: DisclosureKind::Export,
        what: "caseload".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    };
    disclosure::log(desk, entry)?;
    let kinds = Kind::ALL.iter().copied().filter(|kind| kind.travels()).collect();
    let mut records = desk.vault().records(&RecordFilter { cases: None, kinds })?;
    records.sort_by_key(|record| (record.kind, record.id));
    let mut line = |value: serde_json::Value| {
        serde_json::to_writer(&mut out, &value)
            .map_err(std::io::Error::from)
            .and_then(|()| out.write_all(b"\n"))
            .map_err(|_| Failure::new("file-not-written"))
    };
    line(json!(Head { format: FORMAT.to_owned(), version: VERSION }))?;
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    for record in records {
        line(json!({ "kind": record.kind, "value": record.value }))?;
    }
    Ok(count)
}
