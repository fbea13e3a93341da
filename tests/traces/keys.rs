//! The vault's keys, computed from the passphrase and the header by the format's description alone: a
//! second implementation, so that what is looked for is known to be right.

use std::fs;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;

use crate::canary::Flock;

/// Notes the data key, the keys that follow from it, and those that lead to it.
pub fn note(flock: &mut Flock, vault: &Path, passphrase: &str) {
    let header = fs::read(vault.join("vault.header")).unwrap();
    let vault_id: [u8; 16] = header[16..32].try_into().unwrap();
    let slot = header[33..].chunks(117).find(|slot| slot[16] == 1).expect("a passphrase slot");
    let number = |at: usize| u32::from_le_bytes(slot[at..at + 4].try_into().unwrap());
    let params = Params::new(number(17), number(21), number(25), Some(32)).unwrap();
    let mut stretched = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), &slot[29..45], &mut stretched)
        .unwrap();
    let wrapping = derive(&slot[29..45], &stretched, "passphrase slot");
    let associated = [&header[8..12], &vault_id, &slot[..45]].concat();
    let nonce: [u8; 24] = slot[45..69].try_into().unwrap();
    let data = XChaCha20Poly1305::new(&wrapping.into())
        .decrypt(&XNonce::from(nonce), Payload { msg: &slot[69..117], aad: &associated })
        .expect("the format is as the vault crate describes it");
    flock.note("key: passphrase, stretched", &stretched);
    flock.note("key: wrapping key", &wrapping);
    flock.note("key: data key", &data);
    for purpose in ["database key", "header", "audit", "witness"] {
        flock.note(&format!("key: {purpose}"), &derive(&vault_id, &data, purpose));
    }
}

fn derive(salt: &[u8], secret: &[u8], purpose: &str) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(format!("farled vault 1 {purpose}").as_bytes(), &mut key)
        .unwrap();
    key
}
