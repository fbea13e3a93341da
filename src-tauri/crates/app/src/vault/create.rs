//! Makes a vault, and the sheet with its recovery key.

use std::path::Path;

use chrono::NaiveDate;
use farled_print::{Printed, RecoverySheet};
use farled_vault::{Passphrase, RecoveryKey, Vault};
use serde::Serialize;
use specta::Type;

use super::passphrase;
use crate::{Clock, Desk, Result, settings::Language};

/// The recovery key as it is shown and printed.
#[derive(Clone, Serialize, Type)]
pub struct RecoveryView {
    /// The key in groups, checksum included.
    pub groups: Vec<String>,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The sheet's pages as SVG.
    pub pages: Vec<String>,
}

/// Makes a vault in `folder` and sits down with it.
///
/// # Errors
/// `passphrase-too-weak`, or what the vault says; nothing is left in the folder then.
pub fn create(folder: &Path, passphrase: &str, clock: Clock) -> Result<(Desk, RecoveryKey)> {
    passphrase::ensure_strong(passphrase)?;
    let (vault, recovery) = Vault::create(folder, &Passphrase::new(passphrase.to_owned()), clock.now())?;
    Ok((Desk::new(vault, clock), recovery))
}

/// Takes back a vault that was made just now and whose recovery key nobody was told. The folder stays.
///
/// # Errors
/// What the vault says when its files can't be removed.
pub fn unmake(desk: Desk) -> Result<()> {
    Ok(desk.into_vault().unmake()?)
}

/// Lays out the sheet with the recovery key.
///
/// # Errors
/// What the printer says.
pub fn recovery_sheet(
    key: &RecoveryKey,
    made_on: NaiveDate,
    language: Language,
) -> Result<(RecoveryView, Printed)> {
    let groups = key.groups();
    let printed =
        farled_print::recovery_sheet(&RecoverySheet { groups: groups.clone(), made_on }, language.into())?;
    Ok((RecoveryView { groups, made_on, pages: printed.svg_pages() }, printed))
}
