//! Adds a file.

use std::{
    cell::Cell,
    fs::{File, Metadata},
    io::Read,
    path::Path,
};

use farled_case::{Attachment, AttachmentId, CaseId, MediaType};
use farled_picture::StripError;
use farled_vault::{OnProgress, Progress, VaultError};
use serde::Serialize;
use specta::Type;
use unicode_normalization::UnicodeNormalization;

use super::Original;
use crate::{Desk, Failure, Result, desk::ensure_open, new_id};

/// A file that was added.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Added {
    /// The attachment.
    pub id: AttachmentId,
    /// What it is called.
    pub name: String,
    /// The size of what is kept, in bytes. Less than the file's, when something was taken out.
    pub size: u32,
    /// The file itself. Where it lies is told to nobody.
    #[serde(skip)]
    pub original: Original,
}

/// As many bytes of a file as are looked at to tell its kind.
const BEGINNING: u64 = 1_029;

/// Adds a file to a case: what tells of the person without being seen is taken out of photos, and what
/// is kept goes into the vault piece by piece, never held whole. All of it or nothing. Progress counts
/// the file's bytes.
///
/// # Errors
/// `attachment-unknown-kind`, `attachment-heic`, `attachment-broken`, `attachment-empty`,
/// `attachment-too-large`, `cancelled`, `file-missing`, `file-unreadable`, `disk-full`,
/// `record-missing`, `case-closed`, or what the vault says. Nothing is added then.
pub fn add(desk: &mut Desk, case: CaseId, path: &Path, on_progress: OnProgress<'_>) -> Result<Added> {
    let (file, about, media) = open(path)?;
    let (whole, original) = (about.len(), Original::of(path, &about)?);
    let name = name_of(path);
    let id = AttachmentId(new_id());
    let (now, today) = (desk.clock().now(), desk.today());
    desk.write(|writer| {
        ensure_open(writer, case)?;
        let mut content = writer.content(id.into())?;
        let read = Cell::new(0);
        farled_picture::strip(media, Telling { file, read: &read }, |bytes| {
            if on_progress(Progress { done: read.get(), total: whole }).is_break() {
                return Err(Stopped::CalledOff);
            }
            content.push(bytes).map_err(Stopped::Vault)
        })
        .map_err(Failure::from)?;
        let content = content.finish()?;
        let attachment = Attachment {
            id,
            case,
            name: name.clone(),
            description: String::new(),
            media,
            size: content.size,
            sha256: content.sha256,
            dated_on: Some(today),
            added_at: now,
        };
        writer.put(&attachment)?;
        Ok(Added { id, name, size: content.size, original })
    })
}

/// Opens a file, and tells its kind by what it begins with.
fn open(path: &Path) -> Result<(impl Read + use<>, Metadata, MediaType)> {
    let unread = |error: std::io::Error| crate::file::unread(&error);
    let mut file = File::open(path).map_err(unread)?;
    let about = file.metadata().map_err(unread)?;
    if !about.is_file() {
        return Err(Failure::new("attachment-unknown-kind"));
    }
    if about.len() == 0 {
        return Err(Failure::new("attachment-empty"));
    }
    if about.len() > u64::from(Attachment::MAX_BYTES) {
        return Err(VaultError::AttachmentTooLarge { limit: Attachment::MAX_BYTES }.into());
    }
    let mut beginning = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut beginning).map_err(unread)?;
    let media = MediaType::of(&beginning).ok_or_else(|| {
        Failure::new(if is_heic(&beginning) { "attachment-heic" } else { "attachment-unknown-kind" })
    })?;
    Ok((std::io::Cursor::new(beginning).chain(file), about, media))
}

/// The form in which some telephones keep photos (ISO/IEC 23008-12). The window can't show it, and what
/// it says of the place can't be taken out without decoding it.
fn is_heic(beginning: &[u8]) -> bool {
    beginning.get(4..8) == Some(b"ftyp")
        && [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"]
            .iter()
            .any(|brand| beginning.get(8..12) == Some(&brand[..]))
}

/// What a file is called: its name without the folder. Names that another system wrote apart are put
/// together, so that å is found as å.
fn name_of(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().nfc().collect::<String>());
    name.unwrap_or_default().chars().filter(|sign| !sign.is_control()).take(200).collect()
}

/// A file that tells how far it was read.
struct Telling<'t, R> {
    file: R,
    read: &'t Cell<u64>,
}

impl<R: Read> Read for Telling<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

/// Why adding ended early.
enum Stopped {
    CalledOff,
    File(StripError),
    Vault(VaultError),
}

impl From<StripError> for Stopped {
    fn from(error: StripError) -> Self {
        Self::File(error)
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::CalledOff => Self::new("cancelled"),
            Stopped::File(StripError::Damaged) => Self::new("attachment-broken"),
            Stopped::File(StripError::Read(error)) => crate::file::unread(&error),
            Stopped::Vault(error) => error.into(),
        }
    }
}
