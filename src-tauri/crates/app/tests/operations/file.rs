//! Files outside the vault.

use std::{fs, os::unix::fs::PermissionsExt};

use farled_app::file::{read_whole, write_whole};

use crate::support::{Place, refused};

#[test]
fn a_file_is_written_whole_for_its_owner_alone_and_leaves_nothing_beside_it() {
    let place = Place::new();
    let path = place.file("out.txt");
    fs::write(&path, "before").unwrap();
    write_whole(&path, b"after").unwrap();
    assert_eq!(read_whole(&path).unwrap(), b"after");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let beside: Vec<_> =
        fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "the vault and the file: {beside:?}");
}

#[test]
fn what_can_not_be_written_leaves_the_file_that_was_there() {
    let place = Place::new();
    let folder = place.file("a folder");
    fs::create_dir(&folder).unwrap();
    refused(write_whole(&folder, b"text"), "file-not-written");
    refused(write_whole(&place.file("none").join("out"), b"text"), "folder-missing");
    refused(read_whole(&place.file("none")), "file-missing");
    refused(read_whole(&folder), "file-unreadable");
    assert_eq!(fs::read_dir(place.file("")).unwrap().count(), 2);
}
