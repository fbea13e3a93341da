//! A key slot: the data key, wrapped by one secret.

use std::{
    fmt,
    str::FromStr,
    time::{Duration, Instant},
};

use chacha20poly1305::aead::Payload;

use crate::{
    KdfCost, Passphrase, RecoveryKey, Secret, VaultError, kdf,
    keys::{self, DataKey, Key, derive_key},
};

/// The format that this program writes; part of what each slot authenticates.
pub(crate) const FORMAT: u32 = 1;

/// Bytes of one slot in the header.
pub(crate) const LENGTH: usize = 117;
/// Bytes of a slot before its nonce.
const OPEN: usize = 45;
/// Bytes of the wrapped key: the key and a Poly1305 tag.
const WRAPPED: usize = 48;

/// Which slot: 16 random bytes that stand in the clear in the header. Written as 32 hex digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(pub(crate) [u8; 16]);

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for SlotId {
    type Err = VaultError;

    /// Reads 32 hex digits; anything else is [`VaultError::SlotMissing`].
    fn from_str(text: &str) -> Result<Self, VaultError> {
        let digits = text.as_bytes();
        let mut id = [0; 16];
        if digits.len() != 2 * id.len() {
            return Err(VaultError::SlotMissing);
        }
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        for (byte, pair) in id.iter_mut().zip(digits.chunks_exact(2)) {
            let (Some(high), Some(low)) = (value(pair[0]), value(pair[1])) else {
                return Err(VaultError::SlotMissing);
            };
            *byte = high << 4 | low;
        }
        Ok(Self(id))
    }
}

/// What a slot is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SlotKind {
    Passphrase(KdfCost),
    Recovery,
}

/// A key slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    id: [u8; 16],
    kind: SlotKind,
    salt: [u8; 16],
    nonce: [u8; 24],
    wrapped: [u8; WRAPPED],
}

impl Slot {
    /// Wraps the data key under a passphrase.
    pub(crate) fn for_passphrase(
        passphrase: &Passphrase,
        cost: KdfCost,
        vault_id: &[u8; 16],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        Self::seal(SlotKind::Passphrase(cost), Secret::Passphrase(passphrase), vault_id, data_key)
    }

    /// Wraps the data key under a passphrase at `least`, or at more where this machine derives that
    /// faster than it should.
    pub(crate) fn for_passphrase_calibrated(
        passphrase: &Passphrase,
        least: KdfCost,
        vault_id: &[u8; 16],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let begun = Instant::now();
        // The derivation is all that takes time in it; so that no other need be made to measure one.
        Self::for_passphrase_measured(passphrase, least, vault_id, data_key, || begun.elapsed())
    }

    /// Like [`for_passphrase_calibrated`](Self::for_passphrase_calibrated), with what says how long the
    /// derivation at `least` took.
    pub(crate) fn for_passphrase_measured(
        passphrase: &Passphrase,
        least: KdfCost,
        vault_id: &[u8; 16],
        data_key: &DataKey,
        took: impl FnOnce() -> Duration,
    ) -> Result<Self, VaultError> {
        let slot = Self::for_passphrase(passphrase, least, vault_id, data_key)?;
        let cost = least.raised(took());
        if cost == least { Ok(slot) } else { Self::for_passphrase(passphrase, cost, vault_id, data_key) }
    }

    /// Wraps the data key under a recovery key.
    pub(crate) fn for_recovery(
        key: &RecoveryKey,
        vault_id: &[u8; 16],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        Self::seal(SlotKind::Recovery, Secret::Recovery(key), vault_id, data_key)
    }

    fn seal(
        kind: SlotKind,
        secret: Secret<'_>,
        vault_id: &[u8; 16],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let mut slot = Self { id: [0; 16], kind, salt: [0; 16], nonce: [0; 24], wrapped: [0; WRAPPED] };
        getrandom::fill(&mut slot.id)?;
        getrandom::fill(&mut slot.salt)?;
        getrandom::fill(&mut slot.nonce)?;
        let key = slot.wrapping_key(secret)?.ok_or(VaultError::WrongSecret)?;
        let payload = Payload { msg: data_key.as_bytes(), aad: &slot.associated(vault_id) };
        slot.wrapped.copy_from_slice(&keys::seal(&key, &slot.nonce, payload));
        Ok(slot)
    }

