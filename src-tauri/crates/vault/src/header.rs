//! The header: the key slots and what proves them whole. Its format stands in the crate's head.

use std::{collections::BTreeSet, fs, io, io::Read, path::Path};

use hmac::Mac;
use sha2::{Digest, Sha256};

use crate::{
    KdfCost, Secret, VaultError, file,
    keys::{DataKey, HmacSha256, Keys},
    slot::{self, FORMAT, Slot, SlotId, SlotKind},
};

/// The header's file name.
pub(crate) const NAME: &str = "vault.header";
/// The name of its second copy, read only when the first can't be.
pub(crate) const COPY: &str = "vault.header.copy";

/// The name under which a new header is written before it takes its place.
pub(crate) const UNFINISHED: &str = "vault.header.new";
/// The name under which its copy is written.
pub(crate) const UNFINISHED_COPY: &str = "vault.header.copy.new";

const MAGIC: &[u8; 8] = b"FARLEDVH";
/// Bytes before the slots.
const PREFIX: usize = 33;
/// Bytes after the slots: the MAC and the checksum.
const SUFFIX: usize = 64;
/// The most slots that a vault has: more would only make a wrong passphrase slow to refuse.
pub const MOST_SLOTS: usize = 8;
pub(crate) const LONGEST: usize = PREFIX + MOST_SLOTS * slot::LENGTH + SUFFIX;

/// From which of the two files a header was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Original,
    Copy,
}

/// A header whose checksum holds. Whether nobody altered it shows only with the data key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) vault_id: [u8; 16],
    pub(crate) slots: Vec<Slot>,
    /// The bytes that the MAC covers, and the MAC, as read.
    covered: Vec<u8>,
    mac: [u8; 32],
}

impl Header {
    /// A header for these slots.
    pub(crate) fn new(vault_id: [u8; 16], slots: Vec<Slot>, keys: &Keys) -> Result<Self, VaultError> {
        if slots.is_empty() || slots.len() > MOST_SLOTS {
            return Err(VaultError::HeaderDamaged);
        }
        KdfCost::ensure_affordable(costs(&slots))?;
        let length = PREFIX + slots.len() * slot::LENGTH + SUFFIX;
        let mut covered = Vec::with_capacity(length);
        covered.extend_from_slice(MAGIC);
        covered.extend_from_slice(&FORMAT.to_le_bytes());
        covered.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
        covered.extend_from_slice(&vault_id);
        covered.push(u8::try_from(slots.len()).unwrap_or(u8::MAX));
        for slot in &slots {
            covered.extend_from_slice(&slot.encode());
        }
        let mac = covered_by(keys.header_mac(), &covered).finalize().into_bytes().into();
        Ok(Self { vault_id, slots, covered, mac })
    }

