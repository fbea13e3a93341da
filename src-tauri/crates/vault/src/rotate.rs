//! Rotating the vault's key: everything is encrypted anew, under keys that follow from another random
//! data key. For when somebody leaves who knows a passphrase: old copies of the vault still open with
//! it, but nothing that is written from then on does.
//!
//! A whole second database, `vault.db.next`, is written under the new keys, synced, opened again and
//! compared row by row. Then the header is replaced, by one that wraps the new data key: that is the
//! moment at which the rotation happens. Then the database takes its name. A crash before that moment
//! leaves a vault that opens as before, and a file that the next unlocking removes; a crash after it
//! leaves a header to which only `vault.db.next` fits, and the next unlocking gives that its name.
//! The old database stays as it is until then.
//!
//! The audit chain goes on: its entries keep their hashes, so that a head that others have seen is
//! found again, and the key under which they were made is kept inside the vault to check them.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use hmac::Mac;
use rusqlite::Connection;

use crate::{
    KdfCost, OnProgress, Passphrase, RecoveryKey, Secret, SlotId, SlotLabel, Vault, VaultError,
    audit::{self, After, Operation},
    copy::{self, Watch},
    database::{self, Existing, Keep, transaction},
    file,
    header::Header,
    keys::{DataKey, Keys},
    slot::Slot,
    slot_label,
    slots::Price,
};

/// The name of the database under the new keys, until it gets its own.
pub(crate) const NEXT: &str = "vault.db.next";
/// The name of that database's journal.
pub(crate) const NEXT_JOURNAL: &str = "vault.db.next-journal";

/// Everything that comes in the place of what was.
struct Turn {
    data_key: DataKey,
    keys: Keys,
    header: Header,
    own_slot: SlotId,
    /// The slots and what is known of them.
    labels: [(SlotId, SlotLabel); 2],
}

/// Which header is on the disk when a rotation could not be brought to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Old,
    New,
}

impl Vault {
    /// Encrypts everything anew under a new key. The passphrase of this session stays; a new recovery
    /// key is made, which is told this once. Everybody else's passphrase is gone afterwards, since
    /// only they could wrap the new key with it; they have to be added again. Old copies of the vault
    /// still open with the old secrets.
    ///
    /// `tell` is called often with how many rows are done, of two times all; what it answers decides
    /// whether to go on. Needs as much free space again as the vault takes.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when this is not the session's own passphrase;
    /// [`VaultError::BackupRunning`] while a backup is being made; [`VaultError::Cancelled`];
    /// [`VaultError::DiskFull`] and whatever else writing fails with. After an error the vault is as it
    /// was, and nothing of the attempt stays. Once the new key stands the answer is `Ok`: where the new
    /// database can't be opened then, every write is refused until the vault is unlocked again.
    pub fn rotate(
        &mut self,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
        tell: OnProgress<'_>,
    ) -> Result<RecoveryKey, VaultError> {
        self.rotate_at(Price::Calibrated, passphrase, now, tell)
    }

    /// Like [`rotate`](Self::rotate), with the passphrase at another cost, if that is no less than the
    /// present one.
    ///
    /// # Errors
    /// As for [`rotate`](Self::rotate).
    pub fn rotate_with(
        &mut self,
        passphrase: &Passphrase,
        cost: KdfCost,
        now: DateTime<Utc>,
        tell: OnProgress<'_>,
    ) -> Result<RecoveryKey, VaultError> {
        self.rotate_at(Price::Exactly(cost), passphrase, now, tell)
    }

