//! Writing records, inside one transaction.

use std::collections::BTreeMap;

use automerge::ActorId;
use chrono::{DateTime, Utc};
use farled_case::{ContentHash, Kind, Noun, RecordId};
use hmac::Mac;
use rusqlite::Connection;
use serde_json::Value;

use crate::{
    Filter, VaultError,
    audit::{self, Operation},
    document::{self, Document},
    keys::{HmacSha256, Keys},
    query,
    reconcile::Unnamed,
    record::{self, Derived, Image},
    seed::seed,
    setting,
    state::State,
    undo::{Step, Undo},
};

/// What a put did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The record is new.
    New,
    /// The record changed.
    Changed,
    /// The record said so already.
    Same,
}

/// Writes in one transaction; see [`Vault::write`](crate::Vault::write).
pub struct Writer<'v> {
    pub(crate) connection: &'v Connection,
    pub(crate) keys: &'v Keys,
    pub(crate) actor: &'v ActorId,
    pub(crate) now: DateTime<Utc>,
    /// The MAC over everything that this transaction changed, in order.
    pub(crate) content: HmacSha256,
    pub(crate) has_changed: bool,
    /// What this transaction took into what is kept, and out of it.
    pub(crate) state: State,
    steps: BTreeMap<RecordId, Step>,
    /// Attachments that are new here or whose content was written: both must be there in the end.
    pub(crate) attachments: BTreeMap<RecordId, Option<ContentHash>>,
}

impl<'v> Writer<'v> {
    pub(crate) fn new(
        connection: &'v Connection,
        keys: &'v Keys,
        actor: &'v ActorId,
        now: DateTime<Utc>,
    ) -> Self {
        let mut content = keys.audit_mac();
        content.update(b"content");
        Self {
            connection,
            keys,
            actor,
            now,
            content,
            has_changed: false,
            state: State::default(),
            steps: BTreeMap::new(),
            attachments: BTreeMap::new(),
        }
    }