    /// The file's bytes.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = [self.covered.as_slice(), &self.mac].concat();
        let checksum = Sha256::digest(&bytes);
        bytes.extend_from_slice(&checksum);
        bytes
    }

    /// Reads a header's bytes.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        const DAMAGED: VaultError = VaultError::HeaderDamaged;
        let (fixed, _) = bytes.split_first_chunk::<PREFIX>().ok_or(DAMAGED)?;
        let number = |at: usize| u32::from_le_bytes([fixed[at], fixed[at + 1], fixed[at + 2], fixed[at + 3]]);
        if &fixed[..8] != MAGIC || number(8) == 0 {
            return Err(DAMAGED);
        }
        let (body, checksum) = bytes.split_last_chunk::<32>().ok_or(DAMAGED)?;
        if number(8) > FORMAT {
            // Only this much of a newer header can be understood; not even its checksum. But when that fits
            // this format, no newer program has written it: the number itself is damaged.
            return Err(match is_of_this_format(body, checksum) {
                true => DAMAGED,
                false => VaultError::Newer { format: number(8) },
            });
        }
        if Sha256::digest(body).as_slice() != checksum || usize::try_from(number(12)) != Ok(bytes.len()) {
            return Err(DAMAGED);
        }
        let (covered, mac) = body.split_last_chunk::<32>().ok_or(DAMAGED)?;
        let count = usize::from(fixed[32]);
        let (slots, rest) = covered.get(PREFIX..).ok_or(DAMAGED)?.as_chunks::<{ slot::LENGTH }>();
        if !(1..=MOST_SLOTS).contains(&count) || slots.len() != count || !rest.is_empty() {
            return Err(DAMAGED);
        }
        let slots = slots.iter().map(Slot::decode).collect::<Result<Vec<_>, _>>()?;
        if slots.iter().map(Slot::id).collect::<BTreeSet<_>>().len() != count {
            return Err(DAMAGED);
        }
        KdfCost::ensure_affordable(costs(&slots))?;
        let mut vault_id = [0; 16];
        vault_id.copy_from_slice(&fixed[16..32]);
        Ok(Self { vault_id, slots, covered: covered.to_vec(), mac: *mac })
    }

    /// Reads the header of the vault in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, VaultError> {
        Self::read_file(&folder.join(NAME))
    }

    /// Reads the header of the vault in `folder`, or its copy where that is the only one that reads.
    pub(crate) fn read_either(folder: &Path) -> Result<(Self, Source), VaultError> {
        match Self::read(folder) {
            Ok(header) => Ok((header, Source::Original)),
            // Not a damaged file but one of another make: the copy would say the same, or be a lie.
            Err(error @ (VaultError::Newer { .. } | VaultError::HostileParameters)) => Err(error),
            Err(error) => match Self::read_file(&folder.join(COPY)) {
                Ok(header) => Ok((header, Source::Copy)),
                Err(_) => Err(error),
            },
        }
    }

    fn read_file(path: &Path) -> Result<Self, VaultError> {
        let file = match fs::File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(VaultError::Missing),
            file => file?,
        };
        let mut bytes = Vec::new();
        // One byte more than a header can have, so that a longer file is seen to be longer.
        match file.take(LONGEST as u64 + 1).read_to_end(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::IsADirectory => Err(VaultError::HeaderDamaged),
            Err(error) => Err(error.into()),
            Ok(_) => Self::decode(&bytes),
        }
    }

    /// Puts the header in the place of the one in `folder` and of its copy, once it reads back as it was
    /// written.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), VaultError> {
        self.write_proven(folder, |_| Ok(()))
    }

    /// Puts the header back after another could not be written. The copy is put back as far as that
    /// goes: the next unlocking makes it say what the header says.
    pub(crate) fn put_back(&self, folder: &Path) -> Result<(), VaultError> {
        let written =
            file::replace(folder, NAME, &self.encode(), |written| self.reads_back(written).map(drop));
        self.put_copy_back(folder);
        written
    }

    /// Puts the copy back, as far as that goes.
    pub(crate) fn put_copy_back(&self, folder: &Path) {
        let _ = file::replace(folder, COPY, &self.encode(), |written| self.reads_back(written).map(drop));
    }

    /// Makes both files say what was read from one of them, as far as the folder can be written. The
    /// caller has opened this header: its MAC holds.
    pub(crate) fn make_both_say_it(&self, folder: &Path) {
        let bytes = self.encode();
        for name in [NAME, COPY] {
            if fs::read(folder.join(name)).ok().as_deref() != Some(&bytes) {
                // What can be read now can be read again; there is no reason to refuse.
                let _ = file::replace(folder, name, &bytes, |written| self.reads_back(written).map(drop));
            }
        }
    }

    /// Reads what was written and compares it.
    fn reads_back(&self, written: &Path) -> Result<Self, VaultError> {
        let read = Self::read_file(written)?;
        if &read == self { Ok(read) } else { Err(VaultError::HeaderDamaged) }
    }

    /// Puts the header in the place of the one in `folder` and of its copy, once it reads back as it was
    /// written and `proven` has tried what was read.
    ///
    /// The copy goes first: when this returns, neither file opens with a secret that was taken out, and
    /// if it ends half-way, the copy holds no secret that is not meant to open the vault from now on.
    pub(crate) fn write_proven(
        &self,
        folder: &Path,
        proven: impl FnOnce(&Self) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        let bytes = self.encode();
        file::replace(folder, COPY, &bytes, |written| proven(&self.reads_back(written)?))?;
        // These very bytes were tried; that they are these is what is left to show.
        file::replace(folder, NAME, &bytes, |written| self.reads_back(written).map(drop))
    }

    /// Opens the first slot that the secret fits and checks that nobody altered the header. Each slot
    /// of the secret's kind is tried: a wrong passphrase costs one derivation for each passphrase.
    pub(crate) fn open(&self, secret: Secret<'_>) -> Result<Opened, VaultError> {
        self.slots
            .iter()
            .find_map(|slot| self.open_slot(slot, secret).transpose())
            .unwrap_or(Err(VaultError::WrongSecret))
    }

    /// Opens one slot. `None` when the secret is not this slot's.
    pub(crate) fn open_slot(&self, slot: &Slot, secret: Secret<'_>) -> Result<Option<Opened>, VaultError> {
        let Some(data_key) = slot.open(secret, &self.vault_id)? else { return Ok(None) };
        let keys = data_key.derive(&self.vault_id);
        covered_by(keys.header_mac(), &self.covered)
            .verify_slice(&self.mac)
            .map_err(|_| VaultError::HeaderDamaged)?;
        Ok(Some(Opened { slot: slot.id(), data_key, keys }))
    }

    /// The slot with this id.
    pub(crate) fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id() == id)
    }

    /// What the dearest passphrase slot costs.
    #[cfg(test)]
    pub(crate) fn passphrase_cost(&self) -> Option<KdfCost> {
        costs(&self.slots).max_by_key(|cost| cost.parts())
    }
}

