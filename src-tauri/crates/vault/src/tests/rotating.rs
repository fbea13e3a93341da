//! Rotating the vault's key: everything is kept, nothing old opens it, and it can end at any point.

use std::ops::ControlFlow;

use super::{
    limited::{in_a_process_of_its_own, limit_files},
    *,
};
use crate::{
    Progress, SlotUse, restore_and_set_aside,
    rotate::{NEXT, NEXT_JOURNAL},
};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn rotate(fixture: &mut Fixture) -> Result<RecoveryKey, VaultError> {
    fixture.rotate_with(&passphrase(PASSPHRASE), KdfCost::MINIMUM, now(), &mut go_on)
}

/// A vault with something of everything in it.
fn furnished() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        for number in 1..80 {
            writer.put(&note(number, &format!("samtal {number} om båten på sjön")))?;
        }
        writer.put(&need(100, "boende"))?;
        writer.put(&need(101, "skulder"))?;
        writer.erase(record(101))?;
        writer.set_setting("identity", b"a secret of one's own")
    });
    // A table that some later version adds, with rows that are larger than a page.
    fixture
        .connection
        .execute_batch(
            "CREATE TABLE later (number INTEGER PRIMARY KEY AUTOINCREMENT, half AS (number / 2), piece BLOB);
             CREATE INDEX later_by_piece ON later (piece);
             INSERT INTO later (piece) VALUES (randomblob(40000)), (NULL), (zeroblob(9000));
             DELETE FROM later WHERE number = 2;",
        )
        .unwrap();
    fixture
}

fn files(fixture: &Fixture) -> Vec<String> {
    let entries = fs::read_dir(&fixture.folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn later(fixture: &Fixture) -> Vec<(i64, Option<Vec<u8>>)> {
    let mut statement =
        fixture.connection.prepare("SELECT number, piece FROM later ORDER BY number").unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn everything_is_there_under_new_keys_and_the_old_ones_open_nothing() {
    let mut fixture = furnished();
    let (state, pieces) = (fixture.state(), later(&fixture));
    let head = fixture.audit_head().unwrap();
    let before = fs::read(fixture.folder.join("vault.db")).unwrap();
    let mut seen = Vec::new();
    let key = fixture
        .rotate_with(&passphrase(PASSPHRASE), KdfCost::MINIMUM, now(), &mut |progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(fixture.state(), state);
    assert_eq!(later(&fixture), pieces);
    assert_eq!(fixture.setting("identity").unwrap().unwrap().as_slice(), b"a secret of one's own");
    assert_eq!(fixture.search("båten", &[], None, 200).unwrap().len(), 79);
    fixture.assert_sound();
    // Progress goes from nothing to everything.
    assert_eq!(seen.first().unwrap().done, 0);
    assert!(seen.is_sorted_by_key(|progress| progress.done) && seen.len() > 10, "{}", seen.len());
    let last = seen.last().unwrap();
    assert_eq!(last.done, last.total);
    // The chain goes on from the head that others have seen.
    let after = fixture.audit_head().unwrap();
    assert_eq!(after.sequence, head.sequence + 1);
    let kept: [u8; 32] = fixture
        .connection
        .query_row(
            "SELECT hash FROM audit WHERE sequence = ?",
            [i64::try_from(head.sequence).unwrap()],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(kept, head.hash);
    // Writing goes on in the file that has the name.
    fixture.put(&need(200, "efteråt"));
    assert_eq!(files(&fixture), ["vault.db", "vault.header", "vault.header.copy", "vault.lock"]);
    let present = fs::read(fixture.folder.join("vault.db")).unwrap();
    assert_ne!(present[..16], before[..16], "another salt");
    // The old recovery key opens nothing; the passphrase and the new key do.
    assert_eq!(fixture.unlock().unwrap_err().code(), "wrong-secret");
    fixture.vault =
        Some(Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase(PASSPHRASE)), now()).unwrap());
    assert!(fixture.get::<Need>(200).is_some());
    fixture.recovery_key = key;
    fixture.unlock().unwrap();
    fixture.assert_sound();
    // Once more: the chain has two earlier keys then.
    rotate(&mut fixture).unwrap();
    fixture.put(&need(201, "efteråt igen"));
    fixture.assert_sound();
}

#[test]
fn the_chain_is_still_checked_before_the_rotation() {
    let mut fixture = furnished();
    rotate(&mut fixture).unwrap();
    fixture.connection.execute("UPDATE audit SET at = at + 1 WHERE sequence = 2", []).unwrap();
    assert_eq!(fixture.check().unwrap().problems, [crate::Problem::AuditBroken]);
}

#[test]
fn what_was_written_before_can_still_be_undone() {
    let mut fixture = furnished();
    let (_, undo) = fixture.write(|writer| writer.put(&need(100, "annat boende")));
    rotate(&mut fixture).unwrap();
    fixture.vault.as_mut().unwrap().undo(&undo, now()).unwrap();
    assert_eq!(fixture.get::<Need>(100).unwrap().description, "boende");
    fixture.assert_sound();
}

#[test]
fn everybody_else_has_to_be_added_again() {
    let mut fixture = Fixture::new();
    fixture.vault = None;
    fixture.vault =
        Some(Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase(PASSPHRASE)), now()).unwrap());
    fixture.add_passphrase_with("Ismael Berg", &passphrase("deras fras"), KdfCost::MINIMUM, now()).unwrap();
    assert_eq!(
        fixture.rotate(&passphrase("deras fras"), now(), &mut go_on).unwrap_err().code(),
        "wrong-secret",
        "only one's own"
    );
    rotate(&mut fixture).unwrap();
    let slots = fixture.slots().unwrap();
    assert_eq!(
        slots.iter().map(|slot| slot.opened_with).collect::<Vec<_>>(),
        [SlotUse::Passphrase, SlotUse::Recovery]
    );
    assert!(slots[0].is_own && slots.iter().all(|slot| slot.label.is_some()));
    fixture.lock();
    let deputy = Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase("deras fras")), now());
    assert_eq!(deputy.unwrap_err().code(), "wrong-secret");
}

