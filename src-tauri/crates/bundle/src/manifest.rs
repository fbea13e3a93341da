//! The manifest: what a bundle says about itself, signed by its sender.

use chrono::{DateTime, NaiveDate, Utc};
use farled_case::{RecordId, Section};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    CardKey, MAX_RECIPIENTS, OpenError,
    archive::BLOCK,
    error::Fault,
    hex,
    recipient::{Recipient, recipient_hash},
    signing::{self, SIGNATURE_LENGTH},
};

/// What stands on the first line, before the format.
const DOMAIN: &str = "farled bundle manifest ";
/// The format that this version writes, and the latest that it reads.
pub const FORMAT: u32 = 1;
/// The latest version of what a bundle may hold that this version reads: with attachments it is 2.
pub const READER: u32 = 2;
/// The version of the records' own form.
pub const SCHEMA: u32 = 1;
/// No longer manifest is read: some 300 attachments fit. In bytes.
pub(crate) const MAX_MANIFEST_BYTES: usize = 64 * 1024;
/// Left free behind the manifest's text for the digits of the padding's length, which is known only
/// once the manifest's own length is.
const RESERVED_BYTES: usize = 20;

/// What a bundle is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// Records to be merged into the recipient's vault; the sender keeps them.
    Share,
}

/// What a bundle says about itself. It holds no text that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format's version.
    pub format: u32,
    /// The earliest version of the format whose readers may use the bundle.
    pub minimum_reader: u32,
    /// The version of the records' own form.
    pub schema: u32,
    /// What the bundle is for.
    pub kind: BundleKind,
    /// The bundle's id.
    pub id: Uuid,
    /// Who sealed it.
    pub sender: Sender,
    /// The SHA-256 of every recipient's `age1…` string, sorted.
    #[serde(with = "hex::list32")]
    pub recipients: Vec<[u8; 32]>,
    /// The sections that were chosen.
    pub sections: Vec<Section>,
    /// The place in the row of bundles from this sender to this recipient.
    pub sequence: u32,
    /// The [hash](crate::bundle_hash) of the bundle before it in that row.
    #[serde(with = "hex::optional32")]
    pub previous: Option<[u8; 32]>,
    /// When it was sealed.
    pub created_at: DateTime<Utc>,
    /// The last day on which it may be used.
    pub expires_on: Option<NaiveDate>,
    /// Where the sender's audit chain stood.
    pub audit_head: AuditHead,
    /// The parts that hold the records, in their order.
    pub parts: Vec<Part>,
    /// The padding's length in bytes.
    pub pad: u64,
}

/// The keys of the one who sealed a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The key to which an answer can be encrypted.
    pub recipient: String,
    /// The key that checks the manifest's signature.
    #[serde(with = "hex::bytes32")]
    pub signing_key: [u8; 32],
}

impl Sender {
    /// The name of the pair of keys; the same as on the sender's card.
    #[must_use]
    pub fn key(&self) -> CardKey {
        CardKey::derive(&self.recipient, &self.signing_key)
    }
}

/// The last entry of a vault's audit chain: a witness outside the vault, by which it shows if the
/// vault is ever put back to an earlier state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditHead {
    /// The entry's number.
    pub sequence: u64,
    /// The entry's hash.
    #[serde(with = "hex::bytes32")]
    pub hash: [u8; 32],
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// A part of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which.
    pub name: PartName,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256.
    #[serde(with = "hex::bytes32")]
    pub sha256: [u8; 32],
}

/// The parts that a manifest names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartName {
    /// The records.
    Records,
    /// The ids of erased records.
    Erased,
    /// What the attachment of this id holds.
    Attachment(RecordId),
}

/// What stands before an attachment's id.
const ATTACHMENTS: &str = "attachments/";

impl From<PartName> for String {
    fn from(name: PartName) -> Self {
        match name {
            PartName::Records => "records".to_owned(),
            PartName::Erased => "erased".to_owned(),
            PartName::Attachment(id) => format!("{ATTACHMENTS}{id}"),
        }
    }
}

