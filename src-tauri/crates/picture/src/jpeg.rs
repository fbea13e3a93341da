//! JPEG (ITU-T T.81): segments up to the end of the picture.
//!
//! Kept are the tables and frames, the file's own header (JFIF), the colour profile, Adobe's mark of how
//! colours are stored, and of the camera's data (Exif) alone which way is up. Left out are position,
//! time, device and hidden small pictures, comments, and whatever follows the picture: second pictures,
//! films and makers' own records.

use std::io::BufRead;

use crate::{
    StripError,
    strip::{Out, take},
};

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
const EXIF: &[u8] = b"Exif\0\0";

pub(crate) fn strip<E: From<StripError>>(file: &mut impl BufRead, out: Out<'_, E>) -> Result<(), E> {
    if take::<2>(file)? != [0xff, 0xd8] {
        return Err(StripError::Damaged.into());
    }
    out(&[0xff, 0xd8])?;
    let mut is_turned = false;
    let mut next = None;
    loop {
        let marker = match next.take() {
            Some(marker) => marker,
            None => marker(file)?,
        };
        match marker {
            END => return out(&[0xff, END]),
            0x01 | 0xd0..=0xd7 => out(&[0xff, marker])?,
            0x00 | 0x02..=0xbf | 0xd8 => return Err(StripError::Damaged.into()),
            _ => {
                let segment = segment(file)?;
                if is_kept(marker, &segment) {
                    write(marker, &segment, out)?;
                } else if let Some(way) = orientation(marker, &segment).filter(|_| !is_turned) {
                    is_turned = true;
                    write(APP1, &only_orientation(way), out)?;
                }
                if marker == SCAN {
                    match scan(file, out)? {
                        Some(marker) => next = Some(marker),
                        // Cut off: what is there of the picture is still worth keeping.
                        None => return out(&[0xff, END]),
                    }
                }
            }
        }
    }
}

/// The next marker. Any number of `ff` may come before it.
fn marker(file: &mut impl BufRead) -> Result<u8, StripError> {
    let [mut byte] = take(file)?;
    if byte != 0xff {
        return Err(StripError::Damaged);
    }
    while byte == 0xff {
        [byte] = take(file)?;
    }
    Ok(byte)
}

/// A segment without its length.
fn segment(file: &mut impl BufRead) -> Result<Vec<u8>, StripError> {
    let length = usize::from(u16::from_be_bytes(take(file)?));
    let mut bytes = vec![0; length.checked_sub(2).ok_or(StripError::Damaged)?];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn write<E>(marker: u8, segment: &[u8], out: Out<'_, E>) -> Result<(), E> {
    // At most 65,535: it was read with such a length, or is a few bytes of our own.
    let length = (segment.len() + 2) as u16;
    let [high, low] = length.to_be_bytes();
    out(&[0xff, marker, high, low])?;
    out(segment)
}

fn is_kept(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xc0..=0xcf | SCAN..=0xdf => true,
        APP0 => segment.starts_with(b"JFIF\0"),
        APP2 => segment.starts_with(b"ICC_PROFILE\0"),
        APP14 => segment.starts_with(b"Adobe"),
        _ => false,
    }
}

/// Hands the coded picture on, up to the marker after it. None: the file ends before one.
fn scan<E: From<StripError>>(file: &mut impl BufRead, out: Out<'_, E>) -> Result<Option<u8>, E> {
    loop {
        let there = match file.fill_buf() {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            there => there.map_err(StripError::from)?,
        };
        if there.is_empty() {
            return Ok(None);
        }
        let plain = there.iter().position(|byte| *byte == 0xff).unwrap_or(there.len());
        if plain > 0 {
            out(&there[..plain])?;
            file.consume(plain);
            continue;
        }
        file.consume(1);
        let mut byte = 0xff;
        while byte == 0xff {
            byte = match take(file) {
                Ok([byte]) => byte,
                Err(StripError::Damaged) => return Ok(None),
                Err(error) => return Err(error.into()),
            };
        }
        match byte {
            // A byte of the picture that looks like a marker, and marks that it may hold.
            0x00 | 0xd0..=0xd7 => out(&[0xff, byte])?,
            marker => return Ok(Some(marker)),
        }
    }
}

/// Which way is up, 2 to 8 (Exif 2.3, tag 274); nothing when it is up already.
fn orientation(marker: u8, segment: &[u8]) -> Option<u8> {
    let data = segment.strip_prefix(EXIF).filter(|_| marker == APP1)?;
    let is_little = match data.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = data.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = data.get(at..at + 4)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    // At most a few GiB; an offset that large is beyond the segment.
    let first = long(4)? as usize;
    let entries = usize::from(short(first)?);
    (0..entries)
        .map(|entry| first + 2 + entry * 12)
        .find(|at| short(*at) == Some(0x0112) && short(at + 2) == Some(3))
        .and_then(|at| u8::try_from(short(at + 8)?).ok())
        .filter(|way| (2..=8).contains(way))
}

/// Exif that says which way is up and nothing else.
fn only_orientation(way: u8) -> Vec<u8> {
    let mut segment = EXIF.to_vec();
    segment.extend_from_slice(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.extend_from_slice(&[way, 0, 0, 0, 0, 0, 0]);
    segment
}
