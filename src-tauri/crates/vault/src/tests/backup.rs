//! Backups: whole, shown to open, readable by nobody, and told from damage.

use std::{cell::Cell, ops::ControlFlow, process::Command, sync::mpsc::channel, thread};

use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use super::*;
use crate::{
    BackupInfo, Problem, Progress, VaultError, backups_in, inspect_backup, prune_backups, restore,
    verify_backup,
};

pub fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl Fixture {
    /// A folder beside the vault.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.with_file_name(name)
    }

    pub fn usb(&self) -> PathBuf {
        let folder = self.beside("minne");
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    pub fn back_up(&self) -> BackupInfo {
        self.vault.as_ref().unwrap().back_up(&self.usb(), now(), &mut on).unwrap()
    }

    /// Restores a backup beside the vault and opens what came of it.
    pub fn restored(&self, file: &Path, name: &str) -> Result<Vault, VaultError> {
        let folder = self.beside(name);
        let secret = Secret::Recovery(&self.recovery_key);
        restore(file, &folder, secret, &mut on)?;
        Vault::unlock(&folder, secret, now())
    }
}

/// A vault with things to lose.
pub fn filled() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        for number in 0..60 {
            writer.put(&note(number, &format!("Samtal {number} om boendet. Kärnfrasen är vinterdäck.")))?;
        }
        writer.erase(record(59))?;
        writer.set_setting("preferences", b"{}")
    });
    fixture
}

pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_holds_everything_and_opens_with_the_same_secrets() {
    let mut fixture = filled();
    let head = fixture.audit_head().unwrap();
    let made = fixture.back_up();
    let id = made.vault_id.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(names(&fixture.usb()), [format!("farled-{id}-2026-11-22T090000Z.farledbackup")]);
    assert_eq!((made.audit, made.records, made.created_at), (head, 59, now()));
    assert_eq!(made.bytes, fs::metadata(&made.file).unwrap().len());

    let state = fixture.state();
    let mut restored = fixture.restored(&made.file, "ny").unwrap();
    assert_eq!(restored.check().unwrap().problems, []);
    assert_eq!(restored.audit_head().unwrap(), head);
    assert_eq!(restored.setting("preferences").unwrap().unwrap().as_slice(), b"{}");
    drop(restored);
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let by_passphrase = Vault::unlock(&fixture.beside("ny"), Secret::Passphrase(&passphrase), now()).unwrap();
    let found = by_passphrase.records(&RecordFilter::default()).unwrap();
    assert_eq!(
        found.into_iter().map(|record| (record.id, record.value)).collect::<BTreeMap<_, _>>(),
        state.0
    );
    assert_eq!(by_passphrase.erased().unwrap(), state.1);
    fixture.assert_sound();
}

#[test]
fn stock_tar_takes_a_backup_apart_into_a_vault() {
    let fixture = filled();
    let made = fixture.back_up();
    let folder = fixture.beside("för hand");
    fs::create_dir(&folder).unwrap();
    let listed = Command::new("tar").arg("-tf").arg(&made.file).output().unwrap();
    assert_eq!(String::from_utf8(listed.stdout).unwrap(), "manifest\nvault.header\nvault.db\n");
    let tar = Command::new("tar").arg("-xf").arg(&made.file).arg("-C").arg(&folder).output().unwrap();
    assert!(tar.status.success() && tar.stderr.is_empty(), "{tar:?}");
    let vault = Vault::unlock(&folder, Secret::Recovery(&fixture.recovery_key), now()).unwrap();
    assert_eq!(vault.records(&RecordFilter::default()).unwrap().len(), 59);
}

