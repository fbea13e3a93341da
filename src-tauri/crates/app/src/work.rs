//! Long work: who waits for it is told how far it has come, and may call it off.

use std::ops::ControlFlow;

use farled_vault::{OnProgress, Progress};

use crate::{Failure, Result};

/// Steps between two tellings. Telling costs a thousandth of the shortest step, and twenty steps are a
/// few hundredths of a second.
const EVERY: u64 = 20;

/// For work that nobody waits for: it goes on.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Counts the steps of long work.
pub(crate) struct Steps<'a> {
    on_progress: OnProgress<'a>,
    reached: Progress,
}

impl<'a> Steps<'a> {
    /// Begins to count up to `total`, and tells it.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn begin(total: usize, on_progress: OnProgress<'a>) -> Result<Self> {
        let mut steps = Self { on_progress, reached: Progress { done: 0, total: total as u64 } };
        steps.tell()?;
        Ok(steps)
    }

    /// One step is done.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn step(&mut self) -> Result<()> {
        self.reached.done += 1;
        if self.reached.done.is_multiple_of(EVERY) || self.reached.done == self.reached.total {
            self.tell()?;
        }
        Ok(())
    }

    /// Tells how far it has come.
    fn tell(&mut self) -> Result<()> {
        match (self.on_progress)(self.reached) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Failure::new("cancelled")),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]

    use super::*;

    #[test]
    fn the_last_step_is_told_and_a_call_to_stop_is_heard() {
        let mut told = Vec::new();
        let mut listen = |reached: Progress| {
            told.push(reached.done);
            if reached.done >= 40 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut steps = Steps::begin(30, &mut listen).unwrap();
        (0..30).try_for_each(|_| steps.step()).unwrap();
        let mut steps = Steps::begin(90, &mut listen).unwrap();
        assert_eq!((0..90).try_for_each(|_| steps.step()), Err(Failure::new("cancelled")));
        assert_eq!(told, [0, 20, 30, 0, 20, 40]);
    }
}
