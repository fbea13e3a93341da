//! Papers that are handed out: the week of one person, and the sheet with the recovery key.
//!
//! A paper is laid out in a sealed world (see `world`): no files, no network, no clock. The same input gives
//! the same bytes. What is typed stands on the paper as it was typed, whole, however long; a character
//! that no font has is an error, never a gap.

mod characters;
mod error;
mod fonts;
mod layout;
mod leak;
mod paper;
mod printed;
mod recovery_sheet;
mod text;
mod week_input;
mod week_plan;
mod world;

pub use error::PrintError;
pub use leak::{Leak, LeakPlace, leaks};
pub use paper::Paper;
pub use printed::Printed;
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use week_plan::{DayPlan, PrintedAppointment, PrintedCall, PrintedRoutine, WeekPlan, week_plan};
