//! Who has a key to the vault: one's own passphrase, those of deputies, and the recovery key on paper.

use chrono::{DateTime, NaiveDate, Utc};
use farled_vault::{Passphrase, RecoveryKey, SlotId, SlotUse};
use serde::Serialize;
use specta::Type;

use super::passphrase::ensure_strong;
use crate::{Desk, Failure, Result, clock::wall_of, desk::required_text, settings};

/// Somebody's passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct KeyRow {
    /// Which, in hex digits.
    pub id: String,
    /// Whose it is: as it was given, or who works here for the one that the vault was made with. None:
    /// this vault doesn't know the key; it came back with an older `vault.header`.
    pub name: Option<String>,
    /// The day it was added.
    pub added_on: Option<NaiveDate>,
    /// Whether this session was opened with it.
    pub is_own: bool,
}

/// Who can open the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Keys {
    /// The passphrases.
    pub passphrases: Vec<KeyRow>,
    /// How many more there is room for.
    pub room: u32,
    /// The day the recovery key was made; none when the vault doesn't know it.
    pub recovery_made_on: Option<NaiveDate>,
    /// The day it was typed back from its paper, or opened the vault.
    pub recovery_proven_on: Option<NaiveDate>,
}

/// Who can open the vault.
///
/// # Errors
/// What the vault says.
pub fn keys(desk: &Desk) -> Result<Keys> {
    let owner = settings::show(desk)?.name;
    let day = |at: DateTime<Utc>| wall_of(at).date();
    let (mut passphrases, mut recovery) = (Vec::new(), None);
    let slots = desk.vault().slots()?;
    let room = farled_vault::MOST_SLOTS.saturating_sub(slots.len());
    for slot in slots {
        match slot.opened_with {
            SlotUse::Recovery => recovery = slot.label,
            SlotUse::Passphrase => passphrases.push(KeyRow {
                id: slot.id.to_string(),
                added_on: slot.label.as_ref().map(|label| day(label.added_at)),
                name: slot.label.map(|label| if label.name.is_empty() { owner.clone() } else { label.name }),
                is_own: slot.is_own,
            }),
        }
    }
    Ok(Keys {
        passphrases,
        room: u32::try_from(room).unwrap_or(u32::MAX),
        recovery_made_on: recovery.as_ref().map(|label| day(label.added_at)),
        recovery_proven_on: recovery.and_then(|label| label.proven_at).map(day),
    })
}

/// Gives somebody else a passphrase of their own. `own` is the one that opened this session.
///
/// # Errors
/// `deputy-name-missing`, `passphrase-too-weak`, `passphrase-same` when it is one's own, `wrong-secret`,
/// `vault-slots-full`, or what the vault says.
pub fn add_deputy(desk: &mut Desk, own: &str, name: &str, wanted: &str) -> Result<()> {
    let name = required_text(name, "deputy-name-missing")?;
    ensure_strong(wanted)?;
    if wanted == own {
        return Err(Failure::new("passphrase-same"));
    }
    let now = desk.clock().now();
    desk.vault().verify(&Passphrase::new(own.to_owned()))?;
    desk.vault_mut().add_passphrase(&name, &Passphrase::new(wanted.to_owned()), now)?;
    Ok(())
}

/// Takes somebody's passphrase away. `own` is the one that opened this session.
///
/// # Errors
/// `wrong-secret`, `vault-slot-missing`, `vault-slot-kept` for one's own and the last, or what the vault
/// says.
pub fn remove_deputy(desk: &mut Desk, own: &str, id: &str) -> Result<()> {
    let id: SlotId = id.parse()?;
    let now = desk.clock().now();
    desk.vault().verify(&Passphrase::new(own.to_owned()))?;
    Ok(desk.vault_mut().remove_slot(id, now)?)
}

/// Takes the recovery key as typed back from its paper: it counts as written down from now on.
///
/// # Errors
/// A `recovery-key-…` code that names the group with the typing mistake; `recovery-key-other` when it is
/// another key than this vault's; or what the vault says.
pub fn prove_recovery(desk: &mut Desk, typed: &str) -> Result<()> {
    let key = RecoveryKey::parse(typed)?;
    let now = desk.clock().now();
    desk.vault_mut().prove_recovery(&key, now).map_err(|error| match error {
        farled_vault::VaultError::WrongSecret => Failure::new("recovery-key-other"),
        error => error.into(),
    })
}
