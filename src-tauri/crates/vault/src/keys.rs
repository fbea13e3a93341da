//! The data key and the keys that follow from it.

use std::fmt;

use chacha20poly1305::{
    Key as CipherKey, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use farled_memory::Locked;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::VaultError;

pub(crate) type HmacSha256 = Hmac<Sha256>;
pub(crate) type Key = Locked<32>;

/// The first words of every label.
const LABEL: &str = "farled vault 1";

/// The random key from which all others follow. Known only while the vault is unlocked.
pub(crate) struct DataKey(Key);

impl DataKey {
    /// Draws a new one.
    pub(crate) fn make() -> Result<Self, VaultError> {
        let mut bytes = Key::zero();
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    pub(crate) fn from_bytes(bytes: Key) -> Self {
        Self(bytes)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Compares in constant time.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }

    /// The keys of the vault with this id.
    pub(crate) fn derive(&self, vault_id: &[u8; 16]) -> Keys {
        let derive = |purpose| derive_key(vault_id, self.as_bytes(), purpose);
        let mut database_salt = [0; 16];
        expand(vault_id, self.as_bytes(), "database salt", &mut database_salt);
        Keys {
            database: derive("database key"),
            database_salt,
            header: derive("header"),
            audit: derive("audit"),
            backup: derive("backup"),
            witness: derive("witness"),
        }
    }
}

/// The keys that follow from the data key, one per purpose.
pub(crate) struct Keys {
    pub(crate) database: Key,
    /// Stands in the clear at the beginning of the database.
    pub(crate) database_salt: [u8; 16],
    header: Key,
    audit: Key,
    backup: Key,
    witness: Key,
}

impl Keys {
    /// A MAC over the header.
    pub(crate) fn header_mac(&self) -> HmacSha256 {
        mac(self.header.as_slice())
    }

    /// A MAC over an audit entry.
    pub(crate) fn audit_mac(&self) -> HmacSha256 {
        mac(self.audit.as_slice())
    }

    /// The key of the audit entries' MACs, to check them when there is another.
    pub(crate) fn audit_key(&self) -> &Key {
        &self.audit
    }

    /// The key that what is remembered outside the vault is sealed under.
    pub(crate) fn witness_key(&self) -> &Key {
        &self.witness
    }

    /// A MAC over the manifest of a backup.
    pub(crate) fn backup_mac(&self) -> HmacSha256 {
        mac(self.backup.as_slice())
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

#[allow(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104 §2)")]
pub(crate) fn mac(key: &[u8]) -> HmacSha256 {
    HmacSha256::new_from_slice(key).expect("any length")
}

/// XChaCha20-Poly1305 under a random nonce.
#[allow(clippy::expect_used, reason = "only a message of more than 256 GiB is refused (RFC 8439 §2.8)")]
pub(crate) fn seal(key: &Key, nonce: &[u8; 24], payload: Payload<'_, '_>) -> Vec<u8> {
    XChaCha20Poly1305::new(<&CipherKey>::from(&**key))
        .encrypt(&XNonce::from(*nonce), payload)
        .expect("short enough")
}

/// Opens what [`seal`] has sealed. `None` when the key is another, or something was altered.
pub(crate) fn unseal(key: &Key, nonce: &[u8; 24], payload: Payload<'_, '_>) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = XChaCha20Poly1305::new(<&CipherKey>::from(&**key));
    cipher.decrypt(&XNonce::from(*nonce), payload).ok().map(Zeroizing::new)
}

/// HKDF-SHA256 of `secret` for one purpose.
pub(crate) fn derive_key(salt: &[u8], secret: &[u8], purpose: &str) -> Key {
    let mut key = Key::zero();
    expand(salt, secret, purpose, key.as_mut_slice());
    key
}

fn expand(salt: &[u8], secret: &[u8], purpose: &str, out: &mut [u8]) {
    hkdf_sha256(salt, secret, format!("{LABEL} {purpose}").as_bytes(), out);
}

/// HKDF-SHA256 (RFC 5869).
#[allow(clippy::expect_used, reason = "at most 255 × 32 bytes are ever asked for (RFC 5869 §2.3)")]
pub(crate) fn hkdf_sha256(salt: &[u8], secret: &[u8], info: &[u8], out: &mut [u8]) {
    Hkdf::<Sha256>::new(Some(salt), secret).expand(info, out).expect("short enough");
}
