//! The attachments of a case.

use chrono::{DateTime, NaiveDate, Utc};
use farled_case::{Attachment, AttachmentId, CaseId, MediaType};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// An attachment as it is listed.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AttachmentRow {
    /// Its id.
    pub id: AttachmentId,
    /// The case.
    pub case: CaseId,
    /// What it is called.
    pub name: String,
    /// What is said about it.
    pub description: String,
    /// What kind of file it is.
    pub media: MediaType,
    /// Its size in bytes.
    pub size: u32,
    /// The day on which it was received or made.
    pub dated_on: Option<NaiveDate>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
}

impl From<Attachment> for AttachmentRow {
    fn from(attachment: Attachment) -> Self {
        let Attachment { id, case, name, description, media, size, dated_on, added_at, .. } = attachment;
        Self { id, case, name, description, media, size, dated_on, added_at }
    }
}

/// The attachments of a case, the latest first.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn list(desk: &Desk, case: CaseId) -> Result<Vec<AttachmentRow>> {
    desk.case(case)?;
    let filter = Filter { case: Some(case), ..Filter::default() };
    let mut attachments = desk.vault().list::<Attachment>(&filter)?;
    attachments.sort_by_key(|attachment| {
        let day = attachment.dated_on.unwrap_or_else(|| attachment.added_at.date_naive());
        std::cmp::Reverse((day, attachment.added_at, attachment.id))
    });
    Ok(attachments.into_iter().map(AttachmentRow::from).collect())
}

/// The name that a copy of an attachment gets.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn file_name(desk: &Desk, id: AttachmentId) -> Result<String> {
    Ok(desk.require::<Attachment>(id)?.file_name())
}

/// Makes sure that an attachment is kept whole, before the file that it was added from is removed.
///
/// # Errors
/// `record-missing`, `attachment-damaged`, or what the vault says.
pub fn ensure_kept(desk: &Desk, id: AttachmentId) -> Result<()> {
    desk.require::<Attachment>(id)?;
    desk.vault().read_content(id.into(), |_| Ok(()))
}
