//! Locking: the page is told first so that it can save what is being written, then the vault is
//! locked whether it answered or not, and the page's process ends so that no text stays in it. Whatever
//! the reason, it goes this one way.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::{
    Shell,
    backups::{self, Backups},
    clipboard, dialogs,
    process::since_boot,
    watch::Done,
    window,
};

/// How often the watch looks at the time since the last key or click.
const LOOK: Duration = Duration::from_secs(2);

/// How long the page has to save drafts. Drafts are saved within a second while they are written, so
/// that this is seldom needed. The system waits five seconds with going to sleep.
const GRACE: Duration = Duration::from_millis(1_500);

/// How far the clock that goes on in sleep must have run ahead of the other for the computer to have
/// slept; far more than between two readings.
const LEAST_SLEEP: Duration = Duration::from_secs(1);

/// How often a page without a vault is loaded anew at most, however often it is asked for.
const LEAST_BETWEEN: Duration = Duration::from_secs(2);

/// Why the vault locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody has touched a key for a while.
    Idle,
    /// The computer goes to sleep or is being shut down, or has slept.
    Sleep,
    /// The desktop's session was locked.
    Session,
    /// The screen saver has begun.
    Screensaver,
    /// The window is being closed.
    Close,
    /// The session ends, or the program was asked to end.
    End,
}

impl Reason {
    fn ends_the_program(self) -> bool {
        matches!(self, Self::Close | Self::End)
    }

    /// The system waits five seconds, then it sleeps or is off: a backup that is due has to wait.
    fn is_pressing(self) -> bool {
        matches!(self, Self::Sleep | Self::End)
    }
}

/// Tells the page to save and to lock.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct Locking {
    /// Why.
    pub reason: Reason,
}

/// What is under way, so that many reasons at once make one lock.
#[derive(Default)]
pub struct UnderWay(Mutex<State>);

#[derive(Default)]
struct State {
    is_locking: bool,
    ends: bool,
    is_pressing: bool,
    /// Whether nothing but the window's close button asked.
    is_close_alone: bool,
    is_put_off: bool,
    then: Vec<Done>,
    /// When a page without a vault was last loaded anew.
    renewed: Option<Instant>,
}

impl UnderWay {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a reason. Whether locking is to begin now: else it has, and does this too.
    fn add(&self, reason: Reason, then: Option<Done>) -> bool {
        let mut state = self.state();
        state.then.extend(then);
        state.ends |= reason.ends_the_program();
        state.is_pressing |= reason.is_pressing();
        state.is_close_alone = reason == Reason::Close && (state.is_close_alone || !state.is_locking);
        !mem::replace(&mut state.is_locking, true)
    }

    /// Something could not be saved: a window that was only to be closed stays.
    pub fn put_off(&self) {
        let mut state = self.state();
        state.is_put_off = state.is_locking && state.is_close_alone;
    }

    /// Whether the window stays. Then nothing is under way any more.
    fn stays(&self) -> bool {
        let mut state = self.state();
        let stays = mem::take(&mut state.is_put_off) && state.is_close_alone;
        if stays {
            state.is_locking = false;
            state.ends = false;
        }
        stays
    }

    /// Whether a page without a vault may be loaded anew.
    fn may_renew(&self) -> bool {
        let mut state = self.state();
        let may = state.renewed.is_none_or(|renewed| renewed.elapsed() >= LEAST_BETWEEN);
        if may {
            state.renewed = Some(Instant::now());
        }
        may
    }

    /// Whether there is no time for a last backup.
    fn is_pressing(&self) -> bool {
        self.state().is_pressing
    }

    /// Locked: what is to be done now, and whether the program ends.
    fn end(&self) -> (Vec<Done>, bool) {
        let mut state = self.state();
        state.is_locking = false;
        state.is_pressing = false;
        (mem::take(&mut state.then), state.ends)
    }
}

/// Begins to lock: the page saves and locks by itself; after [`GRACE`] the vault is locked anyway. When
/// it is locked, and only then, `then` is done.
pub fn begin(app: &AppHandle, reason: Reason, then: Option<Done>) {
    if !app.state::<UnderWay>().add(reason, then) {
        return;
    }
    let app = app.clone();
    thread::spawn(move || {
        if app.state::<Shell>().is_unlocked() {
            // A page that can't be told can't hold anything up either.
            let _ = Locking { reason }.emit(&app);
            let begun = Instant::now();
            while app.state::<Shell>().is_unlocked() && begun.elapsed() < GRACE {
                thread::sleep(Duration::from_millis(20));
                if app.state::<UnderWay>().stays() {
                    return;
                }
            }
            finish(&app);
        } else if app.state::<UnderWay>().may_renew() && !is_restoring(&app, reason) {
            // Half a passphrase may stand there, or one be on its way to open the vault.
            anew(&app);
        }
        let (then, ends) = app.state::<UnderWay>().end();
        then.into_iter().for_each(|done| done());
        if ends {
            app.exit(0);
        }
    });
}

/// Whether a vault is being restored at the door, which tells nothing and may take long: a screen saver
/// must not call it off.
fn is_restoring(app: &AppHandle, reason: Reason) -> bool {
    matches!(reason, Reason::Screensaver | Reason::Session) && app.state::<Backups>().percent().is_some()
}

