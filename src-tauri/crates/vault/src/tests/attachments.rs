//! What attachments hold: written with their records or not at all, read back the same, never changed.

use farled_case::{Attachment, ContentHash, MediaType};

use super::*;
use crate::{Problem, Sweep};

/// Bytes that no piece repeats.
fn bytes(length: usize) -> Vec<u8> {
    (0..length as u64).map(|at| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect()
}

fn attachment(number: u128, size: u32, sha256: ContentHash) -> Attachment {
    Attachment {
        id: uuid_id(number),
        case: case(1),
        name: "Beslut.pdf".to_owned(),
        description: String::new(),
        media: MediaType::Pdf,
        size,
        sha256,
        dated_on: None,
        added_at: now(),
    }
}

fn add(writer: &mut Writer<'_>, number: u128, bytes: &[u8]) -> Result<Attachment, VaultError> {
    let mut content = writer.content(record(number))?;
    // In parts that end nowhere near a piece's end.
    for part in bytes.chunks(100_003) {
        content.push(part)?;
    }
    let content = content.finish()?;
    let attachment = attachment(number, content.size, content.sha256);
    writer.put(&attachment)?;
    Ok(attachment)
}

fn content(fixture: &Fixture, number: u128) -> Result<Vec<u8>, VaultError> {
    let mut all = Vec::new();
    fixture.read_content(record(number), |bytes| {
        all.extend_from_slice(bytes);
        Ok::<_, VaultError>(())
    })?;
    Ok(all)
}

fn pieces(fixture: &Fixture) -> u32 {
    fixture.connection.query_row("SELECT count(*) FROM attachment_pieces", [], |row| row.get(0)).unwrap()
}

const PIECE: usize = crate::content::PIECE;

#[test]
fn what_was_added_is_read_back_the_same_after_unlocking_again() {
    let mut fixture = Fixture::new();
    let sizes = [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_234_567];
    for (number, size) in (1..).zip(sizes) {
        fixture.write(|writer| add(writer, number, &bytes(size)));
    }
    fixture.unlock().unwrap();
    for (number, size) in (1..).zip(sizes) {
        assert!(content(&fixture, number).unwrap() == bytes(size), "{size} bytes");
        assert_eq!(fixture.get::<Attachment>(number).unwrap().size as usize, size);
    }
    fixture.assert_sound();
}

#[test]
fn any_part_of_it_is_read_without_the_rest() {
    let mut fixture = Fixture::new();
    let all = bytes(2 * PIECE + 1_000);
    fixture.write(|writer| add(writer, 1, &all));
    let size = u32::try_from(all.len()).unwrap();
    let piece = u32::try_from(PIECE).unwrap();
    for (start, length) in [
        (0, 10),
        (0, size),
        (piece - 5, 10),
        (piece, 1),
        (piece - 1, piece + 2),
        (size - 3, 100),
        (size, 5),
        (0, 0),
        (u32::MAX, u32::MAX),
    ] {
        let from = (start as usize).min(all.len());
        let to = (start.saturating_add(length) as usize).min(all.len());
        let part = fixture.content_range(record(1), start, length).unwrap();
        assert!(*part == all[from..to], "{length} bytes from {start}");
    }
    assert_eq!(fixture.content_range(record(2), 0, 1).unwrap_err().code(), "attachment-damaged");
}

#[test]
fn a_record_and_its_content_are_there_together_or_not_at_all() {
    let mut fixture = Fixture::new();
    let before = fixture.state();
    let hash = ContentHash([7; 32]);
    type Attempt = fn(&mut Writer<'_>, ContentHash) -> Result<(), VaultError>;
    let attempts: [Attempt; 5] = [
        |writer, hash| writer.put(&attachment(1, 3, hash)).map(drop),
        |writer, _| {
            let mut content = writer.content(record(1))?;
            content.push(b"abc")?;
            content.finish().map(drop)
        },
        |writer, _| {
            let added = add(writer, 1, b"abc")?;
            writer.put(&attachment(2, added.size, added.sha256)).map(drop)
        },
        |writer, hash| {
            let mut content = writer.content(record(1))?;
            content.push(b"abc")?;
            content.finish()?;
            writer.put(&attachment(1, 3, hash)).map(drop)
        },
        |writer, _| add(writer, 1, b"").map(drop),
    ];
    for attempt in attempts {
        let error = fixture.try_write(|writer| attempt(writer, hash)).unwrap_err();
        assert_eq!(error.code(), "attachment-damaged");
        assert_eq!((fixture.state(), pieces(&fixture)), (before.clone(), 0));
    }
    fixture.write(|writer| add(writer, 1, b"abc"));
    fixture.assert_sound();
}

#[test]
fn what_is_too_large_is_refused_and_leaves_nothing() {
    let mut fixture = Fixture::new();
    let megabyte = bytes(1 << 20);
    let error = fixture
        .try_write(|writer| {
            let mut content = writer.content(record(1))?;
            for _ in 0..101 {
                content.push(&megabyte)?;
            }
            Ok::<_, VaultError>(())
        })
        .unwrap_err();
    assert_eq!(
        (error.code(), error.params()),
        ("attachment-too-large", vec![("megabytes", "100".to_owned())])
    );
    assert_eq!(pieces(&fixture), 0);
    fixture.assert_sound();
}

#[test]
fn content_never_changes_and_what_is_said_about_it_does() {
    let mut fixture = Fixture::new();
    let (mut added, _) = fixture.write(|writer| add(writer, 1, b"abc"));
    assert_eq!(fixture.try_write(|writer| add(writer, 1, b"abd")).unwrap_err().code(), "attachment-changed");
    let other = attachment(1, 3, ContentHash([7; 32]));
    assert_eq!(fixture.try_write(|writer| writer.put(&other)).unwrap_err().code(), "attachment-changed");
    assert_eq!(content(&fixture, 1).unwrap(), b"abc");

    added.name = "Nytt namn.pdf".to_owned();
    assert_eq!(fixture.put(&added), Change::Changed);
    assert_eq!(fixture.search("nytt", &[], None, 5).unwrap().len(), 1);
    assert_eq!(content(&fixture, 1).unwrap(), b"abc");
}

#[test]
fn a_merge_never_changes_what_an_attachment_holds() {
    let (mut ours, mut theirs) = (Fixture::new(), Fixture::new());
    ours.write(|writer| add(writer, 1, b"abc"));
    theirs.write(|writer| add(writer, 1, b"abd"));
    let sent = theirs.records(&RecordFilter::default()).unwrap().remove(0);
    let error = ours.try_write(|writer| writer.merge(sent.kind, &sent.document).map(drop)).unwrap_err();
    assert_eq!(error.code(), "attachment-changed");
    assert_eq!(content(&ours, 1).unwrap(), b"abc");
    // Sent without its content, it is not taken in.
    let mut third = Fixture::new();
    let error = third.try_write(|writer| writer.merge(sent.kind, &sent.document).map(drop)).unwrap_err();
    assert_eq!(error.code(), "attachment-damaged");
    assert!(third.get::<Attachment>(1).is_none());
}

#[test]
fn what_was_erased_comes_back_whole_until_it_is_swept() {
    let mut fixture = Fixture::new();
    let all = bytes(PIECE + 5);
    fixture.write(|writer| add(writer, 1, &all));
    fixture.keep_preview(record(1), b"liten").unwrap();
    let ((), undo) = fixture.write(|writer| writer.erase(record(1)));
    assert_eq!(content(&fixture, 1).unwrap_err().code(), "attachment-damaged");
    fixture.undo(&undo, now()).unwrap();
    assert!(content(&fixture, 1).unwrap() == all);
    assert!(fixture.sweep_contents(|| Sweep::On).unwrap());
    assert!(content(&fixture, 1).unwrap() == all, "what has a record is never swept");

    let ((), undo) = fixture.write(|writer| writer.erase(record(1)));
    assert!(!fixture.sweep_contents(|| Sweep::Stop).unwrap());
    assert_eq!(pieces(&fixture), 2);
    assert!(fixture.sweep_contents(|| Sweep::On).unwrap());
    assert_eq!(pieces(&fixture), 0);
    assert_eq!(fixture.preview(record(1)).unwrap(), None);
    assert_eq!(fixture.undo(&undo, now()).unwrap_err().code(), "undo-overtaken");
    fixture.assert_sound();
}

#[test]
fn an_adding_that_was_undone_leaves_nothing_after_unlocking_again() {
    let mut fixture = Fixture::new();
    let (_, undo) = fixture.write(|writer| add(writer, 1, &bytes(40 * PIECE)));
    fixture.undo(&undo, now()).unwrap();
    assert_eq!(pieces(&fixture), 40);
    // The same id again, as by a bundle: of what was left, nothing is mixed in.
    fixture.write(|writer| add(writer, 1, b"abc"));
    assert_eq!((pieces(&fixture), content(&fixture, 1).unwrap()), (1, b"abc".to_vec()));
    let (_, undo) = fixture.write(|writer| add(writer, 2, &bytes(40 * PIECE)));
    fixture.undo(&undo, now()).unwrap();
    fixture.unlock().unwrap();
    assert_eq!(pieces(&fixture), 1, "unlocking sweeps what no undoing can bring back");
    fixture.assert_sound();
}

/// As a disk leaves it that has written one page and not another.
#[test]
fn content_that_only_an_index_knows_holds_up_neither_sweeping_nor_unlocking() {
    use rusqlite::config::DbConfig;
    let mut fixture = Fixture::new();
    let put_index = |fixture: &Fixture, sql: &str| {
        let connection = &fixture.connection;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
        connection.pragma_update(None, "writable_schema", true).unwrap();
        let update = "UPDATE sqlite_schema SET sql = ? WHERE name = 'attachment_beginnings'";
        assert_eq!(connection.execute(update, [sql]).unwrap(), 1);
        let version = |row: &rusqlite::Row<'_>| row.get::<_, u32>(0);
        let version = connection.pragma_query_value(None, "schema_version", version).unwrap();
        connection.pragma_update(None, "schema_version", version + 1).unwrap();
    };
    let whole = "CREATE INDEX attachment_beginnings ON attachment_pieces (attachment) WHERE number = 0";
    fixture.write(|writer| add(writer, 1, &bytes(PIECE + 5)));
    fixture.write(|writer| writer.erase(record(1)));
    put_index(&fixture, &whole.replace("= 0", "= 9"));
    assert!(fixture.sweep_contents(|| Sweep::On).unwrap());
    assert_eq!(pieces(&fixture), 0);
    put_index(&fixture, whole);
    fixture.write(|writer| add(writer, 2, &bytes(40 * PIECE)));
    fixture.write(|writer| writer.erase(record(2)));

    let mut steps = 0;
    let swept = fixture.sweep_contents(|| {
        steps += 1;
        if steps < 9 { Sweep::On } else { Sweep::Stop }
    });
    assert_eq!(swept.map_err(|error| error.code()), Err("vault-database-damaged"));
    assert_eq!(pieces(&fixture), 0, "what can be swept is");
    fixture.unlock().unwrap();
}

#[test]
fn the_pages_of_erased_content_are_overwritten_and_used_again() {
    let mut fixture = Fixture::new();
    let pragma = |fixture: &Fixture, name: &str| -> i64 {
        fixture.connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
    };
    fixture.write(|writer| add(writer, 1, &bytes(1 << 20)));
    let pages = pragma(&fixture, "page_count");
    fixture.write(|writer| writer.erase(record(1)));
    fixture.sweep_contents(|| Sweep::On).unwrap();
    assert_eq!(pragma(&fixture, "secure_delete"), 1, "SQLite writes zeros over what it frees");
    assert!(pragma(&fixture, "freelist_count") > 250);
    fixture.write(|writer| add(writer, 2, &bytes(1 << 20)));
    assert!(pragma(&fixture, "page_count") <= pages + 4);
}

#[test]
fn a_check_tells_of_every_way_in_which_content_can_be_wrong() {
    let spoil = |sql: &str| {
        let mut fixture = Fixture::new();
        fixture.write(|writer| add(writer, 1, &bytes(3 * PIECE)));
        fixture.write(|writer| add(writer, 2, &bytes(10)));
        fixture.connection.execute_batch(sql).unwrap();
        let problems = fixture.check().unwrap().problems;
        assert_eq!(problems, [Problem::AttachmentDamaged { id: record(1) }], "{sql}");
        assert_eq!(content(&fixture, 1).unwrap_err().code(), "attachment-damaged", "{sql}");
        content(&fixture, 2).unwrap();
    };
    let first = "attachment = (SELECT id FROM records ORDER BY seq LIMIT 1)";
    for change in [
        format!("DELETE FROM attachment_pieces WHERE number = 1 AND {first}"),
        format!("DELETE FROM attachment_pieces WHERE number = 2 AND {first}"),
        format!("DELETE FROM attachment_pieces WHERE {first}"),
        format!("UPDATE attachment_pieces SET number = 7 WHERE number = 2 AND {first}"),
        format!("UPDATE attachment_pieces SET bytes = zeroblob(262144) WHERE number = 1 AND {first}"),
        format!("UPDATE attachment_pieces SET bytes = zeroblob(5) WHERE number = 2 AND {first}"),
        format!(
            "INSERT INTO attachment_pieces (attachment, number, bytes)
             SELECT attachment, 3, bytes FROM attachment_pieces WHERE number = 2 AND {first}"
        ),
        // Two pieces changed places.
        format!(
            "UPDATE attachment_pieces SET number = 9 WHERE number = 1 AND {first};
             UPDATE attachment_pieces SET number = 1 WHERE number = 0 AND {first};
             UPDATE attachment_pieces SET number = 0 WHERE number = 9 AND {first}"
        ),
    ] {
        spoil(&change);
    }
}

#[test]
fn a_disk_that_is_full_halfway_leaves_nothing() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "kvar"));
    let before = fixture.state();
    let pages: i64 = fixture.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let limit = |pages: i64, fixture: &Fixture| {
        let set = fixture.connection.pragma_update_and_check(None, "max_page_count", pages, |row| row.get(0));
        set.map(|_: i64| ()).unwrap();
    };
    // Room for some pieces, and more than the cache, so that it has begun to be written.
    limit(pages + 6_000, &fixture);
    let error = fixture.try_write(|writer| add(writer, 2, &bytes(30 << 20))).unwrap_err();
    assert_eq!(error.code(), "disk-full");
    assert_eq!((fixture.state(), pieces(&fixture)), (before, 0));
    limit(1 << 30, &fixture);
    fixture.write(|writer| add(writer, 2, &bytes(1 << 20)));
    fixture.assert_sound();
}

