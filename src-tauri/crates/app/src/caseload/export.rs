//! Writes the caseload as lines of JSON, in the clear.

use std::{io::Write, path::Path};

use farled_case::{DisclosureKind, Kind, Vocabulary};
use farled_vault::RecordFilter;
use serde_json::{Value, json};

use super::line::{FORMAT, Head, VERSION};
use crate::{
    Desk, Failure, Result,
    disclosure::{self, Entry},
    file,
};

/// Writes the whole caseload, sorted by kind and id, so that two vaults with the same records write
/// the same bytes. Logged with its ground. Returns the number of records.
///
/// # Errors
/// `ground-missing`, `file-not-written`, or what the vault says.
pub fn export(desk: &mut Desk, ground: &str, out: impl Write) -> Result<u32> {
    let (bytes, count) = text(desk)?;
    disclosure::log(desk, entry(ground))?;
    file::pour(out, &bytes)?;
    Ok(count)
}

/// Like [`export`], into a file.
///
/// # Errors
/// `ground-missing`, that the file can't be written, or what the vault says. Nothing is saved or
/// logged then.
pub fn export_file(desk: &mut Desk, ground: &str, path: &Path) -> Result<u32> {
    let (bytes, count) = text(desk)?;
    file::hand_out(path, &bytes, || disclosure::log(desk, entry(ground)))?;
    Ok(count)
}

/// How many documents an export leaves out: photos and PDFs are no lines of text. They are saved one by
/// one, or go with a backup or a bundle.
///
/// # Errors
/// What the vault says.
pub fn documents_left_out(desk: &Desk) -> Result<u32> {
    let kinds = vec![Kind::Attachment];
    let records = desk.vault().records(&RecordFilter { cases: None, kinds })?;
    Ok(u32::try_from(records.len()).unwrap_or(u32::MAX))
}

fn entry(ground: &str) -> Entry {
    Entry {
        case: None,
        kind: DisclosureKind::Export,
        what: "caseload".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    }
}

/// The file, and how many records are in it.
fn text(desk: &Desk) -> Result<(Vec<u8>, u32)> {
    let kinds =
        Kind::ALL.iter().copied().filter(|kind| kind.travels() && *kind != Kind::Attachment).collect();
    let mut records = desk.vault().records(&RecordFilter { cases: None, kinds })?;
    records.sort_by_key(|record| (record.kind, record.id));
    let mut bytes = Vec::new();
    let mut line = |value: Value| {
        serde_json::to_writer(&mut bytes, &value).map_err(|_| Failure::new("file-not-written"))?;
        bytes.push(b'\n');
        Ok::<_, Failure>(())
    };
    line(json!(Head { format: FORMAT.to_owned(), version: VERSION }))?;
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    for record in records {
        line(json!({ "kind": record.kind, "value": record.value }))?;
    }
    Ok((bytes, count))
}
