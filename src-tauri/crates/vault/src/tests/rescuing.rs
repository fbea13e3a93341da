//! Damaged vaults, opened only to be read.

use super::{pages::furnished, *};
use crate::{Problem, Sweep};

fn rescue(fixture: &Fixture) -> Result<Vault, VaultError> {
    Vault::rescue(&fixture.folder, Secret::Recovery(&fixture.recovery_key))
}

/// Every file in the folder but the lock.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()));
    named.filter(|(name, _)| name != "vault.lock").collect()
}

fn values(vault: &Vault) -> BTreeMap<RecordId, Value> {
    let records = vault.records(&RecordFilter::default()).unwrap();
    records.into_iter().map(|record| (record.id, record.value)).collect()
}

/// Each page damaged in turn: what is rescued says what it said, what is lost is counted, and nothing
/// in the folder changes.
#[test]
fn whatever_page_is_damaged_the_rest_is_rescued() {
    let (mut fixture, original) = furnished(60);
    fixture.unlock().unwrap();
    let before = values(&fixture);
    fixture.lock();
    let pages = original.len() / 4096;
    let (mut opened, mut whole, mut lost, mut most, mut ways) = (0, 0, 0, 0, 0);
    for page in 0..pages {
        let mut bytes = original.clone();
        bytes[page * 4096 + 1_000] ^= 1;
        fs::write(fixture.folder.join("vault.db"), &bytes).unwrap();
        let on_disk = files(&fixture.folder);
        let vault = match rescue(&fixture) {
            Ok(vault) => vault,
            Err(error) => {
                assert_eq!(
                    (page, error.code()),
                    (0, "vault-database-damaged"),
                    "only the first page is the way in"
                );
                continue;
            }
        };
        opened += 1;
        let after = values(&vault);
        let report = vault.rescued().unwrap();
        assert_eq!(usize::try_from(report.found.values().sum::<u32>()).unwrap(), after.len());
        for (id, value) in &after {
            assert_eq!(before.get(id), Some(value), "page {page}: what is rescued says what it said");
        }
        let missing = before.len() - after.len();
        assert_eq!(usize::try_from(report.lost_in_all()).unwrap(), missing, "page {page}: {report:?}");
        whole += usize::from(missing == 0);
        if missing == before.len() {
            // The page from which all records' pages are found.
            ways += 1;
        } else {
            lost += missing;
            most = most.max(missing);
        }
        assert_eq!(files(&fixture.folder), on_disk, "page {page}: nothing is written");
    }
    println!(
        "rescue: {opened} of {pages} vaults with one damaged page opened; all {} records in {whole} of them, \
         {lost} lost in the others, at most {most} in one, but all in {ways}",
        before.len()
    );
    assert_eq!(opened, pages - 1);
    assert!(most < before.len() / 4 && ways <= 1, "{most}");
}

/// A page of the index is damaged, so that it knows the first rows and the last, and one of the table among
/// the rows that it does not know.
#[test]
fn rows_that_no_index_knows_are_found_beside_those_that_one_knows() {
    let (mut fixture, mut bytes) = furnished(600);
    fixture.unlock().unwrap();
    let before = values(&fixture);
    let leaves = |of: &str| -> Vec<usize> {
        let sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path";
        let mut statement = fixture.connection.prepare(sql).unwrap();
        let pages = statement.query_map([of], |row| row.get::<_, u32>(0)).unwrap();
        pages.map(|page| page.unwrap() as usize).collect()
    };
    let (index, table) = (leaves("records_by_case"), leaves("records"));
    assert!(index.len() > 4 && table.len() > 100, "{} and {}", index.len(), table.len());
    let (index, row_page) = (index[index.len() / 2], table[table.len() / 2]);
    fixture.lock();
    for page in [index, row_page] {
        bytes[(page - 1) * 4096 + 1_000] ^= 1;
    }
    fs::write(fixture.folder.join("vault.db"), &bytes).unwrap();
    let vault = rescue(&fixture).unwrap();
    let missing = before.len() - values(&vault).len();
    println!("rescue: {missing} of {} records lost with a page of rows and one of the index", before.len());
    assert!((1..10).contains(&missing), "only what stood on the page of rows: {missing}");
    assert_eq!(usize::try_from(vault.rescued().unwrap().lost_in_all()).unwrap(), missing);
}

