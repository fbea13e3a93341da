//! Backups by plan and by hand, and restoring.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::Command,
};

use farled_app::{
    Desk,
    backup::{self, BackupPlan, FolderState, Frequency, Key, Moment, Nag, Present},
    settings::{self, Settings},
};
use farled_vault::{RecoveryKey, Secret, Vault, VaultError};
use zeroize::Zeroizing;

use crate::support::{NOW, PASSPHRASE, Place, clock, refused, vault_template};

const LATER: &str = "2026-11-26 08:00";
const A_WEEK_LATER: &str = "2026-12-02 09:00";

fn usb(place: &Place) -> PathBuf {
    let folder = place.file("minne");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn plan(place: &mut Place, frequency: Frequency, keep: u16) {
    let folder = Some(usb(place));
    backup::save_plan(place, &BackupPlan { folder, frequency, keep }).unwrap();
}

fn files(place: &Place) -> usize {
    fs::read_dir(usb(place)).unwrap().count()
}

fn is_due(desk: &Desk, moment: Moment) -> bool {
    backup::is_due(desk, moment).unwrap()
}

#[test]
fn a_plan_is_kept_in_the_vault_and_checked() {
    let mut place = Place::new();
    let begin = backup::show(&place).unwrap();
    assert_eq!((begin.folder, begin.frequency, begin.keep), (FolderState::None, Frequency::Daily, 7));
    refused(backup::back_up(&mut place, None), "backup-no-folder");
    let with =
        |folder: PathBuf, keep| BackupPlan { folder: Some(folder), frequency: Frequency::Weekly, keep };
    for keep in [0, 51] {
        let wanted = with(usb(&place), keep);
        refused(backup::save_plan(&mut place, &wanted), "setting-out-of-range");
    }
    let away = with(place.file("finns inte"), 3);
    refused(backup::save_plan(&mut place, &away), "folder-missing");
    let own = with(place.folder.clone(), 3);
    refused(backup::save_plan(&mut place, &own), "backup-into-vault");
    plan(&mut place, Frequency::Weekly, 3);
    place.sit_down(LATER);
    let kept = backup::show(&place).unwrap();
    assert_eq!((kept.folder, kept.frequency, kept.keep), (FolderState::There, Frequency::Weekly, 3));
}

#[test]
fn a_backup_is_due_by_the_plan_and_only_when_something_changed() {
    let mut place = Place::new();
    assert!(!is_due(&place, Moment::Unlocked), "no folder is chosen");
    plan(&mut place, Frequency::Daily, 7);
    assert!(is_due(&place, Moment::Unlocked), "there never was one");
    backup::back_up(&mut place, None).unwrap();
    assert!(!is_due(&place, Moment::Unlocked));

    place.sit_down(LATER);
    assert!(!is_due(&place, Moment::Unlocked), "that a backup was made is no change");
    place.case("Ek");
    assert!(is_due(&place, Moment::Unlocked) && is_due(&place, Moment::Locking));
    backup::back_up(&mut place, None).unwrap();
    place.case("Tall");
    assert!(!is_due(&place, Moment::Locking), "once a day");

    plan(&mut place, Frequency::EachLock, 7);
    assert!(is_due(&place, Moment::Locking) && !is_due(&place, Moment::Meanwhile));
    plan(&mut place, Frequency::ByHand, 7);
    assert!(!is_due(&place, Moment::Locking));
    plan(&mut place, Frequency::Weekly, 7);
    assert!(!is_due(&place, Moment::Unlocked));
    place.sit_down("2026-12-03 08:00");
    assert!(is_due(&place, Moment::Unlocked));
    // A clock that was ahead for a day must not stop backups until it is that late again.
    place.sit_down("2026-11-01 08:00");
    assert!(is_due(&place, Moment::Unlocked));
}

#[test]
fn what_is_written_while_a_backup_is_made_is_due_again() {
    let mut place = Place::new();
    plan(&mut place, Frequency::EachLock, 7);
    let result = backup::begin(&place).unwrap().run(&mut |_| ControlFlow::Continue(()));
    place.case("Ek");
    backup::finish(&mut place, result).unwrap();
    assert!(backup::show(&place).unwrap().last.unwrap().has_changed);
    assert!(is_due(&place, Moment::Locking));
}

#[test]
fn only_so_many_generations_stay() {
    let mut place = Place::new();
    plan(&mut place, Frequency::Daily, 2);
    for day in 0..4 {
        place.sit_down(&format!("2026-11-2{} 09:00", 5 + day));
        let made = backup::back_up(&mut place, None).unwrap();
        assert_eq!(made.removed, u32::from(day >= 2));
    }
    let view = backup::show(&place).unwrap();
    assert_eq!((view.generations.len(), files(&place)), (2, 2));
    assert_eq!(view.last.unwrap().name, view.generations[0].name);
}

#[test]
fn a_memory_stick_that_is_not_there_is_one_line_and_no_storm() {
    let mut place = Place::new();
    plan(&mut place, Frequency::Daily, 7);
    let (here, away) = (usb(&place), place.file("utdraget"));
    fs::rename(&here, &away).unwrap();
    let mut entries = Vec::new();
    for time in [NOW, LATER, "2026-11-27 08:00"] {
        place.sit_down(time);
        refused(backup::back_up(&mut place, None), "folder-missing");
        entries.push(place.vault().audit_head().unwrap().sequence);
        let view = backup::show(&place).unwrap();
        assert_eq!((view.folder, view.trouble.as_deref()), (FolderState::Away, Some("folder-missing")));
        assert_eq!(view.trouble_since, Some(clock(NOW).now()), "since the first time");
    }
    assert_eq!(entries[0], entries[2], "it is noted once");
    assert!(!here.exists(), "no folder is made in its place");
    fs::rename(&away, &here).unwrap();
    assert!(is_due(&place, Moment::Unlocked));
    backup::back_up(&mut place, None).unwrap();
    let view = backup::show(&place).unwrap();
    assert_eq!((view.folder, view.trouble, view.generations.len()), (FolderState::There, None, 1));
}

#[test]
fn what_could_not_be_made_at_a_lock_is_made_as_soon_as_it_can_be() {
    let mut place = Place::new();
    plan(&mut place, Frequency::EachLock, 7);
    backup::back_up(&mut place, None).unwrap();
    place.case("Ek");
    assert!(!is_due(&place, Moment::Meanwhile));
    let (here, away) = (usb(&place), place.file("utdraget"));
    fs::rename(&here, &away).unwrap();
    refused(backup::back_up(&mut place, None), "folder-missing");
    place.sit_down(LATER);
    assert!(is_due(&place, Moment::Meanwhile), "the stick may be plugged in at any moment");
    fs::rename(&away, &here).unwrap();
    backup::back_up(&mut place, None).unwrap();
    place.case("Tall");
    assert!(!is_due(&place, Moment::Meanwhile), "the next one is made at the next lock");
}

#[test]
fn another_folder_begins_without_a_backup() {
    let mut place = Place::new();
    plan(&mut place, Frequency::EachLock, 7);
    backup::back_up(&mut place, None).unwrap();
    let other = place.file("nytt minne");
    fs::create_dir(&other).unwrap();
    let wanted = BackupPlan { folder: Some(other.clone()), ..backup::plan(&place).unwrap() };
    backup::save_plan(&mut place, &wanted).unwrap();
    let view = backup::show(&place).unwrap();
    assert_eq!((view.last, view.generations.len()), (None, 0));
    assert!(is_due(&place, Moment::Meanwhile), "although nothing has changed");
    backup::back_up(&mut place, None).unwrap();
    // The same folder again, and another number: it is still the one with the backup.
    backup::save_plan(&mut place, &BackupPlan { keep: 3, ..wanted }).unwrap();
    assert!(backup::show(&place).unwrap().last.is_some());
}

/// One page of the vault is put back to what it was before a change: everything opens, and holds less.
#[test]
fn a_backup_of_less_than_there_should_be_is_told_and_costs_no_older_one() {
    let mut place = Place::with_sample();
    plan(&mut place, Frequency::Daily, 1);
    backup::back_up(&mut place, None).unwrap();
    let database = place.folder.join("vault.db");
    place.lock();
    let old = fs::read(&database).unwrap();
    place.sit_down(NOW);
    place.case("Ny");
    // Lies on a page of its own, with nothing else that is written.
    let named = Settings { name: "Någon annan".to_owned(), ..Settings::default() };
    settings::save(&mut place, &named).unwrap();
    place.lock();
    let new = fs::read(&database).unwrap();
    let mut tried = 0;
    for page in 0..old.len() / 4096 {
        let range = page * 4096..(page + 1) * 4096;
        if old[range.clone()] == new[range.clone()] {
            continue;
        }
        let mut mixed = new.clone();
        mixed[range.clone()].copy_from_slice(&old[range]);
        fs::write(&database, mixed).unwrap();
        let key = RecoveryKey::parse(vault_template().1).unwrap();
        let time = clock("2026-11-28 08:00");
        let Ok(vault) = Vault::unlock(&place.folder, Secret::Recovery(&key), time.now()) else { continue };
        let mut desk = Desk::new(vault, time);
        let before = files(&place);
        match backup::back_up(&mut desk, None) {
            Err(failure) if failure.code == "backup-differs" => tried += 1,
            _ => continue,
        }
        let view = backup::show(&desk).unwrap();
        assert!(view.last.unwrap().differs && view.trouble.is_none());
        assert!(!is_due(&desk, Moment::Meanwhile), "it is there, and not made again and again");
        refused(backup::back_up(&mut desk, None), "backup-differs");
        assert_eq!(files(&place), before + 2, "one is to be kept, and the ones before are worth more");
        for file in fs::read_dir(usb(&place)).unwrap().skip(1) {
            fs::remove_file(file.unwrap().path()).unwrap();
        }
    }
    println!("{tried} pages put back that leave a vault which opens and holds less");
    assert!(tried > 0);
}

const SMALL_DISK: &str = "FARLED_SMALL_DISK";

/// On a disk of its own, in a namespace of its own.
#[test]
fn a_memory_stick_that_is_full_of_old_ones_takes_the_next() {
    let name = "backup::a_memory_stick_that_is_full_of_old_ones_takes_the_next";
    if std::env::var_os(SMALL_DISK).is_some() {
        return fill(Path::new("/mnt"));
    }
    let mount = "mount -t tmpfs -o size=2m tmpfs /mnt && exec \"$@\"";
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .env(SMALL_DISK, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    if complained.contains("unshare:") || complained.contains("mount:") {
        eprintln!("SKIPPED, no disk could be made: {complained}");
        return;
    }
    assert!(output.status.success() && said.contains("full after"), "{said} {complained}");
    println!("{said}");
}

fn fill(stick: &Path) {
    let mut place = Place::new();
    let wanted = BackupPlan { folder: Some(stick.to_owned()), frequency: Frequency::Daily, keep: 50 };
    backup::save_plan(&mut place, &wanted).unwrap();
    let (mut made, mut removed) = (0, 0);
    for day in 1..=30 {
        place.sit_down(&format!("2026-12-{day:02} 09:00"));
        made += 1;
        removed += backup::back_up(&mut place, None).unwrap().removed;
    }
    let left = backup::show(&place).unwrap().generations;
    assert!(removed > 0 && left.len() as u32 + removed == made, "{} of {made}, {removed}", left.len());
    assert_eq!(left[0].at, clock("2026-12-30 09:00").now(), "the oldest went");
    println!("full after {}", left.len());

    // By hand into a folder that is not the chosen one, nobody else's go.
    fs::create_dir(place.file("annat")).unwrap();
    let other = BackupPlan { folder: Some(place.file("annat")), ..wanted };
    backup::save_plan(&mut place, &other).unwrap();
    refused(backup::back_up(&mut place, Some(stick.to_owned())), "backup-no-room");
    assert_eq!(fs::read_dir(stick).unwrap().count(), left.len());
}

#[test]
fn today_brings_it_up_when_there_is_none_or_it_is_a_week_old_and_something_changed() {
    let mut place = Place::new();
    assert_eq!(backup::nag(&place).unwrap(), Nag::Never { folder: FolderState::None });
    plan(&mut place, Frequency::ByHand, 7);
    assert_eq!(backup::nag(&place).unwrap(), Nag::Never { folder: FolderState::There });
    backup::back_up(&mut place, None).unwrap();
    assert_eq!(backup::nag(&place).unwrap(), Nag::Quiet);
    place.sit_down(A_WEEK_LATER);
    assert_eq!(backup::nag(&place).unwrap(), Nag::Quiet, "all that is kept is in it");
    place.case("Ek");
    assert_eq!(backup::nag(&place).unwrap(), Nag::Old { days: 7, folder: FolderState::There });
    place.sit_down("2026-12-02 08:59");
    assert_eq!(backup::nag(&place).unwrap(), Nag::Quiet, "not yet a week");
}

#[test]
fn a_backup_elsewhere_is_not_noted() {
    let mut place = Place::new();
    let elsewhere = usb(&place);
    backup::back_up(&mut place, Some(elsewhere)).unwrap();
    assert_eq!(files(&place), 1);
    assert_eq!(backup::show(&place).unwrap().last, None);
}

#[test]
fn a_cancelled_backup_is_no_trouble() {
    let mut place = Place::new();
    plan(&mut place, Frequency::Daily, 7);
    let result = backup::begin(&place).unwrap().run(&mut |_| ControlFlow::Break(()));
    assert!(matches!(result, Err(VaultError::Cancelled)));
    refused(backup::finish(&mut place, result), "cancelled");
    assert_eq!(backup::show(&place).unwrap().trouble, None);
}

#[test]
fn restoring_says_what_is_not_in_the_backup() {
    let mut place = Place::with_sample();
    plan(&mut place, Frequency::Daily, 7);
    let made = backup::back_up(&mut place, None).unwrap();
    let file = usb(&place).join(&made.name);
    let before = place.exported();
    place.case("Ny");
    place.lock();
    let key = Key::Passphrase(Zeroizing::new(PASSPHRASE.to_owned()));
    let on = &mut |_| ControlFlow::Continue(());
    let look = backup::look(&file, &place.folder, &key, on).unwrap();
    // What noted the backup, the log of the export, and the case.
    assert_eq!((look.records, look.later_changes), (Some(made.records), Some(3)));
    let again =
        backup::restore(&file, &place.folder, &key, Present::Refuse, clock(NOW), on).map(|view| view.records);
    refused(again, "vault-exists");
    let restored = backup::restore(&file, &place.folder, &key, Present::SetAside, clock(NOW), on).unwrap();
    assert_eq!((restored.records, restored.later_changes), (made.records, Some(3)));
    assert!(PathBuf::from(restored.set_aside.unwrap()).join("vault.db").is_file());
    place.sit_down(LATER);
    assert_eq!(place.exported(), before);
}

/// A folder for temporary files may lie in memory, which has no room for it.
#[test]
fn a_backup_is_looked_through_where_the_vault_lies() {
    let mut place = Place::with_sample();
    plan(&mut place, Frequency::Daily, 7);
    let file = usb(&place).join(backup::back_up(&mut place, None).unwrap().name);
    place.lock();
    let key = Key::Passphrase(Zeroizing::new(PASSPHRASE.to_owned()));
    let hidden = |folder: &Path| {
        let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        found.filter(|name| name.to_string_lossy().ends_with(".part")).count()
    };
    let nowhere = place.file("not/yet/made");
    for (folder, lies) in [(&place.folder, place.folder.clone()), (&nowhere, place.file(""))] {
        let mut most = 0;
        backup::look(&file, folder, &key, &mut |_| {
            most = most.max(hidden(&lies));
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!((most, hidden(&lies)), (1, 0), "{}", lies.display());
    }
    assert!(!nowhere.exists());
}