#[test]
fn a_backup_tells_dates_and_sizes_and_nothing_else() {
    let fixture = filled();
    let made = fixture.back_up();
    let bytes = fs::read(&made.file).unwrap();
    for word in ["vinterdäck", "Samtal", "preferences", "SQLite format"] {
        assert!(!bytes.windows(word.len()).any(|found| found == word.as_bytes()), "{word}");
    }
    let manifest =
        String::from_utf8(bytes[512..].iter().copied().take_while(|byte| *byte != b'\n').collect());
    let manifest: Value = serde_json::from_str(&manifest.unwrap()).unwrap();
    let keys: Vec<_> = manifest.as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        keys,
        ["format", "vault", "created", "tables", "header", "database", "audit", "mac", "checksum"]
    );
    let archive = fs::metadata(&made.file).unwrap();
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(archive.permissions().mode() & 0o777, 0o600);
}

#[test]
fn work_goes_on_while_a_backup_is_made_and_what_was_there_at_its_beginning_is_in_it() {
    let mut fixture = filled();
    fixture.write(|writer| {
        for number in 1_000..3_000 {
            writer.put(&need(number, &format!("{number} ").repeat(200)))?;
        }
        Ok(())
    });
    let head = fixture.audit_head().unwrap();
    let (source, folder) = (fixture.vault.as_ref().unwrap().backup_source().unwrap(), fixture.usb());
    let (begun, begins) = channel();
    let made = thread::scope(|scope| {
        let backup = scope.spawn(move || {
            source.write(&folder, now(), &mut |_| {
                let _ = begun.send(());
                ControlFlow::Continue(())
            })
        });
        begins.recv().unwrap();
        // Without end, as long as the backup takes: it must come to one nevertheless.
        let mut written = 0;
        while !backup.is_finished() {
            fixture.put(&need(5_000 + written, "medan"));
            written += 1;
        }
        println!("{written} writes while the backup was made");
        assert!(written > 0);
        backup.join().unwrap().unwrap()
    });
    assert!(made.audit.sequence >= head.sequence);
    let restored = fixture.restored(&made.file, "ny").unwrap();
    assert!(restored.get::<Need>(record(2_999)).unwrap().is_some());
    assert_eq!(restored.audit_head().unwrap(), made.audit);
    fixture.assert_sound();
}

