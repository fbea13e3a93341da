//! Argon2id: makes every guess of a passphrase expensive.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};

use crate::{VaultError, keys::Key};

/// What one derivation costs, us and whoever guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfCost {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

impl KdfCost {
    /// What new slots cost: 256 MiB, 4 passes, 4 lanes; about half a second on a laptop of 2020.
    /// RFC 9106 §4 recommends at least 64 MiB with 3 passes and 4 lanes.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 4, lanes: 4 };

    /// The least that is accepted: the second recommended option of RFC 9106 §4.
    pub const MINIMUM: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// The most that is accepted, of one slot and of all of a header's together: one that asks for more would
    /// only stop the machine.
    pub const MAXIMUM: Self = Self { memory_kib: 2 * 1024 * 1024, passes: 16, lanes: 16 };

    /// A cost within the bounds.
    ///
    /// # Errors
    /// [`VaultError::HostileParameters`] outside of them. Nothing has been allocated then.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, VaultError> {
        let within = (Self::MINIMUM.memory_kib..=Self::MAXIMUM.memory_kib).contains(&memory_kib)
            && (Self::MINIMUM.passes..=Self::MAXIMUM.passes).contains(&passes)
            && (1..=Self::MAXIMUM.lanes).contains(&lanes);
        #[cfg(test)]
        let within = within || cheaply::allows([memory_kib, passes, lanes]);
        within.then_some(Self { memory_kib, passes, lanes }).ok_or(VaultError::HostileParameters)
    }

    /// What one derivation should take on the machine where the slot is made. People wait that long
    /// once a day; a guesser waits that long for every guess.
    pub const AIM: Duration = Duration::from_millis(400);

    /// The steps by which a fast machine's slots become dearer. The last is an eighth of what would be
    /// refused: a vault must also open on the slow machine that it is restored on, and with as many slots
    /// as it has room for.
    const STEPS: [Self; 4] = [
        Self { memory_kib: 512 * 1024, passes: 4, lanes: 4 },
        Self { memory_kib: 512 * 1024, passes: 5, lanes: 4 },
        Self { memory_kib: 512 * 1024, passes: 6, lanes: 4 },
        Self { memory_kib: 512 * 1024, passes: 8, lanes: 4 },
    ];

    /// This cost, if one derivation at it took as long as it should; else the first step that does,
    /// since the time grows with memory and passes. Never less than this cost.
    pub(crate) fn raised(self, took: Duration) -> Self {
        if took >= Self::AIM {
            return self;
        }
        let total = |cost: Self| f64::from(cost.memory_kib) * f64::from(cost.passes);
        let takes = |cost: Self| took.mul_f64(total(cost) / total(self));
        let dearer = |cost: &Self| {
            cost.memory_kib >= self.memory_kib && cost.passes >= self.passes && cost.lanes >= self.lanes
        };
        let mut steps = Self::STEPS.into_iter().filter(dearer);
        let last = steps.clone().next_back();
        steps.find(|cost| takes(*cost) >= Self::AIM).or(last).unwrap_or(self)
    }

    /// The dearer one.
    pub(crate) fn max(self, other: Self) -> Self {
        if self.work() >= other.work() { self } else { other }
    }

    /// Memory times passes: what the time of a derivation grows with.
    pub(crate) fn work(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.passes)
    }

    /// Refuses costs that are too much together: a wrong passphrase pays all of them.
    pub(crate) fn ensure_affordable(costs: impl Iterator<Item = Self>) -> Result<(), VaultError> {
        if costs.map(Self::work).sum::<u64>() > Self::MAXIMUM.work() {
            return Err(VaultError::HostileParameters);
        }
        Ok(())
    }

    /// Memory in KiB, passes and lanes.
    pub(crate) fn parts(self) -> [u32; 3] {
        [self.memory_kib, self.passes, self.lanes]
    }
}

/// Derives 32 bytes from a passphrase.
pub(crate) fn derive(passphrase: &[u8], salt: &[u8], cost: KdfCost) -> Result<Key, VaultError> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|_| VaultError::HostileParameters)?;
    let mut out = Key::zero();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase, salt, out.as_mut_slice())
        .map_err(|error| match error {
            argon2::Error::OutOfMemory => VaultError::OutOfMemory,
            _ => VaultError::HostileParameters,
        })?;
    Ok(out)
}

/// A cost that is next to nothing, for tests that make slots by the thousand.
#[cfg(test)]
pub(crate) mod cheaply {
    use std::cell::Cell;

    use super::KdfCost;

    pub const COST: KdfCost = KdfCost { memory_kib: 8, passes: 1, lanes: 1 };

    thread_local! {
        static ALLOWED: Cell<bool> = const { Cell::new(false) };
    }

    /// Until it is dropped, this thread takes [`COST`] for one within the bounds.
    pub struct Cheaply(());

    pub fn begin() -> Cheaply {
        ALLOWED.set(true);
        Cheaply(())
    }

    impl Drop for Cheaply {
        fn drop(&mut self) {
            ALLOWED.set(false);
        }
    }

    pub fn allows(parts: [u32; 3]) -> bool {
        ALLOWED.get() && parts == COST.parts()
    }
}

#[cfg(test)]
#[path = "tests/calibrating.rs"]
mod calibrating;
