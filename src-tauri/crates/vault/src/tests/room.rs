//! Room for backups: known before anything is written, and made only of what can be spared.

use std::ops::ControlFlow;

use chrono::TimeDelta;

use super::{
    backup::{filled, names, on},
    limited::{in_a_process_of_its_own, limit_files, with_a_disk_of},
    *,
};
use crate::{inspect_backup, make_room};

/// Backups of five days on a disk that has room for five and not for the sixth, the oldest first.
fn full(fixture: &Fixture, disk: &Path) -> Vec<PathBuf> {
    let vault = fixture.vault.as_ref().unwrap();
    let mut made: Vec<PathBuf> = Vec::new();
    for day in 0.. {
        match vault.back_up(disk, now() + TimeDelta::days(day), &mut on) {
            Ok(info) => made.push(info.file),
            Err(error) => {
                assert_eq!(error.code(), "disk-full");
                break;
            }
        }
    }
    assert!(made.len() >= 3, "{}", made.len());
    made
}

fn are_there(files: &[PathBuf]) -> Vec<bool> {
    files.iter().map(|file| file.exists()).collect()
}

#[test]
fn a_full_medium_is_told_and_leaves_what_was_there() {
    in_a_process_of_its_own("tests::room::a_full_medium_is_told_and_leaves_what_was_there", || {
        let fixture = filled();
        let kept = fixture.back_up();
        let before = names(&fixture.usb());
        let size = fs::metadata(fixture.folder.join("vault.db")).unwrap().len();
        for limit in (0..size + 2048).step_by(16 * 1024).chain([size, size + 512]) {
            limit_files(Some(limit));
            let result = fixture.vault.as_ref().unwrap().back_up(&fixture.usb(), now(), &mut on);
            limit_files(None);
            let code = result.unwrap_err().code();
            assert!(["storage-failed", "disk-full"].contains(&code), "{limit}: {code}");
            assert_eq!(names(&fixture.usb()), before, "{limit}");
        }
        inspect_backup(&kept.file).unwrap();
        fixture.back_up();
    });
}

#[test]
fn a_backup_that_there_is_no_room_for_writes_nothing() {
    with_a_disk_of(3_000, "tests::room::a_backup_that_there_is_no_room_for_writes_nothing", |disk| {
        let fixture = filled();
        let made = full(&fixture, disk);
        let mut told = 0;
        let error = fixture
            .vault
            .as_ref()
            .unwrap()
            .back_up(disk, now(), &mut |_| {
                told += 1;
                ControlFlow::Continue(())
            })
            .unwrap_err();
        assert_eq!((error.code(), told), ("disk-full", 0), "it was begun");
        assert_eq!(fs::read_dir(disk).unwrap().count(), made.len());
    });
}

#[test]
fn the_oldest_make_room_and_the_newest_that_is_whole_stays() {
    with_a_disk_of(3_000, "tests::room::the_oldest_make_room_and_the_newest_that_is_whole_stays", |disk| {
        let fixture = filled();
        let (vault, id) = (fixture.vault.as_ref().unwrap(), fixture.id());
        let mut made = full(&fixture, disk);
        let needed = vault.backup_source().unwrap().room_needed().unwrap();
        let room = |bytes| make_room(disk, &id, bytes, &mut on);
        assert_eq!(room(1).unwrap(), 0, "there is room");
        let removed = room(needed).unwrap();
        assert!(removed > 0 && removed < made.len());
        let gone = are_there(&made).iter().take_while(|is_there| !**is_there).count();
        assert_eq!(gone, removed, "the oldest, and no more");
        made.drain(..removed);
        assert!(are_there(&made).iter().all(|is_there| *is_there));
        made.push(vault.back_up(disk, now() + TimeDelta::days(90), &mut on).unwrap().file);

        // The newest is damaged: the one before stays.
        let newest = made.pop().unwrap();
        let mut bytes = fs::read(&newest).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&newest, bytes).unwrap();
        let whole = made.pop().unwrap();
        let all = u64::MAX;
        assert_eq!(room(all).unwrap_err().code(), "disk-full");
        assert!(are_there(&made).iter().all(|is_there| *is_there), "what does not suffice is not begun");
        let stop = make_room(disk, &id, needed, &mut |_| ControlFlow::Break(()));
        assert_eq!(stop.unwrap_err().code(), "cancelled");
        assert!(are_there(&made).iter().all(|is_there| *is_there));
        assert!(room(needed).unwrap() > 0);
        inspect_backup(&whole).unwrap();
        assert!(newest.exists());
    });
}
