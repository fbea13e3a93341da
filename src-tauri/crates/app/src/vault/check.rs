//! Goes through the whole vault and says what is wrong.

use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// What a check found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CheckReport {
    /// How many records were read.
    pub records: u32,
    /// What is wrong, as codes. Empty: all is well.
    pub problems: Vec<String>,
}

/// Checks the vault.
///
/// # Errors
/// What the vault says when it can't even be read.
pub fn check(desk: &mut Desk) -> Result<CheckReport> {
    let check = desk.vault_mut().check()?;
    Ok(CheckReport {
        records: check.records,
        problems: check.problems.iter().map(|problem| problem.code().to_owned()).collect(),
    })
}