    fn rotate_at(
        &mut self,
        price: Price,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
        tell: OnProgress<'_>,
    ) -> Result<RecoveryKey, VaultError> {
        self.ensure_writable()?;
        self.ensure_not_backed_up()?;
        let kept = self.own_passphrase(passphrase)?;
        let recovery_key = RecoveryKey::make()?;
        let turn = self.turn(price, kept, passphrase, &recovery_key, now)?;
        let total = copy::rows(&self.connection)?.saturating_mul(2);
        let mut watch = Watch::new(tell, total);
        watch.look()?;
        let mut next = Next::begin(&self.folder)?;
        self.write_next(&next.path, &turn, now, &mut watch)?;
        watch.look()?;

        let data_key = &turn.data_key;
        let secrets = [Secret::Passphrase(passphrase), Secret::Recovery(&recovery_key)];
        let replaced = turn.header.write_proven(&self.folder, |read| {
            for secret in secrets {
                if !read.open(secret)?.data_key.is_same(data_key) {
                    return Err(VaultError::HeaderDamaged);
                }
            }
            Ok(())
        });
        // It has happened once the header is there; what is left is to give the database its name.
        let renamed = replaced.and_then(|()| Ok(fs::rename(&next.path, self.folder.join(database::NAME))?));
        if let Err(error) = renamed
            && self.take_back(&turn, &mut next) == Standing::Old
        {
            return Err(error);
        }
        next.is_needed = true;
        // If this fails, the name may be lost with the power; the next unlocking gives it again.
        let _ = file::sync_folder(&self.folder);
        self.go_on_with(turn);
        Ok(recovery_key)
    }

    /// Goes on under the new keys. Nothing else opens the vault from now on: whoever asked for it has to be
    /// told the recovery key, whatever fails here.
    fn go_on_with(&mut self, turn: Turn) {
        match database::open(&self.folder.join(database::NAME), &turn.keys, Existing::Required) {
            Ok(connection) => self.connection = connection,
            // What was read until now can be read until the vault is locked.
            Err(_) => self.stop_writing(),
        }
        self.header = turn.header;
        self.keys = turn.keys;
        self.data_key = turn.data_key;
        self.own_slot = turn.own_slot;
    }

    /// Draws the new keys and wraps them.
    fn turn(
        &self,
        price: Price,
        kept: SlotId,
        passphrase: &Passphrase,
        recovery_key: &RecoveryKey,
        now: DateTime<Utc>,
    ) -> Result<Turn, VaultError> {
        let vault_id = self.header.vault_id;
        let data_key = DataKey::make()?;
        let keys = data_key.derive(&vault_id);
        let own = price.slot(passphrase, self.header.slot(kept), &vault_id, &data_key)?;
        let recovery = Slot::for_recovery(recovery_key, &vault_id, &data_key)?;
        let unknown = SlotLabel { name: String::new(), added_at: now, proven_at: None };
        let label = slot_label::get(&self.connection, kept)?.unwrap_or_else(|| unknown.clone());
        let labels = [(own.id(), label), (recovery.id(), unknown)];
        // A session that the recovery key opened goes on as one of the passphrase that was given.
        let own_slot = own.id();
        let header = Header::new(vault_id, vec![own, recovery], &keys)?;
        Ok(Turn { data_key, keys, header, own_slot, labels })
    }

    /// Writes the database under the new keys, and shows that it holds everything.
    fn write_next(
        &self,
        path: &Path,
        turn: &Turn,
        now: DateTime<Utc>,
        watch: &mut Watch<'_>,
    ) -> Result<(), VaultError> {
        let close = |connection: Connection| connection.close().map_err(|(_, error)| VaultError::from(error));
        let next = database::open(path, &turn.keys, Existing::MayBeMade)?;
        // What refers to what is as it was; in which order it comes must not matter.
        next.pragma_update(None, "foreign_keys", false)?;
        transaction(&next, Keep::Yes, || copy::copy(&self.connection, &next, watch))?;
        close(next)?;

        // What counts is what can be read from the disk.
        let next = database::open(path, &turn.keys, Existing::Required)?;
        let is_whole = !next.prepare("PRAGMA cipher_integrity_check")?.exists([])?
            && copy::is_same(&self.connection, &next, watch)?;
        if !is_whole {
            return Err(VaultError::DatabaseDamaged);
        }
        transaction(&next, Keep::Yes, || {
            slot_label::forget_all(&next)?;
            for (id, label) in &turn.labels {
                slot_label::set(&next, *id, label)?;
            }
            audit::keep_key(&next, &self.keys)?;
            let content =
                turn.labels.iter().fold(turn.keys.audit_mac(), |mac, (id, _)| mac.chain_update(id.0));
            audit::append(&next, &turn.keys, Operation::Rotate, content, After::Counted, now)
        })?;
        close(next)?;
        File::open(path)?.sync_all()?;
        Ok(file::sync_folder(&self.folder)?)
    }

