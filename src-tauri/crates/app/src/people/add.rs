//! Opens a case.

use chrono::NaiveDate;
use farled_case::{Case, CaseId, Phase, Protection};
use farled_vault::{Filter, Writer};
use serde::Deserialize;
use specta::Type;

use crate::{Desk, Failure, Result, desk::required_text, settings};

/// What is asked when a case is opened.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewCase {
    /// The id, chosen by the caller: asked twice, the case is opened once.
    pub id: CaseId,
    /// The alias.
    pub alias: String,
    /// Where in the support the person is.
    pub phase: Phase,
    /// How the identity is protected.
    pub protection: Protection,
    /// The day the case is opened; today when left out.
    #[serde(default)]
    pub opened_on: Option<NaiveDate>,
}

/// Opens a case.
///
/// # Errors
/// `alias-missing`, `alias-taken`, or what the vault says.
pub fn add(desk: &mut Desk, new: NewCase) -> Result<Case> {
    let alias = required_text(&new.alias, "alias-missing")?;
    let today = desk.today();
    let settings = settings::show(desk)?;
    desk.write(|writer| {
        if let Some(present) = writer.get::<Case>(new.id.into())? {
            return Ok(present);
        }
        ensure_alias_free(writer, new.id, &alias)?;
        let opened_on = new.opened_on.unwrap_or(today);
        let case = Case {
            id: new.id,
            alias,
            phase: new.phase,
            opened_on,
            protection: new.protection,
            contact_person_since: (!settings.name.is_empty()).then_some(opened_on),
            contact_person: settings.name,
            deputies: Vec::new(),
            safety_flag: String::new(),
            conditions: Vec::new(),
            calls: Vec::new(),
            remember: String::new(),
            summary: String::new(),
            risk_review_on: None,
        };
        writer.put(&case)?;
        Ok(case)
    })
}

/// Refuses an alias that another case has, however it is written.
pub(super) fn ensure_alias_free(writer: &Writer<'_>, id: CaseId, alias: &str) -> Result<()> {
    let folded = alias.to_lowercase();
    let taken = writer
        .list::<Case>(&Filter::default())?
        .iter()
        .any(|case| case.id != id && case.alias.to_lowercase() == folded);
    if taken { Err(Failure::new("alias-taken")) } else { Ok(()) }
}
