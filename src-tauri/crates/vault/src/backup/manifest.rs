//! The manifest: what a backup holds, so that damage shows without a secret and tampering with one.
//!
//! One line of JSON with these fields in this order: `format` (1), `vault` (its id), `created` (RFC 3339, UTC),
//! `tables` (their version), `header` and `database` (`bytes`, `sha256`), `audit` (the hash of the chain's
//! head), `mac`: HMAC-SHA256 over the line as it would stand with `mac` and `checksum` empty, under the key
//! that HKDF-SHA256 derives from the data key for `farled vault 1 backup`; and `checksum`: SHA-256 over the line
//! as it would stand with `checksum` empty, which tells damage and protects nothing. Hexadecimal digits are
//! lower case.

use chrono::{DateTime, SubsecRound, Utc};
use hmac::Mac;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::archive::Part;
use crate::{VaultError, keys::Keys};

/// The format that this program writes.
pub(super) const FORMAT: u32 = 1;

/// The longest manifest that is read, in bytes; one of this format has about 500.
pub(super) const LONGEST: u64 = 4096;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) vault: String,
    pub(crate) created: DateTime<Utc>,
    pub(crate) tables: u32,
    pub(crate) header: Part,
    pub(crate) database: Part,
    pub(crate) audit: String,
    pub(crate) mac: String,
    pub(crate) checksum: String,
}

/// Only this much of a newer manifest can be understood.
#[derive(Deserialize)]
struct AnyFormat {
    format: u32,
}

impl Manifest {
    /// Puts together the manifest of a backup that is made at this moment.
    pub(super) fn new(
        vault_id: &[u8; 16],
        created: DateTime<Utc>,
        tables: u32,
        [header, database]: [Part; 2],
        audit: &[u8; 32],
        keys: &Keys,
    ) -> Result<Self, VaultError> {
        let mut manifest = Self {
            format: FORMAT,
            vault: hex(vault_id),
            created: created.trunc_subsecs(0),
            tables,
            header,
            database,
            audit: hex(audit),
            mac: String::new(),
            checksum: String::new(),
        };
        manifest.mac = hex(&manifest.mac_under(keys)?.finalize().into_bytes());
        manifest.checksum = manifest.sum()?;
        Ok(manifest)
    }

    /// The line, as it is written.
    pub(super) fn encode(&self) -> Result<Vec<u8>, VaultError> {
        let mut line = serde_json::to_vec(self).map_err(|_| VaultError::BackupDamaged)?;
        line.push(b'\n');
        Ok(line)
    }

    /// Reads a line, only in the one form in which it is written.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        let AnyFormat { format } = serde_json::from_slice(bytes).map_err(|_| VaultError::BackupDamaged)?;
        if format > FORMAT {
            return Err(VaultError::BackupNewer { format });
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(|_| VaultError::BackupDamaged)?;
        if format != FORMAT || manifest.encode()? != bytes || manifest.sum()? != manifest.checksum {
            return Err(VaultError::BackupDamaged);
        }
        Ok(manifest)
    }

    /// Checks that whoever made it had the vault's data key.
    pub(crate) fn verify(&self, keys: &Keys) -> Result<(), VaultError> {
        let mac = unhex::<32>(&self.mac).ok_or(VaultError::BackupDamaged)?;
        self.mac_under(keys)?.verify_slice(&mac).map_err(|_| VaultError::BackupDamaged)
    }

    fn mac_under(&self, keys: &Keys) -> Result<crate::keys::HmacSha256, VaultError> {
        let unsigned = Self { mac: String::new(), checksum: String::new(), ..self.clone() };
        Ok(keys.backup_mac().chain_update(unsigned.encode()?))
    }

    fn sum(&self) -> Result<String, VaultError> {
        let unsummed = Self { checksum: String::new(), ..self.clone() };
        Ok(hex(&Sha256::digest(unsummed.encode()?)))
    }

    /// The vault's id.
    pub(crate) fn vault_id(&self) -> Result<[u8; 16], VaultError> {
        unhex(&self.vault).ok_or(VaultError::BackupDamaged)
    }

    /// The hash of the audit chain's head.
    pub(crate) fn audit_hash(&self) -> Result<[u8; 32], VaultError> {
        unhex(&self.audit).ok_or(VaultError::BackupDamaged)
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

pub(super) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}