impl TryFrom<String> for PartName {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        match name.as_str() {
            "records" => Ok(Self::Records),
            "erased" => Ok(Self::Erased),
            name => name
                .strip_prefix(ATTACHMENTS)
                .and_then(|id| Uuid::parse_str(id).ok().filter(|parsed| parsed.to_string() == id))
                .map(|id| Self::Attachment(RecordId(id)))
                .ok_or("no such part"),
        }
    }
}

impl Manifest {
    /// Checks that the bundle may still be used on this day.
    ///
    /// # Errors
    /// When its last day has passed.
    pub fn check_expiry(&self, today: NaiveDate) -> Result<(), OpenError> {
        match self.expires_on {
            Some(on) if today > on => Err(OpenError::Expired { on }),
            _ => Ok(()),
        }
    }

    /// The manifest as its part: the domain line, JSON, and spaces up to a whole block. The length
    /// does not depend on the padding's.
    pub(crate) fn encode(&self) -> Result<Zeroizing<Vec<u8>>, serde_json::Error> {
        let unpadded = Self { pad: 0, ..self.clone() }.text()?;
        let mut bytes = self.text()?;
        bytes.resize((unpadded.len() + RESERVED_BYTES).next_multiple_of(BLOCK), b' ');
        Ok(Zeroizing::new(bytes))
    }

    fn text(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = format!("{DOMAIN}{FORMAT}\n").into_bytes();
        serde_json::to_writer_pretty(&mut bytes, self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Refuses a manifest of a later format by the first line alone, before anything else of it is
    /// looked at: whatever else it holds, this version can't know.
    pub(crate) fn check_format(bytes: &[u8]) -> Result<&[u8], OpenError> {
        let rest = bytes.strip_prefix(DOMAIN.as_bytes()).ok_or(Fault::Manifest)?;
        // Ten digits are enough for every format there can be.
        let end = rest.iter().take(11).position(|&byte| byte == b'\n').ok_or(Fault::Manifest)?;
        let format = std::str::from_utf8(&rest[..end])
            .ok()
            .filter(|digits| !digits.starts_with(['0', '+']))
            .and_then(|digits| digits.parse().ok())
            .ok_or(Fault::Manifest)?;
        if format != FORMAT {
            return Err(OpenError::Newer { format });
        }
        Ok(&rest[end + 1..])
    }

    /// Reads a manifest: its format, its sender's signature, the versions that it needs, and only
    /// then the rest; and that it names this recipient.
    pub(crate) fn decode(bytes: &[u8], signature: &[u8], own_recipient: &str) -> Result<Self, OpenError> {
        let json = Self::check_format(bytes)?;
        if bytes.len() > MAX_MANIFEST_BYTES {
            return Err(Fault::ManifestLength.into());
        }
        let claim: Claim = serde_json::from_slice(json).map_err(|_| Fault::Manifest)?;
        let signature: &[u8; SIGNATURE_LENGTH] = signature.try_into().map_err(|_| OpenError::Forged)?;
        if !signing::verifies(&claim.sender.signing_key, bytes, signature) {
            return Err(OpenError::Forged);
        }
        if claim.minimum_reader > READER {
            return Err(OpenError::Newer { format: claim.minimum_reader });
        }
        if claim.schema > SCHEMA {
            return Err(OpenError::Newer { format: claim.schema });
        }
        let manifest: Self = serde_json::from_slice(json).map_err(|_| Fault::Manifest)?;
        if manifest.format != FORMAT || Recipient::parse(&manifest.sender.recipient).is_none() {
            return Err(Fault::Manifest.into());
        }
        let recipients = &manifest.recipients;
        if recipients.is_empty()
            || recipients.len() > MAX_RECIPIENTS
            || !recipients.is_sorted_by(|a, b| a < b)
        {
            return Err(Fault::Recipients.into());
        }
        if recipients.binary_search(&recipient_hash(own_recipient)).is_err() {
            return Err(OpenError::Forwarded);
        }
        Ok(manifest)
    }
}

/// What must be known of a manifest before the rest of it is believed.
#[derive(Deserialize)]
struct Claim {
    minimum_reader: u32,
    schema: u32,
    sender: Sender,
}
