//! How far long work has come.

use std::ops::ControlFlow;

/// How far long work has come, in whatever it counts: bytes, pages or records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What is done.
    pub done: u64,
    /// Of how much. It may grow while the work is done; 0 while it is not known.
    pub total: u64,
}

/// Is told how far work has come, and says whether it goes on. [`ControlFlow::Break`] takes back what was
/// begun.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress) -> ControlFlow<()>;