    /// The record with this id, as it is within this transaction.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn get<T: Noun>(&self, id: RecordId) -> Result<Option<T>, VaultError> {
        query::get(self.connection, id)
    }

    /// The records that the filter lets through, as they are within this transaction.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn list<T: Noun>(&self, filter: &Filter) -> Result<Vec<T>, VaultError> {
        query::list(self.connection, filter)
    }

    /// The kind of the record with this id.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn kind_of(&self, id: RecordId) -> Result<Option<Kind>, VaultError> {
        record::kind(self.connection, id)
    }

    /// Whether the record was erased, here or elsewhere.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn is_erased(&self, id: RecordId) -> Result<bool, VaultError> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM erased WHERE id = ?")?.exists([id.0.as_bytes()])?)
    }

    /// Stores a record: makes it, or changes its document until it says what the noun says.
    ///
    /// # Errors
    /// When the record was erased, is signed and would change, is of another kind or of another case.
    pub fn put<T: Noun>(&mut self, noun: &T) -> Result<Change, VaultError> {
        let value = to_value(noun)?;
        self.put_json(T::KIND, noun.id(), &value, |_| Ok(noun.seed()))
    }

    /// Like [`put`](Self::put), from a value that was read from elsewhere. Fields that this version
    /// of the program doesn't know are kept.
    ///
    /// # Errors
    /// When the value is not one of this kind, and as for [`put`](Self::put).
    pub fn put_value(&mut self, kind: Kind, value: &Value) -> Result<Change, VaultError> {
        let damaged = |_| VaultError::RecordDamaged { id: None };
        let (id, ..) = kind.project(value).map_err(damaged)?;
        self.put_json(kind, id, value, |value| seed(kind, value).map_err(damaged))
    }

    /// Stores a record whose document begins anew, without the history of the one before: for drafts,
    /// and for signing, where what was deleted while drafting must not travel.
    ///
    /// # Errors
    /// As for [`put`](Self::put). A draft may become the signed note.
    pub fn put_fresh<T: Noun>(&mut self, noun: &T) -> Result<Change, VaultError> {
        let (kind, id, value) = (T::KIND, noun.id(), to_value(noun)?);
        let Some(image) = record::load(self.connection, id)? else {
            return self.put_json(kind, id, &value, |_| Ok(noun.seed()));
        };
        if image.kind == kind && record::parse(id, &image.value)? == value {
            return Ok(Change::Same);
        }
        ensure_unsigned(id, image.kind)?;
        if image.kind != kind && (image.kind, kind) != (Kind::NoteDraft, Kind::Note) {
            return Err(VaultError::KindMismatch { id });
        }
        let mut document = Document::begin(id, &noun.seed(), document::make_actor()?)?;
        document.reconcile(&value, Unnamed::Kept, self.now)?;
        self.store(id, kind, Some(image), document)?;
        Ok(Change::Changed)
    }

    fn put_json(
        &mut self,
        kind: Kind,
        id: RecordId,
        value: &Value,
        seed: impl FnOnce(&Value) -> Result<Value, VaultError>,
    ) -> Result<Change, VaultError> {
        let Some(image) = record::load(self.connection, id)? else {
            if self.is_erased(id)? {
                return Err(VaultError::RecordErased { id });
            }
            let mut document = Document::begin(id, &seed(value)?, document::make_actor()?)?;
            document.reconcile(value, Unnamed::Kept, self.now)?;
            self.store(id, kind, None, document)?;
            return Ok(Change::New);
        };
        if image.kind != kind {
            return Err(VaultError::KindMismatch { id });
        }
        if says_already(&record::parse(id, &image.value)?, value) {
            return Ok(Change::Same);
        }
        ensure_unsigned(id, kind)?;
        let mut document = Document::load(&image.document, self.actor.clone())?;
        document.reconcile(value, Unnamed::Kept, self.now)?;
        self.store(id, kind, Some(image), document)?;
        Ok(Change::Changed)
    }

    /// Settles a conflict: of the values that were given to the field at `path` apart, `value` stays.
    ///
    /// # Errors
    /// When there is no such record or field, or the record is signed.
    pub fn settle(&mut self, id: RecordId, path: &[String], value: &Value) -> Result<(), VaultError> {
        let image = record::load(self.connection, id)?.ok_or(VaultError::FieldMissing { id })?;
        ensure_unsigned(id, image.kind)?;
        let mut document = Document::load(&image.document, self.actor.clone())?;
        if !document.replace_at(path, value, self.now)? {
            return Err(VaultError::FieldMissing { id });
        }
        self.store(id, image.kind, Some(image), document)
    }

    /// The setting with this name, as it is within this transaction.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn setting(&self, name: &str) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, VaultError> {
        setting::get(self.connection, name)
    }

    /// Stores a setting. Settings are not undone.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn set_setting(&mut self, name: &str, value: &[u8]) -> Result<(), VaultError> {
        self.toggle_setting(name)?;
        setting::set(self.connection, name, value)?;
        self.state.toggle(State::of_setting(self.keys, name, value));
        self.setting_changed(b"set", name, value);
        Ok(())
    }

    /// Removes a setting.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn remove_setting(&mut self, name: &str) -> Result<(), VaultError> {
        self.toggle_setting(name)?;
        setting::remove(self.connection, name)?;
        self.setting_changed(b"remove", name, &[]);
        Ok(())
    }

    /// Stores a document in the place of `image`, and remembers that for undoing.
    pub(crate) fn store(
        &mut self,
        id: RecordId,
        kind: Kind,
        image: Option<Image>,
        mut document: Document,
    ) -> Result<(), VaultError> {
        let derived = record::derive(kind, &document)?;
        self.store_derived(id, kind, image, &document.save(), &derived)
    }

    pub(crate) fn store_derived(
        &mut self,
        id: RecordId,
        kind: Kind,
        image: Option<Image>,
        document: &[u8],
        derived: &Derived,
    ) -> Result<(), VaultError> {
        ensure_in_place(id, image.as_ref(), derived)?;
        if kind == Kind::Attachment {
            self.attachment_stored(id, image.as_ref(), derived)?;
        }
        record::store(
            self.connection,
            image.as_ref().map(|image| image.seq),
            kind,
            derived,
            document,
            self.now,
        )?;
        if let Some(image) = &image {
            self.state.toggle(State::of_record(self.keys, id, image.kind, &image.document));
        }
        self.state.toggle(State::of_record(self.keys, id, kind, document));
        self.changed(b"store", id, document);
        self.remember(id, image, Some(record::digest(&derived.value)));
        Ok(())
    }

    /// Puts a record back as it was, document and all.
    pub(crate) fn restore(
        &mut self,
        id: RecordId,
        present: Option<Image>,
        before: &Image,
    ) -> Result<(), VaultError> {
        let derived = record::derive(before.kind, &Document::read(&before.document)?)?;
        if let Some(present) = &present {
            self.remove(id, present)?;
        }
        record::store(self.connection, Some(before.seq), before.kind, &derived, &before.document, self.now)?;
        self.state.toggle(State::of_record(self.keys, id, before.kind, &before.document));
        self.changed(b"store", id, &before.document);
        self.remember(id, present, Some(record::digest(&derived.value)));
        Ok(())
    }

    /// Takes a setting, as it is now, out of what is kept.
    fn toggle_setting(&mut self, name: &str) -> Result<(), VaultError> {
        if let Some(value) = setting::get(self.connection, name)? {
            self.state.toggle(State::of_setting(self.keys, name, &value));
        }
        Ok(())
    }

    /// Notes a change for the audit chain.
    pub(crate) fn changed(&mut self, operation: &[u8], id: RecordId, document: &[u8]) {
        self.has_changed = true;
        self.content.update(operation);
        self.content.update(id.0.as_bytes());
        self.content.update(&record::digest(document));
    }

    fn setting_changed(&mut self, operation: &[u8], name: &str, value: &[u8]) {
        self.has_changed = true;
        self.content.update(operation);
        self.content.update(&record::digest(name));
        self.content.update(&record::digest(value));
    }

    /// Remembers what a record was before this transaction, and what it is now.
    pub(crate) fn remember(
        &mut self,
        id: RecordId,
        before: Option<Image>,
        after: Option<[u8; 32]>,
    ) -> &mut Step {
        let step = self.steps.entry(id).or_insert(Step { before, after, erased: false });
        step.after = after;
        step
    }

    /// Closes the transaction's books: one audit entry, unless nothing changed.
    pub(crate) fn finish(&mut self, operation: Operation) -> Result<(), VaultError> {
        if !self.has_changed {
            return Ok(());
        }
        self.check_attachments()?;
        let after = audit::After::Toggled(self.state);
        audit::append(self.connection, self.keys, operation, self.content.clone(), after, self.now)
    }

    pub(crate) fn into_undo(self) -> Undo {
        Undo { steps: self.steps.into_iter().collect() }
    }
}

