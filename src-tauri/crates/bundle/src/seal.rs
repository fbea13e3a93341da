//! Sealing: from records to the bytes of a bundle.

use std::{collections::HashSet, io::Write};

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use farled_case::{RecordId, Section};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    AuditHead, BundleKind, Card, FORMAT, Identity, MAX_BUNDLE_BYTES, MAX_RECIPIENTS, Manifest, Part,
    PartName, READER, RecordPart, SCHEMA, SealError, Sender,
    archive::{END, Entry, entry_size, header},
    attachments,
    manifest::MAX_MANIFEST_BYTES,
    padding::padded,
    random::generate_bytes,
    recipient::{Recipient, recipient_hash},
    records::{encode_erased, encode_records},
};

/// The number of recipients' stanzas is a multiple of this, made up with throwaway recipients.
const STANZAS: usize = 8;
/// Room for what encryption adds: the header, and 16 bytes for every 64 KiB.
const OVERHEAD_BYTES: u64 = 1024 * 1024;

/// What is to be sealed, and for whom.
#[derive(Debug)]
pub struct SealRequest<'a> {
    /// The new bundle's id.
    pub id: Uuid,
    /// What the bundle is for.
    pub kind: BundleKind,
    /// Whom it is for; at most [`MAX_RECIPIENTS`], each key once. That their keys were verified is
    /// the caller's check.
    pub recipients: &'a [Card],
    /// The sections that were chosen.
    pub sections: Vec<Section>,
    /// The records; none of a section that was not chosen, none that never travels.
    pub records: &'a [RecordPart],
    /// The ids of erased records that the recipient shall erase.
    pub erased: Vec<RecordId>,
    /// The place in the row of bundles to this recipient.
    pub sequence: u32,
    /// The [hash](crate::bundle_hash) of the bundle before it in that row.
    pub previous: Option<[u8; 32]>,
    /// The present moment; on its day (UTC) the recipients' cards must be valid.
    pub created_at: DateTime<Utc>,
    /// The last day on which it may be used.
    pub expires_on: Option<NaiveDate>,
    /// Where this vault's audit chain stands.
    pub audit_head: AuditHead,
}

/// Seals records to their recipients. Nothing is written anywhere but into the bytes returned.
///
/// # Errors
/// When the request does not hold together, or the bundle would be too large.
pub fn seal(request: &SealRequest<'_>, identity: &Identity) -> Result<Vec<u8>, SealError> {
    seal_with(request, identity, |_, _| Err(std::io::ErrorKind::NotFound.into()))
}

/// Like [`seal`], with attachments among the records. `content` writes what one of them holds, in
/// pieces; it is asked for each in turn while the bundle is being encrypted.
///
/// # Errors
/// As for [`seal`]; [`SealError::Attachment`] when something else is written than the record says.
pub fn seal_with(
    request: &SealRequest<'_>,
    identity: &Identity,
    mut content: impl FnMut(RecordId, &mut dyn Write) -> std::io::Result<()>,
) -> Result<Vec<u8>, SealError> {
    check(request)?;
    let attachments = attachments::expected(request.records).map_err(|_| SealError::Attachment)?;
    let mut sections = request.sections.clone();
    sections.sort_unstable();
    sections.dedup();
    let records = encode_records(request.records, &sections)?;
    let erased = encode_erased(&request.erased);

    let mut parts = vec![(Entry::Records, part(PartName::Records, &records), records.as_slice())];
    if !erased.is_empty() {
        parts.push((Entry::Erased, part(PartName::Erased, &erased), erased.as_slice()));
    }
    let mut manifest = manifest(request, identity, sections);
    manifest.parts = parts.iter().map(|(_, part, _)| part.clone()).collect();
    if !attachments.is_empty() {
        manifest.minimum_reader = READER;
    }
    manifest.parts.extend(attachments.iter().map(|part| Part {
        name: PartName::Attachment(part.id),
        length: part.length,
        sha256: part.sha256,
    }));

    // The manifest's length is the same whatever the padding's is.
    let unpadded = [manifest_length(&manifest)?, 64, 0]
        .into_iter()
        .chain(manifest.parts.iter().map(|part| part.length))
        .map(entry_size)
        .sum::<u64>()
        + END as u64;
    let total = padded(unpadded);
    if total > MAX_BUNDLE_BYTES - OVERHEAD_BYTES {
        return Err(SealError::TooLarge);
    }
    manifest.pad = total - unpadded;
    let text = manifest.encode().map_err(|_| SealError::RecordUnwritable)?;
    if text.len() > MAX_MANIFEST_BYTES {
        return Err(SealError::TooLarge);
    }
    let signature = identity.sign(&text);

    let recipients = stanzas(request.recipients)?;
    let encryptor = age::Encryptor::with_recipients(recipients.iter().map(Recipient::as_age))
        .map_err(|_| SealError::Encryption)?;
    let sealed = Vec::with_capacity((total + OVERHEAD_BYTES) as usize);
    let write = || {
        let mut output = encryptor.wrap_output(sealed)?;
        put(&mut output, Entry::Manifest, &text)?;
        put(&mut output, Entry::Signature, &signature)?;
        for (entry, _, bytes) in &parts {
            put(&mut output, *entry, bytes)?;
        }
        for part in &attachments {
            output.write_all(&header(Entry::Attachment(part.id), part.length))?;
            let mut measured = Measured { output: &mut output, length: 0, hash: Sha256::new() };
            content(part.id, &mut measured)?;
            let Measured { length, hash, .. } = measured;
            if length != part.length || part.sha256 != <[u8; 32]>::from(hash.finalize()) {
                return Err(std::io::ErrorKind::InvalidData.into());
            }
            output.write_all(&[0; 512][..(length.next_multiple_of(512) - length) as usize])?;
        }
        output.write_all(&header(Entry::Pad, manifest.pad))?;
        std::io::copy(&mut std::io::Read::take(std::io::repeat(0), manifest.pad + END as u64), &mut output)?;
        output.finish()
    };
    let failed = |_: std::io::Error| match attachments.is_empty() {
        true => SealError::Encryption,
        false => SealError::Attachment,
    };
    let mut sealed: Vec<u8> = write().map_err(failed)?;
    sealed.shrink_to_fit();
    Ok(sealed)
}

