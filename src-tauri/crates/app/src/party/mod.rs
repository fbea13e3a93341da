//! Authorities and other organisations.

use farled_case::Party;
use farled_vault::Filter;

use crate::{Desk, Result, desk::required_text};

/// Every party, by name.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk) -> Result<Vec<Party>> {
    let mut parties = desk.vault().list::<Party>(&Filter::default())?;
    parties.sort_by_cached_key(|party| party.name.to_lowercase());
    Ok(parties)
}

/// Keeps a party.
///
/// # Errors
/// `party-name-missing`, or what the vault says.
pub fn save(desk: &mut Desk, mut party: Party) -> Result<()> {
    party.name = required_text(&party.name, "party-name-missing")?;
    desk.write(|writer| {
        writer.put(&party)?;
        Ok(())
    })
}
