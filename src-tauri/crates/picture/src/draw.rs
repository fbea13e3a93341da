//! Drawing what a stranger may have made: apart, and not for ever.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use crate::DrawError;

/// How long drawing is waited for. A page of an ordinary PDF takes well under a second.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Room for files whose parts are nested deeply; the usual two MiB are soon used up. In bytes, taken
/// only as far as it is needed.
const STACK: usize = 128 << 20;

/// Whether something is still drawn that nobody waits for any more.
static IS_STUCK: AtomicBool = AtomicBool::new(false);

/// Does `work` on a thread of its own.
pub(crate) fn apart<R: Send + 'static>(
    work: impl FnOnce() -> Result<R, DrawError> + Send + 'static,
) -> Result<R, DrawError> {
    apart_for(PATIENCE, work)
}

fn apart_for<R: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> Result<R, DrawError> + Send + 'static,
) -> Result<R, DrawError> {
    if IS_STUCK.load(Ordering::Acquire) {
        return Err(DrawError::TookTooLong);
    }
    let (done, wait) = channel();
    let run = move || {
        // Nothing that `work` touches outlives it but its answer.
        let result = catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(DrawError::Damaged));
        // Nobody waits any more: then drawing is free again.
        if done.send(result).is_err() {
            IS_STUCK.store(false, Ordering::Release);
        }
    };
    if thread::Builder::new().stack_size(STACK).spawn(run).is_err() {
        return Err(DrawError::TooLarge);
    }
    match wait.recv_timeout(patience) {
        Ok(result) => result,
        Err(RecvTimeoutError::Disconnected) => Err(DrawError::Damaged),
        Err(RecvTimeoutError::Timeout) => {
            IS_STUCK.store(true, Ordering::Release);
            Err(DrawError::TookTooLong)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn what_panics_or_never_ends_is_told_and_the_next_is_drawn_again() {
        assert_eq!(apart(|| -> Result<(), _> { panic!("on purpose") }), Err(DrawError::Damaged));
        assert_eq!(apart(|| Ok(1)), Ok(1));
        let (go, gone) = channel::<()>();
        let stuck = move || {
            let _ = gone.recv();
            Ok(2)
        };
        assert_eq!(apart_for(Duration::from_millis(10), stuck), Err(DrawError::TookTooLong));
        assert_eq!(apart(|| Ok(3)), Err(DrawError::TookTooLong), "one at a time");
        drop(go);
        while apart(|| Ok(3)) != Ok(3) {
            thread::yield_now();
        }
    }
}
