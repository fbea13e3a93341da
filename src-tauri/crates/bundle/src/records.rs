//! The parts that hold records: text, a line each, readable without this program.

use std::{collections::HashSet, io::Write};

use base64::{Engine, prelude::BASE64_STANDARD};
use farled_case::{CaseId, Kind, RecordId, Section};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{SealError, error::Fault};

/// One record on its way from a vault to another.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordPart {
    /// The record's id.
    pub id: RecordId,
    /// The case that it belongs to. `None` for what cases share.
    pub case: Option<CaseId>,
    /// Its kind.
    pub kind: Kind,
    /// Its present value, for reading without this program.
    pub value: Value,
    /// Its document, by which it is merged; base64 in the file.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub document: Vec<u8>,
}

/// Tells nothing of what the record says.
impl std::fmt::Debug for RecordPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordPart")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("document_bytes", &self.document.len())
            .finish_non_exhaustive()
    }
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&Zeroizing::new(BASE64_STANDARD.encode(bytes)))
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = Zeroizing::new(String::deserialize(deserializer)?);
    BASE64_STANDARD.decode(text.as_bytes()).map_err(|_| D::Error::custom("expected base64"))
}

/// No more pieces of JSON are read or written: eight million take some 600 MB of memory, a caseload of
/// 20,000 notes has about one million. Without a limit, 256 MB of `[[],[],…` from anybody who knows
/// the recipient's key would take forty times as much.
const MAX_PIECES: usize = 8_000_000;

/// Whether the JSON of these lines has more pieces than are read. Counts signs in texts too, so it never
/// counts too few.
fn has_too_many_pieces(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() > MAX_PIECES
}

/// Whether a record of this kind belongs in a bundle of these sections.
fn belongs(kind: Kind, sections: &[Section]) -> bool {
    kind.travels() && Section::of(kind).is_none_or(|section| sections.contains(&section))
}

/// Writes records as JSON lines, in the order in which they were handed in.
pub(crate) fn encode_records(
    records: &[RecordPart],
    sections: &[Section],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    // Documents make up most of it; a value is about as long as its text in the document.
    let estimate = records.iter().map(|record| record.document.len() * 2 + 512).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(estimate));
    let mut seen = HashSet::new();
    for record in records {
        if !record.kind.travels() {
            return Err(SealError::RecordStays);
        }
        if !belongs(record.kind, sections) {
            return Err(SealError::OutsideSections);
        }
        if !seen.insert(record.id) {
            return Err(SealError::RecordTwice);
        }
        serde_json::to_writer(&mut *bytes, record).map_err(|_| SealError::RecordUnwritable)?;
        bytes.push(b'\n');
    }
    if has_too_many_pieces(&bytes) {
        return Err(SealError::TooLarge);
    }
    Ok(bytes)
}

/// Reads the lines back.
pub(crate) fn decode_records(bytes: &[u8], sections: &[Section]) -> Result<Vec<RecordPart>, Fault> {
    if has_too_many_pieces(bytes) {
        return Err(Fault::TooManyPieces);
    }
    let mut records = Vec::new();
    let mut seen = HashSet::new();
    for (line, text) in lines(bytes) {
        let text = text.ok_or(Fault::Record { line })?;
        let record: RecordPart = serde_json::from_slice(text).map_err(|_| Fault::Record { line })?;
        if !belongs(record.kind, sections) {
            return Err(Fault::RecordOutside { line });
        }
        if !seen.insert(record.id) {
            return Err(Fault::RecordTwice { line });
        }
        records.push(record);
    }
    Ok(records)
}

/// Writes ids, sorted, a line each.
pub(crate) fn encode_erased(erased: &[RecordId]) -> Zeroizing<Vec<u8>> {
    let mut ids = erased.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let mut bytes = Zeroizing::new(Vec::with_capacity(ids.len() * 37));
    for id in ids {
        // Writing into a vector does not fail.
        let _ = writeln!(bytes, "{id}");
    }
    bytes
}

/// Reads the ids back. None of them may also be sent.
pub(crate) fn decode_erased(bytes: &[u8], records: &[RecordPart]) -> Result<Vec<RecordId>, Fault> {
    let mut ids: Vec<RecordId> = Vec::new();
    let sent: HashSet<RecordId> = records.iter().map(|record| record.id).collect();
    for (_, text) in lines(bytes) {
        let text = text.and_then(|text| std::str::from_utf8(text).ok()).ok_or(Fault::Erased)?;
        let id = Uuid::parse_str(text).map(RecordId).map_err(|_| Fault::Erased)?;
        if id.to_string() != text || ids.last().is_some_and(|last| *last >= id) || sent.contains(&id) {
            return Err(Fault::Erased);
        }
        ids.push(id);
    }
    Ok(ids)
}

/// Lines with their numbers; `None` for the text of a last one that does not end.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, Option<&[u8]>)> {
    bytes
        .split_inclusive(|&byte| byte == b'\n')
        .enumerate()
        .map(|(index, line)| (index + 1, line.strip_suffix(b"\n")))
}