/// What each passphrase slot costs.
fn costs(slots: &[Slot]) -> impl Iterator<Item = KdfCost> {
    slots.iter().filter_map(|slot| match slot.kind() {
        SlotKind::Passphrase(cost) => Some(cost),
        SlotKind::Recovery => None,
    })
}

/// Whether a checksum is that of a header of this format that says so and how long it is.
fn is_of_this_format(body: &[u8], checksum: &[u8; 32]) -> bool {
    let (Some(before), Some(after)) = (body.get(..8), body.get(16..)) else { return false };
    let length = u32::try_from(body.len() + checksum.len()).unwrap_or(u32::MAX);
    let said = [before, &FORMAT.to_le_bytes(), &length.to_le_bytes(), after].concat();
    Sha256::digest(said).as_slice() == checksum
}

/// Reads a header and counts its slots: what fuzzing comes in by.
#[doc(hidden)]
pub fn read_header(bytes: &[u8]) -> Result<usize, VaultError> {
    let header = Header::decode(bytes)?;
    // What is accepted says nothing that was not there.
    if header.encode() == bytes { Ok(header.slots.len()) } else { Err(VaultError::HeaderDamaged) }
}

/// The bytes with the checksum that fits them at their end: what whoever alters a header can do.
#[doc(hidden)]
#[must_use]
pub fn with_fitting_checksum(bytes: &[u8]) -> Vec<u8> {
    let body = &bytes[..bytes.len().saturating_sub(32)];
    [body, &Sha256::digest(body)].concat()
}

/// What opening a header gives.
pub(crate) struct Opened {
    /// The slot that the secret fits.
    pub(crate) slot: SlotId,
    pub(crate) data_key: DataKey,
    pub(crate) keys: Keys,
}

fn covered_by(mut mac: HmacSha256, covered: &[u8]) -> HmacSha256 {
    mac.update(covered);
    mac
}
