//! What goes wrong in the vault.

use std::io;

use farled_case::RecordId;
use rusqlite::ErrorCode;

/// Why the vault refuses or fails. Whatever it says, what was kept before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase or recovery key opens no slot.
    #[error("the secret opens no slot")]
    WrongSecret,
    /// There is no vault in the folder.
    #[error("there is no vault in the folder")]
    Missing,
    /// There already is a vault in the folder.
    #[error("there already is a vault in the folder")]
    Exists,
    /// The header has room for no more slots.
    #[error("the header has room for no more slots")]
    SlotsFull,
    /// There is no such slot.
    #[error("there is no such slot")]
    SlotMissing,
    /// The slot can't be removed or changed: it opened this session, or is the last of its kind; or
    /// somebody else's would change.
    #[error("the slot stays")]
    SlotKept,
    /// There are several passphrases; which one is meant must be said.
    #[error("which passphrase is meant is not clear")]
    SlotUnclear,
    /// The vault was written by a newer version of the program.
    #[error("the vault has format {format}, which is newer than this program")]
    Newer {
        /// Its format.
        format: u32,
    },
    /// The header is missing, damaged or was altered.
    #[error("the header is damaged")]
    HeaderDamaged,
    /// The database is missing, damaged or was altered.
    #[error("the database is damaged")]
    DatabaseDamaged,
    /// The header asks for a key derivation outside what this program would ever have written.
    #[error("the header asks for a key derivation out of bounds")]
    HostileParameters,
    /// Another process, or another part of this one, has the vault open.
    #[error("the vault is open elsewhere")]
    InUse,
    /// A backup is being made and reads the database, in whose place another would come.
    #[error("a backup is being made")]
    BackupRunning,
    /// The file is no backup.
    #[error("the file is no backup")]
    BackupUnknown,
    /// There is no such backup.
    #[error("there is no such backup")]
    BackupMissing,
    /// The backup is incomplete, damaged or was altered.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// The backup was written by a newer version of the program.
    #[error("the backup has format {format}, which is newer than this program")]
    BackupNewer {
        /// Its format.
        format: u32,
    },
    /// Tables of an earlier version were not brought to this one, because no backup could be made first.
    #[error("the vault was not migrated, since it could not be backed up ({cause})")]
    NotBackedUp {
        /// The code of what stood in the way.
        cause: &'static str,
    },
    /// Whoever asked for it took it back.
    #[error("cancelled")]
    Cancelled,
    /// A folder is not there.
    #[error("the folder is not there")]
    FolderMissing,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The folder can't be written.
    #[error("the folder can't be written")]
    ReadOnlyFolder,
    /// The vault is damaged and was opened only to be read.
    #[error("the vault was opened to be rescued and takes no changes")]
    ReadOnly,
    /// Reading or writing failed in another way.
    #[error("the storage failed ({detail})")]
    StorageFailed {
        /// What the system called it: the name of an error, never a path.
        detail: String,
    },
    /// There is not enough memory to derive the key.
    #[error("not enough memory")]
    OutOfMemory,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    RandomnessFailed,
    /// The database would not be encrypted as it must be.
    #[error("the database would not be encrypted")]
    NotEncrypted,
    /// A record does not read as one of its kind.
    #[error("a record is damaged")]
    RecordDamaged {
        /// The record, when it could be told.
        id: Option<RecordId>,
    },
    /// The id belongs to a record of another kind.
    #[error("the id belongs to a record of another kind")]
    KindMismatch {
        /// The record.
        id: RecordId,
    },
    /// A record would move to another case.
    #[error("a record would move to another case")]
    RecordMoved {
        /// The record.
        id: RecordId,
    },
    /// The record was erased, and erased it stays.
    #[error("the record was erased")]
    RecordErased {
        /// The record.
        id: RecordId,
    },
    /// A signed note, or an amendment, would change.
    #[error("a signed record would change")]
    SignedChanged {
        /// The record.
        id: RecordId,
    },
    /// What would be undone has been changed since.
    #[error("what would be undone has been changed since")]
    UndoOvertaken {
        /// The record.
        id: RecordId,
    },
    /// An attachment would get other content than it has.
    #[error("an attachment's content would change")]
    AttachmentChanged {
        /// The attachment.
        id: RecordId,
    },
    /// An attachment's content is not what its record says.
    #[error("an attachment's content is not whole")]
    AttachmentDamaged {
        /// The attachment.
        id: RecordId,
    },
    /// An attachment's content is larger than any that is kept.
    #[error("the attachment is larger than {limit} bytes")]
    AttachmentTooLarge {
        /// The most bytes that are kept.
        limit: u32,
    },
    /// A path into a record leads to no field.
    #[error("no such field")]
    FieldMissing {
        /// The record.
        id: RecordId,
    },
}

