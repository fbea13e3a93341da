//! What the person said to the plan.

use farled_case::{Agreement, CaseId};
use farled_vault::Filter;

use crate::{Desk, Failure, Result, desk::ensure_open};

/// A case's agreements, the latest first.
///
/// # Errors
/// What the vault says.
pub fn agreements(desk: &Desk, case: CaseId) -> Result<Vec<Agreement>> {
    let mut agreements = desk.vault().list::<Agreement>(&Filter { case: Some(case), ..Filter::default() })?;
    agreements.sort_by_key(|agreement| std::cmp::Reverse((agreement.on, agreement.id)));
    Ok(agreements)
}

/// Keeps what the person said to the plan.
///
/// # Errors
/// `agreement-detail-missing`, `case-closed`, or what the vault says.
pub fn save_agreement(desk: &mut Desk, agreement: &Agreement) -> Result<()> {
    if agreement.lacks_detail() {
        return Err(Failure::new("agreement-detail-missing"));
    }
    desk.write(|writer| {
        ensure_open(writer, agreement.case)?;
        writer.put(agreement)?;
        Ok(())
    })
}
