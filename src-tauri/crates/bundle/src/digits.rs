//! What two people compare to know that they have each other's keys.
//!
//! Made as Signal makes its safety numbers: SHA-512, iterated to make a search for a second pair of
//! keys with the same digits dearer, cut into groups of five decimal digits, each from five bytes
//! taken as a number, modulo 100,000. Twelve groups carry 199 bits; even three of them, typed back
//! over the phone, 50 bits, and each attempt of a search costs 5,200 hashes.

use sha2::{Digest, Sha512};

const DOMAIN: &[u8] = b"farled card digits 1\n";
/// As many as Signal's.
const ROUNDS: usize = 5_200;

/// Derives the sixty digits of a pair of keys, in groups of five.
///
/// `h₀ = SHA-512(domain ‖ recipient ‖ LF ‖ signing key)`, `hᵢ = SHA-512(hᵢ₋₁ ‖ recipient ‖ LF ‖
/// signing key)`; the first sixty bytes of `h₅₂₀₀` are used. A recipient holds no line feed, so
/// no other pair of keys gives the same input.
pub(crate) fn derive_digits(recipient: &str, signing_key: &[u8; 32]) -> [String; 12] {
    let keys = [recipient.as_bytes(), b"\n", signing_key].concat();
    let mut hash = Sha512::new().chain_update(DOMAIN).chain_update(&keys).finalize();
    for _ in 0..ROUNDS {
        hash = Sha512::new().chain_update(hash).chain_update(&keys).finalize();
    }
    std::array::from_fn(|group| {
        let number =
            hash[group * 5..group * 5 + 5].iter().fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        format!("{:05}", number % 100_000)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
    use std::collections::HashSet;

    use super::*;
    use crate::recipient;

    #[test]
    fn each_bit_of_each_key_changes_the_digits() {
        let point = [0x5a; 32];
        let signing = [0xa5; 32];
        let mut seen = HashSet::new();
        assert!(seen.insert(derive_digits(&recipient::encode(&point).unwrap(), &signing)));
        for bit in 0..256 {
            let mut flipped = point;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(seen.insert(derive_digits(&recipient::encode(&flipped).unwrap(), &signing)));
            let mut flipped = signing;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(seen.insert(derive_digits(&recipient::encode(&point).unwrap(), &flipped)));
        }
        for digits in &seen {
            assert!(digits.iter().all(|g| g.len() == 5 && g.bytes().all(|b| b.is_ascii_digit())));
        }
    }
}
