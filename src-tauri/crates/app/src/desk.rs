//! The desk: an unlocked vault, the clock beside it and what can be undone.

use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};
use farled_case::{Case, CaseId, Noun, Phase, RecordId};
use farled_vault::{Sweep, Undo, Vault, VaultError, Writer};
use uuid::Uuid;

use crate::{Clock, Failure, Result};

/// How many writes can be undone.
const UNDO_DEPTH: usize = 50;

/// An unlocked vault with what the operations need beside it. Dropping it locks the vault.
pub struct Desk {
    vault: Vault,
    clock: Clock,
    /// What can be undone, the latest last, each under a number that no other write of this sitting has.
    undo: Vec<(u32, Undo)>,
    writes: u32,
}

/// How long locking may be held up by removing what erased attachments held.
const SWEEPING: Duration = Duration::from_millis(500);

/// A new id (UUID version 7, RFC 9562 §5.7).
#[must_use]
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

impl Desk {
    /// Sits down with an unlocked vault.
    #[must_use]
    pub fn new(vault: Vault, clock: Clock) -> Self {
        Self { vault, clock, undo: Vec::new(), writes: 0 }
    }

    /// The vault.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The vault, to change its slots or check it.
    pub fn vault_mut(&mut self) -> &mut Vault {
        &mut self.vault
    }

    /// Stands up again. The vault stays unlocked, in other hands.
    pub(crate) fn into_vault(self) -> Vault {
        self.vault
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The present day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The present wall-clock time.
    #[must_use]
    pub fn wall(&self) -> NaiveDateTime {
        self.clock.wall()
    }

    /// Writes in one transaction that can be undone.
    pub(crate) fn write<R>(&mut self, work: impl FnOnce(&mut Writer<'_>) -> Result<R>) -> Result<R> {
        let (result, undo) = self.vault.write(self.clock.now(), work)?;
        if self.undo.len() == UNDO_DEPTH {
            self.undo.remove(0);
        }
        self.writes = self.writes.wrapping_add(1);
        self.undo.push((self.writes, undo));
        Ok(result)
    }

    /// Writes in one transaction that nobody would undo: drafts, log entries, settings.
    pub(crate) fn write_quietly<R>(&mut self, work: impl FnOnce(&mut Writer<'_>) -> Result<R>) -> Result<R> {
        Ok(self.vault.write(self.clock.now(), work)?.0)
    }

    /// Forgets what could be undone: after something left the vault or came in, an earlier state can't
    /// be had back without telling others.
    pub(crate) fn forget_undo(&mut self) {
        self.undo.clear();
        self.sweep();
    }

    /// Removes what erased attachments held, once no undoing can bring it back. What can't be removed
    /// now is when the vault is next unlocked; nothing shows it meanwhile.
    fn sweep(&mut self) {
        let begun = Instant::now();
        let _ = self.vault.sweep_contents(|| match begun.elapsed() < SWEEPING {
            true => Sweep::On,
            false => Sweep::Stop,
        });
    }

    /// The numbers of the latest writes that can be undone, the latest first.
    #[must_use]
    pub fn latest_changes(&self, count: usize) -> Vec<u32> {
        self.undo.iter().rev().take(count).map(|(number, _)| *number).collect()
    }

    /// Undoes the latest write.
    ///
    /// # Errors
    /// As [`undo_change`](Self::undo_change).
    pub fn undo(&mut self) -> Result<()> {
        let (number, _) = self.undo.last().ok_or_else(|| Failure::new("nothing-to-undo"))?;
        self.undo_change(*number)
    }

    /// Undoes one write and no other: what was written after it stays, unless it has changed the same.
    ///
    /// # Errors
    /// `nothing-to-undo` when it is undone already or too long ago, `undo-overtaken` when the same was
    /// changed since, or what the vault says.
    pub fn undo_change(&mut self, number: u32) -> Result<()> {
        let place = self
            .undo
            .iter()
            .position(|(other, _)| *other == number)
            .ok_or_else(|| Failure::new("nothing-to-undo"))?;
        match self.vault.undo(&self.undo[place].1, self.clock.now()) {
            Ok(()) => {
                self.undo.remove(place);
                Ok(())
            }
            Err(overtaken @ VaultError::UndoOvertaken { .. }) => {
                self.undo.remove(place);
                Err(overtaken.into())
            }
            // A full disk, for instance: it can be tried again.
            Err(error) => Err(error.into()),
        }
    }

    /// The record with this id.
    pub(crate) fn require<T: Noun>(&self, id: impl Into<RecordId>) -> Result<T> {
        self.vault.get(id.into())?.ok_or_else(|| Failure::new("record-missing"))
    }

    /// The case with this id.
    ///
    /// # Errors
    /// `record-missing`, or what the vault says.
    pub fn case(&self, id: CaseId) -> Result<Case> {
        self.require(id)
    }
}

/// The record with this id, inside a write.
pub(crate) fn require<T: Noun>(writer: &Writer<'_>, id: impl Into<RecordId>) -> Result<T> {
    writer.get(id.into())?.ok_or_else(|| Failure::new("record-missing"))
}

/// Refuses to write in a closed case: closed is closed, until it is opened again.
pub(crate) fn ensure_open(writer: &Writer<'_>, case: CaseId) -> Result<()> {
    match require::<Case>(writer, case)?.phase {
        Phase::Closed => Err(Failure::new("case-closed")),
        _ => Ok(()),
    }
}

/// What was typed, without spaces around it; refused when nothing is left.
pub(crate) fn required_text(text: &str, code: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() { Err(Failure::new(code)) } else { Ok(text.to_owned()) }
}
