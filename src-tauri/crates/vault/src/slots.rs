//! The slots of an unlocked vault: who has one, adding and removing one.
//!
//! The header can be read by anybody, so whose slot is whose stands inside the database, by slot id.
//! The database is told before a slot is added and after one is removed: whatever happens between,
//! each slot of the header has its label. A slot without one came with a header from elsewhere, such
//! as an older copy of this vault's own, and is shown as unknown ([`SlotView::label`]).

use chrono::{DateTime, Utc};
use hmac::Mac;

use crate::{
    KdfCost, Passphrase, RecoveryKey, Secret, SlotId, SlotLabel, Vault, VaultError, Writer,
    audit::Operation,
    database::{Keep, transaction},
    header::{Header, MOST_SLOTS},
    slot::{Slot, SlotKind},
    slot_label,
};

/// What a slot is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotUse {
    /// A passphrase.
    Passphrase,
    /// The recovery key on paper.
    Recovery,
}

/// A slot, for who looks after the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotView {
    /// Which.
    pub id: SlotId,
    /// What it is opened with.
    pub opened_with: SlotUse,
    /// Whose it is. `None`: this vault has not made it, or had removed it.
    pub label: Option<SlotLabel>,
    /// Whether this session was opened by it.
    pub is_own: bool,
}

/// What a new passphrase slot is to cost.
#[derive(Clone, Copy)]
pub(crate) enum Price {
    /// At least what a new vault costs, and more where the machine is fast.
    Calibrated,
    /// So much.
    Exactly(KdfCost),
}

impl Price {
    /// Makes a slot at this price; never cheaper than what it comes in place of.
    pub(crate) fn slot(
        self,
        passphrase: &Passphrase,
        before: Option<&Slot>,
        vault_id: &[u8; 16],
        data_key: &crate::keys::DataKey,
    ) -> Result<Slot, VaultError> {
        let least = |cost: KdfCost| match before.map(Slot::kind) {
            Some(SlotKind::Passphrase(before)) => before.max(cost),
            _ => cost,
        };
        match self {
            Self::Calibrated => {
                Slot::for_passphrase_calibrated(passphrase, least(KdfCost::DEFAULT), vault_id, data_key)
            }
            Self::Exactly(cost) => Slot::for_passphrase(passphrase, least(cost), vault_id, data_key),
        }
    }
}

/// A slot that is to come, what is known of it and the secret that opens it.
pub(crate) struct Arriving<'a> {
    pub(crate) slot: Slot,
    pub(crate) label: SlotLabel,
    pub(crate) secret: Secret<'a>,
}

