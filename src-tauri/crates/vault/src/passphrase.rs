//! Changing the passphrase.

use crate::{KdfCost, Passphrase, RecoveryKey, Secret, Vault, VaultError, header::Header, slot::Slot};

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

        let mut both = vec![slot.clone()];
        both.extend(self.header.slots.iter().cloned());
        let mut new_only = vec![slot];
        new_only.extend(self.header.slots_without_passphrase());
        let both = Header::new(vault_id, both, &self.keys)?;
        let new_only = Header::new(vault_id, new_only, &self.keys)?;

        let proven = both.write(&self.folder).and_then(|()| self.prove(new));
        if let Err(error) = proven {
            // If even this fails, the header on disk opens with either passphrase.
            let _ = self.header.write(&self.folder);
            return Err(error);
        }
        if let Err(error) = new_only.write(&self.folder) {
            // What is told must hold: the old passphrase alone is right.
            let _ = self.header.write(&self.folder);
            return Err(error);
        }
        self.header = new_only;
        Ok(())
    }

    /// Opens the header on disk with the new passphrase.
    fn prove(&self, new: &Passphrase) -> Result<(), VaultError> {
        let (data_key, _) = Header::read(&self.folder)?.open(Secret::Passphrase(new))?;
        if data_key.is_same(&self.data_key) { Ok(()) } else { Err(VaultError::HeaderDamaged) }
    }
}
