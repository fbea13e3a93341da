//! Long work that somebody began and waits for.

use std::{
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crate::process::since_boot;

/// How long work that somebody waits for holds up the lock of a vault that was left alone. Whoever waits
/// for everything to be encrypted anew touches no key; half an hour is more than the largest vaults take.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// Long work that runs. It has ended when it is dropped.
pub struct Work {
    is_called_off: AtomicBool,
    begun: Duration,
}

impl Work {
    fn begun_at(begun: Duration) -> Arc<Self> {
        Arc::new(Self { is_called_off: AtomicBool::new(false), begun })
    }

    /// Whether somebody has asked it to stop.
    pub fn is_called_off(&self) -> bool {
        self.is_called_off.load(Ordering::Relaxed)
    }
}

/// All that runs.
#[derive(Default)]
pub struct Works(Vec<Weak<Work>>);

impl Works {
    /// Begins another.
    pub fn begin(&mut self) -> Arc<Work> {
        self.add(Work::begun_at(since_boot()))
    }

    fn add(&mut self, work: Arc<Work>) -> Arc<Work> {
        self.0.retain(|other| other.strong_count() > 0);
        self.0.push(Arc::downgrade(&work));
        work
    }

    /// Calls off all that runs. It stops at its next step.
    pub fn call_off(&self) {
        self.running().for_each(|work| work.is_called_off.store(true, Ordering::Relaxed));
    }

    /// Whether somebody waits for one who may be waited for: not for longer than [`LONGEST`].
    pub fn is_waited_for(&self) -> bool {
        self.running().any(|work| since_boot().saturating_sub(work.begun) < LONGEST)
    }

    fn running(&self) -> impl Iterator<Item = Arc<Work>> + '_ {
        self.0.iter().filter_map(Weak::upgrade)
    }
}

#[cfg(test)]
mod tests {
    #![allow(missing_docs)]

    use super::*;

    #[test]
    fn work_is_waited_for_until_it_ends_or_has_taken_too_long() {
        let mut works = Works::default();
        assert!(!works.is_waited_for());
        let work = works.begin();
        assert!(works.is_waited_for());
        drop(work);
        assert!(!works.is_waited_for(), "it has ended");
        let stuck = works.add(Work::begun_at(since_boot().saturating_sub(LONGEST)));
        assert!(!works.is_waited_for(), "it has taken too long");
        works.call_off();
        assert!(stuck.is_called_off(), "and can be called off all the same");
    }
}
