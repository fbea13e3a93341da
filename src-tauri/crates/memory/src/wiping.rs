//! An allocator that wipes what is given back: passphrases and text pass through many hands (the
//! bridge's JSON, strings that grow) that know nothing of secrets.

use std::alloc::{GlobalAlloc, Layout, System};

/// Blocks above this are returned to the kernel at once, which wipes them before anybody gets them:
/// `DEFAULT_MMAP_THRESHOLD_MAX` of glibc on 64 bits, above which every block is a mapping of its own
/// (mallopt(3)). Wiping them too would touch the passphrase derivation's 256 MiB once more.
const MAPPED: usize = 32 * 1024 * 1024;

/// The system's allocator, wiping each block before it is free.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wiping;

// SAFETY: every call goes to the system's allocator with the layout it came with; a block is only
// written to before it is given back, while it is still ours.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are the system allocator's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block has `layout.size()` bytes and is the caller's to give back.
        unsafe {
            if !is_mapped(layout.size()) {
                // Not a plain write: the compiler leaves out what is written just before it is freed.
                libc::explicit_bzero(block.cast(), layout.size());
            }
            System.dealloc(block, layout);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as above; `size` is not zero and fits `layout`'s alignment, as the caller promises.
        unsafe {
            if is_mapped(layout.size()) {
                // The kernel moves the pages, or takes them back.
                return System.realloc(block, layout, size);
            }
            let wanted = Layout::from_size_align_unchecked(size, layout.align());
            let moved = self.alloc(wanted);
            if !moved.is_null() {
                block.copy_to_nonoverlapping(moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

fn is_mapped(size: usize) -> bool {
    cfg!(all(target_env = "gnu", target_pointer_width = "64")) && size > MAPPED
}

/// Gives free memory back to the kernel, which wipes it before anybody gets it. After locking.
pub fn give_back() {
    #[cfg(target_env = "gnu")]
    // SAFETY: no pointer is handed over; it only releases what is already free.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::{fs::File, os::unix::fs::FileExt};

    use super::*;

    #[global_allocator]
    static ALLOCATOR: Wiping = Wiping;

    const TEXT: &[u8] = b"fyren lyser over tallarna ";

    /// How many pieces of the passphrase lie at `address` now, free or not: read through the kernel, and
    /// into a place that was there before, so that looking changes nothing.
    fn left(memory: &File, address: usize, seen: &mut [u8]) -> usize {
        seen.fill(0);
        memory.read_exact_at(seen, address as u64).unwrap();
        // The allocator's own bookkeeping may have been written over the first of them.
        seen.windows(8).filter(|window| TEXT.windows(8).any(|part| part == *window)).count()
    }

    #[test]
    fn a_passphrase_that_is_dropped_or_outgrows_its_place_leaves_nothing() {
        let memory = File::open("/proc/self/mem").unwrap();
        let mut seen = vec![0; TEXT.len() * 100];
        let mut text = Vec::with_capacity(4096);
        text.extend_from_slice(&TEXT.repeat(100));
        let first = text.as_ptr() as usize;
        assert!(left(&memory, first, &mut seen) > 1000, "the control: it is seen while it is there");
        text.reserve(60_000);
        assert_ne!(text.as_ptr() as usize, first, "it has moved");
        assert_eq!(left(&memory, first, &mut seen), 0);
        let second = text.as_ptr() as usize;
        assert!(left(&memory, second, &mut seen) > 1000);
        drop(text);
        assert_eq!(left(&memory, second, &mut seen), 0);
        give_back();
    }

    #[test]
    fn large_blocks_grow_shrink_and_go() {
        let mut bytes = vec![7_u8; MAPPED + 1];
        bytes.resize(MAPPED * 2, 8);
        bytes.truncate(10);
        bytes.shrink_to_fit();
        assert_eq!(bytes, [7; 10]);
    }
}
