//! Why a bundle is refused. Nothing that a bundle or a card holds ever stands in an error.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{CardError, MAX_BUNDLE_BYTES, MAX_RECIPIENTS};

/// Why a bundle was not opened. Whatever the reason: nothing of it was used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The file does not begin as a bundle does.
    #[error("the file is not a bundle")]
    NotABundle,
    /// The file is larger than any that is opened.
    #[error("the file holds {size} bytes, more than the {MAX_BUNDLE_BYTES} that are opened")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// The file is shorter or longer than the bundle that was sealed.
    #[error("the bundle is not whole")]
    Truncated,
    /// The encrypted bytes are not those that were sealed.
    #[error("the bundle was altered after it was sealed")]
    Altered,
    /// The encryption header is not one that a bundle has; refused before it was taken apart.
    #[error("the bundle's header is refused: {0}")]
    Header(#[from] HeaderFault),
    /// None of the keys to which it is encrypted is this identity's.
    #[error("the bundle is sealed to somebody else")]
    NotForYou,
    /// It could be decrypted, but its sender did not name this identity: somebody who received it
    /// sealed it again and passed it on.
    #[error("the sender did not address this bundle to you: somebody else passed it on")]
    Forwarded,
    /// The manifest's signature is not the named sender's.
    #[error("the sender's signature is not valid")]
    Forged,
    /// A later version of the program made it.
    #[error("the bundle has format {format}, which needs a later version of the program")]
    Newer {
        /// The format that it says it has.
        format: u32,
    },
    /// It was decrypted, but what it holds breaks the format.
    #[error("the bundle does not hold what a bundle holds: {0}")]
    Malformed(#[from] Fault),
    /// Its sender set a day after which it is not to be used, and that day has passed.
    #[error("the bundle expired after {on}")]
    Expired {
        /// The last day on which it could be used.
        on: NaiveDate,
    },
}

impl OpenError {
    /// The stable name by which texts are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotABundle => "bundle-not-a-bundle",
            Self::TooLarge { .. } => "bundle-too-large",
            Self::Truncated => "bundle-truncated",
            Self::Altered | Self::Header(_) | Self::Malformed(_) => "bundle-altered",
            Self::NotForYou => "bundle-not-for-you",
            Self::Forwarded => "bundle-forwarded",
            Self::Forged => "bundle-forged",
            Self::Newer { .. } => "bundle-newer",
            Self::Expired { .. } => "bundle-expired",
        }
    }

    /// What a text about it may name.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { size } => {
                vec![("size", size.to_string()), ("limit", MAX_BUNDLE_BYTES.to_string())]
            }
            Self::Newer { format } => vec![("format", format.to_string())],
            Self::Expired { on } => vec![("date", on.to_string())],
            Self::Header(fault) => vec![("fault", fault.to_string())],
            Self::Malformed(fault) => vec![("fault", fault.to_string())],
            _ => Vec::new(),
        }
    }
}

/// What is wrong with an encryption header, seen before it is handed to the age library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HeaderFault {
    /// It goes on past the limit.
    #[error("it is too long")]
    TooLong,
    /// It holds more stanzas than the limit.
    #[error("it holds too many stanzas")]
    TooManyStanzas,
    /// It holds no stanza.
    #[error("it holds no stanza")]
    NoStanzas,
    /// One of its lines is longer than any that a recipient needs.
    #[error("a line is too long")]
    LineTooLong,
    /// A byte stands in it that no header has.
    #[error("it is not text")]
    NotText,
    /// Its lines are not those of a header.
    #[error("its lines are not in order")]
    Disordered,
    /// It asks for a passphrase; a bundle never does.
    #[error("it asks for a passphrase")]
    Passphrase,
}

