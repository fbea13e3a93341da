//! Migrations: a copy first, then forward, all or nothing.

use std::{process::Command, time::Duration};

use chrono::{Datelike, TimeDelta};
use sha2::{Digest, Sha256};

use super::limited::{in_a_process_of_its_own, limit_files};
use super::{
    backup::{filled, on},
    *,
};
use crate::{backup::open_backup, schema, verify_backup};

/// A step that a later version might have, and that takes a while.
const NEXT: &str = "
    CREATE TABLE extra (id BLOB PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO extra SELECT id, value || value || value || value FROM records;
    DELETE FROM extra;
    INSERT INTO extra SELECT id, value || value || value || value FROM records;
";

fn steps() -> Vec<&'static str> {
    [schema::MIGRATIONS, &[NEXT]].concat()
}

impl Fixture {
    fn migrate(&mut self, steps: &[&str]) -> Result<(), VaultError> {
        self.lock();
        let secret = Secret::Recovery(&self.recovery_key);
        self.vault = Some(Vault::unlock_and_migrate(&self.folder, secret, now(), steps)?);
        Ok(())
    }

    fn copy_before(&self) -> PathBuf {
        self.folder.join(format!("before-version-{}.farledbackup", schema::newest() + 1))
    }
}

#[test]
fn a_verified_copy_is_made_before_the_tables_change() {
    let mut fixture = filled();
    let (state, head) = (fixture.state(), fixture.audit_head().unwrap());
    fixture.migrate(&steps()).unwrap();
    assert_eq!(fixture.state(), state);
    assert_eq!(schema::version(&fixture.connection).unwrap(), schema::newest() + 1);
    assert_eq!(fixture.audit_head().unwrap().sequence, head.sequence + 1, "the migration is in the chain");
    assert_eq!(fixture.check().unwrap().problems, []);

    let secret = Secret::Recovery(&fixture.recovery_key);
    let copy = verify_backup(&fixture.copy_before(), secret, &fixture.usb(), &mut on).unwrap();
    assert_eq!((copy.audit, copy.tables), (head, schema::newest()));
    let before = fixture.restored(&fixture.copy_before(), "före").unwrap();
    assert_eq!(before.records(&RecordFilter::default()).unwrap().len(), state.0.len());
}

/// A disk without room for the copy, and one without room for the tables after it.
#[test]
fn a_full_disk_is_told_before_anything_is_migrated() {
    in_a_process_of_its_own("tests::migrating::a_full_disk_is_told_before_anything_is_migrated", || {
        let mut fixture = filled();
        let state = fixture.state();
        fixture.lock();
        let before = fs::read(fixture.folder.join("vault.db")).unwrap();
        for limit in (0..before.len() as u64).step_by(8 * 1024) {
            limit_files(Some(limit));
            let error = fixture.migrate(&steps()).unwrap_err();
            assert_eq!(error.code(), "vault-not-backed-up", "{limit}");
            assert_eq!(error.params().len(), 1);
            assert!(fs::read(fixture.folder.join("vault.db")).unwrap() == before, "{limit}");
        }
        limit_files(None);
        fixture.migrate(&steps()).unwrap();
        assert_eq!(fixture.state(), state);
    });
}

#[test]
fn a_step_that_fails_leaves_the_vault_to_the_program_before() {
    let mut fixture = filled();
    let state = fixture.state();
    let broken =
        [schema::MIGRATIONS, &["CREATE TABLE extra (a) STRICT; INSERT INTO nowhere VALUES (1);"]].concat();
    fixture.migrate(&broken).unwrap_err();
    fixture.unlock().unwrap();
    assert_eq!(fixture.state(), state);
    fixture.assert_sound();
}

/// An entry that is written after the last step would be missing for good when the program ends between.
#[test]
fn the_tables_are_not_of_the_new_version_without_its_entry_in_the_chain() {
    let mut fixture = filled();
    let (state, head) = (fixture.state(), fixture.audit_head().unwrap());
    let no_entry =
        "CREATE TRIGGER no_entry BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'on purpose'); END;";
    fixture.migrate(&[schema::MIGRATIONS, &[no_entry]].concat()).unwrap_err();
    fixture.unlock().expect("it is of the version before");
    assert_eq!((fixture.state(), fixture.audit_head().unwrap()), (state, head));
    fixture.assert_sound();
}

