//! What the shell holds between two commands: where the vault lies, and the desk while it is unlocked.
//!
//! The desk serves one command at a time. Whether somebody sits at it is known beside it, so that locking,
//! the watch and the window never wait for a long command to be told.

mod works;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use chrono::NaiveDate;
use farled_app::{
    Clock, Desk, Failure, Result,
    exchange::OpenedBundle,
    settings,
    vault::{self, OlderView, RecoveryKey},
};

use self::works::{Work, Works};
use crate::{intake::Intake, process::since_boot};

/// How long commands that were waiting when the lock came are waited for. They may be saving a draft.
const TURN: Duration = Duration::from_secs(3);

/// How long an unlocking waits at most for the lock before it.
const SLOWEST_LOCK: Duration = Duration::from_secs(60);

/// What the shell holds.
pub struct Shell {
    folder: PathBuf,
    sample_folder: PathBuf,
    /// Where is remembered which change of the vault was seen last; none in tests of the shell alone.
    state_folder: Option<PathBuf>,
    clock: Clock,
    intake: Intake,
    seat: Mutex<Seat>,
    inner: Mutex<Inner>,
}

/// What is known without waiting for the desk. Taken only for a moment, and never held while waiting
/// for [`Inner`].
struct Seat {
    /// Whether commands are let in: from the moment a vault is unlocked to the moment it begins to lock.
    is_open: bool,
    is_sample: bool,
    /// How often the vault has been locked or asked to be. An unlocking that began before the latest is
    /// not let in: the person who typed the passphrase may have closed the lid since.
    locks: u64,
    /// How many commands wait for their turn.
    waiting: usize,
    /// When somebody last touched a key, by [`since_boot`].
    last_activity: Duration,
    lock_after: Duration,
    /// The long work that runs.
    works: Works,
    copies_stay: Duration,
}

#[derive(Default)]
struct Inner {
    desk: Option<Desk>,
    /// The recovery key of a vault just made, until its sheet has been put away.
    recovery: Option<(RecoveryKey, NaiveDate)>,
    /// A bundle that was opened and waits to be merged.
    bundle: Option<OpenedBundle>,
    /// What was seen here and is missing, until somebody says that it may be.
    older: Option<OlderView>,
}

