//! Witnesses: what is known from elsewhere about an earlier head of this vault's audit chain.
//!
//! An old copy of the whole folder is whole in itself; nothing in it can tell that there was more. A
//! witness that is kept outside the folder can. It is sealed under a key of the vault's, so that it
//! tells nobody else anything, and can't be made by anybody else.

use std::fmt::Write as _;

use chacha20poly1305::aead::Payload;
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use crate::{AuditHead, Vault, VaultError, keys};

const NONCE: usize = 24;
/// Sequence, hash, moment.
const PLAIN: usize = 8 + 32 + 8;

/// What a witness says about the vault as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Testimony {
    /// The head that was seen is part of this vault's chain: nothing is missing that was there then.
    Confirms,
    /// The head that was seen is not part of this vault's chain: the vault is older, or went another way.
    Contradicts {
        /// The head that was seen.
        seen: AuditHead,
    },
    /// The witness does not read under this vault's keys: it is damaged, or was made under other keys.
    Unreadable,
}

impl Vault {
    /// A name for this vault's witness, the same for every copy of the vault. To whoever has not got the
    /// vault's folder it tells nothing.
    #[must_use]
    pub fn witness_name(&self) -> String {
        let hash =
            Sha256::new().chain_update(b"farled witness 1").chain_update(self.header.vault_id).finalize();
        hash[..16].iter().fold(String::new(), |mut name, byte| {
            // Writing to a string does not fail.
            let _ = write!(name, "{byte:02x}");
            name
        })
    }

    /// What is to be kept elsewhere about the present head.
    ///
    /// # Errors
    /// When the head can't be read or no random bytes can be had.
    pub fn make_witness(&self) -> Result<Vec<u8>, VaultError> {
        let head = self.audit_head()?;
        let mut plain = Vec::with_capacity(PLAIN);
        plain.extend_from_slice(&head.sequence.to_le_bytes());
        plain.extend_from_slice(&head.hash);
        plain.extend_from_slice(&head.at.timestamp().to_le_bytes());
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let payload = Payload { msg: &plain, aad: &self.header.vault_id };
        let sealed = keys::seal(self.keys.witness_key(), &nonce, payload);
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Hears a witness.
    ///
    /// # Errors
    /// When the chain can't be read.
    pub fn hear_witness(&self, witness: &[u8]) -> Result<Testimony, VaultError> {
        match self.read_witness(witness) {
            None => Ok(Testimony::Unreadable),
            Some(seen) if self.has_head(seen.sequence, &seen.hash)? => Ok(Testimony::Confirms),
            Some(seen) => Ok(Testimony::Contradicts { seen }),
        }
    }

    /// Whether a head is part of this vault's chain, as one that a bundle of ours names must be.
    ///
    /// # Errors
    /// When the chain can't be read.
    pub fn has_head(&self, sequence: u64, hash: &[u8; 32]) -> Result<bool, VaultError> {
        if sequence == 0 {
            return Ok(*hash == [0; 32]);
        }
        let Ok(sequence) = i64::try_from(sequence) else { return Ok(false) };
        let found: Option<[u8; 32]> = self
            .connection
            .prepare_cached("SELECT hash FROM audit WHERE sequence = ?")?
            .query_row([sequence], |row| row.get(0))
            .optional()?;
        Ok(found.as_ref() == Some(hash))
    }

    fn read_witness(&self, witness: &[u8]) -> Option<AuditHead> {
        let (nonce, sealed) = witness.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: &self.header.vault_id };
        let plain = keys::unseal(self.keys.witness_key(), nonce, payload)?;
        let (sequence, rest) = plain.split_first_chunk::<8>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let at = i64::from_le_bytes(rest.try_into().ok()?);
        Some(AuditHead {
            sequence: u64::from_le_bytes(*sequence),
            hash: *hash,
            at: DateTime::<Utc>::from_timestamp(at, 0)?,
        })
    }
}
