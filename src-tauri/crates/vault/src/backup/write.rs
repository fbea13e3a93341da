//! Making a backup.

use std::{
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    ops::ControlFlow,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use super::{
    archive::{self, NAMES, Part},
    copy::{PAGE, copy},
    generations,
    manifest::Manifest,
    prove::{Proven, prove, records},
    read, room,
    scratch::Scratch,
};
use crate::{
    AuditHead, OnProgress, Progress, Vault, VaultError, audit,
    database::{self, Existing},
    file::{self, Lock},
    keys::Keys,
};

/// A backup that was made and shown to open, or that was looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// The file.
    pub file: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// The vault's id.
    pub vault_id: [u8; 16],
    /// The version of its tables.
    pub tables: u32,
    /// The head of its audit chain.
    pub audit: AuditHead,
    /// How many records it has.
    pub records: u32,
    /// Whether what it holds is what the vault had counted. Where it is not, an older one may hold more.
    pub is_as_counted: bool,
}

/// What a backup is made from: a second connection to an unlocked vault. It can be used beside the vault,
/// by another thread, while somebody writes. It holds keys: whoever locks the vault drops it too. Until then
/// the vault's key can't be rotated, and nobody else opens the vault.
pub struct BackupSource {
    // Dropped first: the lock is freed once the database is closed.
    connection: Connection,
    keys: Keys,
    vault_id: [u8; 16],
    header: Vec<u8>,
    _lock: Arc<Lock>,
}

impl Vault {
    /// What a backup is made from, for when others need the vault meanwhile.
    ///
    /// # Errors
    /// When the database can't be opened a second time.
    pub fn backup_source(&self) -> Result<BackupSource, VaultError> {
        self.ensure_writable()?;
        let lock = self.lock.clone().ok_or(VaultError::ReadOnly)?;
        let keys = self.data_key.derive(&self.header.vault_id);
        let connection = database::open(&self.folder.join(database::NAME), &keys, Existing::Required)?;
        connection.pragma_update(None, "query_only", true)?;
        let (vault_id, header) = (self.header.vault_id, self.header.encode());
        Ok(BackupSource { connection, keys, vault_id, header, _lock: lock })
    }

    /// Makes a backup in `folder`; see [`BackupSource::write`].
    ///
    /// # Errors
    /// As for [`BackupSource::write`].
    pub fn back_up(
        &self,
        folder: &Path,
        now: DateTime<Utc>,
        progress: OnProgress<'_>,
    ) -> Result<BackupInfo, VaultError> {
        self.backup_source()?.write(folder, now, progress)
    }
}

impl BackupSource {
    /// Makes a backup in `folder`. It gets its name only once it lies on the disk and was opened with the
    /// vault's key, gone through and read back; until then, and after an error, nothing that was there
    /// before has changed, and nothing incomplete stays. Counts bytes, several times over.
    ///
    /// # Errors
    /// [`VaultError::FolderMissing`]; [`VaultError::DiskFull`] before anything is written when there is no
    /// room for it; [`VaultError::Cancelled`] when `progress` says so;
    /// [`VaultError::BackupDamaged`] when what was written does not read as what was meant; and what storage
    /// fails with.
    pub fn write(
        &self,
        folder: &Path,
        now: DateTime<Utc>,
        progress: OnProgress<'_>,
    ) -> Result<BackupInfo, VaultError> {
        let name = generations::name(&self.vault_id, now);
        self.write_as(folder, &name, now, progress)
    }

