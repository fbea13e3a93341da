//! Keeps what was changed in a case.

use farled_case::{Case, Phase};

use super::add::ensure_alias_free;
use crate::{
    Desk, Failure, Result,
    desk::{require, required_text},
};

/// Keeps a case.
///
/// # Errors
/// `record-missing`, `alias-missing`, `alias-taken`, `case-closed`, or what the vault says.
pub fn save(desk: &mut Desk, mut case: Case) -> Result<()> {
    case.alias = required_text(&case.alias, "alias-missing")?;
    desk.write(|writer| {
        let present: Case = require(writer, case.id)?;
        // A closed case takes one change only: being opened again.
        if present.phase == Phase::Closed && case.phase == Phase::Closed && present != case {
            return Err(Failure::new("case-closed"));
        }
        ensure_alias_free(writer, case.id, &case.alias)?;
        writer.put(&case)?;
        Ok(())
    })
}
