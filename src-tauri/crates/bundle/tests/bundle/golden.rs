//! Files that this format once made. They must open for ever, and are never made anew: a change that
//! needs it is a new format, with new files beside these.

use std::{fs::OpenOptions, io::Write, path::PathBuf};

use farled_bundle::{Card, Identity, bundle_hash, inspect, open, seal};

use crate::fixture::{card, records, request};

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(golden(name)).unwrap_or_else(|error| panic!("{name} belongs in the repository: {error}"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn identity(name: &str) -> Identity {
    Identity::from_secret_bytes(&read(name)).unwrap()
}

#[test]
fn the_identities_of_format_1_are_read() {
    let bob = identity("identity-1-bob.secret");
    assert_eq!(*bob.to_secret_bytes(), read("identity-1-bob.secret"));
    assert_eq!(bob.recipient(), BOB_RECIPIENT);
    assert_eq!(hex(&bob.signing_key()), BOB_SIGNING_KEY);
    assert_eq!(bob.key().to_string(), BOB_KEY);
    assert_eq!(identity("identity-1-alice.secret").key().to_string(), ALICE_KEY);
}

#[test]
fn the_card_of_format_1_is_read() {
    let card = Card::parse(&read("card-1-bob.txt")).unwrap();
    assert_eq!(card.encode(), read("card-1-bob.txt"));
    assert_eq!((card.name.as_str(), card.role.as_str()), ("Bob Exempel", "Kontaktperson"));
    assert_eq!(card.key().to_string(), BOB_KEY);
    assert_eq!(card.digits().join(" "), BOB_DIGITS);
    // Ed25519 has no randomness: the same card is signed the same way today.
    assert_eq!(crate::fixture::card(&identity("identity-1-bob.secret"), "Bob Exempel"), card);
}

#[test]
fn the_bundle_of_format_1_opens() {
    let bytes = read("bundle-1.farled");
    assert_eq!(hex(&bundle_hash(&bytes)), BUNDLE_HASH);
    assert_eq!(inspect(&bytes).unwrap().stanzas, 9);
    let opened = open(&bytes, &identity("identity-1-bob.secret")).unwrap();
    assert_eq!(opened.records, records());
    assert_eq!(opened.sender.to_string(), ALICE_KEY);
    assert_eq!(opened.erased.len(), 2);
    assert_eq!(opened.manifest.format, 1);
    assert_eq!(opened.manifest.id, request(&[], &[]).id);
    assert_eq!(opened.manifest.created_at, request(&[], &[]).created_at);
}

#[test]
fn the_manifest_of_format_1_is_written_as_then() {
    // But for the encryption nothing is random, so the same request gives the same plaintext.
    let (alice, bob) = (identity("identity-1-alice.secret"), identity("identity-1-bob.secret"));
    let again = seal(&request(&[card(&bob, "Bob Exempel")], &records()), &alice).unwrap();
    assert!(crate::fixture::decrypt(&again, &bob) == crate::fixture::decrypt(&read("bundle-1.farled"), &bob));
}

/// Run once, by hand, when a format is new: it writes what is missing and never over what is there.
#[test]
#[ignore = "writes the golden files of a new format"]
fn write_missing_golden_files() {
    fn write(name: &str, bytes: &[u8]) {
        let file = OpenOptions::new().write(true).create_new(true).open(golden(name));
        file.unwrap_or_else(|error| panic!("{name}: {error}")).write_all(bytes).unwrap();
    }
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let card = card(&bob, "Bob Exempel");
    let bundle = seal(&request(std::slice::from_ref(&card), &records()), &alice).unwrap();
    write("identity-1-alice.secret", &alice.to_secret_bytes());
    write("identity-1-bob.secret", &bob.to_secret_bytes());
    write("card-1-bob.txt", &card.encode());
    write("bundle-1.farled", &bundle);
    println!("BOB_RECIPIENT {}\nBOB_SIGNING_KEY {}", bob.recipient(), hex(&bob.signing_key()));
    println!("BOB_KEY {}\nALICE_KEY {}", bob.key(), alice.key());
    println!("BOB_DIGITS {}\nBUNDLE_HASH {}", card.digits().join(" "), hex(&bundle_hash(&bundle)));
}

const BOB_RECIPIENT: &str = "age1a4955nc8g5792d54wz380a68le0lkplnc7pk35dwkn3x34rnp4mqd8t7uq";
const BOB_SIGNING_KEY: &str = "7aa561a556c3e68c0140688da976c5d7cf33bf070d0cd8c654be00e32758eb33";
const BOB_KEY: &str = "a0432227e53e4179b3dc6d5a6b8c4a00a5d98f354debe1d774bacf6ac20604be";
const ALICE_KEY: &str = "cb9a084a4a91d8a1eaa76b22f8751df0c93dac25a715cf66a3475736ba5c1edb";
const BOB_DIGITS: &str = "43545 86199 04633 35284 99647 53176 70329 13426 96056 03231 83519 79788";
const BUNDLE_HASH: &str = "c2d21cb8a285e621c3409be99b92aeee80f6774ed88f5803bf856335011a9aaf";
