//! Files outside the vault: written whole or not at all, read up to a limit.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, ErrorKind, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use crate::{Failure, Result};

/// The largest file that is read at once, in bytes: no bundle may be larger, and all else is smaller.
const LARGEST: u64 = farled_bundle::MAX_BUNDLE_BYTES;

/// A file that is written and synced beside its place and takes its place once told to. Dropped before
/// that, it leaves nothing.
pub(crate) struct Staged<'a> {
    part: PathBuf,
    path: &'a Path,
}

/// Writes a file beside its place in pieces that `pour` hands over.
///
/// # Errors
/// `disk-full`, `read-only-folder` or `file-not-written`, or what `pour` says; no file is there then.
pub(crate) fn stage(
    path: &Path,
    pour: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()>,
) -> Result<Staged<'_>> {
    let told = |error: io::Error| failure(&error, "file-not-written");
    let (staged, mut file) = Staged::begin(path).map_err(told)?;
    pour(&mut |bytes| file.write_all(bytes).map_err(told))?;
    file.sync_all().map_err(told)?;
    Ok(staged)
}

impl<'a> Staged<'a> {
    fn begin(path: &'a Path) -> io::Result<(Self, File)> {
        let mut name = path.file_name().ok_or(ErrorKind::InvalidInput)?.to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let part = path.with_file_name(name);
        // What leaves the vault is its owner's alone until they hand it on.
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part)?;
        Ok((Self { part, path }, file))
    }

    fn write(path: &'a Path, bytes: &[u8]) -> io::Result<Self> {
        let (staged, mut file) = Self::begin(path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(staged)
    }

    /// Lets it take its place.
    ///
    /// # Errors
    /// `read-only-folder` or `file-not-written`; no file is there then.
    pub(crate) fn keep(self) -> Result<()> {
        fs::rename(&self.part, self.path).map_err(|error| failure(&error, "file-not-written"))?;
        // Without this, a power cut could still take the file's name. Some network shares can't sync a
        // folder; the file is there all the same.
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let _ = File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        // Once kept there is nothing; otherwise it is incomplete and nobody has been told of it.
        let _ = fs::remove_file(&self.part);
    }
}

/// Writes a file beside its place and moves it there once it is whole.
///
/// # Errors
/// `disk-full`, `read-only-folder` or `file-not-written`; no half-written file stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    hand_out(path, bytes, || Ok(()))
}

/// Hands something out as a file. It is whole on the disk before `log` writes into the vault that it
/// is handed out, and takes its place only after: neither is there without the other.
///
/// # Errors
/// As for [`write_whole`], or what `log` says; no file is there then.
pub(crate) fn hand_out(path: &Path, bytes: &[u8], log: impl FnOnce() -> Result<()>) -> Result<()> {
    let told = |error: &io::Error| failure(error, "file-not-written");
    let staged = Staged::write(path, bytes).map_err(|error| told(&error))?;
    log()?;
    staged.keep()
}

/// Writes to a stream. A reader that went away, such as `head`, has what it wanted.
///
/// # Errors
/// `disk-full` or `file-not-written`.
pub fn pour(mut out: impl Write, bytes: &[u8]) -> Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(failure(&error, "file-not-written")),
        _ => Ok(()),
    }
}

/// Opens a file to read it, bit by bit.
///
/// # Errors
/// `file-missing` or `file-unreadable`.
pub fn open(path: &Path) -> Result<BufReader<File>> {
    File::open(path).map(BufReader::new).map_err(|error| unread(&error))
}

/// Reads a file.
///
/// # Errors
/// `file-missing`, `file-too-large` or `file-unreadable`.
pub fn read_whole(path: &Path) -> Result<Vec<u8>> {
    let read = (|| {
        let mut bytes = Vec::new();
        File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    })();
    match read {
        Ok(bytes) if bytes.len() as u64 > LARGEST => Err(Failure::new("file-too-large")),
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(unread(&error)),
    }
}

pub(crate) fn unread(error: &io::Error) -> Failure {
    Failure::new(if error.kind() == ErrorKind::NotFound { "file-missing" } else { "file-unreadable" })
}

pub(crate) fn failure(error: &io::Error, otherwise: &str) -> Failure {
    Failure::new(match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "folder-missing",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "disk-full",
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => "read-only-folder",
        _ => otherwise,
    })
}
