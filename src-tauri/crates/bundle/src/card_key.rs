//! What a pair of keys is called.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest, Sha256};

use crate::{CardError, hex};

/// Names a pair of keys: SHA-256 over both, in hexadecimal wherever it is text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CardKey([u8; 32]);

impl CardKey {
    /// Derives the name of a pair of keys.
    pub(crate) fn derive(recipient: &str, signing_key: &[u8; 32]) -> Self {
        let hash = Sha256::new()
            .chain_update(b"farled card key 1\n")
            .chain_update(recipient.as_bytes())
            .chain_update(b"\n")
            .chain_update(signing_key)
            .finalize();
        Self(hash.into())
    }
}

impl std::fmt::Display for CardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

impl std::fmt::Debug for CardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CardKey({self})")
    }
}

impl std::str::FromStr for CardKey {
    type Err = CardError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        hex::decode(text).map(Self).ok_or(CardError::NotACard)
    }
}

impl Serialize for CardKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CardKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