#[test]
fn a_vault_that_was_cut_off_gives_what_is_left() {
    let (mut fixture, original) = furnished(60);
    fixture.lock();
    let pages = original.len() / 4096;
    let mut found = Vec::new();
    for kept in [pages / 4, pages / 2, pages - 1] {
        fs::write(fixture.folder.join("vault.db"), &original[..kept * 4096]).unwrap();
        found.push(match rescue(&fixture) {
            Ok(vault) => values(&vault).len(),
            Err(error) => {
                assert_eq!(error.code(), "vault-database-damaged");
                0
            }
        });
    }
    println!("rescue: of 62 records, {found:?} with a quarter, half and all but one of {pages} pages");
    assert!(found[2] > 30, "{found:?}");
}

#[test]
fn the_salt_is_known_without_the_file() {
    let (mut fixture, mut bytes) = furnished(5);
    bytes[3] ^= 1;
    fs::write(fixture.folder.join("vault.db"), bytes).unwrap();
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-database-damaged");
    assert_eq!(rescue(&fixture).unwrap().rescued().unwrap().lost_in_all(), 0);
}

#[test]
fn what_follows_from_the_documents_is_made_anew() {
    let (mut fixture, _) = furnished(10);
    fixture.unlock().unwrap();
    let before = values(&fixture);
    fixture
        .connection
        .execute_batch(
            "UPDATE records SET starts_at = NULL, status = 'annat';
             UPDATE records SET value = '{}' WHERE kind = 'need';
             DELETE FROM fts;
             DELETE FROM audit WHERE sequence = 2;
             UPDATE records SET document = x'00' WHERE kind = 'appointment'",
        )
        .unwrap();
    assert!(fixture.check().unwrap().problems.contains(&Problem::AuditBroken));
    fixture.lock();
    let vault = rescue(&fixture).unwrap();
    assert_eq!(values(&vault), before);
    assert_eq!(vault.rescued().unwrap().without_history, 1, "the appointment's document was gone");
    assert_eq!(vault.search("boendet", &[], None, 50).unwrap().len(), 10, "the search is made anew");
    assert_eq!(vault.setting("settings").unwrap().unwrap().as_slice(), b"{}");
    assert_eq!(vault.erased().unwrap(), [record(1_002)]);
}

#[test]
fn a_rescued_vault_takes_no_changes() {
    let (mut fixture, _) = furnished(5);
    fixture.unlock().unwrap();
    let (_, undo) = fixture.write(|writer| writer.put(&need(7, "x")));
    fixture.lock();
    let mut vault = rescue(&fixture).unwrap();
    let error = vault.write(now(), |writer| writer.put(&need(8, "y"))).unwrap_err();
    assert_eq!(error.code(), "vault-read-only");
    assert_eq!(vault.rehearse(|writer| writer.put(&need(8, "y"))).unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.undo(&undo, now()).unwrap_err().code(), "vault-read-only");
    let new = Passphrase::new("en helt annan fras".to_owned());
    assert_eq!(vault.change_passphrase(&new, now()).unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.renew_recovery_key(now()).unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.rebuild_projection().unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.mend(now()).unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.keep_preview(record(7), b"liten").unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.sweep_contents(|| Sweep::On).unwrap_err().code(), "vault-read-only");
    assert_eq!(vault.check().unwrap_err().code(), "vault-read-only");
    // Not even past the vault, and no copy of what lies in memory in the clear.
    vault.connection.execute_batch("DELETE FROM records").unwrap_err();
    assert_eq!(vault.unmake().unwrap_err().code(), "vault-read-only");
    fixture.unlock().unwrap();
    fixture.assert_sound();
}

#[test]
fn a_vault_that_is_open_elsewhere_is_not_rescued_and_a_newer_one_is_named() {
    let (mut fixture, _) = furnished(2);
    fixture.unlock().unwrap();
    assert_eq!(rescue(&fixture).unwrap_err().code(), "vault-in-use");
    fixture.connection.pragma_update(None, "user_version", 99).unwrap();
    fixture.lock();
    assert_eq!(rescue(&fixture).unwrap_err().code(), "vault-newer");
    fixture.remove_headers();
    assert_eq!(rescue(&fixture).unwrap_err().code(), "vault-header-damaged");
}
