//! What can be seen of a bundle without a key, and what is refused by that alone.
//!
//! The header of an age file is read here line by line, in one pass and without allocating, before
//! the age library sees it: that parser starts over with every line, so a header of 98 KB takes it
//! seconds. Only what is small and in order is handed on.

use crate::{
    MAX_BUNDLE_BYTES,
    error::{HeaderFault, OpenError},
};

/// How an age file begins, and the version that is read.
const MAGIC: &[u8] = b"age-encryption.org/";
const VERSION: &[u8] = b"v1\n";
/// No longer header is read. A bundle to 24 recipients has one of about 3 KB, and with hybrid
/// post-quantum keys would have one of about 37 KB. In bytes.
const MAX_HEADER_BYTES: usize = 64 * 1024;
/// No more stanzas are read: one a recipient, and one that age adds to keep readers tolerant.
const MAX_STANZAS: u32 = 32;
/// No longer line is read: a hybrid post-quantum key needs about 1,520 bytes.
const MAX_LINE_BYTES: usize = 2_048;

/// What a bundle shows to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The file's size in bytes.
    pub size: u64,
    /// The stanzas in its header. Their number tells nothing of how many can read it.
    pub stanzas: u32,
    /// The size of its header in bytes.
    pub header_size: u64,
}

impl Envelope {
    /// Looks at a file without a key.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let size = bytes.len() as u64;
        if size > MAX_BUNDLE_BYTES {
            return Err(OpenError::TooLarge { size });
        }
        let (header_size, stanzas) = read_header(bytes)?;
        Ok(Self { size, stanzas, header_size: header_size as u64 })
    }

    /// The length of the plaintext that a file of this size holds. `None` for a size that no file
    /// has.
    pub(crate) fn plaintext_length(&self) -> Option<u64> {
        // STREAM (age's specification): a nonce of 16 bytes, then chunks of 64 KiB, each with a tag
        // of 16.
        const NONCE: u64 = 16;
        const TAG: u64 = 16;
        const CHUNK: u64 = 64 * 1024 + TAG;
        let payload = self.size.checked_sub(self.header_size + NONCE)?;
        let chunks = payload.div_ceil(CHUNK);
        payload.checked_sub(chunks * TAG)
    }
}

/// The header's length and its number of stanzas.
fn read_header(bytes: &[u8]) -> Result<(usize, u32), OpenError> {
    if bytes.is_empty() {
        return Err(OpenError::NotABundle);
    }
    let start = [MAGIC, VERSION].concat();
    if !bytes.starts_with(&start) {
        return Err(if start.starts_with(bytes) {
            OpenError::Truncated
        } else if bytes.strip_prefix(MAGIC).is_some_and(|version| version.starts_with(b"v")) {
            // A later encryption format: a version that this one does not know by number.
            match later_version(&bytes[MAGIC.len() + 1..]) {
                Some(format) => OpenError::Newer { format },
                None => OpenError::Altered,
            }
        } else {
            OpenError::NotABundle
        });
    }
    let mut at = start.len();
    let mut stanzas = 0;
    let mut before = Line::Start;
    loop {
        let rest = &bytes[at..];
        let window = &rest[..rest.len().min(MAX_LINE_BYTES)];
        let Some(length) = window.iter().position(|&byte| byte == b'\n') else {
            return Err(match (rest.len() > MAX_LINE_BYTES, at + rest.len() > MAX_HEADER_BYTES) {
                (true, _) => HeaderFault::LineTooLong.into(),
                (false, true) => HeaderFault::TooLong.into(),
                (false, false) => OpenError::Truncated,
            });
        };
        let line = &window[..length];
        at += length + 1;
        if at > MAX_HEADER_BYTES {
            return Err(HeaderFault::TooLong.into());
        }
        if !line.iter().all(|byte| matches!(byte, b' '..=b'~')) {
            return Err(HeaderFault::NotText.into());
        }
        if let Some(arguments) = line.strip_prefix(b"-> ") {
            if !before.ends_stanza() {
                return Err(HeaderFault::Disordered.into());
            }
            stanzas += 1;
            if stanzas > MAX_STANZAS {
                return Err(HeaderFault::TooManyStanzas.into());
            }
            if arguments.split(|&byte| byte == b' ').next() == Some(b"scrypt") {
                return Err(HeaderFault::Passphrase.into());
            }
            before = Line::Arguments;
        } else if line.starts_with(b"---") {
            if stanzas == 0 {
                return Err(HeaderFault::NoStanzas.into());
            }
            if !before.ends_stanza() {
                return Err(HeaderFault::Disordered.into());
            }
            return Ok((at, stanzas));
        } else {
            if before.ends_stanza() || line.len() > 64 {
                return Err(HeaderFault::Disordered.into());
            }
            before = if line.len() == 64 { Line::FullBody } else { Line::LastBody };
        }
    }
}

/// The line that came before.
#[derive(Clone, Copy)]
enum Line {
    Start,
    Arguments,
    FullBody,
    LastBody,
}

impl Line {
    /// Whether a stanza can end here: its body always does with a line that is not full. (The age
    /// library lets the last one go without, as early versions of age wrote it.)
    fn ends_stanza(self) -> bool {
        matches!(self, Self::Start | Self::LastBody)
    }
}

/// A version number above 1, on a line of its own.
fn later_version(text: &[u8]) -> Option<u32> {
    let end = text.iter().take(11).position(|&byte| byte == b'\n')?;
    let version = std::str::from_utf8(&text[..end]).ok()?.parse().ok()?;
    (version > 1).then_some(version)
}
