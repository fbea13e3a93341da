//! A key in a page of its own.

use std::{
    alloc::{Layout, handle_alloc_error},
    fmt,
    ops::{Deref, DerefMut},
    ptr::{self, NonNull},
    sync::atomic::{AtomicUsize, Ordering},
};

use zeroize::{Zeroize, Zeroizing};

/// How many keys now lie in memory that the system would not lock.
static NOT_LOCKED: AtomicUsize = AtomicUsize::new(0);

/// How many keys of this process now lie in memory that the system would not lock: it could write them
/// to the swap space. Systems allow at least 64 KiB of locked memory (`RLIMIT_MEMLOCK`; 8 MiB since
/// Linux 5.16), far more than our keys take.
#[must_use]
pub fn not_locked() -> usize {
    NOT_LOCKED.load(Ordering::Relaxed)
}

/// Bytes of a secret in pages of their own: kept out of swap where the system allows it, out of core
/// dumps and out of child processes, and wiped when dropped. Moving it moves no byte.
pub struct Locked<const N: usize> {
    bytes: NonNull<[u8; N]>,
    is_locked: bool,
}

// SAFETY: the pages belong to this value alone, like those of a `Box`.
unsafe impl<const N: usize> Send for Locked<N> {}
// SAFETY: they are only changed through `&mut`.
unsafe impl<const N: usize> Sync for Locked<N> {}

impl<const N: usize> Locked<N> {
    /// All zero. Aborts, as any allocation does, when there is no memory.
    #[must_use]
    pub fn zero() -> Self {
        const { assert!(N > 0, "no page holds nothing") };
        // SAFETY: a new private mapping; the kernel chooses where, page-aligned and filled with zeros.
        let page = unsafe {
            libc::mmap(
                ptr::null_mut(),
                N,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
                -1,
                0,
            )
        };
        let Some(bytes) = NonNull::new(page.cast()).filter(|_| page != libc::MAP_FAILED) else {
            handle_alloc_error(Layout::new::<[u8; N]>());
        };
        // SAFETY: exactly the mapping made above; each call touches its attributes, not its bytes.
        let is_locked = unsafe {
            // Kernels without one of these do without it.
            libc::madvise(page, N, libc::MADV_DONTDUMP);
            libc::madvise(page, N, libc::MADV_WIPEONFORK);
            libc::mlock(page, N) == 0
        };
        if !is_locked {
            NOT_LOCKED.fetch_add(1, Ordering::Relaxed);
        }
        Self { bytes, is_locked }
    }

    /// Whether the system keeps it out of swap.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.is_locked
    }
}

impl<const N: usize> Deref for Locked<N> {
    type Target = [u8; N];

    fn deref(&self) -> &[u8; N] {
        // SAFETY: mapped, initialised and ours for as long as the value lives.
        unsafe { self.bytes.as_ref() }
    }
}

impl<const N: usize> DerefMut for Locked<N> {
    fn deref_mut(&mut self) -> &mut [u8; N] {
        // SAFETY: as above, and nobody else has it.
        unsafe { self.bytes.as_mut() }
    }
}

impl<const N: usize> Clone for Locked<N> {
    fn clone(&self) -> Self {
        let mut copy = Self::zero();
        copy.copy_from_slice(self.as_slice());
        copy
    }
}

impl<const N: usize> From<Zeroizing<[u8; N]>> for Locked<N> {
    fn from(bytes: Zeroizing<[u8; N]>) -> Self {
        let mut locked = Self::zero();
        locked.copy_from_slice(bytes.as_slice());
        locked
    }
}

impl<const N: usize> fmt::Debug for Locked<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Locked(…)")
    }
}

impl<const N: usize> Drop for Locked<N> {
    fn drop(&mut self) {
        self.zeroize();
        if !self.is_locked {
            NOT_LOCKED.fetch_sub(1, Ordering::Relaxed);
        }
        // SAFETY: the mapping of `zero`, not used any more; unmapping it unlocks it too.
        unsafe {
            libc::munmap(self.bytes.as_ptr().cast(), N);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::{fs, process::Command};

    use super::*;

    /// The flags of the mapping that holds this address, as the kernel tells them (proc(5), `smaps`).
    fn flags_of(address: usize) -> String {
        let smaps = fs::read_to_string("/proc/self/smaps").unwrap();
        let mut is_ours = false;
        for line in smaps.lines() {
            let range = line.split(' ').next().unwrap().split_once('-');
            if let Some((from, to)) = range
                && let (Ok(from), Ok(to)) = (usize::from_str_radix(from, 16), usize::from_str_radix(to, 16))
            {
                is_ours = (from..to).contains(&address);
            }
            if is_ours && let Some(flags) = line.strip_prefix("VmFlags: ") {
                return format!(" {flags} ");
            }
        }
        panic!("no mapping holds it");
    }

    #[test]
    fn a_key_is_kept_out_of_swap_dumps_and_children() {
        let mut key = Locked::<32>::zero();
        key.fill(0xA7);
        let flags = flags_of(key.as_ptr() as usize);
        assert!(key.is_locked(), "a test machine allows 64 KiB");
        for (flag, what) in [("lo", "locked"), ("dd", "not dumped"), ("wf", "wiped in children")] {
            assert!(flags.contains(&format!(" {flag} ")), "{what}: {flags}");
        }
        // The control: what lies on the heap is none of this.
        let heap = Box::new([0xA7_u8; 32]);
        assert!(!flags_of(heap.as_ptr() as usize).contains(" lo "));
    }

    #[test]
    fn a_copy_is_a_page_of_its_own_and_nothing_prints_it() {
        let mut key = Locked::<32>::from(Zeroizing::new([7; 32]));
        let copy = key.clone();
        key.fill(9);
        assert_eq!(*copy, [7; 32]);
        assert_ne!(key.as_ptr(), copy.as_ptr());
        assert_eq!(format!("{key:?}"), "Locked(…)");
    }

    #[test]
    fn where_the_system_locks_nothing_a_key_works_and_is_counted() {
        const CHILD: &str = "FARLED_TEST_CHILD";
        const NAME: &str = "locked::tests::where_the_system_locks_nothing_a_key_works_and_is_counted";
        if std::env::var_os(CHILD).is_none() {
            let mut child = Command::new(std::env::current_exe().unwrap());
            let output = child.args(["--exact", NAME]).env(CHILD, "1").output().unwrap();
            let told = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success() && told.contains("1 passed"), "{told}");
            return;
        }
        let none = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: `none` lives through the call. Privileged processes are not bound by the limit, so the
        // privilege goes first; neither changes memory.
        unsafe {
            libc::setrlimit(libc::RLIMIT_MEMLOCK, &raw const none);
            libc::setresuid(65_534, 65_534, 65_534);
        }
        let mut key = Locked::<32>::zero();
        key.fill(3);
        assert_eq!((key.is_locked(), not_locked(), key[31]), (false, 1, 3));
        drop(key);
        assert_eq!(not_locked(), 0);
    }
}
