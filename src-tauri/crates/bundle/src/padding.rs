//! Padding: how much a file's length tells.
//!
//! Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: "Reducing Metadata Leakage from
//! Encrypted Files and Communication with PURBs", PoPETs 2019, §4) rounds a length up so that only
//! O(log log n) bits of it show, at a cost of at most 12 %, far less for large files. Small bundles
//! all have the same length: the floor.

/// No plaintext is shorter than this, in bytes.
pub(crate) const FLOOR: u64 = 64 * 1024;

/// The length to which Padmé rounds `length` up. Lengths must be below 2^62.
pub(crate) fn padme(length: u64) -> u64 {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1_u64 << (exponent - kept)) - 1;
    (length + mask) & !mask
}

/// The length of a bundle's plaintext that would be `length` bytes long without its padding.
///
/// From the floor upwards every padded length is a multiple of 2,048, so that an archive, made of
/// blocks of 512, can have it exactly.
pub(crate) fn padded(length: u64) -> u64 {
    padme(length.max(FLOOR))
}

/// Whether a plaintext of this length can have been padded.
pub(crate) fn is_padded(length: u64) -> bool {
    length >= FLOOR && padme(length) == length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padme_gives_the_lengths_of_the_paper() {
        // Computed by hand from the paper's algorithm: E = ⌊log2 L⌋, S = ⌊log2 E⌋ + 1, the last
        // E − S bits are rounded up.
        for (length, padded) in [
            (0, 0),
            (1, 1),
            (2, 2),
            (7, 7),
            (8, 8),
            (9, 10),
            (15, 16),
            (100, 104),
            (1_000, 1_024),
            (1_025, 1_088),
            (65_536, 65_536),
            (65_537, 67_584),
            (100_000, 100_352),
            (1_000_000, 1_015_808),
            (60_000_000, 60_817_408),
            (1 << 30, 1 << 30),
        ] {
            assert_eq!(padme(length), padded, "of {length}");
        }
    }

    #[test]
    fn padded_lengths_are_whole_blocks_never_shrink_and_cost_little() {
        let mut length = 1_u64;
        while length < 1 << 40 {
            let padded = padded(length);
            assert!(padded >= length && padded >= FLOOR);
            assert_eq!(padded % 2_048, 0, "the archive must be able to have the length of {length}");
            assert!(is_padded(padded));
            if length > FLOOR {
                assert!(padded - length <= length / 16, "padding of {length} costs more than 6.25 %");
            }
            length = length * 17 / 16 + 1;
        }
    }
}
