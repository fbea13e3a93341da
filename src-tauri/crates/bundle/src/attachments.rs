//! What attachments hold, on its way beside their records.

use std::collections::HashMap;

use farled_case::{Attachment, ContentHash, Kind, RecordId};

use crate::{MAX_BUNDLE_BYTES, RecordPart, error::Fault};

/// Room that is left for everything else when attachments are chosen, in bytes.
const ELSE: u64 = 16 * 1024 * 1024;

/// What one attachment among the records holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttachmentPart {
    /// The attachment.
    pub id: RecordId,
    /// How many bytes.
    pub length: u64,
    /// Their SHA-256.
    pub sha256: [u8; 32],
}

/// Whether attachments of so many bytes together fit in a bundle. Padding adds up to an eighth.
#[must_use]
pub fn is_room_for(bytes: u64) -> bool {
    bytes + bytes / 8 + ELSE <= MAX_BUNDLE_BYTES
}

/// What the attachments among these records hold, by their own word; sorted. Each needs its part.
pub(crate) fn expected(records: &[RecordPart]) -> Result<Vec<AttachmentPart>, Fault> {
    let mut parts = Vec::new();
    for (index, record) in records.iter().enumerate().filter(|(_, record)| record.kind == Kind::Attachment) {
        let attachment: Attachment =
            serde_json::from_value(record.value.clone()).map_err(|_| Fault::Record { line: index + 1 })?;
        let ContentHash(sha256) = attachment.sha256;
        parts.push(AttachmentPart { id: record.id, length: attachment.size.into(), sha256 });
    }
    parts.sort_unstable_by_key(|part| part.id);
    Ok(parts)
}

/// Where in an opened archive each attachment's bytes are.
pub(crate) type Places = HashMap<RecordId, std::ops::Range<usize>>;
