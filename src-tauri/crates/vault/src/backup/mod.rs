//! Backups: a whole vault as one file, which opens with the same secrets.
//!
//! # The file
//!
//! `farled-<first 8 digits of the vault's id>-2026-11-22T093000Z.farledbackup`, named after the moment in UTC
//! at which it was made: an uncompressed POSIX ustar archive of three files, in this order, mode 600.
//!
//! | name | what |
//! | --- | --- |
//! | `manifest` | one line of JSON, see [`manifest`] |
//! | `vault.header` | the header, as it stood in the vault's folder |
//! | `vault.db` | a copy of the database under the same key |
//!
//! Nothing in it can be read without a secret but sizes, the vault's random id and the moment at which it was
//! made. Without this program, `tar -xf FILE` in an empty folder makes it a vault's folder again, which any
//! copy of the program unlocks.

mod archive;
mod copy;
mod generations;
mod manifest;
mod prove;
mod read;
mod room;
mod scratch;
mod write;

pub use generations::{FoundBackup, backups_in, prune_backups};
pub use read::{BackupFile, inspect_backup, verify_backup};
pub use room::make_room;
pub use write::{BackupInfo, BackupSource};

pub(crate) use prove::prove;
pub(crate) use read::{altered, extract_database, open_backup};
pub(crate) use scratch::Scratch;