/// Locks the vault and gives the window a new page, unless that has been done already.
pub fn finish(app: &AppHandle) {
    if app.state::<Shell>().close() {
        anew(app);
    } else {
        // Whoever was first may still be at it: the last command, the last backup.
        app.state::<Shell>().wait_for_the_lock();
    }
}

/// Locks the vault, empties the clipboard and gives the window a new page. The page goes first: it must
/// not stay on the screen until a long command has ended.
pub fn anew(app: &AppHandle) {
    let shell = app.state::<Shell>();
    shell.close();
    window::renew(app);
    dialogs::close(app);
    clipboard::forget(app);
    last_backup(app);
    shell.lock();
    farled_memory::give_back();
}

/// Makes the backup that is due, if there is time; ends the one that runs.
fn last_backup(app: &AppHandle) {
    let time = if app.state::<UnderWay>().is_pressing() { Duration::ZERO } else { backups::BEFORE_LOCK };
    backups::before_lock(&app.state::<Shell>(), &app.state::<Backups>(), time);
}

/// Watches for the time after which nobody is there any more, and for the computer waking up: whoever
/// opens the lid is not known to be the one who closed it.
pub fn watch(app: AppHandle) {
    thread::spawn(move || {
        let (mut awake, mut total) = (Instant::now(), since_boot());
        loop {
            thread::sleep(LOOK);
            let slept = slept(since_boot().saturating_sub(total), awake.elapsed());
            (awake, total) = (Instant::now(), since_boot());
            let shell = app.state::<Shell>();
            if shell.is_idle() {
                begin(&app, Reason::Idle, None);
            } else if shell.is_unlocked() && slept {
                begin(&app, Reason::Sleep, None);
            }
        }
    });
}

/// Whether the computer slept: the clock that goes on meanwhile has run ahead of the one that stands.
/// Neither is the clock on the wall, which people and time servers move.
fn slept(total: Duration, awake: Duration) -> bool {
    total.saturating_sub(awake) > LEAST_SLEEP
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;

    #[test]
    fn many_reasons_at_once_make_one_lock_that_does_what_each_asked() {
        let under_way = UnderWay::default();
        let done = Arc::new(AtomicUsize::new(0));
        let count = || -> Option<Done> {
            let done = done.clone();
            Some(Box::new(move || {
                done.fetch_add(1, Ordering::Relaxed);
            }))
        };
        assert!(under_way.add(Reason::Sleep, count()));
        assert!(!under_way.add(Reason::Screensaver, None), "it has begun");
        assert!(!under_way.add(Reason::Session, count()));
        assert!(under_way.is_pressing(), "nothing is begun that sleep would wait for");
        let (then, ends) = under_way.end();
        assert!(!ends, "the program goes on after sleep");
        assert!(!under_way.is_pressing());
        then.into_iter().for_each(|done| done());
        assert_eq!(done.load(Ordering::Relaxed), 2);
        assert!(under_way.add(Reason::Idle, None), "the next one begins anew");
        assert!(!under_way.add(Reason::End, None));
        assert!(under_way.end().1, "closed while it was locking: it ends");
    }

    #[test]
    fn a_window_that_could_not_save_stays_unless_something_else_asks_too() {
        let under_way = UnderWay::default();
        under_way.put_off();
        assert!(!under_way.stays(), "nothing was under way");
        assert!(under_way.add(Reason::Close, None));
        assert!(!under_way.stays(), "all was saved");
        under_way.put_off();
        assert!(under_way.stays());
        assert!(under_way.add(Reason::Close, None), "closed again");
        assert!(!under_way.stays(), "one that was put off is no reason to put the next one off");
        for other in [Reason::Sleep, Reason::Session, Reason::Screensaver, Reason::Idle, Reason::End] {
            for (first, second) in [(Reason::Close, other), (other, Reason::Close)] {
                let under_way = UnderWay::default();
                under_way.add(first, None);
                under_way.put_off();
                under_way.add(second, None);
                under_way.put_off();
                assert!(!under_way.stays(), "{first:?}, {second:?}");
            }
        }
    }

    #[test]
    fn a_door_is_not_hung_anew_by_every_message_of_a_flood() {
        let under_way = UnderWay::default();
        assert_eq!((0..10_000).filter(|_| under_way.may_renew()).count(), 1);
    }

    #[test]
    fn sleep_is_told_by_two_clocks_that_nobody_moves() {
        let seconds = Duration::from_secs;
        assert!(slept(seconds(3_600), seconds(2)));
        assert!(!slept(seconds(2), seconds(2)));
        // A busy machine looks late: both clocks have gone on.
        assert!(!slept(seconds(90), seconds(90)));
    }

    #[test]
    fn the_clock_on_the_wall_has_no_say() {
        for (name, source) in [("lock.rs", include_str!("lock.rs")), ("shell.rs", include_str!("shell.rs"))] {
            let code = source.split("#[cfg(test)]").next().unwrap();
            for wall in ["SystemTime", "Utc::now", "Local::now", ".wall()", "clock.now()"] {
                assert!(!code.contains(wall), "{name} asks {wall}");
            }
        }
    }
}
