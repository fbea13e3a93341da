//! Looks at an attachment: what the window shows of it. Nothing of this touches a disk.

use farled_case::{Attachment, AttachmentId, MediaType};
use farled_picture::DrawError;
use zeroize::Zeroizing;

use crate::{Desk, Failure, Result};

/// An image to be shown.
pub struct Picture {
    /// Its media type (IANA).
    pub mime: &'static str,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The bytes of an attachment and what they are, taken out of the vault: what takes long to be drawn
/// from them holds nobody else up.
pub struct Look {
    /// Which.
    pub id: AttachmentId,
    media: MediaType,
    bytes: Zeroizing<Vec<u8>>,
}

/// Takes out an attachment's bytes. One that is looked at must fit in memory.
///
/// # Errors
/// `record-missing`, `attachment-damaged`, or what the vault says.
pub fn look(desk: &Desk, id: AttachmentId) -> Result<Look> {
    let attachment: Attachment = desk.require(id)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(attachment.size as usize));
    desk.vault().read_content(id.into(), |piece| {
        bytes.extend_from_slice(piece);
        Ok::<_, Failure>(())
    })?;
    Ok(Look { id, media: attachment.media, bytes })
}

/// The small image of an attachment that was kept when it was first needed, if one was.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn look_small(desk: &Desk, id: AttachmentId) -> Result<Option<Picture>> {
    desk.require::<Attachment>(id)?;
    let small = desk.vault().preview(id.into())?;
    Ok(small.map(|bytes| Picture { mime: MediaType::Jpeg.mime(), bytes }))
}

/// How many pages an attachment has; a photo has one.
///
/// # Errors
/// `picture-damaged`, `picture-encrypted`, `picture-too-large` or `picture-too-slow`.
pub fn pages(look: Look) -> Result<u32> {
    match look.media {
        MediaType::Pdf => farled_picture::pages(look.bytes).map_err(failure),
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => Ok(1),
    }
}

/// Draws what is shown: a photo as it is, or a page of a PDF, counted from 0, whose longer side is
/// `side` points.
///
/// # Errors
/// As [`pages`], and `picture-no-page`.
pub fn picture(look: Look, page: u32, side: u32) -> Result<Picture> {
    Ok(match look.media {
        MediaType::Pdf => Picture {
            mime: MediaType::Png.mime(),
            bytes: farled_picture::page(look.bytes, page, side).map_err(failure)?,
        },
        media => Picture { mime: media.mime(), bytes: look.bytes },
    })
}

impl Look {
    /// Draws the small image.
    ///
    /// # Errors
    /// As [`pages`].
    pub fn small(self) -> Result<Picture> {
        let bytes = farled_picture::small(self.media, self.bytes).map_err(failure)?;
        Ok(Picture { mime: MediaType::Jpeg.mime(), bytes })
    }
}

impl Picture {
    /// Keeps a small image in the vault, for the next time. One of an attachment that is gone by now is
    /// not kept.
    ///
    /// # Errors
    /// What the vault says.
    pub fn keep_small(&self, desk: &mut Desk, id: AttachmentId) -> Result<()> {
        if desk.vault().get::<Attachment>(id.into())?.is_some() {
            desk.vault_mut().keep_preview(id.into(), &self.bytes)?;
        }
        Ok(())
    }
}

fn failure(error: DrawError) -> Failure {
    Failure::new(match error {
        DrawError::Damaged => "picture-damaged",
        DrawError::Encrypted => "picture-encrypted",
        DrawError::NoPage => "picture-no-page",
        DrawError::TooLarge => "picture-too-large",
        DrawError::TookTooLong => "picture-too-slow",
    })
}
