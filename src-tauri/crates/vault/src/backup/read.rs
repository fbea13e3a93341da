//! Reading a backup: what it says of itself, whether it is whole, and what is in it.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufReader, Read, Write},
    ops::ControlFlow,
    os::{fd::AsRawFd, unix::fs::OpenOptionsExt},
    path::Path,
};

use chrono::{DateTime, Utc};

use super::{
    archive::{NAMES, Part, pour, read_begin, read_end, read_exact, read_finish},
    manifest::{self, Manifest},
    prove::prove,
    scratch::Scratch,
    write::BackupInfo,
};
use crate::{
    OnProgress, Progress, Secret, VaultError, database, header,
    header::{Header, Opened},
};

/// What a backup says of itself to somebody without a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// The vault's id.
    pub vault_id: [u8; 16],
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// The version of its tables.
    pub tables: u32,
    /// Its length in bytes.
    pub bytes: u64,
}

/// A backup of which everything before the database has been read.
pub(crate) struct OpenBackup {
    from: BufReader<File>,
    length: u64,
    pub(crate) manifest: Manifest,
    pub(crate) header: Header,
}

/// Opens a backup and reads what stands before the database.
pub(crate) fn open_backup(path: &Path) -> Result<OpenBackup, VaultError> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(VaultError::BackupMissing),
        file => file?,
    };
    let length = match file.metadata()? {
        found if found.is_file() => found.len(),
        _ => return Err(VaultError::BackupUnknown),
    };
    let mut from = BufReader::with_capacity(1 << 16, file);
    let beginning = NAMES[0].as_bytes();
    let mut found = vec![0; beginning.len()];
    if from.read_exact(&mut found).is_err() || found != beginning {
        return Err(VaultError::BackupUnknown);
    }
    let manifest = {
        let mut from = found.as_slice().chain(&mut from);
        Manifest::decode(&small(&mut from, NAMES[0], manifest::LONGEST)?)?
    };
    let bytes = small(&mut from, NAMES[1], header::LONGEST as u64)?;
    if Part::of(&bytes) != manifest.header {
        return Err(VaultError::BackupDamaged);
    }
    let header = Header::decode(&bytes).map_err(|error| match error {
        VaultError::HeaderDamaged => VaultError::BackupDamaged,
        error => error,
    })?;
    if header.vault_id != manifest.vault_id()? {
        return Err(VaultError::BackupDamaged);
    }
    Ok(OpenBackup { from, length, manifest, header })
}

/// A whole small file of the archive.
fn small(mut from: impl Read, name: &str, longest: u64) -> Result<Vec<u8>, VaultError> {
    let length = read_begin(&mut from, name)?;
    if length > longest {
        return Err(VaultError::BackupDamaged);
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| VaultError::BackupDamaged)?];
    read_exact(&mut from, &mut bytes)?;
    read_end(&mut from, length)?;
    Ok(bytes)
}

/// Reads the database into `out`, piece by piece, and the archive to its end.
fn read_database(
    backup: OpenBackup,
    out: impl Write,
    each: impl FnMut(u64) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let OpenBackup { mut from, manifest, .. } = backup;
    let length = read_begin(&mut from, NAMES[2])?;
    if length != manifest.database.bytes {
        return Err(VaultError::BackupDamaged);
    }
    let read = pour((&mut from).take(length), out, each)?;
    if read != manifest.database {
        return Err(VaultError::BackupDamaged);
    }
    read_end(&mut from, length)?;
    read_finish(&mut from)
}

/// Takes the database out into a new file, which then lies on the disk. Counts bytes.
pub(crate) fn extract_database(
    backup: OpenBackup,
    path: &Path,
    progress: OnProgress<'_>,
) -> Result<(), VaultError> {
    let total = backup.manifest.database.bytes;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    read_database(backup, &mut file, |done| match progress(Progress { done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(VaultError::Cancelled),
    })?;
    Ok(file.sync_all()?)
}

/// Reads a backup that was just written, from the medium and not from memory as far as the system can, and
/// compares it with its manifest. Answers with its length.
pub(super) fn read_back(
    path: &Path,
    written: &Manifest,
    each: &mut dyn FnMut(u64) -> Result<(), VaultError>,
) -> Result<u64, VaultError> {
    let backup = open_backup(path)?;
    forget_cached(backup.from.get_ref());
    if &backup.manifest != written {
        return Err(VaultError::BackupDamaged);
    }
    let length = backup.length;
    read_database(backup, io::sink(), each)?;
    Ok(length)
}

/// Asks the system to read the file from its medium again. Only advice: what it does not follow is no error.
fn forget_cached(file: &File) {
    // SAFETY: the descriptor is open for as long as the file is borrowed; the call takes plain values.
    let _ = unsafe { libc::posix_fadvise(file.as_raw_fd(), 0, 0, libc::POSIX_FADV_DONTNEED) };
}

/// Looks at a backup without a secret: reads all of it and finds any damage. Whether somebody altered it on
/// purpose shows only with a secret.
///
/// # Errors
/// [`VaultError::BackupUnknown`] for a file of another kind, [`VaultError::BackupNewer`],
/// [`VaultError::BackupDamaged`].
pub fn inspect_backup(path: &Path) -> Result<BackupFile, VaultError> {
    inspect_with(path, |_| Ok(()))
}

/// The same, telling how many bytes of the database were read.
pub(super) fn inspect_with(
    path: &Path,
    each: impl FnMut(u64) -> Result<(), VaultError>,
) -> Result<BackupFile, VaultError> {
    let backup = open_backup(path)?;
    let found = BackupFile {
        vault_id: backup.header.vault_id,
        created_at: backup.manifest.created,
        tables: backup.manifest.tables,
        bytes: backup.length,
    };
    read_database(backup, io::sink(), each)?;
    Ok(found)
}

/// Opens a backup with a secret and goes through all of it, as restoring it would; changes nothing. The
/// database, encrypted, lies in `scratch` meanwhile.
///
/// # Errors
/// As for [`inspect_backup`]; [`VaultError::WrongSecret`]; [`VaultError::Newer`] for tables of a newer
/// version; [`VaultError::Cancelled`] when `progress` says so.
pub fn verify_backup(
    path: &Path,
    secret: Secret<'_>,
    scratch: &Path,
    progress: OnProgress<'_>,
) -> Result<BackupInfo, VaultError> {
    let backup = open_backup(path)?;
    let (manifest, header, bytes) = (backup.manifest.clone(), backup.header.clone(), backup.length);
    let Opened { keys, .. } = header.open(secret).map_err(altered)?;
    manifest.verify(&keys)?;
    let scratch = Scratch::new(scratch, &header.vault_id)?;
    let database = scratch.file(database::NAME);
    extract_database(backup, &database, progress)?;
    let proven = prove(&database, &keys).map_err(altered)?;
    if proven.head.hash != manifest.audit_hash()? || proven.tables != manifest.tables {
        return Err(VaultError::BackupDamaged);
    }
    Ok(BackupInfo {
        file: path.to_owned(),
        bytes,
        created_at: manifest.created,
        vault_id: header.vault_id,
        tables: proven.tables,
        audit: proven.head,
        records: proven.records,
        is_as_counted: proven.is_as_counted,
    })
}

/// Damage inside of a backup is the backup's.
pub(crate) fn altered(error: VaultError) -> VaultError {
    match error {
        VaultError::DatabaseDamaged | VaultError::HeaderDamaged => VaultError::BackupDamaged,
        error => error,
    }
}
