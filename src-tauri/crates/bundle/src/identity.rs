//! An identity: the two secret keys by which a vault receives and signs bundles.

use age::secrecy::ExposeSecret;
use bech32::{Bech32, Hrp};
use chrono::NaiveDate;
use ed25519_dalek::SigningKey;
use farled_memory::Locked;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{Card, CardError, CardKey, CardText, random::generate_bytes, signing};

/// The line before the keys in their stored form.
const DOMAIN: &[u8] = b"farled identity 1\n";

/// An X25519 key, to which bundles are encrypted, and an Ed25519 key, which signs them. The keys are
/// independent of each other, and overwritten in memory when the identity is dropped.
pub struct Identity {
    receiving: age::x25519::Identity,
    /// The bytes of the same key: the age library hands out its text only.
    receiving_secret: Locked<32>,
    /// Its public key as a string, kept because it is needed often.
    recipient: String,
    signing: SigningKey,
}

impl Identity {
    /// Generates an identity from the operating system's randomness.
    #[must_use]
    #[allow(clippy::expect_used, reason = "any 32 bytes are an X25519 secret key (RFC 7748 §5)")]
    pub fn generate() -> Self {
        Self::from_keys(&generate_bytes::<32>(), &generate_bytes::<32>())
            .expect("any 32 bytes are a secret key")
    }

    /// The keys as bytes, to be kept inside a vault: a domain line, the X25519 secret key, the
    /// Ed25519 secret key.
    #[must_use]
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        // With the whole capacity from the start, no copy is left behind by growing.
        let mut bytes = Zeroizing::new(Vec::with_capacity(DOMAIN.len() + 64));
        bytes.extend_from_slice(DOMAIN);
        bytes.extend_from_slice(self.receiving_secret.as_slice());
        bytes.extend_from_slice(self.signing.as_bytes());
        bytes
    }

    /// Reads what [`to_secret_bytes`](Self::to_secret_bytes) wrote.
    ///
    /// # Errors
    /// When the bytes are anything else.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<Self, IdentityError> {
        let (receiving, signing) = bytes
            .strip_prefix(DOMAIN)
            .and_then(|keys| keys.split_first_chunk::<32>())
            .ok_or(IdentityError)?;
        Self::from_keys(receiving, signing.try_into().map_err(|_| IdentityError)?)
    }

    fn from_keys(receiving: &[u8; 32], signing: &[u8; 32]) -> Result<Self, IdentityError> {
        let hrp = Hrp::parse("age-secret-key-").map_err(|_| IdentityError)?;
        let text = Zeroizing::new(bech32::encode_upper::<Bech32>(hrp, receiving).map_err(|_| IdentityError)?);
        let secret: age::x25519::Identity = text.parse().map_err(|_| IdentityError)?;
        let mut receiving_secret = Locked::zero();
        receiving_secret.copy_from_slice(receiving);
        Ok(Self {
            recipient: secret.to_public().to_string(),
            receiving: secret,
            receiving_secret,
            signing: SigningKey::from_bytes(signing),
        })
    }

    /// The secret key as the `age` command reads it (`AGE-SECRET-KEY-1…`). Whoever has it reads every
    /// bundle ever sealed to this identity: it is for the export against disaster alone.
    #[must_use]
    pub fn age_secret_key(&self) -> Zeroizing<String> {
        Zeroizing::new(self.receiving.to_string().expose_secret().to_owned())
    }

    /// The public key to which others encrypt (`age1…`).
    #[must_use]
    pub fn recipient(&self) -> &str {
        &self.recipient
    }

    /// The public key that checks this identity's signatures.
    #[must_use]
    pub fn signing_key(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// The name of this pair of keys; the same as its cards'.
    #[must_use]
    pub fn key(&self) -> CardKey {
        CardKey::derive(&self.recipient, &self.signing_key())
    }

    /// Makes and signs a card that others can import. It is valid up to and including `expires_on`.
    ///
    /// # Errors
    /// When a text is empty where it may not be, too long or holds characters that don't belong in
    /// a name, or when the card would expire before it is made.
    pub fn card(
        &self,
        text: CardText,
        created_on: NaiveDate,
        expires_on: NaiveDate,
        revision: u32,
    ) -> Result<Card, CardError> {
        Card::sign(self, text, created_on, expires_on, revision)
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        signing::sign(&self.signing, message)
    }

    /// The keys that can open a bundle.
    pub(crate) fn unwrapping(&self) -> Vec<&dyn age::Identity> {
        vec![&self.receiving]
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("key", &self.key()).finish_non_exhaustive()
    }
}

/// The bytes are not an identity's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the stored identity is damaged")]
pub struct IdentityError;

impl IdentityError {
    /// The stable name by which texts are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "identity-damaged"
    }

    /// What a text about it may name: nothing.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
