//! Removes an attachment.

use farled_case::{Attachment, AttachmentId};

use crate::{
    Desk, Result,
    desk::{ensure_open, require},
};

/// Removes an attachment. It can be undone; once nothing can be undone any more, at the latest when the
/// vault is next unlocked, what it held is overwritten.
///
/// # Errors
/// `record-missing`, `case-closed`, or what the vault says.
pub fn remove(desk: &mut Desk, id: AttachmentId) -> Result<()> {
    desk.write(|writer| {
        let attachment: Attachment = require(writer, id)?;
        ensure_open(writer, attachment.case)?;
        Ok(writer.erase(id.into())?)
    })
}
