//! What is remembered outside the vault's folder of the change that was last seen here, so that an older
//! copy that was put back is told. One small sealed file a vault: to others it tells nothing but that
//! Farled was used.

use std::{
    env, fs,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use farled_vault::Testimony;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Failure, Result, file};

/// A vault that is older than the one last opened here, or went another way since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OlderView {
    /// The number of the change that was seen last, and when it was made. None: what was remembered does
    /// not read, or belongs to this vault under another key.
    pub seen: Option<ChangeView>,
    /// The vault's latest change.
    pub here: ChangeView,
}

/// A change of the vault, as one can note it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChangeView {
    /// Its number, from 1.
    pub number: u32,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The beginning of its hash, in groups.
    pub groups: Vec<String>,
}

impl From<farled_vault::AuditHead> for ChangeView {
    fn from(head: farled_vault::AuditHead) -> Self {
        Self { number: u32::try_from(head.sequence).unwrap_or(u32::MAX), at: head.at, groups: head.groups() }
    }
}

/// Where it is remembered: `farled` in the user's state folder (XDG Base Directory specification).
#[must_use]
pub fn default_state_folder() -> PathBuf {
    let state = env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let state = state.or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/state")));
    state.unwrap_or_default().join("farled")
}

/// The vault's latest change.
///
/// # Errors
/// What the vault says.
pub fn last_change(desk: &Desk) -> Result<ChangeView> {
    Ok(desk.vault().audit_head()?.into())
}

/// Compares the vault with what is remembered of it in `folder`; `None` when nothing is missing that was
/// there, or nothing is remembered.
///
/// # Errors
/// What the vault says.
pub fn look(desk: &Desk, folder: &Path) -> Result<Option<OlderView>> {
    let Ok(witness) = fs::read(folder.join(desk.vault().witness_name())) else { return Ok(None) };
    let seen = match desk.vault().hear_witness(&witness)? {
        Testimony::Confirms => return Ok(None),
        Testimony::Contradicts { seen } => Some(seen.into()),
        Testimony::Unreadable => None,
    };
    Ok(Some(OlderView { seen, here: last_change(desk)? }))
}

/// Remembers the vault as it is now.
///
/// # Errors
/// `file-not-written`, or what the vault says.
pub fn remember(desk: &Desk, folder: &Path) -> Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|_| Failure::new("file-not-written"))?;
    file::write_whole(&folder.join(desk.vault().witness_name()), &desk.vault().make_witness()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use farled_vault::{KdfCost, Passphrase, Secret, Vault};

    use super::*;
    use crate::{
        Clock,
        vault::{check, mend},
    };

    #[test]
    fn an_old_copy_put_back_is_told_until_it_is_accepted() {
        let directory = tempfile::tempdir().unwrap();
        let (folder, state) = (directory.path().join("vault"), directory.path().join("state/farled"));
        let clock = Clock::System;
        let passphrase = Passphrase::new("åtta röda tak i regnet".to_owned());
        let cost = KdfCost::new(64 * 1024, 3, 1).unwrap();
        let (vault, key) = Vault::create_with(&folder, &passphrase, cost, clock.now()).unwrap();
        let mut desk = Desk::new(vault, clock);
        assert_eq!(look(&desk, &state).unwrap(), None, "nothing is remembered yet");
        remember(&desk, &state).unwrap();
        let old = fs::read(folder.join("vault.db")).unwrap();
        desk.write_quietly(|writer| Ok(writer.set_setting("a", b"1")?)).unwrap();
        assert_eq!(look(&desk, &state).unwrap(), None, "newer than what is remembered");
        remember(&desk, &state).unwrap();
        assert!(check(&mut desk).unwrap().problems.is_empty());
        mend(&mut desk).unwrap();
        drop(desk);

        fs::write(folder.join("vault.db"), old).unwrap();
        let unlock =
            || Desk::new(Vault::unlock(&folder, Secret::Recovery(&key), clock.now()).unwrap(), clock);
        let desk = unlock();
        let older = look(&desk, &state).unwrap().expect("it is older");
        assert_eq!((older.here.number, older.seen.unwrap().number), (1, 2));
        remember(&desk, &state).unwrap();
        assert_eq!(look(&desk, &state).unwrap(), None, "accepted");
        let name = state.join(desk.vault().witness_name());
        fs::write(&name, "något annat").unwrap();
        assert_eq!(look(&desk, &state).unwrap().expect("it does not read").seen, None);
    }
}
