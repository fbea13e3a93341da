//! Long work: the page is told how far it has come, and may call it off. So does locking: a vault that
//! is to be locked is not kept open by what can be done again.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use farled_app::{OnProgress, Progress, Result};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::Shell;

/// How often the page is told at most: about as often as one sees a bar move.
const EVERY: Duration = Duration::from_millis(80);

/// How far the long work has come, in whatever it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct Working {
    /// What is done.
    pub done: u32,
    /// Of how much; 0 while it is not known.
    pub total: u32,
}

impl From<Progress> for Working {
    /// Counts of bytes may be larger than a number of the page: both are halved alike until they fit.
    fn from(reached: Progress) -> Self {
        let over = 32_u32.saturating_sub(reached.total.max(reached.done).leading_zeros());
        let fitting = |count: u64| u32::try_from(count >> over).unwrap_or(u32::MAX);
        Self { done: fitting(reached.done), total: fitting(reached.total) }
    }
}

/// Does long work with the shell: `work` tells how far it has come, and is called off when the page or
/// the lock asks for it. It then fails with `cancelled`, and nothing has changed.
pub fn at_length<R>(app: &AppHandle, work: impl FnOnce(&Shell, OnProgress<'_>) -> Result<R>) -> Result<R> {
    let shell = app.state::<Shell>();
    let running = shell.begin_work();
    let mut told: Option<Instant> = None;
    let mut on_progress = |reached: Progress| {
        if told.is_none_or(|at| at.elapsed() >= EVERY) {
            told = Some(Instant::now());
            // A page that can't be told sees no bar; the work is the same.
            let _ = Working::from(reached).emit(app);
        }
        if running.is_called_off() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    // Told at once: what is not counted yet is begun all the same.
    let _ = on_progress(Progress::default());
    let result = work(&shell, &mut on_progress);
    // Whoever waited for it without touching a key gets the usual time to look at what came of it.
    shell.note_activity();
    result
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]

    use super::*;

    #[test]
    fn large_counts_keep_their_proportion() {
        let small = Working::from(Progress { done: 3, total: u64::from(u32::MAX) });
        assert_eq!(small, Working { done: 3, total: u32::MAX });
        let large = Working::from(Progress { done: 5 << 40, total: 10 << 40 });
        assert_eq!(large.done * 2, large.total);
        assert_eq!(Working::from(Progress::default()), Working { done: 0, total: 0 });
    }
}
