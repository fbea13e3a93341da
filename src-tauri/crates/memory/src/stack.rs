//! What functions that have returned leave on the stack and in registers.

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
    wipe_registers();
}

/// Empties the vector registers, in which the last copied text still stands: whatever saves them on the stack
/// later (a signal, a thread that is begun with them) would bring back what was wiped.
#[cfg(target_arch = "x86_64")]
fn wipe_registers() {
    use std::arch::asm;

    // SAFETY: only registers change, and of those the compiler is told all that it uses itself: it takes
    // 16 to 31 only where it may suppose AVX-512. Each instruction is there when it has been detected.
    unsafe {
        if is_x86_feature_detected!("avx512f") {
            asm!(
                "vpxord zmm16, zmm16, zmm16",
                "vpxord zmm17, zmm17, zmm17",
                "vpxord zmm18, zmm18, zmm18",
                "vpxord zmm19, zmm19, zmm19",
                "vpxord zmm20, zmm20, zmm20",
                "vpxord zmm21, zmm21, zmm21",
                "vpxord zmm22, zmm22, zmm22",
                "vpxord zmm23, zmm23, zmm23",
                "vpxord zmm24, zmm24, zmm24",
                "vpxord zmm25, zmm25, zmm25",
                "vpxord zmm26, zmm26, zmm26",
                "vpxord zmm27, zmm27, zmm27",
                "vpxord zmm28, zmm28, zmm28",
                "vpxord zmm29, zmm29, zmm29",
                "vpxord zmm30, zmm30, zmm30",
                "vpxord zmm31, zmm31, zmm31",
                clobber_abi("sysv64"),
                options(nomem, nostack, preserves_flags)
            );
        }
        if is_x86_feature_detected!("avx") {
            asm!("vzeroall", clobber_abi("sysv64"), options(nomem, nostack, preserves_flags));
        }
    }
}

/// Elsewhere what the registers hold is left to be overwritten.
#[cfg(not(target_arch = "x86_64"))]
fn wipe_registers() {}

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

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn what_was_copied_does_not_stay_in_the_registers() {
        use std::arch::asm;

        let left = |is_wiped: bool| {
            let mut low = [0_u8; 16];
            let mut high = [0_u8; 64];
            let text = *b"fyren lyser over tallarna och vinden vrider mot nordost i natten";
            let has_high = is_x86_feature_detected!("avx512f");
            // SAFETY: reads and writes exactly the arrays above. No code of the compiler's own lies between
            // them that uses these registers.
            unsafe {
                asm!("movdqu xmm9, [{}]", in(reg) text.as_ptr(), out("xmm9") _, options(nostack));
                if has_high {
                    asm!("vmovdqu64 zmm20, [{}]", in(reg) text.as_ptr(), options(nostack));
                }
                if is_wiped {
                    wipe_stack();
                }
                asm!("movdqu [{}], xmm9", in(reg) low.as_mut_ptr(), options(nostack));
                if has_high {
                    asm!("vmovdqu64 [{}], zmm20", in(reg) high.as_mut_ptr(), options(nostack));
                }
            }
            (low == text[..16], high == text)
        };
        let control = left(false);
        assert!(control.0 || control.1, "the control: it is still there");
        assert_eq!(left(true), (false, false));
    }
}
