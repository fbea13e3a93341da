//! Every way in which a medium or a meddler can damage the file.

use farled_bundle::{OpenError, inspect, open};

use crate::fixture::{Dice, Sealed};

fn is_damage(error: &OpenError) -> bool {
    matches!(
        error.code(),
        "bundle-truncated" | "bundle-altered" | "bundle-not-a-bundle" | "bundle-not-for-you"
    )
}

#[test]
fn cut_off_at_any_byte_it_is_refused() {
    let sealed = Sealed::new();
    let header = inspect(&sealed.bytes).unwrap().header_size as usize;
    for length in 0..sealed.bytes.len() {
        let error = open(&sealed.bytes[..length], &sealed.bob).unwrap_err();
        let expected = if length == 0 { OpenError::NotABundle } else { OpenError::Truncated };
        assert_eq!(error, expected, "cut off at {length} of {}, header {header}", sealed.bytes.len());
    }
    assert!(open(&sealed.bytes, &sealed.bob).is_ok());
}

#[test]
fn a_large_bundle_cut_off_between_chunks_is_refused() {
    let (alice, bob) = (farled_bundle::Identity::generate(), farled_bundle::Identity::generate());
    let records = [crate::fixture::record(farled_case::Kind::Note, 4, &"x".repeat(200_000))];
    let recipients = [crate::fixture::card(&bob, "Bob")];
    let bytes = farled_bundle::seal(&crate::fixture::request(&recipients, &records), &alice).unwrap();
    let payload = inspect(&bytes).unwrap().header_size as usize + 16;
    for chunks in 0..(bytes.len() - payload) / 65_552 {
        let end = payload + chunks * 65_552;
        let error = open(&bytes[..end], &bob).unwrap_err();
        assert!(matches!(error, OpenError::Truncated | OpenError::Altered), "{chunks} chunks: {error:?}");
    }
    // A chunk moved to another's place.
    let mut swapped = bytes.clone();
    let (first, second) = swapped[payload..].split_at_mut(65_552);
    first.swap_with_slice(&mut second[..65_552]);
    assert_eq!(open(&swapped, &bob).unwrap_err(), OpenError::Altered);
}

#[test]
fn every_flipped_bit_of_the_header_is_noticed() {
    let sealed = Sealed::new();
    let header = inspect(&sealed.bytes).unwrap().header_size as usize;
    // And of the nonce behind it.
    for bit in 0..8 * (header + 16) {
        let mut flipped = sealed.bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let error = open(&flipped, &sealed.bob).unwrap_err();
        assert!(is_damage(&error) || matches!(error, OpenError::Newer { .. }), "bit {bit}: {error:?}");
    }
}

#[test]
fn every_flipped_bit_of_the_content_is_noticed() {
    let sealed = Sealed::new();
    let payload = inspect(&sealed.bytes).unwrap().header_size as usize + 16;
    let mut dice = Dice(20_261_122);
    for _ in 0..2_500 {
        let bit = 8 * payload + dice.below(8 * (sealed.bytes.len() - payload));
        let mut flipped = sealed.bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(open(&flipped, &sealed.bob).unwrap_err(), OpenError::Altered, "bit {bit}");
    }
}

#[test]
fn whatever_is_added_is_noticed() {
    let sealed = Sealed::new();
    for extra in [1, 16, 100, 65_552, 70_000] {
        for byte in [0, 0xff] {
            let mut longer = sealed.bytes.clone();
            longer.resize(longer.len() + extra, byte);
            let error = open(&longer, &sealed.bob).unwrap_err();
            assert!(matches!(error, OpenError::Truncated | OpenError::Altered), "{extra}: {error:?}");
        }
    }
    let mut shifted = sealed.bytes.clone();
    shifted.insert(0, b'\n');
    assert_eq!(open(&shifted, &sealed.bob).unwrap_err(), OpenError::NotABundle);
}

#[test]
fn two_bundles_spliced_together_are_noticed() {
    let (first, second) = (Sealed::new(), Sealed::new());
    let first_header = inspect(&first.bytes).unwrap().header_size as usize;
    let second_header = inspect(&second.bytes).unwrap().header_size as usize;
    let spliced = [&first.bytes[..first_header], &second.bytes[second_header..]].concat();
    assert_eq!(open(&spliced, &first.bob).unwrap_err(), OpenError::Altered);
    assert_eq!(open(&spliced, &second.bob).unwrap_err(), OpenError::NotForYou);
}
