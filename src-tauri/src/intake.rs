//! Files on their way into the vault: those dropped upon the window, and where added ones came from.
//! All of it is forgotten when the vault locks.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use farled_case::AttachmentId;

/// Files on their way.
#[derive(Default)]
pub struct Intake {
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    dropped: Vec<PathBuf>,
    sources: HashMap<AttachmentId, PathBuf>,
}

impl Intake {
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what was dropped, until it is added or something else is dropped.
    pub fn drop(&self, paths: Vec<PathBuf>) {
        self.files().dropped = paths;
    }

    /// Takes what was dropped.
    pub fn take_dropped(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.files().dropped)
    }

    /// Remembers where an attachment came from, so that the user can have the file removed.
    pub fn keep_source(&self, id: AttachmentId, path: PathBuf) {
        self.files().sources.insert(id, path);
    }

    /// Takes where an attachment came from.
    pub fn take_source(&self, id: AttachmentId) -> Option<PathBuf> {
        self.files().sources.remove(&id)
    }

    /// Forgets every path.
    pub fn forget(&self) {
        *self.files() = Files::default();
    }
}