    /// How many bytes must be free where a backup is made: the copy of the database and the archive with
    /// it lie there at the same time.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn room_needed(&self) -> Result<u64, VaultError> {
        let pages: u32 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(2 * u64::from(pages) * PAGE + room::BESIDE)
    }

    /// As [`write`](Self::write), under another name.
    pub(crate) fn write_as(
        &self,
        folder: &Path,
        name: &str,
        now: DateTime<Utc>,
        progress: OnProgress<'_>,
    ) -> Result<BackupInfo, VaultError> {
        if !folder.is_dir() {
            return Err(VaultError::FolderMissing);
        }
        room::ensure(folder, self.room_needed()?)?;
        let scratch = Scratch::new(folder, &self.vault_id)?;
        let database = scratch.file(database::NAME);
        let mut size = 0;
        // The copy is written, gone through, read to be put into the archive, and that is read again.
        let mut reach = |phase: u64, done: u64, size: u64| {
            progress(Progress { done: phase * size + done, total: 4 * size })
        };
        let before = audit::head(&self.connection)?;
        copy(&self.connection, &self.keys, &database, &mut |copied| {
            size = copied.total;
            reach(0, copied.done, size)
        })?;
        let mut tell = |phase: u64, done: u64, size: u64| match reach(phase, done, size) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(VaultError::Cancelled),
        };
        tell(1, 0, size)?;
        let proven = self.compare(prove(&database, &self.keys).map_err(unsound)?, before)?;

        let digest = archive::pour(File::open(&database)?, io::sink(), |_| Ok::<_, VaultError>(()))?;
        let size = digest.bytes;
        let parts = [Part::of(&self.header), digest];
        let manifest =
            Manifest::new(&self.vault_id, now, proven.tables, parts, &proven.head.hash, &self.keys)?;
        let unfinished = scratch.file(name);
        self.archive(&manifest, &database, &unfinished, &mut |done| tell(2, done, size))?;
        tell(3, 0, size)?;
        let bytes = read::read_back(&unfinished, &manifest, &mut |done| tell(3, done, size))?;

        let file = generations::free(folder, name);
        fs::rename(&unfinished, &file)?;
        sync(folder)?;
        Ok(BackupInfo {
            file,
            bytes,
            created_at: manifest.created,
            vault_id: self.vault_id,
            tables: proven.tables,
            audit: proven.head,
            records: proven.records,
            is_as_counted: proven.is_as_counted,
        })
    }

    /// Compares a copy with what it was made from. Somebody may have written meanwhile: then its chain must
    /// be a beginning of what is there now, and at least as long as when the copy was begun.
    fn compare(&self, copied: Proven, before: AuditHead) -> Result<Proven, VaultError> {
        let sequence = i64::try_from(copied.head.sequence).map_err(|_| VaultError::BackupDamaged)?;
        let here: Option<[u8; 32]> = self
            .connection
            .query_row("SELECT hash FROM audit WHERE sequence = ?", [sequence], |row| row.get(0))
            .optional()?;
        let count = records(&self.connection)?;
        let is_same = audit::head(&self.connection)? == copied.head;
        let is_whole = here == Some(copied.head.hash)
            && copied.head.sequence >= before.sequence
            && (!is_same || count == copied.records);
        if is_whole { Ok(copied) } else { Err(VaultError::BackupDamaged) }
    }

    fn archive(
        &self,
        manifest: &Manifest,
        database: &Path,
        path: &Path,
        each: &mut dyn FnMut(u64) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        let mut out = BufWriter::with_capacity(1 << 16, file);
        let manifest = manifest.encode()?;
        for (name, bytes) in [(NAMES[0], &manifest), (NAMES[1], &self.header)] {
            let length = bytes.len() as u64;
            archive::begin(&mut out, name, length)?;
            out.write_all(bytes)?;
            archive::end(&mut out, length)?;
        }
        let database = File::open(database)?;
        let length = database.metadata()?.len();
        archive::begin(&mut out, NAMES[2], length)?;
        let written = archive::pour(database, &mut out, each)?;
        if written.bytes != length {
            return Err(VaultError::BackupDamaged);
        }
        archive::end(&mut out, length)?;
        archive::finish(&mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(file.sync_all()?)
    }
}

impl fmt::Debug for BackupSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupSource(…)")
    }
}

/// A copy that is damaged says nothing about what it was made from.
fn unsound(error: VaultError) -> VaultError {
    match error {
        VaultError::DatabaseDamaged => VaultError::BackupDamaged,
        error => error,
    }
}

/// Makes the new name last, as far as the medium can: some file systems of memory sticks know no such
/// thing, and say so.
fn sync(folder: &Path) -> Result<(), VaultError> {
    match file::sync_folder(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        result => Ok(result?),
    }
}
