//! Signatures: Ed25519 (RFC 8032), checked by the strict rules.
//!
//! What is signed always begins with a line that says what it is ("farled card 1", "farled bundle
//! manifest 1"), so that a signature under one can't be passed off as one under another.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// The length of a signature in bytes.
pub(crate) const SIGNATURE_LENGTH: usize = 64;

pub(crate) fn sign(key: &SigningKey, message: &[u8]) -> [u8; SIGNATURE_LENGTH] {
    key.sign(message).to_bytes()
}

/// Whether the signature is this key's. A key of small order, under which one signature fits many
/// messages, and a signature with a second spelling never are.
pub(crate) fn verifies(key: &[u8; 32], message: &[u8], signature: &[u8; SIGNATURE_LENGTH]) -> bool {
    VerifyingKey::from_bytes(key)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
    use super::*;
    use crate::hex;

    #[test]
    fn signatures_are_those_of_rfc_8032() {
        // §7.1, TEST 1 to TEST 3: secret key, public key, message, signature.
        let vectors = [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                &[][..],
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                &[0x72],
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                &[0xaf, 0x82],
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
            ),
        ];
        for (secret, public, message, signature) in vectors {
            let key = SigningKey::from_bytes(&hex::decode(secret).unwrap());
            let public: [u8; 32] = hex::decode(public).unwrap();
            assert_eq!(key.verifying_key().to_bytes(), public);
            assert_eq!(hex::encode(&sign(&key, message)), signature);
            let signature = hex::decode(signature).unwrap();
            assert!(verifies(&public, message, &signature));
            assert!(!verifies(&public, b"another", &signature));
        }
    }

    #[test]
    fn a_key_of_small_order_signs_nothing() {
        // The neutral element as key and as R, S = 0: the lax rules accept it for every message.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let mut signature = [0; 64];
        signature[0] = 1;
        assert!(!verifies(&neutral, b"anything", &signature));
    }
}
