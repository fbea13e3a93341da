//! Damaged files: refused with a name, and nothing else is touched.

use sha2::{Digest, Sha256};

use super::*;
use crate::{Damage, Presence, Problem, Remedy, presence, schema};

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
            fixture.write_headers(&bytes);
            let code = fixture.unlock().unwrap_err().code();
            assert_eq!(code, "vault-header-damaged", "byte {place} ^ {flip}");
        }
    }
    assert_eq!(fs::read(fixture.folder.join("vault.db")).unwrap(), database);
    fixture.write_headers(&original);
    fixture.unlock().unwrap();
}

#[test]
fn a_header_that_does_not_read_is_written_again_from_its_copy() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let [header, copy] = ["vault.header", "vault.header.copy"].map(|name| fixture.folder.join(name));
    let original = fs::read(&header).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), original);
    let mut mended = 0;
    for place in 0..original.len() {
        let mut bytes = original.clone();
        bytes[place] ^= 0x10;
        fs::write(&header, bytes).unwrap();
        assert_eq!(presence(&fixture.folder), Presence::Present);
        fixture.unlock().unwrap();
        assert!(fixture.was_header_mended());
        assert_eq!(fs::read(&header).unwrap(), original, "byte {place}");
        mended += 1;
    }
    println!("header: {mended} of {mended} flips mended from the copy");
    // The format and the length, whatever stands there.
    for damaged in [[0xff; 8], [2, 0, 0, 0, 0, 0, 0, 0], [0; 8]] {
        let mut bytes = original.clone();
        bytes[8..16].copy_from_slice(&damaged);
        fs::write(&header, bytes).unwrap();
        fixture.unlock().unwrap();
        assert_eq!(fs::read(&header).unwrap(), original, "{damaged:?}");
    }
    fs::remove_file(&header).unwrap();
    fixture.unlock().unwrap();
    assert!(fixture.was_header_mended());
    fixture.unlock().unwrap();
    assert!(!fixture.was_header_mended(), "said once");

    // The other way round nobody need be told.
    for damaged in [Some(b"x".as_slice()), None] {
        match damaged {
            Some(bytes) => fs::write(&copy, bytes).unwrap(),
            None => fs::remove_file(&copy).unwrap(),
        }
        fixture.unlock().unwrap();
        assert!(!fixture.was_header_mended());
        assert_eq!(fs::read(&copy).unwrap(), original);
    }
}

#[test]
fn a_secret_that_was_taken_out_opens_neither_header_nor_copy() {
    let mut fixture = Fixture::new();
    let old = fs::read(fixture.folder.join("vault.header.copy")).unwrap();
    fixture
        .change_passphrase_with(&Passphrase::new("en ny fras".to_owned()), KdfCost::MINIMUM, now())
        .unwrap();
    let key = fixture.renew_recovery_key(now()).unwrap();
    fixture.lock();
    for name in ["vault.header", "vault.header.copy"] {
        let header = crate::header::Header::decode(&fs::read(fixture.folder.join(name)).unwrap()).unwrap();
        let before = Passphrase::new(PASSPHRASE.to_owned());
        for secret in [Secret::Passphrase(&before), Secret::Recovery(&fixture.recovery_key)] {
            assert_eq!(header.open(secret).err().unwrap().code(), "wrong-secret", "{name}");
        }
        header.open(Secret::Recovery(&key)).unwrap();
    }
    // An older copy that somebody put back does not outlive an unlocking.
    fs::write(fixture.folder.join("vault.header.copy"), &old).unwrap();
    fixture.recovery_key = key;
    fixture.unlock().unwrap();
    assert_ne!(fs::read(fixture.folder.join("vault.header.copy")).unwrap(), old);
}

