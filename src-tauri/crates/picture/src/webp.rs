//! WebP (RFC 9649): chunks within the length that its first line says.
//!
//! The file's length stands before everything else. So as not to read it twice, what is left out keeps
//! its place as a chunk of zeros with a name that means nothing; readers pass over it.

use std::io::Read;

use crate::{
    StripError,
    strip::{Out, PIECE, copy, skip, take},
};

/// What draws the picture.
const KEPT: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// What the features say of a file with Exif or XMP in it.
const TELLS: u8 = 0b0000_1100;

pub(crate) fn strip<E: From<StripError>>(file: &mut impl Read, out: Out<'_, E>) -> Result<(), E> {
    let head = take::<12>(file)?;
    let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
    if &head[..4] != b"RIFF" || &head[8..] != b"WEBP" || length < 4 {
        return Err(StripError::Damaged.into());
    }
    out(&head)?;
    let mut left = u64::from(length - 4);
    while left >= 8 {
        let kind = take::<4>(file)?;
        let length = take::<4>(file)?;
        let filled = u64::from(u32::from_le_bytes(length)).next_multiple_of(2);
        left = left.checked_sub(8 + filled).ok_or(StripError::Damaged)?;
        if &kind == b"VP8X" && filled >= 10 {
            let mut features = take::<10>(file)?;
            features[0] &= !TELLS;
            out(&kind)?;
            out(&length)?;
            out(&features)?;
            copy(file, Some(filled - 10), out)?;
        } else if KEPT.contains(&&kind) {
            out(&kind)?;
            out(&length)?;
            copy(file, Some(filled), out)?;
        } else {
            out(b"JUNK")?;
            out(&length)?;
            skip(file, filled)?;
            let zeros = [0; PIECE];
            let mut filled = filled;
            while filled > 0 {
                let now = filled.min(PIECE as u64);
                out(&zeros[..now as usize])?;
                filled -= now;
            }
        }
    }
    if left == 0 { Ok(()) } else { Err(StripError::Damaged.into()) }
}
