//! Hands an attachment out as a file, in the clear.

use std::path::Path;

use farled_case::{Attachment, AttachmentId, DisclosureKind};

use crate::{
    Desk, Result,
    desk::required_text,
    disclosure::{self, Entry},
    file,
};

/// Saves a copy outside the vault. It is whole and the same as what was added before the log says so,
/// and takes its place only after.
///
/// # Errors
/// `ground-missing`, `record-missing`, `attachment-damaged`, that the file can't be written, or what the
/// vault says. Nothing is saved or logged then.
pub fn save_copy(desk: &mut Desk, id: AttachmentId, ground: &str, path: &Path) -> Result<()> {
    required_text(ground, "ground-missing")?;
    let attachment: Attachment = desk.require(id)?;
    let entry = Entry {
        case: Some(attachment.case),
        kind: DisclosureKind::Export,
        what: "attachment".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    };
    let staged = file::stage(path, |out| desk.vault().read_content(id.into(), |bytes| out(bytes)))?;
    disclosure::log(desk, entry)?;
    staged.keep()
}
