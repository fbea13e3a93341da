//! The operations that people perform, each one small file; none knows how it is called.
//!
//! An operation takes the [`Desk`], an unlocked vault with the clock beside it, and a typed request;
//! it asks the rules of `farled_case`, writes through `farled_vault` in one transaction and answers
//! with a view: plain data that the interface and the command line show. What goes wrong is a
//! [`Failure`]: a code and its parameters, never a sentence.

pub mod attachment;
pub mod backup;
pub mod calendar;
pub mod calendar_file;
pub mod caseload;
mod clock;
pub mod conflict;
mod desk;
pub mod disclosure;
pub mod exchange;
mod failure;
pub mod file;
pub mod form;
pub mod library;
pub mod note;
pub mod party;
pub mod people;
pub mod plan;
pub mod request;
pub mod routine;
pub mod search;
pub mod settings;
pub mod today;
pub mod vault;
pub mod week_plan;
mod work;

pub use clock::{Clock, wall_of};
pub use desk::{Desk, new_id};
pub use failure::{Failure, Result};
pub use farled_vault::{OnProgress, Progress};
pub use work::unwatched;