const MEMORY_CHILD: &str = "FARLED_VAULT_MEMORY_CHILD";

/// In a process of its own: the peak is the process's.
#[test]
fn a_hundred_megabytes_go_in_and_out_without_being_held_in_memory() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["tests::attachments::child_that_keeps_a_large_file", "--exact", "--nocapture"])
        .env(MEMORY_CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("grew by"), "{said} {output:?}");
    println!("{said}");
}

#[test]
fn child_that_keeps_a_large_file() {
    if std::env::var_os(MEMORY_CHILD).is_none() {
        return;
    }
    // Making the vault derives a key, which takes more memory for a moment than is measured here.
    let forget_peak = || fs::write("/proc/self/clear_refs", "5").unwrap();
    // Not what `getrusage` says: that goes on from the process that started this one.
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    };
    let mut fixture = Fixture::new();
    fixture.write(|writer| add(writer, 1, &bytes(1 << 20)));
    forget_peak();
    let before = peak();
    let megabyte = bytes(1 << 20);
    fixture.write(|writer| {
        let mut content = writer.content(record(2))?;
        for _ in 0..100 {
            content.push(&megabyte)?;
        }
        let content = content.finish()?;
        writer.put(&attachment(2, content.size, content.sha256))
    });
    let added = peak() - before;
    let mut read = 0;
    fixture
        .read_content(record(2), |bytes| {
            read += bytes.len();
            Ok::<_, VaultError>(())
        })
        .unwrap();
    assert_eq!(read, 100 << 20);
    let grown = peak() - before;
    // SQLite's cache is 16 MiB, and a page of it is written with its journal's and its code.
    assert!(grown < 48, "adding took {added} MiB, in all {grown} MiB");
    // What would have been seen.
    let held = bytes(100 << 20);
    let seen = peak() - before;
    assert!(seen > 90 && held.len() == 100 << 20, "{seen} MiB");
    println!("memory grew by {added} MiB for adding, by {grown} MiB in all, for 100 MiB");
}

#[test]
fn an_earlier_vault_gets_the_tables_and_keeps_everything() {
    let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden/version-1");
    let expected: Value = serde_json::from_slice(&fs::read(golden.join("expected.json")).unwrap()).unwrap();
    let mut fixture = Fixture::copy_of(&golden, expected["recovery_key"].as_str().unwrap());
    assert!(fixture.state().0.len() > 10);
    let head = expected["audit"]["sequence"].as_u64().unwrap();
    assert_eq!(fixture.audit_head().unwrap().sequence, head + 1, "the steps stand in the chain");
    fixture.write(|writer| add(writer, 2, b"abc"));
    fixture.assert_sound();
}
