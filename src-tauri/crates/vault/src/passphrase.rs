//! Changing the passphrase, and the recovery key.

use crate::{
    KdfCost, Passphrase, RecoveryKey, Secret, Vault, VaultError,
    header::Header,
    slot::{Slot, SlotKind},
};

impl Vault {
    /// Whether this is a passphrase of the vault.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when it is not.
    pub fn verify(&self, passphrase: &Passphrase) -> Result<(), VaultError> {
        self.header.open(Secret::Passphrase(passphrase)).map(|_| ())
    }

    /// Says whether a recovery key is the one of this vault.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when it isn't.
    pub fn verify_recovery(&self, key: &RecoveryKey) -> Result<(), VaultError> {
        self.header.open(Secret::Recovery(key)).map(|_| ())
    }

    /// Changes the passphrase. The caller has [verified](Self::verify) the present one.
    ///
    /// A header with both passphrases is written and opened with the new one before the old one goes:
    /// at every moment the vault opens with at least one of them. An old copy of the vault still opens
    /// with the old passphrase.
    ///
    /// # Errors
    /// When the header can't be written or read back; the old passphrase is still right then.
    pub fn change_passphrase(&mut self, new: &Passphrase) -> Result<(), VaultError> {
        let vault_id = self.header.vault_id;
        // Never cheaper than before, and never cheaper than a new vault.
        let cost = self.header.passphrase_cost().map_or(KdfCost::DEFAULT, |cost| cost.max(KdfCost::DEFAULT));
        let slot = Slot::for_passphrase(new, cost, &vault_id, &self.data_key)?;
        self.replace_slots(slot, Secret::Passphrase(new))
    }

    /// Makes a new recovery key, which is told this once; the one before no longer opens the vault, but
    /// still opens an old copy of it. For a sheet that was lost, seen by others or never printed. The
    /// caller has [verified](Self::verify) the passphrase.
    ///
    /// # Errors
    /// When the header can't be written or read back; the key before is still right then.
    pub fn renew_recovery_key(&mut self) -> Result<RecoveryKey, VaultError> {
        let key = RecoveryKey::make()?;
        let slot = Slot::for_recovery(&key, &self.header.vault_id, &self.data_key)?;
        self.replace_slots(slot, Secret::Recovery(&key))?;
        Ok(key)
    }

    /// Puts a slot in the place of all of its kind. At every moment the header on disk opens with what
    /// it opened with before, until it has been shown to open with the new secret.
    fn replace_slots(&mut self, slot: Slot, secret: Secret<'_>) -> Result<(), VaultError> {
        let vault_id = self.header.vault_id;
        let is_passphrase = |slot: &Slot| matches!(slot.kind(), SlotKind::Passphrase(_));
        let of_another_kind =
            self.header.slots.iter().filter(|other| is_passphrase(other) != is_passphrase(&slot));
        let new_only = [&slot].into_iter().chain(of_another_kind).cloned().collect();
        let both = [&slot].into_iter().chain(&self.header.slots).cloned().collect();
        let both = Header::new(vault_id, both, &self.keys)?;
        let new_only = Header::new(vault_id, new_only, &self.keys)?;

        let proven = both.write(&self.folder).and_then(|()| self.prove(secret));
        if let Err(error) = proven {
            // If even this fails, the header on disk opens with either secret.
            let _ = self.header.write(&self.folder);
            return Err(error);
        }
        if let Err(error) = new_only.write(&self.folder) {
            // What is told must hold: the old secret alone is right.
            let _ = self.header.write(&self.folder);
            return Err(error);
        }
        self.header = new_only;
        Ok(())
    }

    /// Opens the header on disk with the new secret.
    fn prove(&self, new: Secret<'_>) -> Result<(), VaultError> {
        let (data_key, _) = Header::read(&self.folder)?.open(new)?;
        if data_key.is_same(&self.data_key) { Ok(()) } else { Err(VaultError::HeaderDamaged) }
    }
}
