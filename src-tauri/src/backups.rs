//! Backups while the window is open: by themselves when they are due, beside whatever else is done, and once
//! more before the vault is locked.

use std::{
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use farled_app::{
    Failure, Result,
    backup::{self, Made, Moment, Progress},
};
use tauri::{AppHandle, Manager};

use crate::Shell;

/// How often it is looked whether one is due. A memory stick that is plugged in is found within this time.
const LOOK: Duration = Duration::from_secs(30);

/// How long one that failed is not tried again; twice as long after each time, up to the longest. Each try
/// may copy the whole vault.
const FIRST_PAUSE: Duration = Duration::from_secs(5 * 60);
const LONGEST_PAUSE: Duration = Duration::from_secs(4 * 60 * 60);

/// How soon an unlocking is noticed.
const SOON: Duration = Duration::from_secs(2);

/// How long locking waits for a backup that is due, and for one that runs to end. It is a second for
/// thousands of notes; what takes longer is made the next time.
pub const BEFORE_LOCK: Duration = Duration::from_secs(3);

/// The backup that runs, and the file that was chosen to be restored.
#[derive(Default)]
pub struct Backups {
    running: Mutex<Option<Arc<Running>>>,
    chosen: Mutex<Option<PathBuf>>,
}

/// Work that tells how far it has come.
#[derive(Default)]
pub struct Running {
    percent: AtomicU32,
    is_called_off: AtomicBool,
}

impl Running {
    /// Takes note of how far it has come; says whether it goes on.
    pub fn reach(&self, progress: Progress) -> ControlFlow<()> {
        let percent = progress.done.saturating_mul(100).checked_div(progress.total).unwrap_or_default();
        self.percent.store(u32::try_from(percent.min(100)).unwrap_or(100), Ordering::Relaxed);
        if self.is_called_off.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// Ends when dropped.
pub struct Turn<'a> {
    backups: &'a Backups,
    running: Arc<Running>,
}

impl std::ops::Deref for Turn<'_> {
    type Target = Running;
    fn deref(&self) -> &Running {
        &self.running
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.backups.running() = None;
    }
}

impl Backups {
    fn running(&self) -> MutexGuard<'_, Option<Arc<Running>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the turn; `backup-running` while somebody else has it.
    pub fn begin(&self) -> Result<Turn<'_>> {
        let mut present = self.running();
        if present.is_some() {
            return Err(Failure::new("backup-running"));
        }
        let running = Arc::new(Running::default());
        *present = Some(running.clone());
        Ok(Turn { backups: self, running })
    }

    /// How far the one that runs has come, in percent.
    pub fn percent(&self) -> Option<u32> {
        self.running().as_ref().map(|running| running.percent.load(Ordering::Relaxed))
    }

    /// Calls off the one that runs. What it had begun is taken back.
    pub fn call_off(&self) {
        if let Some(running) = self.running().as_ref() {
            running.is_called_off.store(true, Ordering::Relaxed);
        }
    }

    /// Remembers the file that was chosen to be restored.
    pub fn choose(&self, file: Option<PathBuf>) {
        *self.chosen.lock().unwrap_or_else(PoisonError::into_inner) = file;
    }

    /// That file.
    pub fn chosen(&self) -> Result<PathBuf> {
        let chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        chosen.ok_or_else(|| Failure::new("file-missing"))
    }
}

/// Makes a backup beside the desk, which is only needed at its beginning and its end.
pub fn make(shell: &Shell, backups: &Backups) -> Result<Made> {
    let turn = backups.begin()?;
    let job = shell.desk(|desk| backup::begin(desk))?;
    let result = job.run(&mut |progress| turn.reach(progress));
    // Locked meanwhile: the file is there or not, whole; the next one notes it.
    shell.desk(|desk| backup::finish(desk, result))
}

/// The time in which one that failed is not tried again by itself.
#[derive(Default)]
struct Pause {
    length: Duration,
    until: Option<Instant>,
}

impl Pause {
    fn is_over(&self, now: Instant) -> bool {
        self.until.is_none_or(|until| now >= until)
    }

