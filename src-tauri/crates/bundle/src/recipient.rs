//! The keys to which bundles are encrypted, as their `age1…` strings.
//!
//! Everything else in this crate treats a recipient as its string, so that a second kind of key
//! (age's hybrid post-quantum recipient, `age1pq…`) needs an arm in [`Recipient::parse`] and in
//! [`Identity::unwrapping`](crate::Identity), and nothing elsewhere. A bundle must then be sealed
//! to recipients of one kind only, throwaway ones included: one classic stanza would undo the others'
//! protection.

use sha2::{Digest, Sha256};

/// A key to which a bundle can be encrypted.
#[derive(Clone)]
pub(crate) struct Recipient(age::x25519::Recipient);

impl Recipient {
    /// Reads the string of a key. `None` for what is not one, for a second spelling of one, and for
    /// points of small order, to which nothing can be encrypted: they make the shared secret zero,
    /// at which the age library stops the program.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let key: age::x25519::Recipient = text.parse().ok()?;
        if key.to_string() != text {
            return None;
        }
        let (_, bytes) = bech32::decode(text).ok()?;
        let point: [u8; 32] = bytes.try_into().ok()?;
        // Clamping makes any scalar a multiple of the cofactor, so exactly these points give zero
        // (RFC 7748 §6.1). The top bit is not part of the point: set, it is a second spelling.
        let shared = x25519_dalek::x25519([0x55; 32], point);
        (shared != [0; 32] && point[31] & 0x80 == 0).then_some(Self(key))
    }

    /// Generates a recipient whose secret key nobody has: it makes up the number of stanzas.
    pub(crate) fn generate_throwaway() -> Self {
        Self(age::x25519::Identity::generate().to_public())
    }

    pub(crate) fn as_age(&self) -> &dyn age::Recipient {
        &self.0
    }
}

/// The hash by which a manifest names a recipient.
pub(crate) fn recipient_hash(recipient: &str) -> [u8; 32] {
    Sha256::digest(recipient.as_bytes()).into()
}

/// The string of an X25519 public key.
#[cfg(test)]
pub(crate) fn encode(point: &[u8; 32]) -> Option<String> {
    bech32::encode::<bech32::Bech32>(bech32::Hrp::parse("age").ok()?, point).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
    use super::*;

    /// The encodings of the points of small order, with the top bit clear (Curve25519, D. J.
    /// Bernstein, "Validate public keys").
    const SMALL_ORDER: [&str; 7] = [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ];

    #[test]
    fn keys_of_small_order_are_refused() {
        for hex in SMALL_ORDER {
            let point = crate::hex::decode(hex).unwrap();
            assert!(Recipient::parse(&encode(&point).unwrap()).is_none(), "{hex}");
        }
    }

    #[test]
    fn a_key_has_one_spelling() {
        let text = age::x25519::Identity::generate().to_public().to_string();
        assert!(Recipient::parse(&text).is_some());
        assert!(Recipient::parse(&text.to_uppercase()).is_none());
        assert!(Recipient::parse(&format!(" {text}")).is_none());
        assert!(Recipient::parse(&text[..text.len() - 1]).is_none());
        let (_, bytes) = bech32::decode(&text).unwrap();
        let mut point: [u8; 32] = bytes.try_into().unwrap();
        assert_eq!(encode(&point).unwrap(), text);
        point[31] |= 0x80;
        assert!(Recipient::parse(&encode(&point).unwrap()).is_none(), "the unused bit is set");
    }
}