/// Refuses a record that goes by another id than its own, or would move to another case.
pub(crate) fn ensure_in_place(
    id: RecordId,
    image: Option<&Image>,
    derived: &Derived,
) -> Result<(), VaultError> {
    if derived.id != id {
        return Err(VaultError::RecordDamaged { id: Some(id) });
    }
    if image.is_some_and(|image| image.case != derived.case) {
        return Err(VaultError::RecordMoved { id });
    }
    Ok(())
}

/// Refuses to change what is signed.
pub(crate) fn ensure_unsigned(id: RecordId, kind: Kind) -> Result<(), VaultError> {
    if is_signed(kind) { Err(VaultError::SignedChanged { id }) } else { Ok(()) }
}

/// Whether records of this kind never change.
pub(crate) fn is_signed(kind: Kind) -> bool {
    matches!(kind, Kind::Note | Kind::Amendment)
}

fn to_value<T: Noun>(noun: &T) -> Result<Value, VaultError> {
    serde_json::to_value(noun).map_err(|_| VaultError::RecordDamaged { id: Some(noun.id()) })
}

/// Whether every field of `new` stands so in `stored`.
fn says_already(stored: &Value, new: &Value) -> bool {
    let (Some(stored), Some(new)) = (stored.as_object(), new.as_object()) else { return false };
    new.iter().all(|(key, value)| stored.get(key) == Some(value))
}

impl std::fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Writer(…)")
    }
}
