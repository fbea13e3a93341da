//! The vault: the folder in which everything is kept, encrypted, on one machine.
//!
//! A vault is a folder with two files that belong together, a copy of the small one, and a lock file.
//! [`Vault::create`] makes one, [`Vault::unlock`] opens it with a [`Secret`]; what comes back is a
//! [`Vault`], another type than a locked folder. Dropping it closes the database and wipes the keys.
//!
//! # `vault.header`
//!
//! A random 32-byte data key encrypts everything. The header holds it once per *slot*, each time
//! wrapped by another secret. Numbers are little-endian.
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | `FARLEDVH` |
//! | 4 | format, now 1 |
//! | 4 | length of the whole file |
//! | 16 | vault id, random |
//! | 1 | number of slots, 1 to 8 |
//! | 117 each | slots, see below |
//! | 32 | HMAC-SHA256 over all before it, under the header key |
//! | 32 | SHA-256 over all before it: tells damage from a wrong passphrase; protects nothing |
//!
//! A slot:
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | slot id, random |
//! | 1 | kind: 1 passphrase, 2 recovery key |
//! | 12 | Argon2id memory in KiB, passes, lanes; zero in a recovery slot |
//! | 16 | salt, random |
//! | 24 | nonce, random |
//! | 48 | the data key under XChaCha20-Poly1305 |
//!
//! The wrapping key of a passphrase slot is Argon2id (RFC 9106) of the passphrase under the slot's
//! salt; of a recovery slot, the 256-bit recovery key itself. Either passes through HKDF-SHA256
//! (RFC 5869) with the slot's salt and the label `farled vault 1 passphrase slot` or
//! `farled vault 1 recovery slot`. Associated data: format, vault id, then the slot's first 45 bytes.
//!
//! From the data key, HKDF-SHA256 with the vault id as salt gives a key for each purpose; the labels
//! are `farled vault 1` and then `database key`, `database salt` (16 bytes), `header`, `audit`,
//! `backup`, `witness`.
//!
//! The header is replaced by writing `vault.header.new`, syncing it, reading it back and opening it with
//! the secret that is new, renaming it and syncing the folder: at every moment one whole header is
//! there. Several passphrases may open one vault, one slot each; a passphrase is tried on each in turn,
//! so that a wrong one takes as many times as long as there are passphrases. Whose slot is whose stands
//! in the database ([`Vault::slots`]).
//!
//! [`Vault::rotate`] encrypts everything anew under another data key, in `vault.db.next` until that
//! takes the database's name; what an interrupted one left is settled at unlocking.
//!
//! `vault.header.copy` holds the same bytes and is replaced in the same way just before, so that it never
//! opens with a secret that was taken out; it is read only when the header itself does not read, which
//! is then written again from it.
//!
//! # `vault.db`
//!
//! A SQLCipher 4 database under the raw key and salt above. Each record is an Automerge document with
//! its present value as JSON and a few columns beside it, all changed in one transaction; the value
//! and the columns follow from the document alone ([`Vault::rebuild_projection`]). Each transaction that
//! changes a record, a setting or a slot adds one entry to a chain of keyed hashes over what it changed and
//! over everything that is kept since ([`Vault::audit_head`]), so that a single page that was put back to an
//! earlier version of itself, whose MAC is right, does not go unseen ([`Vault::check`]). What follows from
//! something else adds none: keeping small images, making indexes anew, and sweeping what attachments held
//! that were erased. A witness outside the folder
//! ([`Vault::make_witness`]) tells when the whole vault was put back. What still reads of a damaged
//! database can be read in [`Vault::rescue`]. What
//! attachments hold lies beside their records in pieces of 256 KiB ([`Writer::content`]).

mod audit;
mod backup;
mod check;
mod conflict;
mod content;
mod copy;
mod create;
mod database;
mod document;
mod error;
mod exchange;
mod file;
mod filter;
mod header;
mod kdf;
mod keys;
mod mend;
mod merge;
mod migrate;
mod passphrase;
mod presence;
mod progress;
mod query;
mod rebuild;
mod reconcile;
mod record;
mod recovery_key;
mod removal;
mod rescue;
mod restore;
mod rotate;
mod salvage;
mod schema;
mod search;
mod secret;
mod seed;
mod setting;
mod slot;
mod slot_label;
mod slots;
mod state;
mod undo;
mod unlock;
mod vault;
mod witness;
mod write;
mod writer;

pub use audit::AuditHead;
pub use backup::{
    BackupFile, BackupInfo, BackupSource, FoundBackup, backups_in, inspect_backup, make_room, prune_backups,
    verify_backup,
};
pub use check::{Check, Problem, Remedy};
pub use conflict::Conflict;
pub use content::{Content, ContentWriter, Sweep};
pub use error::VaultError;
pub use filter::{Filter, Order, RecordFilter};
pub use header::MOST_SLOTS;
#[doc(hidden)]
pub use header::{read_header, with_fitting_checksum};
pub use kdf::KdfCost;
pub use merge::{Foreign, Keeping, MergeChange, Merged};
pub use presence::{Damage, Presence, presence};
pub use progress::{OnProgress, Progress};
pub use record::StoredRecord;
pub use recovery_key::{RecoveryKey, RecoveryKeyError};
pub use rescue::Rescue;
pub use restore::{SetAside, later_changes, restore, restore_and_set_aside};
pub use search::{Hit, SnippetPart};
pub use secret::{Passphrase, Secret};
pub use slot::SlotId;
pub use slot_label::SlotLabel;
pub use slots::{SlotUse, SlotView};
pub use undo::Undo;
pub use vault::Vault;
pub use witness::Testimony;
pub use writer::{Change, Writer};

#[cfg(test)]
mod tests;
