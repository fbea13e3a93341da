//! What the shell holds between two commands: where the vault lies, and the desk while it is unlocked.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use farled_app::{Clock, Desk, Failure, Result, exchange::OpenedBundle, settings, vault::RecoveryKey};

/// What the shell holds.
pub struct Shell {
    folder: PathBuf,
    sample_folder: PathBuf,
    clock: Clock,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    desk: Option<Desk>,
    is_sample: bool,
    /// The recovery key of a vault just made, until its sheet has been put away.
    recovery: Option<(RecoveryKey, NaiveDate)>,
    /// A bundle that was opened and waits to be merged.
    bundle: Option<OpenedBundle>,
    last_activity: Option<Instant>,
    lock_after: Duration,
}

impl Shell {
    /// A shell with a locked vault.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock, runtime_folder: &Path) -> Self {
        Self {
            folder,
            sample_folder: runtime_folder.join("sample"),
            clock,
            inner: Mutex::new(Inner { lock_after: Duration::from_secs(5 * 60), ..Inner::default() }),
        }
    }

    /// Where the vault lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a vault with sample people lies: in memory, gone when the app is closed.
    pub fn sample_folder(&self) -> &Path {
        &self.sample_folder
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// A command that panicked leaves the vault as its last whole transaction had it, so what it held
    /// is still good.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls an operation with the desk, unless the vault is locked.
    pub fn desk<R>(&self, operation: impl FnOnce(&mut Desk) -> Result<R>) -> Result<R> {
        let mut inner = self.inner();
        operation(inner.desk.as_mut().ok_or_else(|| Failure::new("locked"))?)
    }

    /// Sits down at an unlocked vault.
    pub fn sit_down(&self, desk: Desk, is_sample: bool) -> Result<()> {
        let lock_after = minutes(settings::show(&desk)?.auto_lock_minutes);
        let mut inner = self.inner();
        *inner = Inner {
            desk: Some(desk),
            is_sample,
            recovery: None,
            bundle: None,
            last_activity: Some(Instant::now()),
            lock_after,
        };
        Ok(())
    }

    /// Locks: everything that was open is dropped, and with it zeroised.
    pub fn lock(&self) {
        let mut inner = self.inner();
        let was_sample = inner.is_sample;
        *inner = Inner { lock_after: inner.lock_after, ..Inner::default() };
        drop(inner);
        if was_sample {
            // Fictitious people; if the folder can't be removed now, it goes with the runtime folder.
            let _ = fs::remove_dir_all(&self.sample_folder);
        }
    }

    /// Whether a vault is unlocked.
    pub fn is_unlocked(&self) -> bool {
        self.inner().desk.is_some()
    }

    /// Whether it is the one with sample people.
    pub fn is_sample(&self) -> bool {
        self.inner().is_sample
    }

    /// Notes that somebody is there.
    pub fn note_activity(&self) {
        self.inner().last_activity = Some(Instant::now());
    }

    /// Sets the time without a key or a click after which the vault locks.
    pub fn set_lock_after(&self, value: u16) {
        self.inner().lock_after = minutes(value);
    }

    /// Whether an unlocked vault has been left alone for too long. Measured by a clock that no change
    /// of the computer's time moves.
    pub fn is_idle(&self) -> bool {
        let inner = self.inner();
        inner.desk.is_some() && inner.last_activity.is_some_and(|at| at.elapsed() >= inner.lock_after)
    }

    /// Keeps the recovery key of a vault just made.
    pub fn keep_recovery(&self, key: RecoveryKey, made_on: NaiveDate) {
        self.inner().recovery = Some((key, made_on));
    }

    /// Forgets it.
    pub fn forget_recovery(&self) {
        self.inner().recovery = None;
    }

    /// Reads it.
    pub fn recovery<R>(&self, read: impl FnOnce(&RecoveryKey, NaiveDate) -> Result<R>) -> Result<R> {
        match &self.inner().recovery {
            Some((key, made_on)) => read(key, *made_on),
            None => Err(Failure::new("recovery-sheet-gone")),
        }
    }

    /// Keeps an opened bundle until it is merged or put aside.
    pub fn keep_bundle(&self, bundle: Option<OpenedBundle>) {
        self.inner().bundle = bundle;
    }

    /// Calls an operation with the desk and the opened bundle. The bundle is kept when it fails.
    pub fn desk_and_bundle<R>(
        &self,
        operation: impl FnOnce(&mut Desk, &OpenedBundle) -> Result<R>,
    ) -> Result<R> {
        let mut inner = self.inner();
        let Inner { desk, bundle, .. } = &mut *inner;
        let desk = desk.as_mut().ok_or_else(|| Failure::new("locked"))?;
        let opened = bundle.as_ref().ok_or_else(|| Failure::new("bundle-put-aside"))?;
        let result = operation(desk, opened)?;
        *bundle = None;
        Ok(result)
    }
}

fn minutes(minutes: u16) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}
