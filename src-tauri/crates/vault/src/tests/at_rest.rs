//! Nothing readable at rest.

use farled_case::CivilIdentity;

use super::*;

const CANARY: &str = "KANARIEFAGELNqX7";

/// The files below a folder that hold the canary in UTF-8 or UTF-16, or a part of it.
fn files_with_canary(folder: &Path) -> Vec<PathBuf> {
    let utf16: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let needles = [CANARY.as_bytes(), utf16.as_slice(), b"kanariefageln", b"FAGELNqX7"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap_or_default();
        if needles.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == *needle)) {
            found.push(path);
        }
    }
    found
}

#[test]
fn no_file_holds_a_readable_byte_and_no_journal_stays() {
    let mut fixture = Fixture::new();
    let identity: CivilIdentity = serde_json::from_value(serde_json::json!({
        "case": uuid(1), "given_name": CANARY, "surname": CANARY, "identity_number": CANARY,
    }))
    .unwrap();
    let long = format!("{CANARY} ").repeat(3_000);
    fixture.write(|writer| {
        writer.put(&identity)?;
        writer.put(&note(1, &long))?;
        writer.put(&need(2, CANARY))?;
        writer.set_setting(CANARY, CANARY.as_bytes())
    });
    fixture.write(|writer| writer.put(&need(2, &format!("{CANARY} igen"))));
    fixture.write(|writer| writer.erase(record(1)));
    fixture.rebuild_projection().unwrap();
    fixture.change_passphrase(&Passphrase::new(CANARY.to_owned()), now()).unwrap();
    assert_eq!(fixture.search(CANARY, &[], None, 9).unwrap().len(), 1, "it is in there");
    assert_eq!(files_with_canary(&fixture.folder), Vec::<PathBuf>::new());
    let mut names: Vec<_> =
        fs::read_dir(&fixture.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        ["vault.db", "vault.header", "vault.header.copy", "vault.lock"],
        "no journal, no temporary file"
    );
    fixture.lock();
    assert_eq!(files_with_canary(&fixture.folder), Vec::<PathBuf>::new());

    let control = fixture.folder.join("control");
    fs::write(&control, format!("… {CANARY} …")).unwrap();
    assert_eq!(files_with_canary(&fixture.folder), [control], "the search itself finds what is readable");
}

#[test]
fn while_a_write_goes_on_the_journal_is_unreadable_too() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, &CANARY.repeat(500)));
    let folder = fixture.folder.clone();
    fixture.write(|writer| {
        writer.put(&need(1, "skrivs över"))?;
        for number in 10..400 {
            writer.put(&need(number, &CANARY.repeat(50)))?;
        }
        assert!(folder.join("vault.db-journal").exists(), "there must be a journal to look into");
        assert_eq!(files_with_canary(&folder), Vec::<PathBuf>::new());
        Ok(())
    });
}

#[test]
fn what_was_erased_is_gone_even_for_who_has_the_key() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, &format!("{CANARY} och {CANARY}")));
    fixture.put(&need(2, "kvar"));
    let index_pages_with_word = |fixture: &Fixture| -> i64 {
        let sql = "SELECT count(*) FROM fts_data WHERE instr(block, CAST('anariefageln' AS BLOB)) > 0";
        fixture.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(index_pages_with_word(&fixture), 1, "the word can be found where it is");
    fixture.write(|writer| writer.erase(record(1)));
    assert_eq!(index_pages_with_word(&fixture), 0, "the search index forgot its words");
    let overwrites: i64 =
        fixture.connection.pragma_query_value(None, "secure_delete", |row| row.get(0)).unwrap();
    assert_eq!(overwrites, 1, "freed pages are overwritten");
}

#[cfg(unix)]
#[test]
fn the_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let directory = TempDir::new().unwrap();
    let folder = directory.path().join("vault");
    let made = Vault::create_with(&folder, &Passphrase::new(PASSPHRASE.to_owned()), KdfCost::MINIMUM, now())
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for name in ["vault.header", "vault.header.copy", "vault.db", "vault.lock"] {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
    }
    drop(made);
}
