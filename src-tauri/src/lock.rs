//! Locking: the page is told first so that it can save what is being written, then the vault is
//! locked whether it answered or not, and the page is loaded anew so that no text stays in it.

use std::{
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
    process::since_boot,
    window::MAIN,
};

/// How often the watch looks at the time since the last key or click.
const LOOK: Duration = Duration::from_secs(2);

/// How long the page has to save drafts. Drafts are saved within a second while they are written, so
/// that this is seldom needed.
const GRACE: Duration = Duration::from_millis(1_500);

/// How far the clock that goes on in sleep must have run ahead of the other for the computer to have
/// slept; far more than between two readings.
const LEAST_SLEEP: Duration = Duration::from_secs(1);

/// Why the vault locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody has touched a key for a while.
    Idle,
    /// The window is being closed.
    Close,
}

/// Tells the page to save and to lock.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct Locking {
    /// Why.
    pub reason: Reason,
}

/// Begins to lock: the page saves and locks by itself; after [`GRACE`] the vault is locked anyway.
pub fn begin(app: &AppHandle, reason: Reason) {
    let app = app.clone();
    thread::spawn(move || {
        // A page that can't be told can't hold anything up either.
        let _ = Locking { reason }.emit(&app);
        let mut waited = Duration::ZERO;
        while app.state::<Shell>().is_unlocked() && waited < GRACE {
            thread::sleep(Duration::from_millis(50));
            waited += Duration::from_millis(50);
        }
        finish(&app);
        if reason == Reason::Close {
            app.exit(0);
        }
    });
}

/// Locks the vault and loads the page anew. The page goes first: it must not stay on the screen until a
/// long command has ended.
pub fn finish(app: &AppHandle) {
    app.state::<Shell>().close();
    if let Some(window) = app.get_webview_window(MAIN) {
        // When the page can't be loaded anew, it is closed: text must not stay on the screen.
        if window.reload().is_err() {
            let _ = window.destroy();
        }
    }
    backups::before_lock(&app.state::<Shell>(), &app.state::<Backups>());
    app.state::<Shell>().lock();
}

/// Watches for the time after which nobody is there any more, and for the computer waking up: whoever
/// opens the lid is not known to be the one who closed it.
pub fn watch(app: AppHandle) {
    thread::spawn(move || {
        let (mut awake, mut total) = (Instant::now(), since_boot());
        loop {
            thread::sleep(LOOK);
            let slept = since_boot().saturating_sub(total).saturating_sub(awake.elapsed());
            (awake, total) = (Instant::now(), since_boot());
            let shell = app.state::<Shell>();
            if shell.is_idle() || (shell.is_unlocked() && slept > LEAST_SLEEP) {
                begin(&app, Reason::Idle);
                thread::sleep(GRACE + LOOK);
            }
        }
    });
}
