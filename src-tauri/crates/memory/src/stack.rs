//! What functions that have returned leave on the stack.

use std::hint::black_box;

/// How much of the stack is wiped: more than any of our operations takes, and half of what Rust gives a
/// thread (2 MiB, `std::thread`).
const DEPTH: usize = 1024 * 1024;

/// Wipes the stack below the caller: short texts lie in values that are moved about rather than freed. To be
/// called when deep work has come back.
#[inline(never)]
pub fn wipe_stack() {
    // Kept by the compiler, since somebody might look at it.
    black_box(&mut [0_u8; DEPTH]);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::{fs::File, os::unix::fs::FileExt};

    use super::*;

    /// Leaves a text on the stack and tells where it lay.
    #[inline(never)]
    fn leave() -> u64 {
        let text = black_box(*b"fyren lyser over tallarna");
        black_box(&text).as_ptr() as u64
    }

    #[test]
    fn what_a_function_left_is_gone() {
        let memory = File::open("/proc/self/mem").unwrap();
        let mut seen = [0; 25];
        let place = leave();
        memory.read_exact_at(&mut seen, place).unwrap();
        assert_eq!(&seen, b"fyren lyser over tallarna", "the control: it is still there");
        wipe_stack();
        memory.read_exact_at(&mut seen, place).unwrap();
        assert_ne!(&seen, b"fyren lyser over tallarna");
    }
}
