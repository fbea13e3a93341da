//! Copies that libraries written in C leave of what passes through them.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::ProtectError;

/// What the C library is told.
const SETTINGS: [(&str, &str); 2] = [
    // To fill freed memory (and to hand new memory out as zeros), and to do so with every block: it would
    // pass over those in the caches of its threads (glibc, "Memory Allocation Tunables").
    ("GLIBC_TUNABLES", "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0"),
    // To look all functions up at the start (ld.so(8)). The first call of one looks it up otherwise, and
    // saves all vector registers on the stack meanwhile, in which the last text that was copied stands
    // (glibc, `_dl_runtime_resolve_xsavec`); at the end of a thread, on a stack that nobody uses again.
    ("LD_BIND_NOW", "1"),
];

/// Starts the program anew, once, so that libraries written in C leave no copies of text that passes through
/// them, which would be read there after the vault is locked. (What our own code frees is wiped by its own
/// allocator.) They are told through the environment, which they read before `main`; `more` is what tells
/// other libraries than the C library. What the program starts isn't told.
///
/// The very first call of `main`, before [`protect`](crate::protect).
///
/// # Errors
/// [`ProtectError::Restart`] when the program can't be started again.
pub fn leave_no_copies(more: &[(&str, &str)]) -> Result<(), ProtectError> {
    let settings = [&SETTINGS, more].concat();
    if settings.iter().all(|(name, value)| std::env::var(name).is_ok_and(|present| present == *value)) {
        // SAFETY: no other thread runs yet.
        settings.iter().for_each(|(name, _)| unsafe { std::env::remove_var(name) });
        return Ok(());
    }
    let mut arguments = std::env::args_os();
    let mut again = Command::new(std::env::current_exe().map_err(ProtectError::Restart)?);
    if let Some(name) = arguments.next() {
        again.arg0(name);
    }
    Err(ProtectError::Restart(again.args(arguments).envs(settings).exec()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::ffi::{c_int, c_void};

    use super::*;
    use crate::own_process::in_a_process_of_its_own;

    /// Parts of a loaded library (System V ABI, "Dynamic Section"): the end of the table, and where the
    /// addresses of functions stand.
    const DT_NULL: usize = 0;
    const DT_PLTGOT: usize = 3;

    /// Counts the libraries that look functions up when they are first called: the third entry of their table
    /// leads to what does it.
    extern "C" fn count(info: *mut libc::dl_phdr_info, _: usize, counted: *mut c_void) -> c_int {
        // SAFETY: the dynamic linker hands over what it has loaded, whose tables have the ABI's shape.
        unsafe {
            let base = (*info).dlpi_addr as usize;
            let headers = std::slice::from_raw_parts((*info).dlpi_phdr, (*info).dlpi_phnum.into());
            for header in headers.iter().filter(|header| header.p_type == libc::PT_DYNAMIC) {
                let mut entry = (base + header.p_vaddr as usize) as *const [usize; 2];
                while (*entry)[0] != DT_NULL {
                    // Where the table can't be written, the address is still counted from the base.
                    if (*entry)[0] == DT_PLTGOT && (*entry)[1] > base {
                        let resolver = *((*entry)[1] as *const usize).add(2);
                        *counted.cast::<usize>() += usize::from(resolver != 0);
                    }
                    entry = entry.add(1);
                }
            }
        }
        0
    }

    fn libraries_that_look_up_late() -> usize {
        let mut counted = 0_usize;
        // SAFETY: `count` is only called before this returns, and with the pointer given here.
        unsafe { libc::dl_iterate_phdr(Some(count), (&raw mut counted).cast()) };
        counted
    }

    #[test]
    fn no_function_is_looked_up_once_the_program_runs() {
        in_a_process_of_its_own("wiping::tests::no_function_is_looked_up_once_the_program_runs", || {
            let late = libraries_that_look_up_late();
            if SETTINGS.iter().any(|(name, _)| std::env::var_os(name).is_some()) {
                assert_eq!(late, 0);
            } else {
                assert!(late > 0, "the control: they do so before they are told");
            }
            leave_no_copies(&[]).unwrap();
            assert!(SETTINGS.iter().all(|(name, _)| std::env::var_os(name).is_none()), "nobody else is told");
        });
    }
}