/// What in a decrypted bundle breaks the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The archive's length is not one that padding makes.
    #[error("its length is not a padded one")]
    Padding,
    /// An entry is absent, is a second time there, is out of order, is not a plain file or has a
    /// header unlike the one that the format prescribes.
    #[error("an entry of the archive is not the one that belongs there")]
    Entry,
    /// An entry says that it is longer than what is there.
    #[error("an entry of the archive says that it is longer than the archive")]
    EntryLength,
    /// Bytes that must be zero are not.
    #[error("bytes between the archive's entries are not zero")]
    Fill,
    /// The archive does not end where its last entry does.
    #[error("the archive does not end after its last entry")]
    End,
    /// The manifest is larger than any that is read.
    #[error("the manifest is too large")]
    ManifestLength,
    /// The manifest's text can't be read.
    #[error("the manifest can't be read")]
    Manifest,
    /// The manifest's list of recipients is empty, too long, unsorted or names one twice.
    #[error("the manifest's list of recipients is not in order")]
    Recipients,
    /// The manifest names other parts than those that are there.
    #[error("the manifest names other parts")]
    Parts,
    /// A part or the padding has another length than the manifest says.
    #[error("a part has another length than the manifest says")]
    PartLength,
    /// A part has another SHA-256 than the manifest says.
    #[error("a part has another hash than the manifest says")]
    PartHash,
    /// The records have more pieces than memory is lent to.
    #[error("the records have too many pieces")]
    TooManyPieces,
    /// A record can't be read.
    #[error("the record in line {line} can't be read")]
    Record {
        /// The line, counted from 1.
        line: usize,
    },
    /// A record is of a kind that never leaves a vault, or of a section that the manifest does not
    /// name.
    #[error("the record in line {line} does not belong in the bundle")]
    RecordOutside {
        /// The line, counted from 1.
        line: usize,
    },
    /// An id is there a second time.
    #[error("the record in line {line} is there a second time")]
    RecordTwice {
        /// The line, counted from 1.
        line: usize,
    },
    /// The list of erased records can't be read, is unsorted or names one that is also sent.
    #[error("the list of erased records is not in order")]
    Erased,
}

/// Why nothing was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SealError {
    /// Nobody to seal to.
    #[error("no recipient was named")]
    NoRecipients,
    /// More recipients than a bundle can have.
    #[error("a bundle has at most {MAX_RECIPIENTS} recipients")]
    TooManyRecipients,
    /// Two of the cards have the same key.
    #[error("the same recipient was named twice")]
    RecipientTwice,
    /// A recipient's card does not hold.
    #[error(transparent)]
    Card(#[from] CardError),
    /// The bundle would be expired when it is made.
    #[error("the bundle would expire on {on}, before it is made")]
    AlreadyExpired {
        /// The day asked for.
        on: NaiveDate,
    },
    /// A record is of a kind that never leaves a vault.
    #[error("a record of this kind never leaves the vault")]
    RecordStays,
    /// A record is of a section that was not chosen.
    #[error("a record belongs to a section that was not chosen")]
    OutsideSections,
    /// The same record was handed in twice, or both as sent and as erased.
    #[error("the same record was handed in twice")]
    RecordTwice,
    /// A record's value can't be written as JSON.
    #[error("a record can't be written")]
    RecordUnwritable,
    /// The sealed bundle would be larger than any that is opened.
    #[error("the bundle would be larger than the {MAX_BUNDLE_BYTES} bytes that are opened")]
    TooLarge,
    /// What an attachment holds could not be read, or is not what its record says.
    #[error("an attachment could not be read")]
    Attachment,
    /// The age library failed to encrypt.
    #[error("the bundle could not be encrypted")]
    Encryption,
}

impl SealError {
    /// The stable name by which texts are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoRecipients => "bundle-no-recipients",
            Self::TooManyRecipients => "bundle-too-many-recipients",
            Self::RecipientTwice => "bundle-recipient-twice",
            Self::Card(error) => error.code(),
            Self::AlreadyExpired { .. } => "bundle-expired",
            Self::RecordStays | Self::OutsideSections => "bundle-record-stays",
            Self::RecordTwice | Self::RecordUnwritable | Self::Encryption => "bundle-not-sealed",
            Self::Attachment => "attachment-damaged",
            Self::TooLarge => "bundle-too-large",
        }
    }

    /// What a text about it may name.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooManyRecipients => vec![("limit", MAX_RECIPIENTS.to_string())],
            Self::Card(error) => error.params(),
            Self::AlreadyExpired { on } => vec![("date", on.to_string())],
            Self::TooLarge => vec![("limit", MAX_BUNDLE_BYTES.to_string())],
            _ => Vec::new(),
        }
    }
}
