//! Undoing a write.

use std::fmt;

use chrono::{DateTime, Utc};
use farled_case::{Kind, RecordId, Vocabulary};
use rusqlite::{Connection, params};

use crate::{
    Vault, VaultError, Writer,
    audit::Operation,
    database::{Keep, transaction},
    document::Document,
    reconcile::Unnamed,
    record::{self, Image},
};

/// What the records that a write touched were before it. Settings are not part of it.
pub struct Undo {
    pub(crate) steps: Vec<(RecordId, Step)>,
}

/// One record that a write touched.
pub(crate) struct Step {
    /// What it was before.
    pub(crate) before: Option<Image>,
    /// The digest of the value that the write left.
    pub(crate) after: Option<[u8; 32]>,
    /// Whether the write put it into the set of what was erased.
    pub(crate) erased: bool,
}

impl Undo {
    /// Whether the write touched no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The records that the write touched.
    pub fn records(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.steps.iter().map(|(id, _)| *id)
    }
}

impl fmt::Debug for Undo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Undo({} records)", self.steps.len())
    }
}

impl Vault {
    /// Undoes a write, all of it or nothing: what it made is gone, what it erased is back, what it
    /// changed says again what it said.
    ///
    /// Whoever has seen what the write did, through a bundle or a backup, is not told: after that, a
    /// write must not be undone.
    ///
    /// # Errors
    /// [`VaultError::UndoOvertaken`] when a record no longer says what the write left, or something
    /// belongs by now to a case or a note that would be gone: undoing would lose what came after.
    pub fn undo(&mut self, undo: &Undo, now: DateTime<Utc>) -> Result<(), VaultError> {
        self.ensure_writable()?;
        let mut writer = Writer::new(&self.connection, &self.keys, &self.actor, now);
        transaction(&self.connection, Keep::Yes, || {
            for (id, step) in &undo.steps {
                undo_step(&mut writer, *id, step)?;
            }
            for (id, step) in &undo.steps {
                if step.before.is_none() {
                    ensure_nothing_left(writer.connection, *id)?;
                }
            }
            writer.finish(Operation::Undo)
        })
    }
}

/// Refuses to leave what belongs to a record that is gone: a note in no case is never shown again.
fn ensure_nothing_left(connection: &Connection, id: RecordId) -> Result<(), VaultError> {
    let is_left = connection
        .prepare_cached(
            "SELECT 1 FROM records
             WHERE (case_id = ?1 AND id <> ?1) OR (kind IN (?2, ?3) AND value ->> '$.note' = ?4)",
        )?
        .exists(params![
            id.0.as_bytes(),
            Kind::Amendment.term(),
            Kind::AmendmentDraft.term(),
            id.to_string()
        ])?;
    if is_left { Err(VaultError::UndoOvertaken { id }) } else { Ok(()) }
}

fn undo_step(writer: &mut Writer<'_>, id: RecordId, step: &Step) -> Result<(), VaultError> {
    let present = record::load(writer.connection, id)?;
    if present.as_ref().map(|image| record::digest(&image.value)) != step.after {
        return Err(VaultError::UndoOvertaken { id });
    }
    if step.erased {
        writer.unerase(id)?;
    } else if writer.is_erased(id)? {
        return Err(VaultError::UndoOvertaken { id });
    }
    match (&step.before, present) {
        (None, None) => Ok(()),
        (None, Some(present)) => writer.unmake(id, present),
        (Some(before), None) => {
            if before.kind == Kind::Attachment && !writer.has_content(id)? {
                return Err(VaultError::UndoOvertaken { id });
            }
            writer.restore(id, None, before)
        }
        (Some(before), Some(present)) => {
            let mut document = Document::load(&present.document, writer.actor.clone())?;
            let goes_on = document.descends_from(&mut Document::read(&before.document)?);
            if present.kind != before.kind || !goes_on {
                return writer.restore(id, Some(present), before);
            }
            // What was written stays in the history: others' changes may build upon it.
            document.reconcile(&record::parse(id, &before.value)?, Unnamed::Removed, writer.now)?;
            writer.store(id, before.kind, Some(present), document)
        }
    }
}