#[test]
fn a_newer_vault_is_refused_by_name_and_left_alone() {
    let mut fixture = filled();
    fixture.migrate(&steps()).unwrap();
    fixture.lock();
    let before = fs::read(fixture.folder.join("vault.db")).unwrap();
    let error = fixture.unlock().unwrap_err();
    assert_eq!(error.code(), "vault-newer");
    assert_eq!(error.params(), [("format", (schema::newest() + 1).to_string())]);
    assert_eq!(fs::read(fixture.folder.join("vault.db")).unwrap(), before);
}

#[test]
fn the_copy_goes_a_month_later() {
    let mut fixture = filled();
    fixture.migrate(&steps()).unwrap();
    let copy = fixture.copy_before();
    for (days, is_there) in [(29, true), (31, false)] {
        fixture.lock();
        let secret = Secret::Recovery(&fixture.recovery_key);
        let later = now() + TimeDelta::days(days);
        Vault::unlock_and_migrate(&fixture.folder, secret, later, &steps()).unwrap();
        assert_eq!(copy.exists(), is_there, "after {days} days");
    }
}

/// The file's checksum is no secret: whoever can write in the folder can put one there.
#[test]
fn a_copy_from_the_end_of_time_is_left_alone() {
    let mut fixture = filled();
    let made = fs::read(fixture.back_up().file).unwrap();
    let line: Vec<u8> = made[512..].iter().copied().take_while(|byte| *byte != b'\n').collect();
    let mut manifest: Value = serde_json::from_slice(&line).unwrap();
    manifest["created"] = "+262142-12-31T23:59:59Z".into();
    manifest["checksum"] = "".into();
    let checksum = Sha256::digest(format!("{manifest}\n"));
    manifest["checksum"] = checksum.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into();
    let manifest = format!("{manifest}\n").into_bytes();
    let header = fs::read(fixture.folder.join("vault.header")).unwrap();
    let planted = fixture.folder.join("before-version-9.farledbackup");
    fs::write(&planted, archive([("manifest", &manifest), ("vault.header", &header)])).unwrap();
    assert_eq!(open_backup(&planted).unwrap().manifest.created.year(), 262_142);
    fixture.unlock().unwrap();
    assert!(planted.exists());
}

/// An archive with these files, as backups have them.
fn archive(files: [(&str, &Vec<u8>); 2]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut entry = tar::Header::new_ustar();
        entry.set_entry_type(tar::EntryType::Regular);
        entry.set_mode(0o600);
        for set in [tar::Header::set_uid, tar::Header::set_gid, tar::Header::set_mtime] {
            set(&mut entry, 0);
        }
        entry.set_size(bytes.len() as u64);
        archive.append_data(&mut entry, name, bytes.as_slice()).unwrap();
    }
    archive.into_inner().unwrap()
}

const FOLDER: &str = "FARLED_MIGRATE_FOLDER";
const KEY: &str = "FARLED_MIGRATE_KEY";
const ROUNDS: u64 = 12;

#[test]
fn a_migration_that_is_killed_is_done_or_not_and_ends_at_the_next_unlocking() {
    let mut original = filled();
    original.write(|writer| {
        for number in 1_000..3_000 {
            writer.put(&need(number, &format!("{number} ").repeat(100)))?;
        }
        Ok(())
    });
    let state = original.state();
    let (mut old, mut new) = (0, 0);
    for round in 0..ROUNDS {
        let mut fixture = original.copy();
        fixture.lock();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["tests::migrating::child_that_migrates", "--exact"])
            .env(FOLDER, &fixture.folder)
            .env(KEY, fixture.recovery_key.groups().concat())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(5 + round * 35));
        child.kill().unwrap();
        child.wait().unwrap();
        match fixture.unlock() {
            Ok(()) => {
                old += 1;
                assert_eq!(fixture.state(), state, "round {round}");
                fixture.assert_sound();
            }
            Err(VaultError::Newer { .. }) => new += 1,
            Err(error) => panic!("round {round}: {error}"),
        }
        fixture.migrate(&steps()).unwrap();
        assert_eq!(fixture.state(), state, "round {round}");
        assert_eq!(fixture.check().unwrap().problems, []);
    }
    println!("{ROUNDS} kills: {old} times the version before, {new} times the new one");
}

#[test]
fn child_that_migrates() {
    let (Some(folder), Ok(key)) = (std::env::var_os(FOLDER), std::env::var(KEY)) else { return };
    let key = RecoveryKey::parse(&key).unwrap();
    Vault::unlock_and_migrate(Path::new(&folder), Secret::Recovery(&key), now(), &steps()).unwrap();
}
