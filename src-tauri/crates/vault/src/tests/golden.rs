//! Vaults that earlier versions made. They must open for ever, and are never made anew.

use farled_case::{Amendment, Kind};
use serde_json::json;

use super::*;
use crate::schema;

/// What the golden vaults open with.
const GOLDEN_PASSPHRASE: &str = "gyllene valv från förr";

/// The records that a golden vault holds, and what they say: those of its version and of all before it.
const RECORDS: [&str; 4] = [
    include_str!("golden/records-1.jsonl"),
    include_str!("golden/records-2.jsonl"),
    "",
    include_str!("golden/records-4.jsonl"),
];

/// What an attachment in a golden vault holds.
fn attached(size: u64) -> Vec<u8> {
    (0..size).map(|at| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect()
}

/// A need that was written apart in two copies, and what each copy said.
const IN_CONFLICT: u128 = 0x70;
const SAID_APART: [&str; 2] = ["Skrivet på kontoret", "Skrivet på resan"];

/// A need that was erased.
const ERASED: u128 = 0x71;

const SETTINGS: [(&str, &[u8]); 2] = [("preferences", br#"{"name":"Kim Exempel"}"#), ("bytes", &[0, 255, 7])];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden")
}

fn records() -> Vec<(Kind, Value)> {
    records_of(schema::newest())
}

fn records_of(version: u32) -> Vec<(Kind, Value)> {
    RECORDS
        .iter()
        .take(version as usize)
        .flat_map(|lines| lines.lines())
        .map(|line| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            (serde_json::from_value(line["kind"].take()).unwrap(), line["value"].take())
        })
        .collect()
}

/// The golden vaults' folders, each with its version.
fn versions() -> Vec<(u32, PathBuf)> {
    let mut found: Vec<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter_map(|path| {
            let version = path.file_name()?.to_str()?.strip_prefix("version-")?.parse().ok()?;
            Some((version, path))
        })
        .collect();
    found.sort();
    found
}

fn expected(golden: &Path) -> Value {
    serde_json::from_slice(&fs::read(golden.join("expected.json")).unwrap()).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a vault says that `expected.json` keeps.
fn said(vault: &Vault, key: &RecoveryKey) -> Value {
    let head = vault.audit_head().unwrap();
    json!({
        "tables": schema::version(&vault.connection).unwrap(),
        "recovery_key": key.groups().join("-"),
        "audit": { "sequence": head.sequence, "hash": hex(&head.hash) },
    })
}

#[test]
fn every_kind_of_record_is_in_a_golden_vault() {
    let kinds: Vec<Kind> = records().into_iter().map(|(kind, _)| kind).collect();
    for kind in Kind::ALL {
        assert!(kinds.contains(kind), "{kind:?} is missing");
    }
}

#[test]
fn the_vault_of_every_earlier_version_opens_and_says_what_it_said() {
    let versions = versions();
    let numbers: Vec<u32> = versions.iter().map(|(version, _)| *version).collect();
    assert_eq!(numbers, (1..=schema::newest()).collect::<Vec<_>>(), "every version's vault is kept");
    for (version, golden) in versions {
        let expected = expected(&golden);
        let key = RecoveryKey::parse(expected["recovery_key"].as_str().unwrap()).unwrap();
        let mut fixture = Fixture::copy_of(&golden, expected["recovery_key"].as_str().unwrap());
        assert_eq!(expected["tables"], version);
        assert_eq!(schema::version(&fixture.connection).unwrap(), schema::newest());

        fixture.lock();
        let passphrase = Passphrase::new(GOLDEN_PASSPHRASE.to_owned());
        let by_passphrase = Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase), now());
        drop(by_passphrase.expect("it opens with its passphrase too"));
        fixture.unlock().unwrap();

        let (mut found, erased) = fixture.state();
        let in_conflict = found.remove(&record(IN_CONFLICT)).unwrap();
        assert!(SAID_APART.contains(&in_conflict["description"].as_str().unwrap()));
        let wanted: BTreeMap<RecordId, Value> = records_of(version)
            .into_iter()
            .map(|(kind, value)| (kind.project(&value).unwrap().0, value))
            .collect();
        for (id, value) in wanted.iter().filter(|(_, value)| value.get("sha256").is_some()) {
            let mut content = Vec::new();
            let take = |bytes: &[u8]| {
                content.extend_from_slice(bytes);
                Ok::<_, VaultError>(())
            };
            fixture.read_content(*id, take).unwrap();
            assert!(content == attached(value["size"].as_u64().unwrap()), "content of version {version}");
        }
        assert_eq!(found, wanted, "records of version {version}");
        assert_eq!(erased, [record(ERASED)]);
        assert!(fixture.vault.as_ref().is_some_and(|vault| vault.verify_recovery(&key).is_ok()));
        for (name, value) in SETTINGS {
            assert_eq!(fixture.setting(name).unwrap().unwrap().as_slice(), value);
        }

        let kept: [u8; 32] = fixture
            .connection
            .query_row(
                "SELECT hash FROM audit WHERE sequence = ?",
                [expected["audit"]["sequence"].as_i64().unwrap()],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(hex(&kept), expected["audit"]["hash"], "the chain of version {version} goes on");
        assert_eq!(fixture.conflicts(record(IN_CONFLICT)).unwrap().len(), 1);
        assert!(!fixture.search("handläggaren", &[], None, 10).unwrap().is_empty());
        fixture.assert_sound();

        fixture.put(&need(0x99, "går vidare"));
        fixture.assert_sound();
    }
}

/// Run once, by hand, when the tables are new.
#[test]
#[ignore = "writes the golden vault of a new version"]
fn write_the_missing_golden_vault() {
    let golden = folder().join(format!("version-{}", schema::newest()));
    fs::create_dir(&golden).expect("a golden vault is never made anew");
    let passphrase = Passphrase::new(GOLDEN_PASSPHRASE.to_owned());
    let (vault, key) = Vault::create_with(&golden, &passphrase, KdfCost::MINIMUM, now()).unwrap();
    drop(vault);
    let mut fixture = Fixture::copy_of(&golden, &key.groups().join("-"));
    fill(&mut fixture);
    // Only what a copy loses is left out: the work is done in a copy, and copied back.
    let said = said(&fixture, &key);
    fixture.assert_sound();
    fixture.lock();
    for name in ["vault.header", "vault.db"] {
        fs::copy(fixture.folder.join(name), golden.join(name)).unwrap();
    }
    fs::remove_file(golden.join("vault.lock")).unwrap();
    fs::write(golden.join("expected.json"), format!("{said:#}\n")).unwrap();
}

/// Writes the records as people come to have them: changed in other sessions, signed, merged, erased.
fn fill(fixture: &mut Fixture) {
    fixture.write(|writer| {
        for (kind, mut value) in records() {
            match kind {
                Kind::Note | Kind::Amendment => continue,
                Kind::Need => value["description"] = json!("Ska bli något annat."),
                Kind::Attachment => {
                    let mut content = writer.content(kind.project(&value).unwrap().0)?;
                    content.push(&attached(value["size"].as_u64().unwrap()))?;
                    content.finish()?;
                }
                _ => {}
            }
            writer.put_value(kind, &value)?;
        }
        for (name, value) in SETTINGS {
            writer.set_setting(name, value)?;
        }
        writer.put(&need(IN_CONFLICT, "Före"))?;
        writer.put(&need(ERASED, "Ska raderas"))?;
        writer.put_fresh(&draft(0x72, "Ska kastas")).map(drop)
    });
    fixture.unlock().unwrap();
    for (kind, value) in records() {
        match kind {
            Kind::Need => {
                fixture.write(|writer| writer.put_value(kind, &value));
            }
            Kind::Note => {
                let note: Note = serde_json::from_value(value).unwrap();
                let draft = NoteDraft {
                    id: note.id,
                    case: note.case,
                    created_at: note.created_at,
                    changed_at: note.signed_at,
                    content: content("Ett utkast"),
                };
                fixture.write(|writer| writer.put_fresh(&draft));
                fixture.write(|writer| writer.put_fresh(&note));
            }
            Kind::Amendment => {
                let amendment: Amendment = serde_json::from_value(value).unwrap();
                fixture.write(|writer| writer.put_fresh(&amendment));
            }
            _ => {}
        }
    }
    fixture.write(|writer| {
        writer.discard(record(0x72))?;
        writer.erase(record(ERASED))
    });
    let (_, undo) = fixture.write(|writer| writer.put(&need(0x73, "Ångras")));
    fixture.vault.as_mut().unwrap().undo(&undo, now()).unwrap();

    let mut copy = fixture.copy();
    fixture.put(&need(IN_CONFLICT, SAID_APART[0]));
    copy.put(&need(IN_CONFLICT, SAID_APART[1]));
    let apart = copy.records(&RecordFilter::default()).unwrap();
    let need = apart.iter().find(|stored| stored.id == record(IN_CONFLICT)).unwrap();
    fixture.write(|writer| writer.merge(need.kind, &need.document));
}