#[test]
fn it_can_be_cancelled_at_every_moment_and_then_nothing_has_happened() {
    let mut fixture = furnished();
    let (state, header) = (fixture.state(), fs::read(fixture.folder.join("vault.header")).unwrap());
    let mut rounds = 0;
    for moment in 0.. {
        let mut calls = 0;
        let result = fixture.rotate_with(&passphrase(PASSPHRASE), KdfCost::MINIMUM, now(), &mut |_| {
            calls += 1;
            if calls > moment * 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let Err(error) = result else { break };
        rounds += 1;
        assert_eq!(error.code(), "cancelled");
        assert_eq!(files(&fixture), ["vault.db", "vault.header", "vault.header.copy", "vault.lock"]);
        assert_eq!(fs::read(fixture.folder.join("vault.header")).unwrap(), header);
        fixture.put(&need(300, "skrivs som vanligt"));
        fixture.write(|writer| writer.erase(record(300)));
        fixture.write(|writer| writer.unerase(record(300)));
        assert_eq!(fixture.state(), state);
    }
    println!("cancelled at {rounds} moments");
    assert!(rounds > 5);
}

/// The backup would take the new database's journal, which has the old one's name, for its own.
#[test]
fn it_waits_for_a_backup_that_is_being_made() {
    let mut fixture = furnished();
    let (state, before) = (fixture.state(), fs::read(fixture.folder.join("vault.header")).unwrap());
    let usb = fixture.usb();
    let source = fixture.backup_source().unwrap();
    assert_eq!(rotate(&mut fixture).unwrap_err().code(), "vault-backup-running");
    assert_eq!(files(&fixture), ["vault.db", "vault.header", "vault.header.copy", "vault.lock"]);
    assert_eq!(fs::read(fixture.folder.join("vault.header")).unwrap(), before);
    fixture.put(&need(300, "skrivs som vanligt"));
    source.write(&usb, now(), &mut go_on).unwrap();
    assert_eq!(rotate(&mut fixture).unwrap_err().code(), "vault-backup-running", "it still could be read");

    drop(source);
    rotate(&mut fixture).unwrap();
    fixture.write(|writer| writer.erase(record(300)));
    assert_eq!(fixture.state().0, state.0);
    // What is made from now on is of the new database.
    fixture.back_up();
    fixture.assert_sound();
}

/// Nobody opens the vault, or puts another in its place, while a backup that was begun before it was locked
/// still reads it.
#[test]
fn a_backup_that_outlives_the_session_keeps_the_vault_locked() {
    let mut fixture = Fixture::new();
    let made = fixture.back_up();
    let source = fixture.backup_source().unwrap();
    fixture.lock();
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-in-use");
    let secret = Secret::Recovery(&fixture.recovery_key);
    let put_aside =
        || restore_and_set_aside(&made.file, &fixture.folder, secret, now(), &mut go_on).map(drop);
    assert_eq!(put_aside().unwrap_err().code(), "vault-in-use");
    drop(source);
    put_aside().unwrap();
    fixture.unlock().unwrap();
}

/// What happened, the header, the database, the next one, and whether the vault is the new one.
type Case<'a> = (&'a str, &'a [u8], &'a [u8], Option<&'a [u8]>, bool);

/// Every order of files that a crash can leave.
#[test]
fn a_crash_before_the_new_header_leaves_the_old_vault_and_one_after_it_the_new() {
    let mut fixture = furnished();
    let state = fixture.state();
    fixture.lock();
    let path = |name: &str| fixture.folder.join(name);
    let [old_header, old_database] = ["vault.header", "vault.db"].map(|name| fs::read(path(name)).unwrap());
    fixture.unlock().unwrap();
    let key = rotate(&mut fixture).unwrap();
    fixture.lock();
    let path = |name: &str| fixture.folder.join(name);
    let [new_header, new_database] = ["vault.header", "vault.db"].map(|name| fs::read(path(name)).unwrap());
    let old_key = std::mem::replace(&mut fixture.recovery_key, key);

    let torn = new_database[..new_database.len() / 2].to_vec();
    let cases: [Case<'_>; 6] = [
        ("the next database is torn", &old_header, &old_database, Some(&torn), false),
        ("the next database is empty", &old_header, &old_database, Some(&[]), false),
        ("the next database is whole", &old_header, &old_database, Some(&new_database), false),
        ("the header is new", &new_header, &old_database, Some(&new_database), true),
        ("the database has its name", &new_header, &new_database, None, true),
        ("the old name came back with it", &new_header, &new_database, Some(&new_database), true),
    ];
    for (what, header, database, next, is_new) in cases {
        let path = |name: &str| fixture.folder.join(name);
        fs::write(path("vault.header"), header).unwrap();
        fs::write(path("vault.db"), database).unwrap();
        match next {
            Some(next) => fs::write(path(NEXT), next).unwrap(),
            None => crate::file::remove(&path(NEXT)).unwrap(),
        }
        assert_eq!(crate::presence(&fixture.folder), crate::Presence::Present, "{what}");
        let (fits, other) =
            if is_new { (&fixture.recovery_key, &old_key) } else { (&old_key, &fixture.recovery_key) };
        let refused = Vault::unlock(&fixture.folder, Secret::Recovery(other), now()).unwrap_err();
        assert_eq!(refused.code(), "wrong-secret", "{what}");
        let opened = Vault::unlock(&fixture.folder, Secret::Recovery(fits), now());
        fixture.vault = Some(opened.unwrap_or_else(|error| panic!("{what}: {error}")));
        assert_eq!(fixture.state(), state, "{what}");
        fixture.assert_sound();
        assert_eq!(
            files(&fixture),
            ["vault.db", "vault.header", "vault.header.copy", "vault.lock"],
            "{what}"
        );
        fixture.lock();
    }

    // Neither fits: nothing is touched, and it is told.
    let path = |name: &str| fixture.folder.join(name);
    fs::write(path("vault.header"), &new_header).unwrap();
    fs::write(path("vault.db"), &old_database).unwrap();
    fs::write(path(NEXT), &torn).unwrap();
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert_eq!(fs::read(fixture.folder.join(NEXT)).unwrap(), torn);
}

/// Mending is no reason to remove the only database to which the header fits.
#[test]
fn what_an_interrupted_rotation_left_is_told_by_its_database_and_never_taken_for_left_over() {
    let mut fixture = furnished();
    let path = |name: &str| fixture.folder.join(name);
    let (database, journal) = (path(NEXT), path(NEXT_JOURNAL));
    // A folder can't be removed as a file is: what comes after it must still be there.
    fs::create_dir(&database).unwrap();
    fs::write(&journal, "halv").unwrap();
    crate::rotate::remove(&fixture.folder).unwrap_err();
    assert!(!journal.exists(), "the journal goes first");
    fs::remove_dir(&database).unwrap();
    // One that an earlier version left.
    fs::write(&journal, "halv").unwrap();
    fixture.unlock().unwrap();
    assert!(!journal.exists());

    let present = fixture.folder.join("vault.db");
    fs::rename(&present, &database).unwrap();
    fs::write(&present, "ett annat").unwrap();
    fixture.mend(now()).unwrap();
    assert!(!database.exists());
    fixture.unlock().unwrap();
    fixture.assert_sound();
}

#[test]
fn a_header_that_cannot_be_replaced_leaves_the_vault_as_it_was() {
    let mut fixture = furnished();
    let state = fixture.state();
    fs::create_dir_all(fixture.folder.join("vault.header.new/in the way")).unwrap();
    rotate(&mut fixture).unwrap_err();
    assert!(!fixture.folder.join(NEXT).exists());
    assert_eq!(fixture.state(), state);
    fixture.put(&need(300, "går vidare"));
    fs::remove_dir_all(fixture.folder.join("vault.header.new")).unwrap();
    fixture.unlock().unwrap();
    fixture.assert_sound();
}

/// The old recovery key opens nothing any more: without the new one, a forgotten passphrase would be the end.
#[test]
fn a_new_database_that_cannot_be_opened_still_gives_the_new_recovery_key() {
    let mut fixture = furnished();
    let state = fixture.state();
    // SQLite takes a folder of this name for a journal that it can't read.
    let in_the_way = fixture.folder.join("vault.db-journal");
    let key = fixture
        .rotate_with(&passphrase(PASSPHRASE), KdfCost::MINIMUM, now(), &mut |progress| {
            if progress.done == progress.total {
                fs::create_dir_all(&in_the_way).unwrap();
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    fs::remove_dir(&in_the_way).unwrap();
    assert_eq!(fixture.state(), state, "what was read can be read");
    let refused = fixture.try_write(|writer| writer.put(&need(300, "går förlorat"))).unwrap_err();
    assert_eq!(refused.code(), "read-only-folder");
    fixture.verify_recovery(&key).unwrap();

    fixture.recovery_key = key;
    fixture.unlock().unwrap();
    assert_eq!(fixture.state(), state);
    fixture.put(&need(300, "går vidare"));
    fixture.assert_sound();
}

#[test]
fn a_full_disk_is_told_and_nothing_is_left_behind() {
    in_a_process_of_its_own("tests::rotating::a_full_disk_is_told_and_nothing_is_left_behind", || {
        let mut fixture = furnished();
        let state = fixture.state();
        let length = fs::metadata(fixture.folder.join("vault.db")).unwrap().len();
        for limit in [0, 100, 4_096, length / 4, length / 2, length - 4_096] {
            limit_files(Some(limit));
            let code = rotate(&mut fixture).unwrap_err().code();
            assert!(["storage-failed", "disk-full"].contains(&code), "{code}");
            assert_eq!(
                files(&fixture),
                ["vault.db", "vault.header", "vault.header.copy", "vault.lock"],
                "limit {limit}"
            );
            assert_eq!(fixture.state(), state);
        }
        limit_files(None);
        rotate(&mut fixture).unwrap();
        assert_eq!(fixture.state(), state);
        fixture.assert_sound();
    });
}
