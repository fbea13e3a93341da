//! PNG (W3C, 3rd edition): chunks up to the end of the picture.
//!
//! Kept is what draws it; texts, time, camera's data and everything unknown are left out, and what
//! follows the picture too.

use std::io::Read;

use crate::{
    StripError,
    strip::{Out, copy, skip, take},
};

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// What is kept: the picture, its colours and how large its points are.
const KEPT: [&[u8; 4]; 11] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"];

pub(crate) fn strip<E: From<StripError>>(file: &mut impl Read, out: Out<'_, E>) -> Result<(), E> {
    if take::<8>(file)? != SIGNATURE {
        return Err(StripError::Damaged.into());
    }
    out(&SIGNATURE)?;
    loop {
        let length = take::<4>(file)?;
        let kind = take::<4>(file)?;
        // With its checksum.
        let rest = u64::from(u32::from_be_bytes(length)) + 4;
        if KEPT.contains(&&kind) {
            out(&length)?;
            out(&kind)?;
            copy(file, Some(rest), out)?;
        } else {
            skip(file, rest)?;
        }
        if &kind == b"IEND" {
            return Ok(());
        }
    }
}
