//! Putting a restored vault in the place of the one that is there.
//!
//! Until then it lies beside the vault's folder, under `<name>-restoring-<moment>`. The two folders exchange
//! their names in one step; then the vault that was there gets the name `<name>-aside-<moment>`. Whenever that
//! ends, there is a whole vault under the vault's name, and nothing is ever removed that may be the one that
//! was there.
//!
//! Some file systems know no exchange: there it takes two steps, and between them nothing has the vault's name.
//! It is told by the two that lie beside under the same moment ([`interrupted`]), and taken back ([`settle`]) by
//! whoever next opens the vault: the one that was there has everything, and a backup can be restored again.

use std::{
    ffi::{CString, OsStr},
    fs, io,
    io::ErrorKind,
    os::unix::ffi::{OsStrExt, OsStringExt},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use crate::{Presence, VaultError, database, file, header, presence::presence};

/// The folders beside a vault's that one exchange is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    /// The vault that is being restored.
    pub(crate) restoring: PathBuf,
    /// The vault that was there.
    pub(crate) aside: PathBuf,
}

const RESTORING: &str = "-restoring-";

impl Beside {
    /// Names that nothing has.
    pub(crate) fn free(folder: &Path, now: DateTime<Utc>) -> Result<Self, VaultError> {
        let name = folder.file_name().ok_or(VaultError::FolderMissing)?;
        let moment = now.format("%Y-%m-%dT%H%M%SZ").to_string();
        let others = (2..1_000).map(|number| format!("{moment}-{number}"));
        std::iter::once(moment.clone())
            .chain(others)
            .map(|moment| Self::at(folder, name, OsStr::new(&moment)))
            .find(|Self { restoring, aside }| [restoring, aside].into_iter().all(|path| is_free(path)))
            .ok_or(VaultError::Exists)
    }

    fn at(folder: &Path, name: &OsStr, moment: &OsStr) -> Self {
        let [restoring, aside] = [RESTORING, "-aside-"].map(|what| {
            let mut name = name.to_owned();
            name.push(what);
            name.push(moment);
            folder.with_file_name(name)
        });
        Self { restoring, aside }
    }
}

fn is_free(path: &Path) -> bool {
    fs::symlink_metadata(path)
        .is_err_and(|error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory))
}

/// The folder above.
pub(crate) fn above(folder: &Path) -> &Path {
    folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives the restored vault the folder's name. Answers with where the vault that was there lies now; after an
/// error nothing has moved, or what has is [taken back](settle) later.
pub(crate) fn exchange(folder: &Path, beside: &Beside) -> io::Result<PathBuf> {
    match in_one_step(folder, &beside.restoring) {
        // Until then it lies under the other one's name, and stays there if it can't be renamed.
        Ok(()) => Ok(match fs::rename(&beside.restoring, &beside.aside) {
            Ok(()) => beside.aside.clone(),
            Err(_) => beside.restoring.clone(),
        }),
        Err(error) if is_unsupported(&error) => {
            in_two_steps(folder, beside)?;
            Ok(beside.aside.clone())
        }
        Err(error) => Err(error),
    }
}

/// Gives each of two folders the other's name.
fn in_one_step(one: &Path, other: &Path) -> io::Result<()> {
    let [one, other] = [one, other].map(|path| CString::new(path.as_os_str().as_bytes()));
    let (one, other) = (one?, other?);
    // SAFETY: both are strings that end with a zero and outlive the call.
    let result = unsafe {
        libc::renameat2(libc::AT_FDCWD, one.as_ptr(), libc::AT_FDCWD, other.as_ptr(), libc::RENAME_EXCHANGE)
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Whether the file system knows no exchange.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(libc::EINVAL | libc::ENOSYS | libc::EOPNOTSUPP))
}

/// The same where the file system knows no exchange. Between the steps no vault is there.
pub(crate) fn in_two_steps(folder: &Path, beside: &Beside) -> io::Result<()> {
    fs::rename(folder, &beside.aside)?;
    fs::rename(&beside.restoring, folder).inspect_err(|_| {
        // Back as it was; what is told is why.
        let _ = fs::rename(&beside.aside, folder);
    })
}

/// The folders of an exchange that ended between its two steps: both have their names, and there is no vault in
/// `folder`. Only looks; whoever exchanges them may still be at it.
pub(crate) fn interrupted(folder: &Path) -> Option<Beside> {
    if ![header::NAME, database::NAME].iter().all(|name| is_free(&folder.join(name))) {
        return None;
    }
    let name = folder.file_name()?;
    let beginning = [name.as_bytes(), RESTORING.as_bytes()].concat();
    fs::read_dir(above(folder)).ok()?.flatten().find_map(|entry| {
        let found = entry.file_name().into_vec();
        let beside = Beside::at(folder, name, OsStr::from_bytes(found.strip_prefix(beginning.as_slice())?));
        let are_both_there = [&beside.restoring, &beside.aside]
            .into_iter()
            .all(|path| path.is_dir() && presence(path) != Presence::Missing);
        are_both_there.then_some(beside)
    })
}

/// Takes back an exchange that ended between its two steps.
///
/// # Errors
/// [`VaultError::InUse`] while whoever exchanges them is still at it.
pub(crate) fn settle(folder: &Path) -> Result<(), VaultError> {
    let Some(beside) = interrupted(folder) else { return Ok(()) };
    // Whoever exchanges them has this lock: it went with the folder.
    let _lock = file::lock(&beside.aside)?;
    // It was interrupted before the lock was ours; it must still be.
    if interrupted(folder).as_ref() != Some(&beside) {
        return Ok(());
    }
    fs::rename(&beside.aside, folder)?;
    file::sync_folder(above(folder))?;
    // What came of a backup that is still there. If it can't be removed, it is in nobody's way.
    let _ = fs::remove_dir_all(&beside.restoring);
    Ok(())
}
