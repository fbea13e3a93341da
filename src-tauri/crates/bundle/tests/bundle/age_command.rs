//! The way out without this program: `age -d` and `tar`, as Debian has them.

use std::{
    path::Path,
    process::{Command, Output},
};

use sha2::{Digest, Sha256};

use crate::fixture::{Sealed, decrypt, entries};

/// Runs a command that must be installed: without it this promise can't be checked.
fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| {
        panic!("{:?} must be installed (Debian: apt install age tar): {error}", command.get_program())
    });
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn write(folder: &Path, sealed: &Sealed) {
    std::fs::write(folder.join("case.farled"), &sealed.bytes).unwrap();
    let key = sealed.bob.age_secret_key();
    std::fs::write(folder.join("key.txt"), key.as_bytes()).unwrap();
}

#[test]
fn the_age_command_opens_a_bundle_and_tar_lists_it() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = Sealed::new();
    write(folder.path(), &sealed);
    run(Command::new("age")
        .args(["-d", "-i", "key.txt", "-o", "case.tar", "case.farled"])
        .current_dir(folder.path()));
    let plaintext = std::fs::read(folder.path().join("case.tar")).unwrap();
    assert_eq!(plaintext, decrypt(&sealed.bytes, &sealed.bob), "both implementations agree");

    let listed = run(Command::new("tar").args(["-tf", "case.tar"]).current_dir(folder.path()));
    assert!(listed.stderr.is_empty(), "tar has nothing to remark");
    let names: Vec<&str> = std::str::from_utf8(&listed.stdout).unwrap().lines().collect();
    assert_eq!(names, ["manifest", "manifest.sig", "records", "erased", "pad"]);

    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    run(Command::new("tar").args(["-xf", "../case.tar"]).current_dir(&out));
    for (name, content) in entries(&plaintext) {
        assert_eq!(std::fs::read(out.join(&name)).unwrap(), content, "{name}");
    }

    // What stands there can be read with nothing but a text editor and sha256sum.
    let records = std::fs::read_to_string(out.join("records")).unwrap();
    assert_eq!(records.lines().count(), sealed.records.len());
    assert!(records.contains("Han åt två våfflor."));
    let manifest = std::fs::read_to_string(out.join("manifest")).unwrap();
    let hash: String = Sha256::digest(&records).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(manifest.contains(&hash));
    assert_eq!(std::fs::read_to_string(out.join("erased")).unwrap().lines().count(), 2);
}

#[test]
fn the_age_command_reads_the_public_key_out_of_the_exported_one() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = Sealed::new();
    write(folder.path(), &sealed);
    let output = run(Command::new("age-keygen").args(["-y", "key.txt"]).current_dir(folder.path()));
    assert_eq!(std::str::from_utf8(&output.stdout).unwrap().trim(), sealed.bob.recipient());
}

#[test]
fn the_age_command_refuses_another_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut sealed = Sealed::new();
    sealed.bob = farled_bundle::Identity::generate();
    write(folder.path(), &sealed);
    let output = Command::new("age")
        .args(["-d", "-i", "key.txt", "-o", "case.tar", "case.farled"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(!output.status.success());
}
