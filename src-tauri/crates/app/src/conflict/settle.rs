//! Says which of several values stays.

use farled_case::RecordId;
use serde::Deserialize;
use specta::Type;

use crate::{Desk, Failure, Result};

/// Which value stays.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct Settlement {
    /// The record.
    pub record: RecordId,
    /// Where in the record.
    pub path: Vec<String>,
    /// Which of the values, from 0 for the one that shows.
    pub choice: u32,
}

/// Settles a field that was changed apart.
///
/// # Errors
/// `conflict-gone` when it was settled meanwhile, or what the vault says.
pub fn settle(desk: &mut Desk, settlement: &Settlement) -> Result<()> {
    let conflict = desk
        .vault()
        .conflicts(settlement.record)?
        .into_iter()
        .find(|conflict| conflict.path == settlement.path)
        .ok_or_else(|| Failure::new("conflict-gone"))?;
    let mut values = std::iter::once(conflict.winner).chain(conflict.others);
    let value = values.nth(settlement.choice as usize).ok_or_else(|| Failure::new("conflict-gone"))?;
    desk.write(|writer| Ok(writer.settle(settlement.record, &settlement.path, &value)?))
}
