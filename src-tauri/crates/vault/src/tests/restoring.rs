//! Restoring: all or nothing, and never over a vault.

use std::{ops::ControlFlow, os::unix::fs::PermissionsExt, process::Command, time::Duration};

use super::{
    backup::{filled, on},
    *,
};
use crate::{
    Presence, SetAside,
    exchange::{Beside, in_two_steps},
    presence, restore, restore_and_set_aside, verify_backup,
};

#[test]
fn a_vault_that_is_there_is_never_restored_over() {
    let fixture = filled();
    let made = fixture.back_up();
    let before = fs::read(fixture.folder.join("vault.db")).unwrap();
    let secret = Secret::Recovery(&fixture.recovery_key);
    assert_eq!(restore(&made.file, &fixture.folder, secret, &mut on).unwrap_err().code(), "vault-exists");
    // Nor over one that can't be opened any more.
    let damaged = fixture.beside("trasig");
    fs::create_dir(&damaged).unwrap();
    fs::write(damaged.join("vault.db"), "kvar").unwrap();
    assert_eq!(restore(&made.file, &damaged, secret, &mut on).unwrap_err().code(), "vault-exists");
    assert_eq!(fs::read(damaged.join("vault.db")).unwrap(), b"kvar");
    assert_eq!(fs::read(fixture.folder.join("vault.db")).unwrap(), before);
}

#[test]
fn a_wrong_secret_and_a_damaged_backup_leave_nothing() {
    let fixture = filled();
    let made = fixture.back_up();
    let folder = fixture.beside("ny");
    let wrong = RecoveryKey::make().unwrap();
    let refused = |file: &Path, key: &RecoveryKey| {
        let code = restore(file, &folder, Secret::Recovery(key), &mut on).unwrap_err().code();
        assert!(!folder.exists());
        code
    };
    assert_eq!(refused(&made.file, &wrong), "wrong-secret");
    let mut bytes = fs::read(&made.file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&made.file, &bytes).unwrap();
    assert_eq!(refused(&made.file, &fixture.recovery_key), "backup-damaged");
    fs::write(&made.file, &bytes[..middle]).unwrap();
    assert_eq!(refused(&made.file, &fixture.recovery_key), "backup-damaged");
}

#[test]
fn a_backup_is_verified_without_a_trace() {
    let fixture = filled();
    let made = fixture.back_up();
    let before = fs::read_dir(fixture.usb()).unwrap().count();
    let found =
        verify_backup(&made.file, Secret::Recovery(&fixture.recovery_key), &fixture.usb(), &mut on).unwrap();
    assert_eq!(found, made);
    assert_eq!(fs::read_dir(fixture.usb()).unwrap().count(), before);
}

