//! The recovery key: 256 random bits, printed once and kept on paper.
//!
//! Written in 13 groups of five characters of Crockford's base 32, which has no I, L, O or U. The
//! fifth character of each group checks the four before it and the group's place, so that a typing
//! mistake is told by its group: any one wrong character, any two neighbours swapped and any group in
//! the wrong place are found. The last four bits, which the key itself doesn't fill, come from its
//! SHA-256 and check the whole.

use std::fmt;

use farled_memory::Locked;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::VaultError;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 13;
/// Characters of a group, its check character included.
const GROUP: usize = 5;

/// A recovery key, wiped when dropped.
pub struct RecoveryKey(Locked<32>);

/// Why what was typed is no recovery key. Groups count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// It has too few or too many characters.
    #[error("the key has {found} of {expected} characters")]
    Length {
        /// How many were typed.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A group has a typing mistake.
    #[error("there is a typing mistake in group {group}")]
    Group {
        /// The group.
        group: usize,
    },
    /// Each group is right by itself, the whole is not.
    #[error("the key is wrong as a whole")]
    Whole,
}

impl RecoveryKeyError {
    /// A stable name in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "recovery-key-length",
            Self::Group { .. } => "recovery-key-group",
            Self::Whole => "recovery-key-wrong",
        }
    }

    /// What the sentence about it needs.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Length { found, expected } => {
                vec![("found", found.to_string()), ("expected", expected.to_string())]
            }
            Self::Group { group } => vec![("group", group.to_string())],
            Self::Whole => Vec::new(),
        }
    }
}

impl RecoveryKey {
    /// Draws a new one.
    pub(crate) fn make() -> Result<Self, VaultError> {
        let mut bytes = Locked::zero();
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as it is printed, 13 groups of five characters. The caller wipes what it keeps of them.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let mut bytes = Zeroizing::new([0_u8; 33]);
        bytes[..32].copy_from_slice(self.0.as_slice());
        bytes[32] = self.whole() << 4;
        (0..GROUPS)
            .map(|group| {
                let values: [u8; GROUP - 1] =
                    std::array::from_fn(|place| five_bits(&bytes, group * 4 + place));
                let check = check(group, values);
                values.iter().chain([&check]).map(|value| char::from(ALPHABET[usize::from(*value)])).collect()
            })
            .collect()
    }

    /// Reads a key as it was typed: with any spaces or dashes, in either case, with O for 0, I or L
    /// for 1 and U for V.
    ///
    /// # Errors
    /// The first group with a typing mistake.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyError> {
        let is_separator = |letter: char| letter.is_whitespace() || !letter.is_alphanumeric();
        let written: Vec<&str> = typed.split(is_separator).filter(|group| !group.is_empty()).collect();
        if written.len() == GROUPS {
            // Typed as printed: a character too few or too many is told by its group.
            if let Some(short) = written.iter().position(|group| group.chars().count() != GROUP) {
                return Err(RecoveryKeyError::Group { group: short + 1 });
            }
        }
        let letters = || typed.chars().filter(|letter| !is_separator(*letter));
        let (found, expected) = (letters().count(), GROUPS * GROUP);
        if found != expected {
            return Err(RecoveryKeyError::Length { found, expected });
        }
        let mut values = Zeroizing::new([0_u8; GROUPS * GROUP]);
        for (place, letter) in letters().enumerate() {
            values[place] = value(letter).ok_or(RecoveryKeyError::Group { group: place / GROUP + 1 })?;
        }
        let mut bytes = Zeroizing::new([0_u8; 33]);
        for (group, written) in values.as_chunks::<GROUP>().0.iter().enumerate() {
            let [a, b, c, d, typed_check] = *written;
            if check(group, [a, b, c, d]) != typed_check {
                return Err(RecoveryKeyError::Group { group: group + 1 });
            }
            for (place, value) in [a, b, c, d].into_iter().enumerate() {
                put_five_bits(&mut bytes, group * 4 + place, value);
            }
        }
        let mut key = Self(Locked::zero());
        key.0.copy_from_slice(&bytes[..32]);
        if bytes[32] >> 4 == key.whole() { Ok(key) } else { Err(RecoveryKeyError::Whole) }
    }

    /// Four bits that check the whole key.
    fn whole(&self) -> u8 {
        Sha256::digest(self.0.as_slice())[0] >> 4
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// What a character stands for; confusable letters count as what they look like.
fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        letter => letter,
    };
    ALPHABET.iter().position(|known| char::from(*known) == letter).and_then(|value| u8::try_from(value).ok())
}

/// The check of a group: a sum in the field of 32 elements in which each place has another weight, so
/// that a wrong or swapped character always changes it; moved by the group's number.
fn check(group: usize, values: [u8; GROUP - 1]) -> u8 {
    let mut weight = 1;
    let mut sum = u8::try_from(group).unwrap_or(0);
    for value in values {
        weight = multiply(weight, 2);
        sum ^= multiply(weight, value);
    }
    sum
}

/// Multiplication in GF(2⁵) modulo x⁵ + x² + 1.
fn multiply(a: u8, b: u8) -> u8 {
    let (mut product, mut a) = (0, a);
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= a;
        }
        a <<= 1;
        if a & 32 != 0 {
            a ^= 0b10_0101;
        }
    }
    product
}

/// The `index`th five bits.
fn five_bits(bytes: &[u8; 33], index: usize) -> u8 {
    (0..5).fold(0, |value, offset| {
        let bit = index * 5 + offset;
        value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1
    })
}

fn put_five_bits(bytes: &mut [u8; 33], index: usize, value: u8) {
    for offset in 0..5 {
        let bit = index * 5 + offset;
        bytes[bit / 8] |= (value >> (4 - offset) & 1) << (7 - bit % 8);
    }
}
