//! What stands in a folder, as far as can be seen without a key.

use std::{fs, io::ErrorKind, path::Path};

use crate::{
    VaultError, database, exchange, header,
    header::{Header, Source},
    rotate,
};

/// The name under which a database is made before it gets its own.
pub(crate) const UNFINISHED: &str = "vault.db.new";
/// The name of that database's journal.
pub(crate) const UNFINISHED_JOURNAL: &str = "vault.db.new-journal";

/// What stands in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// No vault.
    Missing,
    /// A vault.
    Present,
    /// A vault of a newer version.
    Newer {
        /// Its format.
        format: u32,
    },
    /// A vault that can't be opened as it is.
    Damaged(Damage),
}

/// What is wrong with the files of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// There is a database without a header, and no copy of one that reads.
    HeaderMissing,
    /// Neither the header nor its copy reads.
    HeaderUnreadable,
    /// There is a header without a database, or the database is empty.
    DatabaseMissing,
}

/// Looks at a folder. Reads the header or its copy, and nothing of the database but its length.
#[must_use]
pub fn presence(folder: &Path) -> Presence {
    // What can't be looked at is there: a folder is free for a new vault only when that is certain.
    let length = |name: &str| match fs::symlink_metadata(folder.join(name)) {
        Ok(found) => Some(found.len()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
        Err(_) => Some(0),
    };
    let has_copy = || matches!(Header::read_either(folder), Ok((_, Source::Copy)));
    match (length(header::NAME), length(database::NAME)) {
        // A lone copy of a header is what making a vault leaves when it ends at its first steps. But the vault
        // may only have lost its name for a moment, and get it back when it is unlocked.
        (None, None) => match exchange::interrupted(folder) {
            Some(beside) => presence(&beside.aside),
            None => Presence::Missing,
        },
        (None, Some(_)) if !has_copy() => Presence::Damaged(Damage::HeaderMissing),
        // A vault that was being made when the machine stopped: the database gets its name last.
        (Some(_), None) if length(UNFINISHED).is_some() => Presence::Missing,
        (_, database) => match Header::read_either(folder) {
            Err(VaultError::Newer { format }) => Presence::Newer { format },
            Err(_) => Presence::Damaged(Damage::HeaderUnreadable),
            // The database is not the one that a rotation had made; which it is shows with the key.
            Ok(_) if rotate::is_begun(folder) => Presence::Present,
            Ok(_) if database.unwrap_or_default() == 0 => Presence::Damaged(Damage::DatabaseMissing),
            Ok(_) => Presence::Present,
        },
    }
}
