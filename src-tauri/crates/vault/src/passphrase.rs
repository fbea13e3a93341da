//! Changing the passphrase, and the recovery key.

use chrono::{DateTime, Utc};

use crate::{
    KdfCost, Passphrase, RecoveryKey, Secret, SlotId, SlotLabel, Vault, VaultError,
    audit::Operation,
    slot::Slot,
    slot_label,
    slots::{Arriving, Price},
};

impl Vault {
    /// Whether this is the passphrase that opened this session; when the recovery key did, whether it
    /// is one of the vault's.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when it is not.
    pub fn verify(&self, passphrase: &Passphrase) -> Result<(), VaultError> {
        self.own_passphrase(passphrase).map(|_| ())
    }

    /// The slot of the passphrase that [`verify`](Self::verify) asks for.
    pub(crate) fn own_passphrase(&self, passphrase: &Passphrase) -> Result<SlotId, VaultError> {
        let secret = Secret::Passphrase(passphrase);
        match self.header.slot(self.own_slot).filter(|slot| slot.is_passphrase()) {
            Some(own) => self.header.open_slot(own, secret)?.map(|opened| opened.slot),
            None => return Ok(self.header.open(secret)?.slot),
        }
        .ok_or(VaultError::WrongSecret)
    }

    /// Says whether a recovery key is the one of this vault.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when it isn't.
    pub fn verify_recovery(&self, key: &RecoveryKey) -> Result<(), VaultError> {
        self.header.open(Secret::Recovery(key)).map(|_| ())
    }

    /// Changes the passphrase that opened this session, and no other. The caller has
    /// [verified](Self::verify) it.
    ///
    /// The new header is written beside the present one, synced, read back and opened with the new
    /// passphrase before it takes the name: at every moment the vault opens with one of the two. An old
    /// copy of the vault still opens with the old passphrase. The new one costs at least what the old
    /// one did, and more where this machine is fast.
    ///
    /// # Errors
    /// [`VaultError::SlotUnclear`] when the recovery key opened this session and there are several
    /// passphrases: [`replace_passphrase`](Self::replace_passphrase) says which. When the header can't
    /// be written or read back; the old passphrase is still right then.
    pub fn change_passphrase(&mut self, new: &Passphrase, now: DateTime<Utc>) -> Result<(), VaultError> {
        self.replace_at(Price::Calibrated, self.only_slot()?, new, now)
    }

    /// Like [`change_passphrase`](Self::change_passphrase), at another cost, if that is no less than
    /// the present one.
    ///
    /// # Errors
    /// As for [`change_passphrase`](Self::change_passphrase).
    pub fn change_passphrase_with(
        &mut self,
        new: &Passphrase,
        cost: KdfCost,
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        self.replace_at(Price::Exactly(cost), self.only_slot()?, new, now)
    }

    /// Sets a new passphrase in place of one that was forgotten, in a session that the recovery key
    /// opened. From then on the session counts as opened by it.
    ///
    /// # Errors
    /// [`VaultError::SlotMissing`] when there is no such passphrase; [`VaultError::SlotKept`] when
    /// another passphrase opened this session: nobody changes somebody else's. As for
    /// [`change_passphrase`](Self::change_passphrase).
    pub fn replace_passphrase(
        &mut self,
        slot: SlotId,
        new: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        let is_passphrase = |id| self.header.slot(id).is_some_and(Slot::is_passphrase);
        if !is_passphrase(slot) {
            return Err(VaultError::SlotMissing);
        }
        if slot != self.own_slot && is_passphrase(self.own_slot) {
            return Err(VaultError::SlotKept);
        }
        self.replace_at(Price::Calibrated, slot, new, now)
    }

    /// The passphrase slot that is this session's; the only one, when the recovery key opened it.
    fn only_slot(&self) -> Result<SlotId, VaultError> {
        let mut passphrases = self.header.slots.iter().filter(|slot| slot.is_passphrase()).map(Slot::id);
        if passphrases.clone().any(|id| id == self.own_slot) {
            return Ok(self.own_slot);
        }
        match (passphrases.next(), passphrases.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(VaultError::SlotUnclear),
        }
    }

    fn replace_at(
        &mut self,
        price: Price,
        old: SlotId,
        new: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        let before = self.header.slot(old).ok_or(VaultError::SlotMissing)?;
        let slot = price.slot(new, Some(before), &self.header.vault_id, &self.data_key)?;
        let id = slot.id();
        let unknown = SlotLabel { name: String::new(), added_at: now, proven_at: None };
        let label = slot_label::get(&self.connection, old)?.unwrap_or(unknown);
        let arriving = Arriving { slot, label, secret: Secret::Passphrase(new) };
        self.put_slots(Operation::PassphraseChange, Some(arriving), &[old], now)?;
        self.own_slot = id;
        Ok(())
    }

    /// Makes a new recovery key, which is told this once; the one before no longer opens the vault, but
    /// still opens an old copy of it. For a sheet that was lost, seen by others or never printed. The
    /// caller has [verified](Self::verify) the passphrase.
    ///
    /// # Errors
    /// When the header can't be written or read back; the key before is still right then.
    pub fn renew_recovery_key(&mut self, now: DateTime<Utc>) -> Result<RecoveryKey, VaultError> {
        let key = RecoveryKey::make()?;
        let slot = Slot::for_recovery(&key, &self.header.vault_id, &self.data_key)?;
        let id = slot.id();
        let label = SlotLabel { name: String::new(), added_at: now, proven_at: None };
        let before: Vec<SlotId> =
            self.header.slots.iter().filter(|slot| !slot.is_passphrase()).map(Slot::id).collect();
        let arriving = Arriving { slot, label, secret: Secret::Recovery(&key) };
        self.put_slots(Operation::RecoveryRenew, Some(arriving), &before, now)?;
        if before.contains(&self.own_slot) {
            self.own_slot = id;
        }
        Ok(key)
    }
}