    /// Takes note of what came of a try.
    fn note(&mut self, result: &Result<Made>, now: Instant) {
        match result {
            // To see that a memory stick is not plugged in costs nothing, and it is waited for.
            Err(failure) if failure.code != "folder-missing" => {
                self.length = (2 * self.length).clamp(FIRST_PAUSE, LONGEST_PAUSE);
                self.until = Some(now + self.length);
            }
            _ => *self = Self::default(),
        }
    }
}

/// Makes those that are due while a vault is unlocked.
pub fn watch(app: AppHandle) {
    thread::spawn(move || {
        let (mut was_open, mut looked, mut pause) = (false, Instant::now(), Pause::default());
        loop {
            thread::sleep(SOON);
            let (shell, backups) = (app.state::<Shell>(), app.state::<Backups>());
            let is_open = shell.is_unlocked() && !shell.is_sample();
            let moment = if was_open { Moment::Meanwhile } else { Moment::Unlocked };
            if is_open && (!was_open || looked.elapsed() >= LOOK) {
                looked = Instant::now();
                if !was_open {
                    pause = Pause::default();
                }
                look(&shell, &backups, moment, &mut pause);
            }
            was_open = is_open;
        }
    });
}

/// Makes one if it is due. What stands in the way is noted in the vault and said in the settings, once.
fn look(shell: &Shell, backups: &Backups, moment: Moment, pause: &mut Pause) {
    match shell.desk(|desk| backup::is_due(desk, moment)) {
        Ok(true) if pause.is_over(Instant::now()) => {
            let made = make(shell, backups);
            pause.note(&made, Instant::now());
        }
        Ok(false) => *pause = Pause::default(),
        _ => {}
    }
}

/// Before the vault is locked, with no command let in any more: ends the one that runs, and makes the one
/// that is due, as far as this much time allows.
pub fn before_lock(shell: &Shell, backups: &Backups, time: Duration) {
    let begun = Instant::now();
    while backups.percent().is_some() && begun.elapsed() < time {
        thread::sleep(Duration::from_millis(20));
    }
    backups.call_off();
    // It holds keys: not before it has ended is the vault locked.
    let ended = Instant::now();
    while backups.percent().is_some() && ended.elapsed() < 3 * BEFORE_LOCK {
        thread::sleep(Duration::from_millis(20));
    }
    if shell.is_sample() || begun.elapsed() >= time {
        return;
    }
    let Ok(turn) = backups.begin() else { return };
    let job = shell.last_words(|desk| match backup::is_due(desk, Moment::Locking) {
        Ok(true) => backup::begin(desk).ok(),
        _ => None,
    });
    let Some(Some(job)) = job else { return };
    let result = job.run(&mut |progress| match begun.elapsed() < time {
        true => turn.reach(progress),
        false => ControlFlow::Break(()),
    });
    // Noted in the vault either way; whoever locks is not held up by what went wrong.
    let _ = shell.last_words(|desk| backup::finish(desk, result));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    /// How often it is tried within a day of looking each 30 seconds.
    fn tries(code: &str) -> u32 {
        let (mut pause, begun, mut tries) = (Pause::default(), Instant::now(), 0);
        for look in 0..24 * 60 * 2 {
            let now = begun + look * LOOK;
            if pause.is_over(now) {
                tries += 1;
                pause.note(&Err(Failure::new(code)), now);
            }
        }
        tries
    }

    #[test]
    fn what_fails_is_tried_ever_less_often_and_a_memory_stick_is_waited_for() {
        for code in ["backup-no-room", "backup-damaged", "storage-failed", "read-only-folder", "cancelled"] {
            assert!((5..=12).contains(&tries(code)), "{code}: {} tries in a day", tries(code));
        }
        assert_eq!(tries("folder-missing"), 24 * 60 * 2);
    }

    #[test]
    fn what_succeeds_ends_the_pause() {
        let (mut pause, now) = (Pause::default(), Instant::now());
        for _ in 0..5 {
            pause.note(&Err(Failure::new("storage-failed")), now);
        }
        assert!(!pause.is_over(now + FIRST_PAUSE));
        let made = Made { name: String::new(), kilobytes: 1, records: 0, removed: 0 };
        pause.note(&Ok(made), now);
        assert!(pause.is_over(now));
        pause.note(&Err(Failure::new("storage-failed")), now);
        assert!(pause.is_over(now + FIRST_PAUSE), "the next failure begins anew");
    }
}
