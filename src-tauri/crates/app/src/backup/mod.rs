//! Backups: made by themselves or by hand, and restored.
//!
//! Making one has three steps, so that nobody has to wait for the desk meanwhile: [`begin`] takes what is
//! needed from the desk, [`Job::run`] works beside it, and [`finish`] notes what came of it and lets old
//! generations go.

mod make;
mod plan;
mod restore;
mod show;

pub use farled_vault::{OnProgress, Progress};
pub use make::{Job, Made, Written, back_up, begin, finish};
pub use plan::{BackupPlan, Frequency, Moment, is_due, plan, save_plan};
pub use restore::{BackupLook, Key, Present, RestoredView, inspect, look, restore, verify};
pub use show::{BackupView, FolderState, Generation, LastBackup, Nag, nag, show};
