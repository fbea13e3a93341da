//! Tests of the vault, and the one builder of vaults and records that they share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod at_rest;
mod attachments;
mod backup;
mod damage;
mod golden;
mod limited;
mod merging;
mod migrating;
mod pages;
mod projection;
mod reading;
mod recovery_key;
mod rescuing;
mod restoring;
mod room;
mod rotating;
mod scratch;
mod searching;
mod sharing;
mod slot_model;
mod slots;
mod storage;
mod undoing;
mod vectors;
mod witnesses;
mod writing;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use farled_case::{
    Appointment, CaseId, Need, NeedArea, NeedStatus, Note, NoteContent, NoteDraft, NoteType, Noun, RecordId,
    Scales, Vocabulary,
};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{
    Change, KdfCost, Passphrase, RecordFilter, RecoveryKey, Secret, Undo, Vault, VaultError, Writer,
};

pub const PASSPHRASE: &str = "sju lugna hästar i dimman";

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 9, 0, 0).unwrap()
}

pub fn at(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

pub fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number)
}

pub fn case(number: u128) -> CaseId {
    CaseId(uuid(number))
}

pub fn record(number: u128) -> RecordId {
    RecordId(uuid(number))
}

pub fn content(body: &str) -> NoteContent {
    NoteContent {
        note_type: NoteType::Counselling,
        occurred_at: at(3, 10),
        minutes: Some(45),
        appointment: None,
        party: None,
        body: body.to_owned(),
        themes: Vec::new(),
        scales: Scales::default(),
        goals: Vec::new(),
        next_step: String::new(),
    }
}

pub fn draft(number: u128, body: &str) -> NoteDraft {
    NoteDraft {
        id: uuid_id(number),
        case: case(1),
        created_at: now(),
        changed_at: now(),
        content: content(body),
    }
}

pub fn note(number: u128, body: &str) -> Note {
    draft(number, body).sign("Kim Lind", now()).unwrap()
}

/// A record that everybody may change, with a list in it.
pub fn need(number: u128, description: &str) -> Need {
    Need {
        id: uuid_id(number),
        case: case(1),
        area: NeedArea::ALL[0],
        status: NeedStatus::ALL[0],
        description: description.to_owned(),
        updates: Vec::new(),
        order: 0,
    }
}

/// An appointment on a day of November 2026, at ten.
pub fn appointment(number: u128, day: u32, title: &str) -> Appointment {
    serde_json::from_value(serde_json::json!({
        "id": uuid(number), "case": case(1), "starts_at": at(day, 10), "minutes": 60,
        "content": { "title": title },
    }))
    .unwrap()
}

fn uuid_id<T: From<RecordId>>(number: u128) -> T {
    record(number).into()
}

/// A vault in a folder that is removed with it. Unlocks by the recovery key, which costs nothing.
pub struct Fixture {
    pub vault: Option<Vault>,
    pub recovery_key: RecoveryKey,
    pub folder: PathBuf,
    _directory: TempDir,
}

/// A vault that was made once; fixtures are copies of it.
static TEMPLATE: OnceLock<(TempDir, Vec<String>)> = OnceLock::new();

impl Fixture {
    pub fn new() -> Self {
        let (template, groups) = TEMPLATE.get_or_init(|| {
            let directory = TempDir::new().unwrap();
            let (vault, key) = Vault::create_with(
                &directory.path().join("vault"),
                &Passphrase::new(PASSPHRASE.to_owned()),
                KdfCost::MINIMUM,
                now(),
            )
            .unwrap();
            drop(vault);
            (directory, key.groups())
        });
        Self::copy_of(&template.path().join("vault"), &groups.join("-"))
    }

    /// Another copy of this vault, as a colleague or a backup would have it.
    pub fn copy(&mut self) -> Self {
        self.lock();
        let copy = Self::copy_of(&self.folder.clone(), &self.recovery_key.groups().join(" "));
        self.unlock().unwrap();
        copy
    }

    fn copy_of(original: &Path, key: &str) -> Self {
        let directory = TempDir::new().unwrap();
        let folder = directory.path().join("vault");
        fs::create_dir(&folder).unwrap();
        for name in ["vault.header", "vault.db"] {
            fs::copy(original.join(name), folder.join(name)).unwrap();
        }
        let recovery_key = RecoveryKey::parse(key).unwrap();
        let mut fixture = Self { vault: None, recovery_key, folder, _directory: directory };
        fixture.unlock().unwrap();
        fixture
    }

    pub fn lock(&mut self) {
        self.vault = None;
    }

    pub fn unlock(&mut self) -> Result<(), VaultError> {
        self.vault = None;
        self.vault = Some(Vault::unlock(&self.folder, Secret::Recovery(&self.recovery_key), now())?);
        Ok(())
    }

    /// Removes the header and its copy.
    pub fn remove_headers(&self) {
        for name in ["vault.header", "vault.header.copy"] {
            fs::remove_file(self.folder.join(name)).unwrap();
        }
    }

    /// Writes these bytes as the header, and as its copy.
    pub fn write_headers(&self, bytes: &[u8]) {
        for name in ["vault.header", "vault.header.copy"] {
            fs::write(self.folder.join(name), bytes).unwrap();
        }
    }

    pub fn try_write<R>(
        &mut self,
        work: impl FnOnce(&mut Writer<'_>) -> Result<R, VaultError>,
    ) -> Result<(R, Undo), VaultError> {
        self.vault.as_mut().unwrap().write(now(), work)
    }

    pub fn write<R>(&mut self, work: impl FnOnce(&mut Writer<'_>) -> Result<R, VaultError>) -> (R, Undo) {
        self.try_write(work).unwrap()
    }

    pub fn put<T: Noun>(&mut self, noun: &T) -> Change {
        self.write(|writer| writer.put(noun)).0
    }

    pub fn get<T: Noun>(&self, number: u128) -> Option<T> {
        self.get_id(record(number))
    }

    /// Sends every record and every erased id to another vault.
    pub fn send_to(&self, other: &mut Self) {
        let records = self.records(&RecordFilter::default()).unwrap();
        let erased = self.erased().unwrap();
        other.write(|writer| {
            for record in &records {
                writer.merge(record.kind, &record.document)?;
            }
            for id in &erased {
                writer.merge_erased(*id)?;
            }
            Ok(())
        });
    }

    fn get_id<T: Noun>(&self, id: RecordId) -> Option<T> {
        std::ops::Deref::deref(self).get(id).unwrap()
    }

    /// Every record's id and value, and every erased id: what vaults that met must agree on.
    pub fn state(&self) -> (BTreeMap<RecordId, Value>, Vec<RecordId>) {
        let records = self.records(&RecordFilter::default()).unwrap();
        (records.into_iter().map(|record| (record.id, record.value)).collect(), self.erased().unwrap())
    }

    pub fn assert_sound(&mut self) {
        let check = self.check().unwrap();
        assert_eq!(check.problems, [], "the vault must be sound");
    }
}

impl std::ops::Deref for Fixture {
    type Target = Vault;
    fn deref(&self) -> &Vault {
        self.vault.as_ref().expect("unlocked")
    }
}

impl std::ops::DerefMut for Fixture {
    fn deref_mut(&mut self) -> &mut Vault {
        self.vault.as_mut().expect("unlocked")
    }
}
