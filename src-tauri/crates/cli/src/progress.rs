//! How far long work has come, on one line of a terminal that goes when the work is done.

use std::{
    io::{self, IsTerminal, Write},
    ops::ControlFlow,
    time::{Duration, Instant},
};

use farled_app::Progress;

/// How often the line is drawn anew at most.
const EVERY: Duration = Duration::from_millis(100);

/// The line. On standard error, and only if that is a terminal: what reads the output reads nothing of
/// it.
pub struct ProgressLine {
    is_terminal: bool,
    drawn: Option<Instant>,
}

impl ProgressLine {
    /// A line that is not drawn yet.
    pub fn new() -> Self {
        Self { is_terminal: io::stderr().is_terminal(), drawn: None }
    }

    /// Draws how far it has come. Ctrl+C ends the whole program: what is not whole by then is taken back
    /// when the vault is opened next.
    pub fn tell(&mut self, reached: Progress) -> ControlFlow<()> {
        if self.is_terminal && reached.total > 0 && self.drawn.is_none_or(|at| at.elapsed() >= EVERY) {
            self.drawn = Some(Instant::now());
            let percent = reached.done.saturating_mul(100) / reached.total;
            // A terminal that can't be written to has nobody before it.
            let _ = write!(io::stderr(), "\r{percent:>3} % ({} / {})", reached.done, reached.total);
        }
        ControlFlow::Continue(())
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