#[test]
fn restoring_that_is_cancelled_leaves_nothing() {
    let fixture = filled();
    let made = fixture.back_up();
    let folder = fixture.beside("ny");
    let secret = Secret::Recovery(&fixture.recovery_key);
    let error = restore(&made.file, &folder, secret, &mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!((error.code(), folder.exists()), ("cancelled", false));
}

#[test]
fn a_restored_vault_is_its_owners_alone_and_writes_as_somebody_else() {
    let fixture = filled();
    let made = fixture.back_up();
    let mut restored = fixture.restored(&made.file, "ny").unwrap();
    for name in ["vault.header", "vault.db"] {
        let mode = fs::metadata(fixture.beside("ny").join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    // Two who go on from one backup must not write under one name: their changes could not be merged.
    assert_ne!(restored.actor, fixture.vault.as_ref().unwrap().actor);
    restored.write(now(), |writer| writer.put(&need(900, "går vidare"))).unwrap();
}

#[test]
fn the_present_vault_is_put_aside_once_the_backup_is_shown_to_open() {
    let mut fixture = filled();
    let made = fixture.back_up();
    for number in 0..3 {
        fixture.put(&need(700 + number, "senare"));
    }
    let (folder, secret) =
        (fixture.folder.clone(), RecoveryKey::parse(&fixture.recovery_key.groups().concat()));
    let secret = secret.unwrap();
    let secret = Secret::Recovery(&secret);
    let set_aside = |now| restore_and_set_aside(&made.file, &folder, secret, now, &mut on);
    assert_eq!(set_aside(now()).unwrap_err().code(), "vault-in-use");
    fixture.lock();
    let (restored, SetAside { folder: aside, later_changes }) = set_aside(now()).unwrap();
    assert_eq!((restored.audit, later_changes), (made.audit, Some(3)));
    assert_eq!(aside.file_name().unwrap(), "vault-aside-2026-11-22T090000Z");
    let old = Vault::unlock(&aside, secret, now()).unwrap();
    assert!(old.get::<Need>(record(702)).unwrap().is_some(), "the vault that was put aside opens as before");
    fixture.unlock().unwrap();
    assert!(fixture.get::<Need>(702).is_none());
    assert_eq!(fixture.audit_head().unwrap(), made.audit);
    fixture.assert_sound();
}

#[test]
fn a_damaged_vault_is_put_aside_too_and_a_damaged_backup_moves_nothing() {
    let mut fixture = filled();
    let made = fixture.back_up();
    fixture.lock();
    fs::write(fixture.folder.join("vault.header"), "trasig").unwrap();
    let key = RecoveryKey::parse(&fixture.recovery_key.groups().concat()).unwrap();
    let secret = Secret::Recovery(&key);
    let damaged = fixture.beside("skadad");
    let bytes = fs::read(&made.file).unwrap();
    fs::write(&damaged, &bytes[..bytes.len() - 600]).unwrap();
    let error = restore_and_set_aside(&damaged, &fixture.folder, secret, now(), &mut on).unwrap_err();
    assert_eq!(error.code(), "backup-damaged");
    assert_eq!(fs::read(fixture.folder.join("vault.header")).unwrap(), b"trasig");
    assert_eq!(fs::read_dir(fixture.folder.parent().unwrap()).unwrap().count(), 3, "nothing beside it");

    let (_, aside) = restore_and_set_aside(&made.file, &fixture.folder, secret, now(), &mut on).unwrap();
    assert_eq!(aside.later_changes, None);
    assert_eq!(fs::read(aside.folder.join("vault.header")).unwrap(), b"trasig");
    fixture.unlock().unwrap();
    fixture.assert_sound();
}

/// What lies beside the vault under a name that restoring gives.
fn put_beside(fixture: &Fixture) -> Vec<String> {
    let entries = fs::read_dir(fixture.folder.parent().unwrap()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("vault-")).collect()
}

#[test]
fn an_exchange_that_fails_leaves_no_second_vault() {
    let mut fixture = filled();
    let made = fixture.back_up();
    fixture.lock();
    let (folder, elsewhere) = (fixture.folder.clone(), fixture.beside("flyttat"));
    // The present vault is taken away while the backup is restored beside it.
    let result = restore_and_set_aside(
        &made.file,
        &folder,
        Secret::Recovery(&fixture.recovery_key),
        now(),
        &mut |at| {
            if at.done == at.total {
                assert_eq!(put_beside(&fixture), ["vault-restoring-2026-11-22T090000Z"]);
                fs::rename(&folder, &elsewhere).unwrap();
            }
            ControlFlow::Continue(())
        },
    );
    assert_eq!(result.unwrap_err().code(), "storage-failed");
    assert_eq!(put_beside(&fixture), [""; 0]);
    fs::rename(&elsewhere, &fixture.folder).unwrap();
    fixture.unlock().unwrap();
}

/// Where the file system knows no exchange, nothing has the vault's name for a moment.
#[test]
fn an_exchange_that_ended_between_its_two_steps_is_taken_back() {
    let mut fixture = filled();
    let made = fixture.back_up();
    fixture.put(&need(700, "senare"));
    fixture.lock();
    let secret = Secret::Recovery(&fixture.recovery_key);
    let Beside { restoring, aside } = Beside::free(&fixture.folder, now()).unwrap();
    // A vault that was put aside, and another that was removed on purpose.
    fs::rename(&fixture.folder, &aside).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Missing);
    restore(&made.file, &restoring, secret, &mut on).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Present);

    let at_it = crate::file::lock(&aside).unwrap();
    let before = put_beside(&fixture);
    assert_eq!(Vault::unlock(&fixture.folder, secret, now()).unwrap_err().code(), "vault-in-use");
    assert_eq!(Vault::rescue(&fixture.folder, secret).unwrap_err().code(), "vault-in-use");
    let put_aside = || restore_and_set_aside(&made.file, &fixture.folder, secret, now(), &mut on).map(drop);
    assert_eq!(put_aside().unwrap_err().code(), "vault-in-use");
    // Nothing comes in the place that the vault will have again.
    assert_eq!(restore(&made.file, &fixture.folder, secret, &mut on).unwrap_err().code(), "vault-exists");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let made_anew = Vault::create_with(&fixture.folder, &passphrase, KdfCost::MINIMUM, now());
    assert_eq!(made_anew.unwrap_err().code(), "vault-exists");
    assert_eq!((put_beside(&fixture), fixture.folder.exists()), (before, false));
    drop(at_it);

    fixture.unlock().unwrap();
    assert!(fixture.get::<Need>(700).is_some(), "everything of the vault that was there");
    fixture.assert_sound();
    assert_eq!(put_beside(&fixture), [""; 0]);
}

#[test]
fn two_steps_come_to_the_same_as_one_and_a_second_that_fails_takes_the_first_back() {
    let mut fixture = filled();
    let made = fixture.back_up();
    fixture.put(&need(700, "senare"));
    fixture.lock();
    let beside = Beside::free(&fixture.folder, now()).unwrap();
    in_two_steps(&fixture.folder, &beside).unwrap_err();
    fixture.unlock().unwrap();
    fixture.lock();
    restore(&made.file, &beside.restoring, Secret::Recovery(&fixture.recovery_key), &mut on).unwrap();
    in_two_steps(&fixture.folder, &beside).unwrap();
    assert_eq!(put_beside(&fixture), ["vault-aside-2026-11-22T090000Z"]);
    fixture.unlock().unwrap();
    assert!(fixture.get::<Need>(700).is_none());
}

const FILE: &str = "FARLED_RESTORE_FILE";
const KEY: &str = "FARLED_RESTORE_KEY";
const ROUNDS: u32 = 12;

/// Killed at moments through the whole of it: there is no vault or a whole one, and it can be done again.
#[test]
fn a_restore_that_is_killed_leaves_no_vault_or_a_whole_one() {
    let mut fixture = filled();
    fixture.write(|writer| {
        for number in 1_000..2_500 {
            writer.put(&need(number, &format!("{number} ").repeat(100)))?;
        }
        Ok(())
    });
    let made = fixture.back_up();
    let state = fixture.state();
    let (mut none, mut whole) = (0, 0);
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["tests::restoring::child_that_restores", "--exact"])
            .env(FILE, &made.file)
            .env(KEY, fixture.recovery_key.groups().concat())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(u64::from(5 + round * 12)));
        child.kill().unwrap();
        child.wait().unwrap();
        let folder = made.file.with_file_name("återställt");
        if presence(&folder) == Presence::Missing {
            none += 1;
            restore(&made.file, &folder, Secret::Recovery(&fixture.recovery_key), &mut on).unwrap();
        } else {
            whole += 1;
        }
        let mut vault = Vault::unlock(&folder, Secret::Recovery(&fixture.recovery_key), now()).unwrap();
        assert_eq!(vault.check().unwrap().problems, []);
        let found = vault.records(&RecordFilter::default()).unwrap();
        assert_eq!(found.len(), state.0.len(), "round {round}");
        drop(vault);
        fs::remove_dir_all(&folder).unwrap();
    }
    println!("{ROUNDS} kills: {none} times no vault, {whole} times a whole one");
    assert!(none > 0, "some must have come in time");
}

#[test]
fn child_that_restores() {
    let (Some(file), Ok(key)) = (std::env::var_os(FILE), std::env::var(KEY)) else { return };
    let (file, key) = (PathBuf::from(file), RecoveryKey::parse(&key).unwrap());
    restore(&file, &file.with_file_name("återställt"), Secret::Recovery(&key), &mut on).unwrap();
}