    /// Which slot it is.
    pub(crate) fn id(&self) -> SlotId {
        SlotId(self.id)
    }

    /// Whether a passphrase opens it.
    pub(crate) fn is_passphrase(&self) -> bool {
        matches!(self.kind, SlotKind::Passphrase(_))
    }

    /// What the slot is opened with.
    pub(crate) fn kind(&self) -> SlotKind {
        self.kind
    }

    /// Unwraps the data key. `None` when the secret is not this slot's.
    pub(crate) fn open(
        &self,
        secret: Secret<'_>,
        vault_id: &[u8; 16],
    ) -> Result<Option<DataKey>, VaultError> {
        let Some(key) = self.wrapping_key(secret)? else { return Ok(None) };
        let payload = Payload { msg: &self.wrapped, aad: &self.associated(vault_id) };
        let Some(bytes) = keys::unseal(&key, &self.nonce, payload) else { return Ok(None) };
        let mut data_key = Key::zero();
        if bytes.len() != data_key.len() {
            return Ok(None);
        }
        data_key.copy_from_slice(&bytes);
        Ok(Some(DataKey::from_bytes(data_key)))
    }

    /// The key that wraps the data key. `None` when the secret is of another kind.
    fn wrapping_key(&self, secret: Secret<'_>) -> Result<Option<Key>, VaultError> {
        Ok(match (self.kind, secret) {
            (SlotKind::Passphrase(cost), Secret::Passphrase(passphrase)) => {
                let stretched = kdf::derive(passphrase.as_bytes(), &self.salt, cost)?;
                Some(derive_key(&self.salt, stretched.as_slice(), "passphrase slot"))
            }
            (SlotKind::Recovery, Secret::Recovery(key)) => {
                Some(derive_key(&self.salt, key.as_bytes(), "recovery slot"))
            }
            _ => None,
        })
    }

    /// What the wrap authenticates beside the key.
    fn associated(&self, vault_id: &[u8; 16]) -> Vec<u8> {
        [FORMAT.to_le_bytes().as_slice(), vault_id, &self.open_part()].concat()
    }

    fn open_part(&self) -> [u8; OPEN] {
        let (kind, cost) = match self.kind {
            SlotKind::Passphrase(cost) => (1, cost.parts()),
            SlotKind::Recovery => (2, [0; 3]),
        };
        let mut bytes = [0; OPEN];
        bytes[..16].copy_from_slice(&self.id);
        bytes[16] = kind;
        for (part, value) in bytes[17..29].chunks_exact_mut(4).zip(cost) {
            part.copy_from_slice(&value.to_le_bytes());
        }
        bytes[29..].copy_from_slice(&self.salt);
        bytes
    }

    /// The slot as it stands in the header.
    pub(crate) fn encode(&self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        bytes[..OPEN].copy_from_slice(&self.open_part());
        bytes[OPEN..OPEN + 24].copy_from_slice(&self.nonce);
        bytes[OPEN + 24..].copy_from_slice(&self.wrapped);
        bytes
    }

    /// Reads a slot.
    pub(crate) fn decode(bytes: &[u8; LENGTH]) -> Result<Self, VaultError> {
        let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let cost = [number(17), number(21), number(25)];
        let kind = match (bytes[16], cost) {
            (1, [memory, passes, lanes]) => SlotKind::Passphrase(KdfCost::new(memory, passes, lanes)?),
            (2, [0, 0, 0]) => SlotKind::Recovery,
            _ => return Err(VaultError::HeaderDamaged),
        };
        let mut slot = Self { id: [0; 16], kind, salt: [0; 16], nonce: [0; 24], wrapped: [0; WRAPPED] };
        slot.id.copy_from_slice(&bytes[..16]);
        slot.salt.copy_from_slice(&bytes[29..OPEN]);
        slot.nonce.copy_from_slice(&bytes[OPEN..OPEN + 24]);
        slot.wrapped.copy_from_slice(&bytes[OPEN + 24..]);
        Ok(slot)
    }
}
