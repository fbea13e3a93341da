//! Locking: the page is told first so that it can save what is being written, then the vault is
//! locked whether it answered or not, and the page is loaded anew so that no text stays in it.

use std::{thread, time::Duration};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::{Shell, window::MAIN};

/// How often the watch looks at the time since the last key or click.
const LOOK: Duration = Duration::from_secs(2);

/// How long the page has to save drafts. Drafts are saved within a second while they are written, so
/// that this is seldom needed.
const GRACE: Duration = Duration::from_millis(1_500);

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

/// Locks the vault and loads the page anew.
pub fn finish(app: &AppHandle) {
    app.state::<Shell>().lock();
    if let Some(window) = app.get_webview_window(MAIN) {
        // When the page can't be loaded anew, it is closed: text must not stay on the screen.
        if window.reload().is_err() {
            let _ = window.destroy();
        }
    }
}

/// Watches for the time after which nobody is there any more.
pub fn watch(app: AppHandle) {
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            if app.state::<Shell>().is_idle() {
                begin(&app, Reason::Idle);
                thread::sleep(GRACE + LOOK);
            }
        }
    });
}
