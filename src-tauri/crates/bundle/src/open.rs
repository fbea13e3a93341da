//! Opening: from the bytes of a bundle to its records, or to a refusal.

use std::io::Read;

use farled_case::RecordId;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    AttachmentPart, CardKey, Envelope, Identity, Manifest, OpenError, PartName, RecordPart,
    archive::{Entry, Reader},
    attachments::{self, Places},
    error::Fault,
    padding::is_padded,
    records::{decode_erased, decode_records},
};

/// A bundle that was opened: signed by the sender that it names, addressed to this identity, whole.
pub struct Opened {
    /// What the bundle says about itself.
    pub manifest: Manifest,
    /// Who sealed it. Whether that is somebody whose card was verified, the caller knows.
    pub sender: CardKey,
    /// The records, in the order in which they were sealed.
    pub records: Vec<RecordPart>,
    /// The ids of erased records, sorted.
    pub erased: Vec<RecordId>,
    archive: Zeroizing<Vec<u8>>,
    attachments: Places,
}

impl Opened {
    /// What the attachment of this id holds, when it is among the records.
    #[must_use]
    pub fn attachment(&self, id: RecordId) -> Option<&[u8]> {
        self.archive.get(self.attachments.get(&id)?.clone())
    }
}

/// Tells nothing of what the records say.
impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened")
            .field("manifest", &self.manifest)
            .field("records", &self.records)
            .field("attachments", &self.attachments.len())
            .finish_non_exhaustive()
    }
}

/// Looks at a bundle without a key. It tells nothing about what the bundle holds.
///
/// # Errors
/// When the file is not one that [`open`] would try.
pub fn inspect(bytes: &[u8]) -> Result<Envelope, OpenError> {
    Envelope::read(bytes)
}

/// The hash by which the next bundle in a row names this one: SHA-256 of the whole file.
#[must_use]
pub fn bundle_hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Opens a bundle in memory. What it says of itself was checked; what only the vault and the calendar
/// know is still to be asked by the caller: whether the sender's card is verified, whether the
/// bundle's id was seen before, whether its sequence follows, and [`Manifest::check_expiry`].
///
/// # Errors
/// When anything at all about the bundle is not as it was sealed, or it is not for this identity.
pub fn open(bytes: &[u8], identity: &Identity) -> Result<Opened, OpenError> {
    let envelope = Envelope::read(bytes)?;
    let archive = decrypt(bytes, &envelope, identity)?;

    let mut reader = Reader::new(&archive);
    let text = reader.take(Entry::Manifest)?;
    // First of all: of a later format, nothing further can be known.
    Manifest::check_format(text)?;
    let signature = reader.take(Entry::Signature)?;
    let manifest = Manifest::decode(text, signature, identity.recipient())?;

    let records = reader.take(Entry::Records)?;
    let erased = reader.take_if(Entry::Erased)?;
    let mut contents = Vec::new();
    for part in &manifest.parts {
        if let PartName::Attachment(id) = part.name {
            contents.push((id, reader.take(Entry::Attachment(id))?));
        }
    }
    let pad = reader.take(Entry::Pad)?;
    reader.finish()?;
    check_parts(&manifest, records, erased, &contents)?;
    if manifest.pad != pad.len() as u64 {
        return Err(Fault::PartLength.into());
    }
    if pad.iter().any(|&byte| byte != 0) {
        return Err(Fault::Fill.into());
    }
    if !is_padded(archive.len() as u64) {
        return Err(Fault::Padding.into());
    }

    let records = decode_records(records, &manifest.sections)?;
    let erased = decode_erased(erased.unwrap_or_default(), &records)?;
    check_attachments(&manifest, &records)?;
    let start = archive.as_ptr() as usize;
    let attachments = contents
        .iter()
        .map(|(id, content)| {
            // Each is a piece of the archive.
            let from = content.as_ptr() as usize - start;
            (*id, from..from + content.len())
        })
        .collect();
    Ok(Opened { sender: manifest.sender.key(), manifest, records, erased, attachments, archive })
}

fn decrypt(bytes: &[u8], envelope: &Envelope, identity: &Identity) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let length = envelope.plaintext_length().ok_or(OpenError::Truncated)?;
    // A bundle's length is one of few: another one tells that bytes are missing. Only said once
    // decryption has failed, so that a later format may pad otherwise.
    let broken = || if is_padded(length) { OpenError::Altered } else { OpenError::Truncated };
    let decryptor = age::Decryptor::new_buffered(bytes).map_err(|_| broken())?;
    let mut input = decryptor.decrypt(identity.unwrapping().into_iter()).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => OpenError::NotForYou,
        _ => broken(),
    })?;
    // The capacity is exact, so that no copy is left behind by growing. The length is at most the
    // file's, which is in memory.
    let mut archive = Zeroizing::new(Vec::with_capacity(length as usize));
    input.read_to_end(&mut archive).map_err(|_| broken())?;
    Ok(archive)
}

/// Each attachment among the records has its part, of the length and hash that the record says, and
/// there is no other; in order.
fn check_attachments(manifest: &Manifest, records: &[RecordPart]) -> Result<(), Fault> {
    let named = manifest.parts.iter().filter_map(|part| match part.name {
        PartName::Attachment(id) => Some(AttachmentPart { id, length: part.length, sha256: part.sha256 }),
        PartName::Records | PartName::Erased => None,
    });
    if named.eq(attachments::expected(records)?) { Ok(()) } else { Err(Fault::Parts) }
}

fn check_parts(
    manifest: &Manifest,
    records: &[u8],
    erased: Option<&[u8]>,
    contents: &[(RecordId, &[u8])],
) -> Result<(), Fault> {
    let there: Vec<(PartName, &[u8])> = [(PartName::Records, Some(records)), (PartName::Erased, erased)]
        .into_iter()
        .filter_map(|(name, bytes)| Some((name, bytes?)))
        .chain(contents.iter().map(|(id, bytes)| (PartName::Attachment(*id), *bytes)))
        .collect();
    if !manifest.parts.iter().map(|part| part.name).eq(there.iter().map(|(name, _)| *name)) {
        return Err(Fault::Parts);
    }
    for (part, (_, bytes)) in manifest.parts.iter().zip(there) {
        if part.length != bytes.len() as u64 {
            return Err(Fault::PartLength);
        }
        if part.sha256 != <[u8; 32]>::from(Sha256::digest(bytes)) {
            return Err(Fault::PartHash);
        }
    }
    Ok(())
}
