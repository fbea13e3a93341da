//! Memory that libraries written in C give back.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::ProtectError;

/// What tells the C library to fill freed memory (and to hand new memory out as zeros), and to do so with
/// every block: it would pass over those in the caches of its threads (glibc, "Memory Allocation Tunables").
const WIPE_FREED: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0");

/// Starts the program anew, once, with memory that is wiped when libraries written in C free it: text passes
/// through their buffers, and would be read there after the vault is locked. (What our own code frees is
/// wiped by its own allocator.) They are told through the environment, which they read before `main`;
/// `more` is what tells other allocators than the C library's. What the program starts isn't told.
///
/// The very first call of `main`, before [`protect`](crate::protect).
///
/// # Errors
/// [`ProtectError::Restart`] when the program can't be started again.
pub fn wipe_what_is_freed(more: &[(&str, &str)]) -> Result<(), ProtectError> {
    let settings = [&[WIPE_FREED], more].concat();
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
