//! Headers made to stop a reader, and files that are something else.

use std::time::{Duration, Instant};

use farled_bundle::{HeaderFault, Identity, OpenError, inspect, open};

use crate::fixture::Sealed;

fn stanza(body: usize) -> String {
    format!("-> X25519 {}\n{}\n", "A".repeat(43), "B".repeat(body))
}

fn file(header: &str) -> Vec<u8> {
    let mut bytes = format!("age-encryption.org/v1\n{header}--- {}\n", "C".repeat(43)).into_bytes();
    bytes.resize(bytes.len() + 70_000, 0x5a);
    bytes
}

/// Refused by `open` and `inspect` alike, fast.
fn refused(bytes: &[u8]) -> OpenError {
    let identity = Identity::generate();
    let begun = Instant::now();
    let error = open(bytes, &identity).unwrap_err();
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(1), "took {took:?}");
    assert_eq!(inspect(bytes).unwrap_err(), error);
    error
}

#[test]
fn a_header_with_many_stanzas_is_refused() {
    for count in [33, 100, 580, 1_000_000] {
        let error = refused(&file(&stanza(43).repeat(count)));
        assert_eq!(error, OpenError::Header(HeaderFault::TooManyStanzas), "{count} stanzas");
        assert_eq!(error.code(), "bundle-altered");
    }
    assert_eq!(inspect(&file(&stanza(43).repeat(32))).unwrap().stanzas, 32);
}

#[test]
fn a_long_header_is_refused() {
    // 98 KB of bodies in few stanzas.
    let body = format!("{}\n", "B".repeat(64)).repeat(1_500);
    let header = format!("-> X25519 {}\n{body}B\n", "A".repeat(43));
    assert!(header.len() > 97_000);
    assert_eq!(refused(&file(&header)), OpenError::Header(HeaderFault::TooLong));
    // The same, and it never ends.
    let endless =
        format!("age-encryption.org/v1\n-> X25519 A\n{}", format!("{}\n", "B".repeat(64)).repeat(500_000));
    assert_eq!(refused(endless.as_bytes()), OpenError::Header(HeaderFault::TooLong));
}

#[test]
fn a_long_line_is_refused() {
    for length in [2_049, 98_000, 30_000_000] {
        let error = refused(&file(&format!("-> X25519 {}\nB\n", "A".repeat(length))));
        assert_eq!(error, OpenError::Header(HeaderFault::LineTooLong), "{length}");
    }
    let mut endless = b"age-encryption.org/v1\n".to_vec();
    endless.resize(5_000_000, b'-');
    assert_eq!(refused(&endless), OpenError::Header(HeaderFault::LineTooLong));
}

#[test]
fn a_header_of_another_shape_is_refused() {
    for (header, fault) in [
        (String::new(), HeaderFault::NoStanzas),
        (format!("{}\u{e5}", stanza(43)), HeaderFault::NotText),
        (format!("-> X25519 \0\n{}", stanza(43)), HeaderFault::NotText),
        ("hej\n".to_owned(), HeaderFault::Disordered),
        (format!("{}extra\n", stanza(43)), HeaderFault::Disordered),
        (stanza(65), HeaderFault::Disordered),
        (format!("-> X25519 A\n{}", stanza(43)), HeaderFault::Disordered),
        ("-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nBBBB\n".to_owned(), HeaderFault::Passphrase),
    ] {
        assert_eq!(refused(&file(&header)), OpenError::Header(fault), "{header:?}");
    }
}

#[test]
fn a_passphrase_that_takes_hours_is_not_tried() {
    // age's own work factor of 2^30 would take hours and a gigabyte.
    let header = "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    assert_eq!(refused(&file(header)), OpenError::Header(HeaderFault::Passphrase));
}

#[test]
fn a_file_of_another_kind_is_not_a_bundle() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for bytes in [&b""[..], b"x", b"Hej, det h\xc3\xa4r \xc3\xa4r text.\n", png, b"PK\x03\x04", &[0; 100_000]]
    {
        let error = refused(bytes);
        assert_eq!(error, OpenError::NotABundle);
        assert_eq!(error.code(), "bundle-not-a-bundle");
    }
    let armored = b"-----BEGIN AGE ENCRYPTED FILE-----\n";
    assert_eq!(refused(armored), OpenError::NotABundle);
    assert_eq!(refused(b"age-encryption.org/nonsense\n"), OpenError::NotABundle);
}

#[test]
fn a_later_version_of_the_encryption_is_refused_by_name() {
    let mut bytes = Sealed::new().bytes;
    bytes[20] = b'2';
    let error = refused(&bytes);
    assert_eq!(error, OpenError::Newer { format: 2 });
    assert_eq!((error.code(), error.params()), ("bundle-newer", vec![("format", "2".to_owned())]));
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let mut bytes = Sealed::new().bytes;
    bytes.resize(256 * 1_024 * 1_024 + 1, 0);
    let error = refused(&bytes);
    assert_eq!(error, OpenError::TooLarge { size: 256 * 1_024 * 1_024 + 1 });
    assert_eq!(error.code(), "bundle-too-large");
}
