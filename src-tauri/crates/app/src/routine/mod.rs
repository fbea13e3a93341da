//! Routines and the ticks of a week.

mod board;
mod save;
mod tick;

pub use board::{RoutineBoard, RoutineBox, RoutineRow, WeekCount, board};
pub use save::{end, remove, save};
pub use tick::{TickEdit, tick};
