//! The hidden folder in which a backup is made: nobody else's, never in the way, and never waited for.

use std::{
    collections::BTreeSet,
    fs::File,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use super::{
    backup::filled,
    limited::{in_a_process_of_its_own, under},
    *,
};
use crate::backup::Scratch;

/// Somebody else who begins a backup looks for what was abandoned just when a new folder is made and not
/// yet locked.
#[test]
fn one_that_was_just_made_is_not_taken_for_an_abandoned_one() {
    let folder = TempDir::new().unwrap();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    Scratch::remove_abandoned(folder.path(), &[7; 16]);
                }
            });
        }
        let lost: Vec<usize> = (0..2_000)
            .filter(|_| {
                let scratch = Scratch::new(folder.path(), &[7; 16]);
                let is_usable = |scratch: Scratch| {
                    fs::write(scratch.file("a"), "a")?;
                    thread::yield_now();
                    fs::read(scratch.file("a"))
                };
                !scratch.is_ok_and(|scratch| is_usable(scratch).is_ok())
            })
            .collect();
        is_over.store(true, Ordering::Relaxed);
        assert_eq!(lost, [0; 0], "these were removed while they were in use");
    });
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// As where nothing can be locked: what an earlier process with the same number left stays for good.
#[test]
fn what_can_not_be_removed_is_not_in_the_way() {
    in_a_process_of_its_own("tests::scratch::what_can_not_be_removed_is_not_in_the_way", || {
        let folder = TempDir::new().unwrap();
        let left: Vec<_> = (0..3)
            .map(|number| {
                let path =
                    folder.path().join(format!(".farled-07070707-{}-{number}.part", std::process::id()));
                fs::create_dir(&path).unwrap();
                let held = File::open(&path).unwrap();
                held.try_lock().unwrap();
                (path, held)
            })
            .collect();
        let scratch = Scratch::new(folder.path(), &[7; 16]).unwrap();
        fs::write(scratch.file("a"), "a").unwrap();
        drop(scratch);
        assert!(left.iter().all(|(path, _)| path.is_dir()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    });
}

/// SQLite holds off whoever writes into the vault until the last page of a copy is synced, and a memory
/// stick takes long for that. The copy is thrown away: only the archive must lie on the disk.
#[test]
fn the_copy_is_never_synced_and_the_archive_is() {
    let trace = TempDir::new().unwrap();
    let trace = trace.path().join("trace");
    let watch = [
        "strace",
        "--follow-forks",
        "--quiet=all",
        "--decode-fds=path",
        "--trace=fsync,fdatasync",
        "--output",
        trace.to_str().unwrap(),
    ];
    let name = "tests::scratch::the_copy_is_never_synced_and_the_archive_is";
    if under(&watch, name, || drop(filled().back_up())).is_none() {
        return;
    }
    let traced = fs::read_to_string(trace).unwrap();
    let synced: BTreeSet<&str> = traced
        .lines()
        .filter_map(|line| Some(line.split_once('<')?.1.split_once('>')?.0.rsplit_once(".part/")?.1))
        .collect();
    let archives = synced.iter().filter(|name| name.ends_with(".farledbackup")).count();
    assert!(archives == 1 && synced.len() == 1, "{synced:?}");
}