    /// Makes sure that the header on disk is the one of the database on disk, so that what is told,
    /// that nothing has changed, is true. Says which header stands.
    fn take_back(&self, turn: &Turn, next: &mut Next) -> Standing {
        let stands = |header: &Header| Header::read(&self.folder).is_ok_and(|read| read == *header);
        if stands(&self.header) {
            self.header.put_copy_back(&self.folder);
            return Standing::Old;
        }
        if self.header.put_back(&self.folder).is_ok() {
            return Standing::Old;
        }
        // The new header may be the one that lasts: then the next unlocking needs its database.
        next.is_needed = true;
        self.stop_writing();
        // Only one that lasts is told to stand.
        let is_new = stands(&turn.header) && file::sync_folder(&self.folder).is_ok();
        if is_new { Standing::New } else { Standing::Old }
    }

    /// Which database the next unlocking finds can't be told: what would be written now could be lost.
    /// Everything can still be read; each write is refused.
    fn stop_writing(&self) {
        let _ = self.connection.pragma_update(None, "query_only", true);
    }
}

/// The file of the database under the new keys; removed when it is dropped, unless it is needed.
struct Next {
    path: PathBuf,
    is_needed: bool,
}

impl Next {
    /// Makes room for one.
    fn begin(folder: &Path) -> Result<Self, VaultError> {
        remove(folder)?;
        Ok(Self { path: folder.join(NEXT), is_needed: false })
    }
}

impl Drop for Next {
    fn drop(&mut self) {
        if !self.is_needed
            && let Some(folder) = self.path.parent()
        {
            // What can't be removed now, the next unlocking removes.
            let _ = remove(folder);
        }
    }
}

/// Removes what is left of an attempt. The journal goes first: by the database it is seen that there is
/// something left.
pub(crate) fn remove(folder: &Path) -> Result<(), VaultError> {
    file::remove(&folder.join(NEXT_JOURNAL))?;
    Ok(file::remove(&folder.join(NEXT))?)
}

/// Whether a rotation was interrupted in this folder.
pub(crate) fn is_begun(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(NEXT)).is_ok()
}

/// Ends a rotation that was interrupted, at unlocking: `keys` are those of the header that is there.
pub(crate) fn settle(folder: &Path, keys: &Keys) -> Result<(), VaultError> {
    if !is_begun(folder) {
        // Without its database a journal is of no use; where it can't be removed, nothing reads it.
        let _ = file::remove(&folder.join(NEXT_JOURNAL));
        return Ok(());
    }
    let (present, next) = (folder.join(database::NAME), folder.join(NEXT));
    if database::begins_with_salt(&present, keys) {
        // It had not happened yet; or it has, and this is something else of that name.
        if database::open(&present, keys, Existing::Required).is_ok() {
            let _ = remove(folder);
        }
        return Ok(());
    }
    // Only a database to which this header fits takes the name; otherwise everything stays for whoever
    // looks into it, and opening tells what is wrong.
    if let Ok(connection) = database::open(&next, keys, Existing::Required) {
        connection.close().map_err(|(_, error)| VaultError::from(error))?;
        // A journal of the old database would be taken for one of the new.
        file::remove(&folder.join(format!("{}-journal", database::NAME)))?;
        fs::rename(&next, &present)?;
        file::sync_folder(folder)?;
    }
    Ok(())
}
