//! Storage that fails: told by name, and the vault is as it was and goes on.

use super::{
    limited::{in_a_process_of_its_own, limit_files},
    *,
};

fn fill(writer: &mut Writer<'_>) -> Result<(), VaultError> {
    for number in 100..2_000 {
        writer.put(&need(number, &format!("{number} ").repeat(200)))?;
    }
    Ok(())
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    let before = fixture.state();
    let pages: i64 = fixture.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let limit = |pages: i64, fixture: &Fixture| {
        let limit =
            fixture.connection.pragma_update_and_check(None, "max_page_count", pages, |row| row.get(0));
        limit.map(|_: i64| ()).unwrap();
    };
    limit(pages + 4, &fixture);
    assert_eq!(fixture.try_write(fill).unwrap_err().code(), "disk-full");
    assert_eq!(fixture.state(), before);
    limit(1 << 30, &fixture);
    fixture.put(&need(2, "går igen"));
    fixture.assert_sound();
}

/// The real thing below SQLite.
#[test]
fn a_write_that_the_system_refuses_is_told_and_nothing_is_lost() {
    in_a_process_of_its_own(
        "tests::storage::a_write_that_the_system_refuses_is_told_and_nothing_is_lost",
        || {
            let mut fixture = Fixture::new();
            fixture.put(&need(1, "kvar"));
            let before = fixture.state();
            let size = fs::metadata(fixture.folder.join("vault.db")).unwrap().len();
            limit_files(Some(size + 8_192));
            let code = fixture.try_write(fill).unwrap_err().code();
            assert!(["storage-failed", "disk-full"].contains(&code), "{code}");
            assert_eq!(fixture.state(), before);
            // Too small for a header: the passphrase stays.
            limit_files(Some(100));
            fixture.change_passphrase(&Passphrase::new("ny".to_owned()), now()).unwrap_err();
            limit_files(None);
            fixture.verify(&Passphrase::new(PASSPHRASE.to_owned())).unwrap();
            fixture.put(&need(2, "går igen"));
            fixture.unlock().unwrap();
            fixture.assert_sound();
        },
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("file");
    fs::write(&file, "").unwrap();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let error = Vault::create_with(&file.join("vault"), &passphrase, KdfCost::MINIMUM, now()).unwrap_err();
    assert_eq!(error.code(), "read-only-folder");
}

#[test]
fn a_database_that_cannot_be_written_is_told_and_still_reads() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    fixture.connection.pragma_update(None, "query_only", true).unwrap();
    assert_eq!(
        fixture.try_write(|writer| writer.put(&need(2, "ny"))).unwrap_err().code(),
        "read-only-folder"
    );
    assert_eq!(fixture.get(1), Some(need(1, "kvar")));
    fixture.connection.pragma_update(None, "query_only", false).unwrap();
    fixture.put(&need(2, "ny"));
}

#[test]
fn a_page_that_goes_bad_while_the_vault_is_open_is_told() {
    let mut fixture = Fixture::new();
    fixture.write(fill);
    fixture.unlock().unwrap();
    let path = fixture.folder.join("vault.db");
    let original = fs::read(&path).unwrap();
    let mut damaged = original.clone();
    for page in 1..damaged.len() / 4096 {
        damaged[page * 4096 + 2000] ^= 1;
    }
    fs::write(&path, damaged).unwrap();
    let error = fixture.records(&RecordFilter::default()).unwrap_err();
    assert_eq!(error.code(), "vault-database-damaged");
    fs::write(&path, original).unwrap();
    fixture.unlock().expect("unlocking again is enough once the file is whole");
    fixture.assert_sound();
}

#[test]
fn a_write_that_panics_has_never_been() {
    let mut fixture = Fixture::new();
    let before = fixture.state();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        fixture.write(|writer| -> Result<(), VaultError> {
            writer.put(&need(1, "halvvägs"))?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(fixture.state(), before);
    fixture.put(&need(2, "går vidare"));
    fixture.assert_sound();
}

#[test]
fn a_folder_that_cannot_be_looked_at_is_not_taken_for_a_free_one() {
    let directory = TempDir::new().unwrap();
    let folder = directory.path().join("vault");
    // A link to itself: every path through it fails, for whoever asks.
    std::os::unix::fs::symlink(&folder, &folder).unwrap();
    assert_ne!(crate::presence(&folder), crate::Presence::Missing);
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let error = Vault::create_with(&folder, &passphrase, KdfCost::MINIMUM, now()).unwrap_err();
    assert_eq!(error.code(), "vault-exists");
}

#[test]
fn only_an_empty_vault_is_taken_back() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    assert_eq!(fixture.vault.take().unwrap().unmake().unwrap_err().code(), "vault-exists");
    fixture.unlock().unwrap();
    assert_eq!(fixture.get(1), Some(need(1, "kvar")));

    let mut empty = Fixture::new();
    empty.vault.take().unwrap().unmake().unwrap();
    assert_eq!(fs::read_dir(&empty.folder).unwrap().count(), 0);
}

#[test]
fn files_that_others_could_read_are_private_once_the_vault_is_unlocked() {
    use std::os::unix::fs::PermissionsExt;

    let mut fixture = Fixture::new();
    fixture.lock();
    let paths = ["vault.header", "vault.db"].map(|name| fixture.folder.join(name));
    for path in &paths {
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
    }
    fixture.unlock().unwrap();
    for path in &paths {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
}