impl Vault {
    /// The vault's slots, in the order in which secrets are tried on them.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn slots(&self) -> Result<Vec<SlotView>, VaultError> {
        let earlier = slot_label::of_earlier_version(&self.connection)?;
        let view = |slot: &Slot| {
            Ok(SlotView {
                id: slot.id(),
                opened_with: if slot.is_passphrase() { SlotUse::Passphrase } else { SlotUse::Recovery },
                label: slot_label::get(&self.connection, slot.id())?.or_else(|| earlier.clone()),
                is_own: slot.id() == self.own_slot,
            })
        };
        self.header.slots.iter().map(view).collect()
    }

    /// Adds a passphrase for somebody else. It costs what a new vault's does, and more where this
    /// machine is fast. The caller has [verified](Self::verify) the session's own passphrase.
    ///
    /// # Errors
    /// [`VaultError::SlotsFull`] when the header has room for no more; when the header or the database
    /// can't be written: the slots are as they were then.
    pub fn add_passphrase(
        &mut self,
        name: &str,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<SlotId, VaultError> {
        self.add_at(Price::Calibrated, name, passphrase, now)
    }

    /// Like [`add_passphrase`](Self::add_passphrase), at another cost.
    ///
    /// # Errors
    /// As for [`add_passphrase`](Self::add_passphrase).
    pub fn add_passphrase_with(
        &mut self,
        name: &str,
        passphrase: &Passphrase,
        cost: KdfCost,
        now: DateTime<Utc>,
    ) -> Result<SlotId, VaultError> {
        self.add_at(Price::Exactly(cost), name, passphrase, now)
    }

    fn add_at(
        &mut self,
        price: Price,
        name: &str,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<SlotId, VaultError> {
        if self.header.slots.len() >= MOST_SLOTS {
            return Err(VaultError::SlotsFull);
        }
        let slot = price.slot(passphrase, None, &self.header.vault_id, &self.data_key)?;
        let id = slot.id();
        let label = SlotLabel { name: name.to_owned(), added_at: now, proven_at: None };
        let arriving = Arriving { slot, label, secret: Secret::Passphrase(passphrase) };
        self.put_slots(Operation::SlotAdd, Some(arriving), &[], now)?;
        Ok(id)
    }

    /// Removes somebody's passphrase. An old copy of the vault still opens with it: what makes it
    /// worthless for what is written from now on is [rotating](Self::rotate) the vault's key. The
    /// caller has [verified](Self::verify) the session's own passphrase.
    ///
    /// # Errors
    /// [`VaultError::SlotMissing`]; [`VaultError::SlotKept`] for the slot that opened this session, the
    /// last passphrase and the recovery key; when the header or the database can't be written.
    pub fn remove_slot(&mut self, id: SlotId, now: DateTime<Utc>) -> Result<(), VaultError> {
        let slot = self.header.slot(id).ok_or(VaultError::SlotMissing)?;
        let passphrases = self.header.slots.iter().filter(|slot| slot.is_passphrase()).count();
        if id == self.own_slot || !slot.is_passphrase() || passphrases == 1 {
            return Err(VaultError::SlotKept);
        }
        self.put_slots(Operation::SlotRemove, None, &[id], now)
    }

    /// What is known of the recovery key: when it was made, and when it was typed back. `None` when its
    /// slot is unknown.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn recovery_label(&self) -> Result<Option<SlotLabel>, VaultError> {
        let Some(slot) = self.header.slots.iter().find(|slot| !slot.is_passphrase()) else { return Ok(None) };
        slot_label::get(&self.connection, slot.id())
    }

    /// Takes the recovery key as it was typed back from its paper: from now on it counts as written
    /// down.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when it is another vault's, or an earlier one of this vault.
    pub fn prove_recovery(&mut self, key: &RecoveryKey, now: DateTime<Utc>) -> Result<(), VaultError> {
        let id = self.header.open(Secret::Recovery(key))?.slot;
        let known = slot_label::get(&self.connection, id)?;
        if known.as_ref().is_some_and(|label| label.proven_at.is_some()) {
            return Ok(());
        }
        let unknown = SlotLabel { name: String::new(), added_at: now, proven_at: None };
        let label = SlotLabel { proven_at: Some(now), ..known.unwrap_or(unknown) };
        self.tell(Operation::RecoveryProven, now, |writer| {
            writer.set_setting(&slot_label::name(id), &label.encode())
        })
    }

    /// Puts slots in the place of others: the one that arrives where the first that leaves was. Either
    /// all of it happens or nothing. The header on disk is at every moment a whole one that opens with
    /// what it opened with before, or with what this returns `Ok` for.
    pub(crate) fn put_slots(
        &mut self,
        operation: Operation,
        arriving: Option<Arriving<'_>>,
        leaving: &[SlotId],
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        let mut slots = self.header.slots.clone();
        let place = slots.iter().position(|slot| leaving.contains(&slot.id())).unwrap_or(slots.len());
        slots.retain(|slot| !leaving.contains(&slot.id()));
        if let Some(arriving) = &arriving {
            slots.insert(place.min(slots.len()), arriving.slot.clone());
        }
        if !slots.iter().any(Slot::is_passphrase) {
            return Err(VaultError::SlotKept);
        }
        let header = Header::new(self.header.vault_id, slots, &self.keys)?;
        self.tell(operation, now, |writer| {
            // What is done to which slots; the label of one that leaves stays until it is gone.
            for id in leaving {
                writer.note_slot(b"leaves", *id);
            }
            if let Some(Arriving { slot, label, .. }) = &arriving {
                writer.set_setting(&slot_label::name(slot.id()), &label.encode())?;
            }
            Ok(())
        })?;
        let data_key = &self.data_key;
        let written = header.write_proven(&self.folder, |read| {
            let Some(arriving) = &arriving else { return Ok(()) };
            let slot = read.slot(arriving.slot.id()).ok_or(VaultError::HeaderDamaged)?;
            match read.open_slot(slot, arriving.secret)? {
                Some(opened) if opened.data_key.is_same(data_key) => Ok(()),
                _ => Err(VaultError::HeaderDamaged),
            }
        });
        if let Err(error) = written {
            // What is told must hold: the slots are as they were. The failure that is told is the first.
            let _ = self.header.put_back(&self.folder);
            let _ = self.tell(Operation::SlotsKept, now, |writer| match &arriving {
                Some(arriving) => writer.remove_setting(&slot_label::name(arriving.slot.id())),
                None => Ok(()),
            });
            return Err(error);
        }
        self.header = header;
        // A label too many does no harm; the slots themselves are changed.
        let _ = self.tell(Operation::Write, now, |writer| {
            leaving.iter().try_for_each(|id| writer.remove_setting(&slot_label::name(*id)))
        });
        Ok(())
    }

    /// Writes what is known of slots in a transaction of its own.
    fn tell(
        &self,
        operation: Operation,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        self.ensure_writable()?;
        let earlier = slot_label::of_earlier_version(&self.connection)?;
        let mut writer = Writer::new(&self.connection, &self.keys, &self.actor, now);
        transaction(&self.connection, Keep::Yes, || {
            // Once there is one label, a slot without one counts as unknown.
            if let Some(label) = &earlier {
                for slot in &self.header.slots {
                    writer.set_setting(&slot_label::name(slot.id()), &label.encode())?;
                }
            }
            work(&mut writer)?;
            writer.finish(operation)
        })
    }
}

impl Writer<'_> {
    /// Notes for the audit chain what happens to a slot.
    fn note_slot(&mut self, operation: &[u8], id: SlotId) {
        self.has_changed = true;
        self.content.update(operation);
        self.content.update(&id.0);
    }
}
