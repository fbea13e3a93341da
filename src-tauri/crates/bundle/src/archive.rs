//! The archive inside a bundle: the few ustar bytes that the format allows.
//!
//! There is exactly one header for a name and a length, so reading is comparing: an entry of
//! another name, kind (link, folder, device), owner, time or checksum, an extended header or a
//! second entry of the same name is simply not the bytes that are expected. Nothing is ever
//! extracted, so no name reaches a file system.

use std::borrow::Cow;

use farled_case::RecordId;

use crate::error::Fault;

/// The unit of an archive (POSIX.1-1988, ustar).
pub(crate) const BLOCK: usize = 512;
/// An archive ends with two blocks of zeros.
pub(crate) const END: usize = 2 * BLOCK;

/// The entries, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Manifest,
    Signature,
    Records,
    Erased,
    /// What the attachment of this id holds.
    Attachment(RecordId),
    Pad,
}

impl Entry {
    pub(crate) fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Manifest => "manifest",
            Self::Signature => "manifest.sig",
            Self::Records => "records",
            Self::Erased => "erased",
            Self::Attachment(id) => return Cow::Owned(format!("attachments/{id}")),
            Self::Pad => "pad",
        })
    }
}

/// The bytes that an entry of this length takes: its header, itself, zeros up to a whole block.
pub(crate) fn entry_size(length: u64) -> u64 {
    BLOCK as u64 + length.next_multiple_of(BLOCK as u64)
}

/// The only header that an entry of this name and length can have.
pub(crate) fn header(entry: Entry, length: u64) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    let mut put = |at: usize, text: &[u8]| block[at..at + text.len()].copy_from_slice(text);
    put(0, entry.name().as_bytes());
    put(100, b"0000600\0"); // mode: the owner may read and write
    put(108, b"0000000\0"); // user
    put(116, b"0000000\0"); // group
    put(124, format!("{length:011o}\0").as_bytes());
    put(136, b"00000000000\0"); // no time: it is in the manifest
    put(148, b"        "); // the checksum counts itself as spaces
    put(156, b"0"); // a regular file
    put(257, b"ustar\x0000");
    put(329, b"0000000\0");
    put(337, b"0000000\0");
    let sum: u32 = block.iter().map(|&byte| u32::from(byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

/// Reads an archive entry by entry.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(archive: &'a [u8]) -> Self {
        Self { rest: archive }
    }

    /// The content of the next entry, which must be this one.
    pub(crate) fn take(&mut self, entry: Entry) -> Result<&'a [u8], Fault> {
        self.take_if(entry)?.ok_or(Fault::Entry)
    }

    /// The content of the next entry if it has this name; `None`, and nothing is read, if it has
    /// another.
    pub(crate) fn take_if(&mut self, entry: Entry) -> Result<Option<&'a [u8]>, Fault> {
        let (block, rest) = self.rest.split_first_chunk::<BLOCK>().ok_or(Fault::Entry)?;
        let name = entry.name();
        let name = name.as_bytes();
        if !block.starts_with(name) || block[name.len()] != 0 {
            return Ok(None);
        }
        let length = octal(&block[124..135]).ok_or(Fault::Entry)?;
        if *block != header(entry, length) {
            return Err(Fault::Entry);
        }
        let whole = length.next_multiple_of(BLOCK as u64);
        let (filled, rest) = usize::try_from(whole)
            .ok()
            .and_then(|whole| rest.split_at_checked(whole))
            .ok_or(Fault::EntryLength)?;
        // The length is at most the filled one, which is that of a slice.
        let (content, fill) = filled.split_at(length as usize);
        if fill.iter().any(|&byte| byte != 0) {
            return Err(Fault::Fill);
        }
        self.rest = rest;
        Ok(Some(content))
    }

    /// That nothing follows but the end.
    pub(crate) fn finish(self) -> Result<(), Fault> {
        (self.rest == [0; END]).then_some(()).ok_or(Fault::End)
    }
}

/// Eleven octal digits: at most 8 GiB.
fn octal(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0, |number, digit| match digit {
        b'0'..=b'7' => Some(number * 8 + u64::from(digit - b'0')),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
    use super::*;

    #[test]
    fn the_header_is_the_one_that_another_implementation_writes() {
        let mut expected = tar::Header::new_ustar();
        expected.set_path("records").unwrap();
        expected.set_mode(0o600);
        expected.set_uid(0);
        expected.set_gid(0);
        expected.set_size(1_234_567);
        expected.set_mtime(0);
        expected.set_entry_type(tar::EntryType::Regular);
        expected.set_device_major(0).unwrap();
        expected.set_device_minor(0).unwrap();
        expected.set_cksum();
        let ours = tar::Header::from_byte_slice(&header(Entry::Records, 1_234_567)).clone();
        assert_eq!(ours.path_bytes(), expected.path_bytes());
        assert_eq!(ours.cksum().unwrap(), {
            let mut again = ours.clone();
            again.set_cksum();
            again.cksum().unwrap()
        });
        assert_eq!(ours.size().unwrap(), expected.size().unwrap());
        assert_eq!(ours.mode().unwrap(), expected.mode().unwrap());
        assert_eq!(ours.entry_type(), expected.entry_type());
        assert!(ours.as_ustar().is_some());
    }

    #[test]
    fn every_flipped_bit_of_a_header_is_noticed() {
        let mut archive = header(Entry::Records, 3).to_vec();
        archive.extend_from_slice(b"abc");
        archive.resize(2 * BLOCK, 0);
        assert_eq!(Reader::new(&archive).take(Entry::Records), Ok(&b"abc"[..]));
        for bit in 0..8 * BLOCK {
            let mut flipped = archive.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Reader::new(&flipped).take(Entry::Records).is_err(), "bit {bit}");
        }
        for bit in 8 * (BLOCK + 3)..8 * archive.len() {
            let mut flipped = archive.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Reader::new(&flipped).take(Entry::Records), Err(Fault::Fill), "bit {bit}");
        }
    }

    #[test]
    fn a_length_beyond_the_archive_is_refused() {
        let mut archive = header(Entry::Records, 0o77_777_777_777).to_vec();
        archive.resize(4 * BLOCK, 0);
        assert_eq!(Reader::new(&archive).take(Entry::Records), Err(Fault::EntryLength));
        assert_eq!(Reader::new(&archive[..100]).take(Entry::Records), Err(Fault::Entry));
    }
}
