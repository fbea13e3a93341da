//! The disclosure log.

use farled_case::{CaseId, Disclosure, DisclosureKind};
use farled_vault::Filter;

use crate::{Desk, Result, desk::required_text, new_id};

/// What is written into the log.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The case; none for the whole caseload.
    pub case: Option<CaseId>,
    /// How it was disclosed.
    pub kind: DisclosureKind,
    /// What: terms, not sentences.
    pub what: String,
    /// To whom.
    pub recipient: String,
    /// On what ground.
    pub ground: String,
}

impl Entry {
    /// The log's record of this entry.
    ///
    /// # Errors
    /// `ground-missing`: no ground, no disclosure.
    pub(crate) fn record(self, desk: &Desk) -> Result<Disclosure> {
        Ok(Disclosure {
            id: farled_case::DisclosureId(new_id()),
            case: self.case,
            at: desk.clock().now(),
            kind: self.kind,
            what: self.what,
            recipient: self.recipient,
            ground: required_text(&self.ground, "ground-missing")?,
        })
    }
}

/// Writes an entry.
///
/// # Errors
/// `ground-missing`, or what the vault says.
pub(crate) fn log(desk: &mut Desk, entry: Entry) -> Result<()> {
    let record = entry.record(desk)?;
    if desk.vault().rescued().is_some() {
        // A damaged vault takes no entry, and what it still holds must come out. The page says so.
        return Ok(());
    }
    desk.write_quietly(|writer| {
        writer.put(&record)?;
        Ok(())
    })
}

/// The log of one case, or all of it, the latest first.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk, case: Option<CaseId>) -> Result<Vec<Disclosure>> {
    let mut entries = desk.vault().list::<Disclosure>(&Filter { case, ..Filter::default() })?;
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    Ok(entries)
}
