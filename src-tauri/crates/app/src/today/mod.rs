//! What today needs.

mod show;
mod to_do;

pub use show::{DayState, TodayAppointment, TodayView, Unrecorded, show};
pub use to_do::{Quiet, ToDo, ToDoKind, to_do};