#[test]
fn a_backup_that_is_cancelled_at_any_moment_leaves_nothing() {
    let fixture = filled();
    let kept = fixture.back_up();
    let before = names(&fixture.usb());
    let count = Cell::new(0);
    let told = |_: Progress| {
        count.set(count.get() + 1);
        ControlFlow::Continue(())
    };
    fixture.vault.as_ref().unwrap().back_up(&fixture.beside("minne"), now(), &mut { told }).unwrap();
    let moments = count.get();
    assert!(moments >= 6, "{moments}");
    fs::remove_file(
        fixture.usb().join(names(&fixture.usb()).iter().find(|name| !before.contains(name)).unwrap()),
    )
    .unwrap();
    for moment in 0..moments {
        let mut left = moment;
        let error = fixture
            .vault
            .as_ref()
            .unwrap()
            .back_up(&fixture.usb(), now(), &mut |_| {
                left -= 1;
                if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
            .unwrap_err();
        assert_eq!(error.code(), "cancelled", "moment {moment}");
        assert_eq!(names(&fixture.usb()), before, "moment {moment}");
    }
    inspect_backup(&kept.file).unwrap();
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let fixture = filled();
    let away = fixture.beside("urkopplat");
    let error = fixture.vault.as_ref().unwrap().back_up(&away, now(), &mut on).unwrap_err();
    assert_eq!(error.code(), "folder-missing");
    assert!(!away.exists());
}

#[test]
fn what_a_killed_backup_left_goes_with_the_next_one() {
    let fixture = filled();
    let made = fixture.back_up();
    let id = made.file.file_name().unwrap().to_str().unwrap()[7..15].to_owned();
    let (ours, others) =
        (fixture.usb().join(format!(".farled-{id}-1.part")), fixture.usb().join(".farled-00000000-1.part"));
    for folder in [&ours, &others] {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("vault.db"), "halv").unwrap();
    }
    fixture.back_up();
    assert!(!ours.exists() && others.exists());
    assert_eq!(
        backups_in(&fixture.usb(), &made.vault_id).unwrap().len(),
        2,
        "the second has a name of its own"
    );
}

#[test]
fn what_another_backup_is_working_in_stays() {
    let fixture = filled();
    let vault = fixture.vault.as_ref().unwrap();
    let source = vault.backup_source().unwrap();
    let mut seen = 0;
    let made = source.write(&fixture.usb(), now(), &mut |_| {
        // In the middle of the first, a second and a look through what was made.
        if seen == 0 {
            seen = 1;
            let second = fixture.back_up();
            let secret = Secret::Recovery(&fixture.recovery_key);
            verify_backup(&second.file, secret, &fixture.usb(), &mut on).unwrap();
        }
        ControlFlow::Continue(())
    });
    assert!(made.is_ok() && seen == 1, "{made:?}");
}

/// Every byte of what stands before the database and after it, and one of every page; and the file cut in
/// every page.
#[test]
fn damage_to_a_backup_is_found_without_a_secret() {
    let fixture = filled();
    let made = fixture.back_up();
    let original = fs::read(&made.file).unwrap();
    let file = fixture.beside("skadad");
    let refused = |bytes: &[u8], what: &str| {
        fs::write(&file, bytes).unwrap();
        let code = inspect_backup(&file).err().map(|error| error.code());
        let expected = ["backup-damaged", "backup-unknown", "backup-newer", "vault-newer"];
        assert!(code.is_some_and(|code| expected.contains(&code)), "{what}: {code:?}");
    };
    let database =
        original.len() - 1024 - fs::metadata(fixture.folder.join("vault.db")).unwrap().len() as usize;
    let places = (0..database)
        .chain((database..original.len()).step_by(4096 + 17))
        .chain(original.len() - 1024..original.len());
    let mut count = 0;
    for place in places {
        let mut bytes = original.clone();
        bytes[place] ^= 0x04;
        refused(&bytes, &format!("byte {place}"));
        count += 1;
    }
    let mut cuts = 0;
    for length in (0..original.len()).step_by(4096 - 512) {
        refused(&original[..length], &format!("cut to {length}"));
        cuts += 1;
    }
    refused(&[original.as_slice(), &[0]].concat(), "one byte more");
    println!("{count} flips and {cuts} cuts, each refused");
    fs::write(&file, &original).unwrap();
    inspect_backup(&file).unwrap();
}

#[test]
fn a_file_of_another_kind_and_a_missing_one_are_told() {
    let fixture = filled();
    let code = |path: &Path| inspect_backup(path).unwrap_err().code();
    assert_eq!(code(&fixture.beside("finns inte")), "file-missing");
    assert_eq!(code(&fixture.folder), "backup-unknown");
    assert_eq!(code(&fixture.folder.join("vault.db")), "backup-unknown");
    assert_eq!(code(&fixture.folder.join("vault.header")), "backup-unknown");
}

/// Whoever can write the file can make its digests fit; only the vault's key makes the MAC.
#[test]
fn a_backup_that_was_altered_with_fitting_digests_is_refused() {
    let fixture = filled();
    let made = fixture.back_up();
    let bytes = fs::read(&made.file).unwrap();
    let altered = fixture.beside("ändrad");
    // Another moment, of the same length, and the checksum that fits it.
    let line: Vec<u8> = bytes[512..].iter().copied().take_while(|byte| *byte != b'\n').collect();
    let mut manifest: Value = serde_json::from_slice(&line).unwrap();
    manifest["created"] = "2026-11-23T09:00:00Z".into();
    manifest["checksum"] = "".into();
    let checksum = Sha256::digest(format!("{manifest}\n"));
    manifest["checksum"] = checksum.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into();
    let mut changed = bytes.clone();
    changed[512..512 + line.len()].copy_from_slice(manifest.to_string().as_bytes());
    fs::write(&altered, changed).unwrap();
    assert_eq!(
        inspect_backup(&altered).unwrap().created_at,
        now() + TimeDelta::days(1),
        "seen by nobody yet"
    );
    let secret = Secret::Recovery(&fixture.recovery_key);
    let error = verify_backup(&altered, secret, &fixture.usb(), &mut on).unwrap_err();
    assert_eq!(error.code(), "backup-damaged");
    assert_eq!(fixture.restored(&altered, "ny").unwrap_err().code(), "backup-damaged");
    assert!(!fixture.beside("ny").exists());
}

#[test]
fn a_vault_whose_page_went_bad_gives_no_backup_and_the_one_before_stays() {
    let fixture = filled();
    let kept = fixture.back_up();
    let path = fixture.folder.join("vault.db");
    let mut bytes = fs::read(&path).unwrap();
    let page = bytes.len() / 4096 - 2;
    bytes[page * 4096 + 1000] ^= 1;
    fs::write(&path, bytes).unwrap();
    let error = fixture.vault.as_ref().unwrap().back_up(&fixture.usb(), now(), &mut on).unwrap_err();
    assert!(["vault-database-damaged", "backup-damaged"].contains(&error.code()), "{}", error.code());
    assert_eq!(names(&fixture.usb()).len(), 1);
    inspect_backup(&kept.file).unwrap();
}

#[test]
fn old_generations_go_and_only_ours() {
    let fixture = filled();
    let id = fixture.id();
    let usb = fixture.usb();
    let made: Vec<_> = (0..5)
        .map(|day| {
            fixture.vault.as_ref().unwrap().back_up(&usb, now() + TimeDelta::days(day), &mut on).unwrap().file
        })
        .collect();
    let named = made[0].file_name().unwrap().to_str().unwrap();
    // Named like ours and not ours: a stranger's vault of the same beginning, a folder, another text.
    let odd = [named.replace("2026-11-22", "2026-01-01"), named.replace("2026-11-22", "2026-01-02")];
    fs::write(usb.join(&odd[0]), "något annat").unwrap();
    fs::create_dir(usb.join(&odd[1])).unwrap();
    fs::write(usb.join(format!("{named}.txt")), "anteckning").unwrap();
    assert_eq!(backups_in(&usb, &id).unwrap()[0].file, made[4]);
    assert_eq!(prune_backups(&usb, &id, 2, &made[4]).unwrap(), 3);
    let left: Vec<_> = made.iter().map(|file| file.exists()).collect();
    assert_eq!(left, [false, false, false, true, true]);
    assert!(odd.iter().all(|name| usb.join(name).exists()));
    assert_eq!(prune_backups(&usb, &[7; 16], 1, &made[4]).unwrap(), 0, "another vault's stay");

    // A clock that was set back: what was just made stays, although others have later names.
    let early = fixture.vault.as_ref().unwrap().back_up(&usb, now() - TimeDelta::days(9), &mut on).unwrap();
    prune_backups(&usb, &id, 1, &early.file).unwrap();
    assert!(early.file.exists() && !made[3].exists() && !made[4].exists());
}

/// A page that was put back to an older state has a right MAC, and the chain is whole.
#[test]
fn a_backup_of_a_vault_that_is_not_as_it_was_counted_is_made_and_says_so() {
    let fixture = filled();
    assert!(fixture.back_up().is_as_counted);
    let past = "UPDATE settings SET value = x'7b7d0a' WHERE name = 'preferences'";
    fixture.connection.execute(past, []).unwrap();
    let made = fixture.back_up();
    assert!(!made.is_as_counted);
    let secret = Secret::Recovery(&fixture.recovery_key);
    assert!(!verify_backup(&made.file, secret, &fixture.usb(), &mut on).unwrap().is_as_counted);
    let mut restored = fixture.restored(&made.file, "ny").unwrap();
    assert_eq!(restored.check().unwrap().problems, [Problem::StateDiffers]);
    fixture.connection.execute("DELETE FROM records WHERE seq = 1", []).unwrap();
    assert!(!fixture.back_up().is_as_counted);
}
