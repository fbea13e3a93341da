//! Randomness, from the operating system and nowhere else.

use zeroize::Zeroizing;

use crate::hex;

/// Generates `N` random bytes.
#[allow(
    clippy::expect_used,
    reason = "getrandom(2) with a buffer of a few bytes does not fail on a kernel that has booted; \
              if it did, every key made would be worthless and going on would be worse than stopping"
)]
pub(crate) fn generate_bytes<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).expect("the operating system hands out randomness");
    bytes
}

/// Generates a name for a bundle's file: random, so that it tells neither whose case it is nor when
/// it was made.
#[must_use]
pub fn random_file_name() -> String {
    format!("{}.farled", hex::encode(generate_bytes::<10>().as_slice()))
}
