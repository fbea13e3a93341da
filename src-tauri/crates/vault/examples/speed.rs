//! Measures what a large caseload costs: `cargo run -p farled-vault --example speed`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, TimeDelta};
use farled_case::{CaseId, Kind, Note, NoteContent, NoteType, Scales};
use farled_vault::{Filter, KdfCost, Order, Passphrase, RecordFilter, Secret, Vault, VaultError};
use uuid::Uuid;

const NOTES: u32 = 20_000;
const CASES: u32 = 40;

fn note(number: u32) -> Note {
    let begin = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let words = ["boende", "skola", "telefon", "oro", "kväll", "mamma", "träning", "jobb", "åkte", "ringde"];
    let body = (0..220).map(|word| words[(number as usize * 7 + word * word) % words.len()]);
    Note {
        id: farled_case::NoteId(Uuid::from_u128(u128::from(number) + 1_000_000)),
        case: CaseId(Uuid::from_u128(u128::from(number % CASES) + 1)),
        created_at: DateTime::UNIX_EPOCH,
        signed_at: DateTime::UNIX_EPOCH,
        author: "Kim Lind".into(),
        content: NoteContent {
            note_type: NoteType::Counselling,
            occurred_at: begin + TimeDelta::hours(i64::from(number)),
            minutes: Some(45),
            appointment: None,
            party: None,
            body: format!("Samtal {number}. {}", body.collect::<Vec<_>>().join(" ")),
            themes: Vec::new(),
            scales: Scales::default(),
            goals: Vec::new(),
            next_step: "Ringa på torsdag".into(),
        },
    }
}

fn timed<R>(what: &str, work: impl FnOnce() -> R) -> R {
    let begun = Instant::now();
    let result = work();
    println!("{what:<48}{:>10.1} ms", begun.elapsed().as_secs_f64() * 1000.0);
    result
}

fn main() {
    let directory = tempfile::tempdir().unwrap();
    let folder = directory.path().join("vault");
    let other = directory.path().join("other");
    let passphrase = Passphrase::new("hastighet".into());
    let now = DateTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
    let (mut vault, key) =
        timed("make a vault (256 MiB, 4 passes)", || Vault::create(&folder, &passphrase, now)).unwrap();
    let notes: Vec<Note> = (0..NOTES).map(note).collect();
    timed(&format!("put {NOTES} notes in one write"), || {
        vault.write(now, |writer| {
            notes.iter().try_for_each(|note| writer.put(note).map(drop))?;
            Ok::<_, VaultError>(())
        })
    })
    .unwrap();
    let all = Filter { order: Order::StartsDescending, ..Filter::default() };
    let of_case = Filter { case: Some(notes[0].case), ..all.clone() };
    timed(&format!("list {NOTES} notes"), || vault.list::<Note>(&all)).unwrap();
    timed("list the 500 notes of a case", || vault.list::<Note>(&of_case)).unwrap();
    timed("list the latest 50", || vault.list::<Note>(&Filter { limit: Some(50), ..all.clone() })).unwrap();
    timed("get one", || vault.get::<Note>(notes[777].id.into())).unwrap();
    timed("search a rare word", || vault.search("samtal 12345", &[], None, 50)).unwrap();
    timed("search a word of every note", || vault.search("boen", &[], None, 50)).unwrap();
    timed("search two words in a case", || vault.search("mamma trän", &[], Some(notes[0].case), 50)).unwrap();
    timed("write one note", || vault.write(now, |writer| writer.put(&note(NOTES)))).unwrap();
    let records = timed("read all documents", || vault.records(&RecordFilter::default())).unwrap();
    let bytes: usize = records.iter().map(|record| record.document.len()).sum();
    println!("{:<48}{:>10.0} bytes", "a document, on average", bytes as f64 / records.len() as f64);
    drop(vault);
    timed("unlock with the passphrase", || Vault::unlock(&folder, Secret::Passphrase(&passphrase), now))
        .unwrap();
    let mut vault =
        timed("unlock beyond the key derivation", || Vault::unlock(&folder, Secret::Recovery(&key), now))
            .unwrap();
    let (mut copy, _) = Vault::create_with(&other, &passphrase, KdfCost::MINIMUM, now).unwrap();
    timed(&format!("merge {NOTES} notes in one write"), || {
        copy.write(now, |writer| {
            records.iter().try_for_each(|record| writer.merge(Kind::Note, &record.document).map(drop))?;
            Ok::<_, VaultError>(())
        })
    })
    .unwrap();
    timed("merge them again", || {
        copy.write(now, |writer| {
            records.iter().try_for_each(|record| writer.merge(Kind::Note, &record.document).map(drop))?;
            Ok::<_, VaultError>(())
        })
    })
    .unwrap();
    timed("rebuild the projection", || vault.rebuild_projection()).unwrap();
    let check = timed("check everything", || vault.check()).unwrap();
    assert!(check.problems.is_empty());
    let size = std::fs::metadata(folder.join("vault.db")).unwrap().len();
    println!("{:<48}{:>10.1} MB", "the database", size as f64 / 1e6);
}
