//! The community's test vectors for the age format, through our own door.

use std::{collections::BTreeMap, io::Read, path::PathBuf};

use bech32::primitives::decode::CheckedHrpstring;
use farled_bundle::{Fault, HeaderFault, Identity, OpenError, open};
use sha2::{Digest, Sha256};

use crate::fixture::decrypt;

/// Vectors that are good files of age and no bundles. Each is refused before the age library sees it.
const PASSPHRASES: &str = "scrypt";

struct Vector {
    name: String,
    expect: String,
    payload: Option<String>,
    identity: Identity,
    file: Vec<u8>,
}

fn vectors() -> Vec<Vector> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/age");
    let mut vectors: Vec<Vector> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            read(path.file_name().unwrap().to_str().unwrap().to_owned(), &std::fs::read(&path).unwrap())
        })
        .collect();
    vectors.sort_by(|a, b| a.name.cmp(&b.name));
    vectors
}

/// A vector: `name: value` lines, an empty line, the file, which may be compressed.
fn read(name: String, bytes: &[u8]) -> Vector {
    let end = bytes.windows(2).position(|window| window == b"\n\n").unwrap();
    let fields: BTreeMap<&str, &str> = std::str::from_utf8(&bytes[..end])
        .unwrap()
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let mut file = bytes[end + 2..].to_vec();
    if fields.contains_key("compressed") {
        let compressed = std::mem::take(&mut file);
        flate2::read::ZlibDecoder::new(compressed.as_slice()).read_to_end(&mut file).unwrap();
    }
    Vector {
        name,
        expect: fields["expect"].to_owned(),
        payload: fields.get("payload").map(|hash| (*hash).to_owned()),
        identity: fields.get("identity").map_or_else(Identity::generate, |text| identity(text)),
        file,
    }
}

/// An identity with this age key.
fn identity(age_secret_key: &str) -> Identity {
    let key: Vec<u8> = CheckedHrpstring::new::<bech32::Bech32>(age_secret_key).unwrap().byte_iter().collect();
    let bytes = [b"farled identity 1\n", key.as_slice(), &[7; 32]].concat();
    let identity = Identity::from_secret_bytes(&bytes).unwrap();
    assert_eq!(*identity.age_secret_key(), age_secret_key);
    identity
}

#[test]
fn every_vector_gives_what_it_should() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 92, "none was lost");
    let mut decrypted = 0;
    for Vector { name, expect, payload, identity, file } in vectors {
        let error = open(&file, &identity).unwrap_err();
        if name.starts_with(PASSPHRASES) {
            assert!(!matches!(error, OpenError::Malformed(_)), "{name} was tried: {error:?}");
            continue;
        }
        match expect.as_str() {
            // It was decrypted, and what came out is not an archive.
            "success" => {
                assert_eq!(error, OpenError::Malformed(Fault::Entry), "{name}");
                let hash: String =
                    Sha256::digest(decrypt(&file, &identity)).iter().map(|b| format!("{b:02x}")).collect();
                assert_eq!(Some(hash), payload, "{name}");
                decrypted += 1;
            }
            "no match" => assert_eq!(error, OpenError::NotForYou, "{name}"),
            "HMAC failure" | "payload failure" => {
                assert!(matches!(error, OpenError::Altered | OpenError::Truncated), "{name}: {error:?}");
            }
            "header failure" => assert!(!matches!(error, OpenError::Malformed(_)), "{name}: {error:?}"),
            other => panic!("{name}: {other}"),
        }
    }
    assert!(decrypted >= 12, "only {decrypted} were decrypted");
}

#[test]
fn a_passphrase_is_never_asked_for() {
    let scrypt = vectors().into_iter().find(|vector| vector.name == "scrypt").unwrap();
    assert_eq!(scrypt.expect, "success", "age itself would open it");
    let error = open(&scrypt.file, &scrypt.identity).unwrap_err();
    assert_eq!(error, OpenError::Header(HeaderFault::Passphrase));
}