/// Writes on, and measures what is written.
struct Measured<'w, W> {
    output: &'w mut W,
    length: u64,
    hash: Sha256,
}

impl<W: Write> Write for Measured<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.output.write(bytes)?;
        self.length += written as u64;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.output.flush()
    }
}

fn check(request: &SealRequest<'_>) -> Result<(), SealError> {
    if request.recipients.is_empty() {
        return Err(SealError::NoRecipients);
    }
    if request.recipients.len() > MAX_RECIPIENTS {
        return Err(SealError::TooManyRecipients);
    }
    let today = request.created_at.date_naive();
    let mut keys = HashSet::new();
    for card in request.recipients {
        // A card's fields can be changed after it was read: what is sealed to is checked here.
        card.check()?;
        card.check_expiry(today)?;
        if !keys.insert(card.recipient.as_str()) {
            return Err(SealError::RecipientTwice);
        }
    }
    if let Some(on) = request.expires_on.filter(|on| *on < today) {
        return Err(SealError::AlreadyExpired { on });
    }
    let erased: HashSet<RecordId> = request.erased.iter().copied().collect();
    if request.records.iter().any(|record| erased.contains(&record.id)) {
        return Err(SealError::RecordTwice);
    }
    Ok(())
}

fn manifest(request: &SealRequest<'_>, identity: &Identity, sections: Vec<Section>) -> Manifest {
    let mut recipients: Vec<[u8; 32]> =
        request.recipients.iter().map(|card| recipient_hash(&card.recipient)).collect();
    recipients.sort_unstable();
    let mut audit_head = request.audit_head;
    audit_head.at = audit_head.at.trunc_subsecs(0);
    Manifest {
        format: FORMAT,
        minimum_reader: FORMAT,
        schema: SCHEMA,
        kind: request.kind,
        id: request.id,
        sender: Sender { recipient: identity.recipient().to_owned(), signing_key: identity.signing_key() },
        recipients,
        sections,
        sequence: request.sequence,
        previous: request.previous,
        created_at: request.created_at.trunc_subsecs(0),
        expires_on: request.expires_on,
        audit_head,
        parts: Vec::new(),
        pad: 0,
    }
}

fn manifest_length(manifest: &Manifest) -> Result<u64, SealError> {
    manifest.encode().map(|text| text.len() as u64).map_err(|_| SealError::RecordUnwritable)
}

fn part(name: PartName, bytes: &[u8]) -> Part {
    Part { name, length: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
}

/// The recipients and as many throwaway ones as are needed, in an order that tells nothing.
fn stanzas(cards: &[Card]) -> Result<Vec<Recipient>, SealError> {
    let mut recipients = Vec::new();
    for card in cards {
        recipients.push(Recipient::parse(&card.recipient).ok_or(SealError::Encryption)?);
    }
    recipients.resize_with(cards.len().next_multiple_of(STANZAS), Recipient::generate_throwaway);
    recipients.sort_by_cached_key(|_| *generate_bytes::<16>());
    Ok(recipients)
}

fn put(output: &mut impl Write, entry: Entry, bytes: &[u8]) -> std::io::Result<()> {
    let length = bytes.len() as u64;
    output.write_all(&header(entry, length))?;
    output.write_all(bytes)?;
    let fill = length.next_multiple_of(512) - length;
    output.write_all(&[0; 512][..fill as usize])
}
