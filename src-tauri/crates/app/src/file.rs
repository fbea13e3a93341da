//! Files outside the vault: written whole or not at all, read up to a limit.

use std::{
    fs::{self, File},
    io::{ErrorKind, Read, Write},
    path::Path,
};

use crate::{Failure, Result};

/// The largest file that is read: a sealed caseload of twenty thousand notes is far smaller.
const LARGEST: u64 = 1 << 30;

/// Writes a file beside its place and moves it there once it is whole.
///
/// # Errors
/// `disk-full`, `read-only-folder` or `file-not-written`; no half-written file stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().ok_or_else(|| Failure::new("file-not-written"))?.to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = (|| {
        let mut file = File::create_new(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)
    })();
    written.map_err(|error| {
        // What is left is incomplete and nobody has been told of it.
        let _ = fs::remove_file(&part);
        failure(&error, "file-not-written")
    })
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
        Err(error) => Err(failure(&error, "file-unreadable")),
    }
}

fn failure(error: &std::io::Error, otherwise: &str) -> Failure {
    Failure::new(match error.kind() {
        ErrorKind::NotFound => "file-missing",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => "read-only-folder",
        _ => otherwise,
    })
}
