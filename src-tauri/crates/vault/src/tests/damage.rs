//! Damaged files: refused with a name, and nothing else is touched.

use sha2::{Digest, Sha256};

use super::*;
use crate::{Damage, Presence, presence, schema};

/// The bytes of a header with the checksum that fits them.
pub fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let body = bytes.len() - 32;
    let checksum = Sha256::digest(&bytes[..body]);
    bytes[body..].copy_from_slice(&checksum);
    bytes
}

#[test]
fn every_byte_of_the_header_counts() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.header");
    let original = fs::read(&path).unwrap();
    let database = fs::read(fixture.folder.join("vault.db")).unwrap();
    for place in 0..original.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = original.clone();
            bytes[place] ^= flip;
            fs::write(&path, bytes).unwrap();
            let code = fixture.unlock().unwrap_err().code();
            let expected = if (8..12).contains(&place) {
                // The format itself: a newer one, or none.
                ["vault-newer", "vault-header-damaged"].as_slice()
            } else {
                &["vault-header-damaged"]
            };
            assert!(expected.contains(&code), "byte {place} ^ {flip}: {code}");
        }
    }
    assert_eq!(fs::read(fixture.folder.join("vault.db")).unwrap(), database);
    fs::write(&path, original).unwrap();
    fixture.unlock().unwrap();
}

#[test]
fn a_header_of_any_other_length_is_refused() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.header");
    let original = fs::read(&path).unwrap();
    for length in 0..original.len() {
        fs::write(&path, &original[..length]).unwrap();
        assert_eq!(fixture.unlock().unwrap_err().code(), "vault-header-damaged", "{length} bytes");
        assert_eq!(presence(&fixture.folder), Presence::Damaged(Damage::HeaderUnreadable));
    }
    for more in [vec![0; 1], vec![0; 10_000]] {
        fs::write(&path, [original.clone(), more].concat()).unwrap();
        assert_eq!(fixture.unlock().unwrap_err().code(), "vault-header-damaged");
    }
}

#[test]
fn a_missing_vault_is_told_from_a_damaged_and_a_newer_one() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let (header, database) = (fixture.folder.join("vault.header"), fixture.folder.join("vault.db"));
    let (header_bytes, database_bytes) = (fs::read(&header).unwrap(), fs::read(&database).unwrap());

    let mut newer = header_bytes.clone();
    newer[8] = 2;
    fs::write(&header, newer).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Newer { format: 2 });
    let error = fixture.unlock().unwrap_err();
    assert_eq!((error.code(), error.params()), ("vault-newer", vec![("format", "2".to_owned())]));
    fs::write(&header, &header_bytes).unwrap();

    fs::write(&database, []).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Damaged(Damage::DatabaseMissing));
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert!(fs::read(&database).unwrap().is_empty(), "no new database in the place of the lost one");
    fs::remove_file(&database).unwrap();
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert!(!database.exists());

    fs::write(&database, database_bytes).unwrap();
    fs::remove_file(&header).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Damaged(Damage::HeaderMissing));
    fs::remove_file(&database).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Missing);
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-missing");
}

#[test]
fn a_plain_database_is_refused() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.db");
    fs::remove_file(&path).unwrap();
    let plain = rusqlite::Connection::open(&path).unwrap();
    plain.execute_batch("CREATE TABLE records (id)").unwrap();
    drop(plain);
    assert!(fs::read(&path).unwrap().starts_with(b"SQLite format 3"), "the control must be plain");
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
}

#[test]
fn tables_of_a_newer_version_are_refused_by_name() {
    let mut fixture = Fixture::new();
    fixture.connection.pragma_update(None, "user_version", 9).unwrap();
    let error = fixture.unlock().unwrap_err();
    assert_eq!((error.code(), error.params()), ("vault-newer", vec![("format", "9".to_owned())]));
}

#[test]
fn a_step_that_fails_leaves_the_version_before_it() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    let version = |fixture: &Fixture| schema::version(&fixture.connection).unwrap();
    let with = |step: &'static str| [schema::MIGRATIONS, &[step]].concat();
    let broken = with("CREATE TABLE extra (a) STRICT; INSERT INTO nowhere VALUES (1);");
    schema::migrate_by(&fixture.connection, &broken).unwrap_err();
    assert_eq!(version(&fixture), schema::newest());
    let sound = with("CREATE TABLE extra (a TEXT) STRICT;");
    schema::migrate_by(&fixture.connection, &sound).unwrap();
    schema::migrate_by(&fixture.connection, &sound).unwrap();
    assert_eq!(version(&fixture), schema::newest() + 1);
    assert_eq!(fixture.get(1), Some(need(1, "kvar")));
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-newer");
}

/// One byte in every page, and the file cut after every page: refused at unlocking, or at the latest
/// found by the check. Never another value than was written.
#[test]
fn damage_to_any_page_is_found() {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        for number in 0..100 {
            writer.put(&note(number, &format!("Samtal {number} om boendet och vägen dit.")))?;
        }
        Ok(())
    });
    fixture.lock();
    let path = fixture.folder.join("vault.db");
    let original = fs::read(&path).unwrap();
    let pages = original.len() / 4096;
    assert!(pages > 10);
    for page in 0..pages {
        let mut flipped = original.clone();
        flipped[page * 4096 + 100 + page % 3900] ^= 0x10;
        fs::write(&path, flipped).unwrap();
        assert!(is_refused_or_found(&mut fixture), "page {page} flipped");
        fs::write(&path, &original[..page * 4096]).unwrap();
        assert!(is_refused_or_found(&mut fixture), "cut after {page} pages");
    }
    for (one, other) in [(1, 2), (3, pages - 1), (0, 1)] {
        let mut swapped = original.clone();
        for place in 0..4096 {
            swapped.swap(one * 4096 + place, other * 4096 + place);
        }
        fs::write(&path, swapped).unwrap();
        assert!(is_refused_or_found(&mut fixture), "pages {one} and {other} swapped");
    }
    fs::write(&path, &original).unwrap();
    fixture.unlock().unwrap();
    fixture.assert_sound();
}

fn is_refused_or_found(fixture: &mut Fixture) -> bool {
    let found = match fixture.unlock() {
        Ok(()) => fixture.check().map(|check| check.problems),
        Err(error) => Err(error),
    };
    match found {
        Ok(problems) => !problems.is_empty(),
        Err(VaultError::DatabaseDamaged) => true,
        Err(error) => panic!("{error}"),
    }
}
