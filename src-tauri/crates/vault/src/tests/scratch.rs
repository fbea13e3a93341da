//! The hidden folder in which a backup is made: nobody else's, never in the way, and never waited for.

use std::collections::BTreeSet;

use super::{backup::filled, limited::under, *};

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