#[test]
fn a_change_that_ends_between_copy_and_header_leaves_one_that_opens() {
    let mut fixture = Fixture::new();
    // The copy is written; the header can't be: a folder stands in its way.
    fs::create_dir_all(fixture.folder.join("vault.header.new/in the way")).unwrap();
    fixture.change_passphrase_with(&Passphrase::new("ny".to_owned()), KdfCost::MINIMUM, now()).unwrap_err();
    let [header, copy] = ["vault.header", "vault.header.copy"].map(|name| fixture.folder.join(name));
    assert_eq!(fs::read(&header).unwrap(), fs::read(&copy).unwrap(), "the copy was put back");
    fs::remove_dir_all(fixture.folder.join("vault.header.new")).unwrap();
    // The other way round nothing is written at all.
    fs::create_dir_all(fixture.folder.join("vault.header.copy.new/in the way")).unwrap();
    let before = fs::read(&header).unwrap();
    fixture.change_passphrase_with(&Passphrase::new("ny".to_owned()), KdfCost::MINIMUM, now()).unwrap_err();
    assert_eq!(fs::read(&header).unwrap(), before);
    fixture.verify(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
    fixture.unlock().unwrap();
}

#[test]
fn what_the_folder_holds_is_checked_and_mended() {
    use std::os::unix::fs::PermissionsExt;
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    let file = |name: &str| fixture.folder.join(name);
    let [header, copy, left, database] =
        ["vault.header", "vault.header.copy", "vault.header.new", "vault.db"].map(file);
    fs::write(&header, "något annat").unwrap();
    fs::remove_file(&copy).unwrap();
    fs::write(&left, "").unwrap();
    fs::set_permissions(&database, fs::Permissions::from_mode(0o644)).unwrap();
    let problems = fixture.check().unwrap().problems;
    let name = |name: &str| name.to_owned();
    assert_eq!(
        problems,
        [
            Problem::HeaderDiffers,
            Problem::HeaderCopyDiffers,
            Problem::OpenToOthers { name: name("vault.db") },
            Problem::LeftOver { name: name("vault.header.new") },
        ]
    );
    assert!(problems.iter().all(|problem| problem.remedy() == Remedy::Mend));
    fixture.mend(now()).unwrap();
    fixture.assert_sound();
    fixture.unlock().unwrap();
}

/// Every page and every record reads; an index of the database's own lacks what it should have.
#[test]
fn a_broken_structure_is_told_and_sends_to_a_backup() {
    use rusqlite::config::DbConfig;
    let mut fixture = Fixture::new();
    let put_index = |fixture: &mut Fixture, sql: &str| {
        fixture.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
        fixture.connection.pragma_update(None, "writable_schema", true).unwrap();
        let update = "UPDATE sqlite_schema SET sql = ? WHERE name = 'records_by_due'";
        assert_eq!(fixture.connection.execute(update, [sql]).unwrap(), 1);
        fixture.unlock().unwrap();
    };
    let whole = "CREATE INDEX records_by_due ON records (kind, due_on)";
    put_index(&mut fixture, &format!("{whole} WHERE 0"));
    fixture.put(&need(1, "Bostad"));
    put_index(&mut fixture, whole);
    let check = fixture.check().unwrap();
    assert_eq!((check.problems.as_slice(), check.records), ([Problem::StructureDamaged].as_slice(), 1));
    assert_eq!(Problem::StructureDamaged.remedy(), Remedy::Backup);
    assert_eq!(fixture.get(1), Some(need(1, "Bostad")));
}

/// What work that was interrupted leaves is mended; what may be all that is left of something is not touched.
#[test]
fn every_file_that_is_called_mendable_is_taken_away_by_mending() {
    let mut fixture = Fixture::new();
    let left = [
        "vault.db.new",
        "vault.db.new-journal",
        "vault.db.next",
        "vault.db.next-journal",
        "vault.header.copy.new",
        "vault.header.new",
    ];
    let foreign = ["vault.db.sync-conflict-20261122", "vault.header (kopia)"];
    for name in left.iter().chain(&foreign) {
        fs::write(fixture.folder.join(name), "halv").unwrap();
    }
    let problems = fixture.check().unwrap().problems;
    let mendable = problems.iter().filter(|problem| problem.remedy() == Remedy::Mend);
    assert_eq!(mendable.map(|problem| problem.file().unwrap()).collect::<Vec<_>>(), left);
    fixture.mend(now()).unwrap();
    let kept = foreign.map(|name| Problem::Foreign { name: name.to_owned() });
    assert_eq!(fixture.check().unwrap().problems, kept);
    assert!(kept.iter().all(|problem| problem.remedy() == Remedy::ByHand));
}

#[test]
fn what_was_erased_and_is_there_is_erased_again_by_mending() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    fixture.put(&need(2, "raderad"));
    let id = record(2).0;
    fixture.connection.execute("INSERT INTO erased (id, at) VALUES (?, 0)", [id.as_bytes()]).unwrap();
    let problems = fixture.check().unwrap().problems;
    assert_eq!(problems, [Problem::ErasedPresent { id: record(2) }, Problem::StateDiffers]);
    fixture.mend(now()).unwrap();
    assert_eq!(fixture.get::<Need>(2), None);
    // That somebody wrote past the program stays to be seen.
    assert_eq!(fixture.check().unwrap().problems, [Problem::StateDiffers]);
}

#[test]
fn a_check_says_how_far_it_is_and_can_be_broken_off() {
    use std::ops::ControlFlow;
    let mut fixture = Fixture::new();
    fixture.write(|writer| (0..200).try_for_each(|number| writer.put(&need(number, "x")).map(|_| ())));
    let mut seen = Vec::new();
    let check = fixture.check_with(&mut |progress| {
        seen.push((progress.done, progress.total));
        ControlFlow::Continue(())
    });
    assert_eq!(check.unwrap().records, 200);
    assert_eq!(seen, [(0, 200), (64, 200), (128, 200), (192, 200), (200, 200)]);
    let cancelled = fixture.check_with(&mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(cancelled.code(), "cancelled");
    fixture.assert_sound();
}

#[test]
fn a_header_of_any_other_length_is_refused() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.header");
    let original = fs::read(&path).unwrap();
    for length in 0..original.len() {
        fixture.write_headers(&original[..length]);
        assert_eq!(fixture.unlock().unwrap_err().code(), "vault-header-damaged", "{length} bytes");
        assert_eq!(presence(&fixture.folder), Presence::Damaged(Damage::HeaderUnreadable));
    }
    for more in [vec![0; 1], vec![0; 10_000]] {
        fixture.write_headers(&[original.clone(), more].concat());
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
    let newer = with_checksum(newer);
    fs::write(&header, &newer).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Newer { format: 2 });
    let error = fixture.unlock().unwrap_err();
    assert_eq!((error.code(), error.params()), ("vault-newer", vec![("format", "2".to_owned())]));
    assert_eq!(fs::read(&header).unwrap(), newer, "an old copy beside it does not come in its place");
    fs::write(&header, &header_bytes).unwrap();

    fs::write(&database, []).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Damaged(Damage::DatabaseMissing));
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert!(fs::read(&database).unwrap().is_empty(), "no new database in the place of the lost one");
    fs::remove_file(&database).unwrap();
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert!(!database.exists());

    fs::write(&database, database_bytes).unwrap();
    fixture.remove_headers();
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
