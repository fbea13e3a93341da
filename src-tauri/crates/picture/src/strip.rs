//! Taking out of a photo what tells of the person without being seen: where it was taken, when, with
//! which telephone, and the small pictures that cameras hide in it.
//!
//! What is needed to show the picture is kept and everything else is left out, so that what no list
//! foresees doesn't slip through. The picture itself is copied bit by bit, never computed anew. Files
//! are read and written in pieces, never held whole.

use std::io::{BufReader, Read};

use farled_case::MediaType;

use crate::{StripError, jpeg, png, webp};

/// The size of the pieces that are handed on, in bytes.
pub(crate) const PIECE: usize = 64 * 1024;

/// Where the kept bytes go.
pub(crate) type Out<'a, E> = &'a mut dyn FnMut(&[u8]) -> Result<(), E>;

/// Hands on what is kept of a file, in pieces. Of photos that is what is needed to show them; a PDF is
/// handed on as it is, with what its own description says.
///
/// # Errors
/// [`StripError`], or what `out` says: reading ends there.
pub fn strip<E: From<StripError>>(
    media: MediaType,
    file: impl Read,
    mut out: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut file = BufReader::with_capacity(PIECE, file);
    match media {
        MediaType::Jpeg => jpeg::strip(&mut file, &mut out),
        MediaType::Png => png::strip(&mut file, &mut out),
        MediaType::Webp => webp::strip(&mut file, &mut out),
        MediaType::Pdf => copy(&mut file, None, &mut out),
    }
}

/// Hands on `length` bytes, or all there are.
pub(crate) fn copy<E: From<StripError>>(
    file: &mut impl Read,
    length: Option<u64>,
    out: Out<'_, E>,
) -> Result<(), E> {
    let mut buffer = vec![0; PIECE];
    let mut left = length.unwrap_or(u64::MAX);
    while left > 0 {
        let most = buffer.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let read = read_some(file, &mut buffer[..most])?;
        if read == 0 {
            return if length.is_none() { Ok(()) } else { Err(StripError::Damaged.into()) };
        }
        out(&buffer[..read])?;
        left -= read as u64;
    }
    Ok(())
}

/// Reads past `length` bytes.
pub(crate) fn skip<E: From<StripError>>(file: &mut impl Read, length: u64) -> Result<(), E> {
    copy(file, Some(length), &mut |_| Ok(()))
}

fn read_some(file: &mut impl Read, buffer: &mut [u8]) -> Result<usize, StripError> {
    loop {
        match file.read(buffer) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            result => return Ok(result?),
        }
    }
}

/// Reads exactly so many bytes.
pub(crate) fn take<const N: usize>(file: &mut impl Read) -> Result<[u8; N], StripError> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}
