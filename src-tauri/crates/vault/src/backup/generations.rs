//! Backups that lie in a folder: their names, and which of them stay.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{manifest::hex, read::open_backup};
use crate::VaultError;

/// What a backup's name ends with.
const EXTENSION: &str = "farledbackup";

const MOMENT: &str = "%Y-%m-%dT%H%M%SZ";

/// A backup that was found in a folder, told by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBackup {
    /// The file.
    pub file: PathBuf,
    /// When it was made, as its name says.
    pub created_at: DateTime<Utc>,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The name of a backup of this vault that is made at this moment.
pub(super) fn name(vault_id: &[u8; 16], now: DateTime<Utc>) -> String {
    format!("{}{}.{EXTENSION}", beginning(vault_id), now.format(MOMENT))
}

fn beginning(vault_id: &[u8; 16]) -> String {
    format!("farled-{}-", &hex(vault_id)[..8])
}

/// The path under which a file of this name finds nothing else.
pub(super) fn free(folder: &Path, name: &str) -> PathBuf {
    let stem = name.strip_suffix(EXTENSION).and_then(|stem| stem.strip_suffix('.')).unwrap_or(name);
    let others = (2..).map(|number: u32| format!("{stem}-{number}.{EXTENSION}"));
    std::iter::once(name.to_owned())
        .chain(others)
        .map(|name| folder.join(name))
        .find(|path| fs::symlink_metadata(path).is_err())
        .unwrap_or_else(|| folder.join(name))
}

/// The backups of a vault in a folder, the newest first.
///
/// # Errors
/// [`VaultError::FolderMissing`], or when the folder can't be read.
pub fn backups_in(folder: &Path, vault_id: &[u8; 16]) -> Result<Vec<FoundBackup>, VaultError> {
    if !folder.is_dir() {
        return Err(VaultError::FolderMissing);
    }
    let beginning = beginning(vault_id);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let moment = name.to_str().and_then(|name| moment(name, &beginning));
        let (Some(created_at), Ok(metadata)) = (moment, entry.metadata()) else { continue };
        if metadata.is_file() {
            found.push(FoundBackup { file: entry.path(), created_at, bytes: metadata.len() });
        }
    }
    found.sort_by(|one, other| (other.created_at, &other.file).cmp(&(one.created_at, &one.file)));
    Ok(found)
}

/// The moment in a backup's name.
fn moment(name: &str, beginning: &str) -> Option<DateTime<Utc>> {
    let rest = name.strip_prefix(beginning)?.strip_suffix(EXTENSION)?.strip_suffix('.')?;
    let (moment, number) = rest.split_at_checked(rest.find('Z')? + 1)?;
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !number.is_empty() && !number.strip_prefix('-').is_some_and(is_number) {
        return None;
    }
    NaiveDateTime::parse_from_str(moment, MOMENT).ok().map(|moment| moment.and_utc())
}

/// Removes backups of a vault beyond the newest `keep`. `newest` was just made and shown to open: it stays
/// whatever its name says, and so does every file that does not read as a backup of this very vault.
/// Answers with how many went.
///
/// # Errors
/// When the folder can't be read or a file can't be removed.
pub fn prune_backups(
    folder: &Path,
    vault_id: &[u8; 16],
    keep: usize,
    newest: &Path,
) -> Result<usize, VaultError> {
    let others = backups_in(folder, vault_id)?.into_iter().filter(|found| found.file != newest);
    let mut removed = 0;
    for old in others.skip(keep.saturating_sub(1)) {
        if open_backup(&old.file).is_ok_and(|backup| &backup.header.vault_id == vault_id) {
            fs::remove_file(&old.file)?;
            removed += 1;
        }
    }
    Ok(removed)
}
