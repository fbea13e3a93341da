//! What stands in a folder, as far as can be seen without a key.

use std::{fs, io::ErrorKind, path::Path};

use crate::{VaultError, database, header, header::Header, rotate};

/// The name under which a database is made before it gets its own.
pub(crate) const UNFINISHED: &str = "vault.db.new";

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
    /// There is a database without a header.
    HeaderMissing,
    /// The header does not read.
    HeaderUnreadable,
    /// There is a header without a database, or the database is empty.
    DatabaseMissing,
}

/// Looks at a folder. Reads the header, and nothing of the database but its length.
#[must_use]
pub fn presence(folder: &Path) -> Presence {
    // What can't be looked at is there: a folder is free for a new vault only when that is certain.
    let length = |name: &str| match fs::symlink_metadata(folder.join(name)) {
        Ok(found) => Some(found.len()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
        Err(_) => Some(0),
    };
    match (length(header::NAME), length(database::NAME)) {
        (None, None) => Presence::Missing,
        (None, Some(_)) => Presence::Damaged(Damage::HeaderMissing),
        // A vault that was being made when the machine stopped: the database gets its name last.
        (Some(_), None) if length(UNFINISHED).is_some() => Presence::Missing,
        (Some(_), database) => match Header::read(folder) {
            Err(VaultError::Newer { format }) => Presence::Newer { format },
            Err(_) => Presence::Damaged(Damage::HeaderUnreadable),
            // The database is not the one that a rotation had made; which it is shows with the key.
            Ok(_) if rotate::is_begun(folder) => Presence::Present,
            Ok(_) if database.unwrap_or_default() == 0 => Presence::Damaged(Damage::DatabaseMissing),
            Ok(_) => Presence::Present,
        },
    }
}