impl VaultError {
    /// A stable name in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongSecret => "wrong-secret",
            Self::Missing => "vault-missing",
            Self::Exists => "vault-exists",
            Self::SlotsFull => "vault-slots-full",
            Self::SlotMissing => "vault-slot-missing",
            Self::SlotKept => "vault-slot-kept",
            Self::SlotUnclear => "vault-slot-unclear",
            Self::Newer { .. } => "vault-newer",
            Self::HeaderDamaged => "vault-header-damaged",
            Self::DatabaseDamaged => "vault-database-damaged",
            Self::HostileParameters => "vault-hostile-parameters",
            Self::InUse => "vault-in-use",
            Self::BackupRunning => "vault-backup-running",
            Self::BackupUnknown => "backup-unknown",
            Self::BackupMissing => "file-missing",
            Self::BackupDamaged => "backup-damaged",
            Self::BackupNewer { .. } => "backup-newer",
            Self::NotBackedUp { .. } => "vault-not-backed-up",
            Self::Cancelled => "cancelled",
            Self::FolderMissing => "folder-missing",
            Self::DiskFull => "disk-full",
            Self::ReadOnlyFolder => "read-only-folder",
            Self::ReadOnly => "vault-read-only",
            Self::StorageFailed { .. } => "storage-failed",
            Self::OutOfMemory => "out-of-memory",
            Self::RandomnessFailed => "randomness-failed",
            Self::NotEncrypted => "vault-not-encrypted",
            Self::RecordDamaged { .. } => "record-damaged",
            Self::KindMismatch { .. } => "record-kind-mismatch",
            Self::RecordMoved { .. } => "record-moved",
            Self::RecordErased { .. } => "record-erased",
            Self::SignedChanged { .. } => "signed-changed",
            Self::UndoOvertaken { .. } => "undo-overtaken",
            Self::AttachmentChanged { .. } => "attachment-changed",
            Self::AttachmentDamaged { .. } => "attachment-damaged",
            Self::AttachmentTooLarge { .. } => "attachment-too-large",
            Self::FieldMissing { .. } => "field-missing",
        }
    }

    /// What the sentence about it needs. Ids and numbers, never what a record says.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Newer { format } | Self::BackupNewer { format } => vec![("format", format.to_string())],
            Self::NotBackedUp { cause } => vec![("cause", (*cause).to_owned())],
            Self::AttachmentTooLarge { limit } => vec![("megabytes", (limit / (1 << 20)).to_string())],
            Self::StorageFailed { detail } => vec![("detail", detail.clone())],
            Self::RecordDamaged { id: Some(id) }
            | Self::KindMismatch { id }
            | Self::RecordMoved { id }
            | Self::RecordErased { id }
            | Self::SignedChanged { id }
            | Self::UndoOvertaken { id }
            | Self::AttachmentChanged { id }
            | Self::AttachmentDamaged { id }
            | Self::FieldMissing { id } => vec![("id", id.to_string())],
            _ => Vec::new(),
        }
    }
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied | Kind::NotADirectory => Self::ReadOnlyFolder,
            kind => Self::StorageFailed { detail: kind.to_string() },
        }
    }
}

impl From<getrandom::Error> for VaultError {
    fn from(_: getrandom::Error) -> Self {
        Self::RandomnessFailed
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            // A column that does not hold what the schema says it holds.
            return Self::DatabaseDamaged;
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => Self::ReadOnlyFolder,
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::ConstraintViolation => {
                Self::DatabaseDamaged
            }
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::OutOfMemory => Self::OutOfMemory,
            _ => Self::StorageFailed { detail: format!("sqlite {}", failure.extended_code) },
        }
    }
}
