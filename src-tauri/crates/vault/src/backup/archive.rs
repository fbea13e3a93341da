//! The archive inside a backup: three files of fixed names in fixed order, written and read in pieces.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tar::{EntryType, Header};

use super::manifest::hex;
use crate::{VaultError, database, header};

/// The names, in their order.
pub(super) const NAMES: [&str; 3] = ["manifest", header::NAME, database::NAME];

/// The unit of an archive, in bytes (POSIX.1-1988, ustar).
const BLOCK: u64 = 512;

/// Bytes that are held in memory at a time.
const PIECE: usize = 1 << 16;

/// How long a file in the archive is, and its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    /// Its length in bytes.
    pub(crate) bytes: u64,
    /// Its SHA-256.
    pub(crate) sha256: String,
}

impl Part {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) }
    }
}

/// Copies what a reader gives, piece by piece, and answers with its length and digest.
pub(super) fn pour<E: From<io::Error>>(
    mut from: impl Read,
    mut into: impl Write,
    mut each: impl FnMut(u64) -> Result<(), E>,
) -> Result<Part, E> {
    let mut piece = vec![0; PIECE];
    let (mut digest, mut bytes) = (Sha256::new(), 0);
    loop {
        let count = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        digest.update(&piece[..count]);
        into.write_all(&piece[..count])?;
        bytes += count as u64;
        each(bytes)?;
    }
    Ok(Part { bytes, sha256: hex(&digest.finalize()) })
}

/// What stands before a file in the archive. Nothing in it depends on the machine or on who made it.
fn entry(name: &str, length: u64) -> io::Result<Header> {
    let mut entry = Header::new_ustar();
    entry.set_entry_type(EntryType::Regular);
    entry.set_path(name)?;
    entry.set_mode(0o600);
    for set in [Header::set_uid, Header::set_gid, Header::set_mtime] {
        set(&mut entry, 0);
    }
    entry.set_size(length);
    entry.set_cksum();
    Ok(entry)
}

/// Begins a file in the archive.
pub(super) fn begin(mut out: impl Write, name: &str, length: u64) -> io::Result<()> {
    out.write_all(entry(name, length)?.as_bytes())
}

/// Ends a file in the archive.
pub(super) fn end(mut out: impl Write, length: u64) -> io::Result<()> {
    let rest = (BLOCK - length % BLOCK) % BLOCK;
    io::copy(&mut io::repeat(0).take(rest), &mut out).map(drop)
}

/// Ends the archive.
pub(super) fn finish(mut out: impl Write) -> io::Result<()> {
    out.write_all(&[0; 2 * BLOCK as usize])
}

/// Reads the beginning of a file in the archive: its length. It must stand there exactly as it is written.
pub(super) fn read_begin(mut from: impl Read, name: &str) -> Result<u64, VaultError> {
    let mut found = Header::new_ustar();
    read_exact(&mut from, found.as_mut_bytes())?;
    let length = found.entry_size().map_err(|_| VaultError::BackupDamaged)?;
    if entry(name, length)?.as_bytes() == found.as_bytes() {
        Ok(length)
    } else {
        Err(VaultError::BackupDamaged)
    }
}

/// Reads the end of a file in the archive.
pub(super) fn read_end(from: impl Read, length: u64) -> Result<(), VaultError> {
    read_zeros(from, (BLOCK - length % BLOCK) % BLOCK)
}

/// Reads the end of the archive; nothing follows it.
pub(super) fn read_finish(mut from: impl Read) -> Result<(), VaultError> {
    read_zeros(&mut from, 2 * BLOCK)?;
    let mut more = [0];
    if from.read(&mut more)? == 0 { Ok(()) } else { Err(VaultError::BackupDamaged) }
}

fn read_zeros(mut from: impl Read, length: u64) -> Result<(), VaultError> {
    let mut zeros = [0; 2 * BLOCK as usize];
    let zeros = &mut zeros[..usize::try_from(length).unwrap_or_default()];
    read_exact(&mut from, zeros)?;
    if zeros.iter().all(|byte| *byte == 0) { Ok(()) } else { Err(VaultError::BackupDamaged) }
}

/// Fills a buffer. A file that ends before is damaged.
pub(super) fn read_exact(mut from: impl Read, bytes: &mut [u8]) -> Result<(), VaultError> {
    from.read_exact(bytes).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => VaultError::BackupDamaged,
        _ => error.into(),
    })
}
