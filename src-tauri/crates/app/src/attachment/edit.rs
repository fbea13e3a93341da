//! Says something else about an attachment. What it holds never changes.

use chrono::NaiveDate;
use farled_case::{Attachment, AttachmentId};
use serde::Deserialize;
use specta::Type;

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require, required_text},
};

/// What is said about an attachment.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct Wording {
    /// What it is called.
    pub name: String,
    /// What is said about it.
    pub description: String,
    /// The day on which it was received or made.
    pub dated_on: Option<NaiveDate>,
}

/// Changes what is said about an attachment.
///
/// # Errors
/// `attachment-name-missing`, `day-in-future`, `record-missing`, `case-closed`, or what the vault says.
pub fn edit(desk: &mut Desk, id: AttachmentId, wording: Wording) -> Result<()> {
    let name = required_text(&wording.name, "attachment-name-missing")?;
    if wording.dated_on.is_some_and(|day| day > desk.today()) {
        return Err(Failure::new("day-in-future"));
    }
    desk.write(|writer| {
        let mut attachment: Attachment = require(writer, id)?;
        ensure_open(writer, attachment.case)?;
        attachment.name = name;
        attachment.description = wording.description.trim().to_owned();
        attachment.dated_on = wording.dated_on;
        writer.put(&attachment)?;
        Ok(())
    })
}