impl Shell {
    /// A shell with a locked vault.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock, runtime_folder: &Path) -> Self {
        Self {
            folder,
            sample_folder: runtime_folder.join("sample"),
            state_folder: None,
            clock,
            intake: Intake::default(),
            seat: Mutex::new(Seat {
                is_open: false,
                is_sample: false,
                locks: 0,
                waiting: 0,
                last_activity: Duration::ZERO,
                lock_after: minutes(5),
                works: Works::default(),
                copies_stay: Duration::from_secs(30),
            }),
            inner: Mutex::new(Inner::default()),
        }
    }

    /// Remembers in this folder which change of the vault was seen last.
    #[must_use]
    pub fn remembering_in(self, folder: PathBuf) -> Self {
        Self { state_folder: Some(folder), ..self }
    }

    /// Where the vault lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a vault with sample people lies: in memory, gone when the app is closed.
    pub fn sample_folder(&self) -> &Path {
        &self.sample_folder
    }

    /// Files on their way into the vault.
    pub fn intake(&self) -> &Intake {
        &self.intake
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

    fn seat(&self) -> MutexGuard<'_, Seat> {
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for its turn, unless the vault is locked or being locked.
    fn enter(&self) -> Result<MutexGuard<'_, Inner>> {
        let mut seat = self.seat();
        if !seat.is_open {
            return Err(locked());
        }
        seat.waiting += 1;
        drop(seat);
        let inner = self.inner();
        self.seat().waiting -= 1;
        Ok(inner)
    }

    /// Calls an operation with the desk, unless the vault is locked.
    pub fn desk<R>(&self, operation: impl FnOnce(&mut Desk) -> Result<R>) -> Result<R> {
        let result = operation(self.enter()?.desk.as_mut().ok_or_else(locked)?);
        farled_memory::wipe_stack();
        result
    }

    /// Opens a vault, which may take a while, and sits down at it. Answers `locked` when it was asked to
    /// lock meanwhile.
    pub fn let_in<R>(&self, is_sample: bool, open: impl FnOnce() -> Result<(Desk, R)>) -> Result<R> {
        let locks = self.seat().locks;
        self.wait_for_the_lock();
        let (desk, told) = open()?;
        self.sit_down(desk, is_sample, locks)?;
        Ok(told)
    }

    /// Waits until a vault that is being locked is. The door is there before the last command has ended:
    /// whoever is quick with the passphrase would find the files still in use.
    pub fn wait_for_the_lock(&self) {
        let begun = Instant::now();
        while !self.is_unlocked() && self.inner().desk.is_some() && begun.elapsed() < SLOWEST_LOCK {
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn sit_down(&self, desk: Desk, is_sample: bool, locks: u64) -> Result<()> {
        let settings = settings::show(&desk)?;
        let older = match &self.state_folder {
            Some(folder) if !is_sample => vault::look(&desk, folder)?,
            _ => None,
        };
        if older.is_none() && !is_sample {
            self.remember(&desk);
        }
        let mut inner = self.inner();
        let mut seat = self.seat();
        if seat.locks != locks {
            return Err(locked());
        }
        *inner = Inner { desk: Some(desk), older, ..Inner::default() };
        seat.is_open = true;
        seat.is_sample = is_sample;
        seat.last_activity = since_boot();
        seat.lock_after = minutes(settings.auto_lock_minutes);
        seat.copies_stay = Duration::from_secs(settings.clipboard_seconds.into());
        Ok(())
    }

    /// Calls an operation with the desk of a vault that is being locked, once no command is let in any
    /// more. None: nobody sits at it.
    pub fn last_words<R>(&self, operation: impl FnOnce(&mut Desk) -> R) -> Option<R> {
        self.inner().desk.as_mut().map(operation)
    }

    /// Remembers the change that the vault ends with. A folder that can't be written only makes an older
    /// copy go unseen that is put back later.
    fn remember(&self, desk: &Desk) {
        if let (Some(folder), None) = (&self.state_folder, vault::rescued(desk)) {
            let _ = vault::remember(desk, folder);
        }
    }

    /// Remembers the vault as it is now: what was remembered under earlier keys can't be read any more.
    pub fn remember_now(&self) -> Result<()> {
        let inner = self.enter()?;
        if !self.is_sample() {
            self.remember(inner.desk.as_ref().ok_or_else(locked)?);
        }
        Ok(())
    }

    /// What was seen of this vault and is missing from it.
    pub fn older(&self) -> Result<Option<OlderView>> {
        Ok(self.enter()?.older.clone())
    }

    /// Takes the vault as it is for the right one, such as one that was restored from a backup.
    pub fn accept_older(&self) -> Result<()> {
        let mut inner = self.enter()?;
        inner.older = None;
        self.remember(inner.desk.as_ref().ok_or_else(locked)?);
        Ok(())
    }

    /// Lets no further command in: from now on each answers `locked`, even while one still runs. Long
    /// work is called off. Whether the vault was open.
    pub fn close(&self) -> bool {
        let mut seat = self.seat();
        seat.locks += 1;
        let was_open = std::mem::take(&mut seat.is_open);
        drop(seat);
        self.call_off();
        was_open
    }

    /// Begins long work, which [`Self::call_off`] stops. It has ended when it is dropped.
    pub fn begin_work(&self) -> Arc<Work> {
        self.seat().works.begin()
    }

    /// Calls off all long work that runs. It stops at its next step.
    pub fn call_off(&self) {
        self.seat().works.call_off();
    }

    /// Locks: everything that was open is dropped, and with it zeroised. Waits for the command that
    /// runs, and for those that were waiting for their turn.
    pub fn lock(&self) {
        // Once it is closed, whoever unlocks next has come since, and is not to be sent away.
        if self.is_unlocked() {
            self.close();
        }
        let mut inner = self.inner();
        let begun = Instant::now();
        while self.seat().waiting > 0 && begun.elapsed() < TURN {
            drop(inner);
            thread::sleep(Duration::from_millis(5));
            inner = self.inner();
        }
        if let (Some(desk), None, false) = (&inner.desk, &inner.older, self.is_sample()) {
            self.remember(desk);
        }
        *inner = Inner::default();
        self.intake.forget();
        let mut seat = self.seat();
        seat.is_open = false;
        let was_sample = std::mem::take(&mut seat.is_sample);
        drop(seat);
        drop(inner);
        if was_sample {
            // Fictitious people; if the folder can't be removed now, it goes with the runtime folder.
            let _ = fs::remove_dir_all(&self.sample_folder);
        }
    }

    /// Whether a vault is unlocked and not being locked.
    pub fn is_unlocked(&self) -> bool {
        self.seat().is_open
    }

    /// How often the vault has been locked or asked to be: what was begun at another count belongs to
    /// somebody who may have left.
    #[cfg(not(feature = "e2e"))]
    pub fn locks(&self) -> u64 {
        self.seat().locks
    }

    /// Whether it is the one with sample people.
    pub fn is_sample(&self) -> bool {
        self.seat().is_sample
    }

    /// Notes that somebody is there.
    pub fn note_activity(&self) {
        self.seat().last_activity = since_boot();
    }

    /// Sets the time without a key or a click after which the vault locks.
    pub fn set_lock_after(&self, value: u16) {
        self.seat().lock_after = minutes(value);
    }

    /// Sets the seconds after which what was copied is taken off the clipboard.
    pub fn set_copies_stay(&self, seconds: u16) {
        self.seat().copies_stay = Duration::from_secs(seconds.into());
    }

    /// How long what was copied stays on the clipboard.
    pub fn copies_stay(&self) -> Duration {
        self.seat().copies_stay
    }

    /// Whether an unlocked vault has been left alone for too long, and not for the sake of long work.
    /// Measured by a clock that no change of the computer's time moves and that goes on while the computer
    /// sleeps.
    pub fn is_idle(&self) -> bool {
        let seat = self.seat();
        seat.is_open
            && since_boot().saturating_sub(seat.last_activity) >= seat.lock_after
            && !seat.works.is_waited_for()
    }

    /// Keeps the recovery key of a vault just made; not once that is locked.
    pub fn keep_recovery(&self, key: RecoveryKey, made_on: NaiveDate) {
        let mut inner = self.inner();
        inner.recovery = inner.desk.is_some().then_some((key, made_on));
    }

    /// Forgets it.
    pub fn forget_recovery(&self) {
        self.inner().recovery = None;
    }

    /// Reads it.
    pub fn recovery<R>(&self, read: impl FnOnce(&RecoveryKey, NaiveDate) -> Result<R>) -> Result<R> {
        match &self.enter()?.recovery {
            Some((key, made_on)) => read(key, *made_on),
            None => Err(Failure::new("recovery-sheet-gone")),
        }
    }

    /// Keeps an opened bundle until it is merged or put aside, or the vault is locked.
    pub fn keep_bundle(&self, bundle: Option<OpenedBundle>) {
        let mut inner = self.inner();
        inner.bundle = bundle.filter(|_| inner.desk.is_some());
    }

    /// Calls an operation with the desk and the opened bundle. The bundle is kept when it fails.
    pub fn desk_and_bundle<R>(
        &self,
        operation: impl FnOnce(&mut Desk, &OpenedBundle) -> Result<R>,
    ) -> Result<R> {
        let mut inner = self.enter()?;
        let Inner { desk, bundle, .. } = &mut *inner;
        let desk = desk.as_mut().ok_or_else(locked)?;
        let opened = bundle.as_ref().ok_or_else(|| Failure::new("bundle-put-aside"))?;
        let result = operation(desk, opened);
        farled_memory::wipe_stack();
        let result = result?;
        *bundle = None;
        Ok(result)
    }
}

fn minutes(minutes: u16) -> Duration {
    Duration::from_secs(u64::from(minutes) * 60)
}

/// What everything answers while the vault is locked.
pub fn locked() -> Failure {
    Failure::new("locked")
}

#[cfg(test)]
mod tests;
