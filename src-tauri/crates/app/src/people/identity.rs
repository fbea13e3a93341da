//! Who the person is outside the programme: hidden until revealed, and every reveal is logged.

use farled_case::{CaseId, CivilIdentity, DisclosureKind};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Desk, Result,
    desk::ensure_open,
    disclosure::{self, Entry},
};

/// A civil identity, on its way to or from the form that edits it.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct IdentityView {
    /// Given names.
    pub given_name: String,
    /// Surname.
    pub surname: String,
    /// Personnummer or samordningsnummer.
    pub identity_number: String,
}

/// Reveals a case's civil identity and logs that with its ground.
///
/// # Errors
/// `ground-missing`, or what the vault says.
pub fn reveal_identity(desk: &mut Desk, case: CaseId, ground: &str) -> Result<IdentityView> {
    let entry = Entry {
        case: Some(case),
        kind: DisclosureKind::Reveal,
        what: "identity".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    };
    disclosure::log(desk, entry)?;
    let identity = desk.vault().get::<CivilIdentity>(CivilIdentity::id_of(case))?;
    Ok(identity.map_or_else(
        || IdentityView { given_name: String::new(), surname: String::new(), identity_number: String::new() },
        |identity| IdentityView {
            given_name: identity.given_name,
            surname: identity.surname,
            identity_number: identity.identity_number,
        },
    ))
}

/// Keeps a case's civil identity.
///
/// # Errors
/// `case-closed`, or what the vault says.
pub fn save_identity(desk: &mut Desk, case: CaseId, identity: &IdentityView) -> Result<()> {
    desk.write(|writer| {
        ensure_open(writer, case)?;
        writer.put(&CivilIdentity {
            case,
            given_name: identity.given_name.trim().to_owned(),
            surname: identity.surname.trim().to_owned(),
            identity_number: identity.identity_number.trim().to_owned(),
        })?;
        Ok(())
    })
}
