//! What goes wrong. Nothing that a file holds ever stands in an error.

use std::io;

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum StripError {
    /// It is not built as a file of its kind is.
    #[error("the file is not whole")]
    Damaged,
    /// It could not be read to its end.
    #[error("the file could not be read")]
    Read(#[source] io::Error),
}

impl From<io::Error> for StripError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::Damaged,
            _ => Self::Read(error),
        }
    }
}

/// Why nothing was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// It does not read as a file of its kind.
    #[error("the file can't be read")]
    Damaged,
    /// It can only be read with a password.
    #[error("the file has a password")]
    Encrypted,
    /// There is no page of this number.
    #[error("there is no such page")]
    NoPage,
    /// It is larger than what is drawn.
    #[error("the picture is too large")]
    TooLarge,
    /// It took too long, or something that took too long is still being drawn.
    #[error("drawing took too long")]
    TookTooLong,
}
