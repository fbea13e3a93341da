//! What the app gives up before it does anything else: what every program of ours gives up
//! ([`farled_process`]), and being driven by automation.

use std::time::Duration;

use farled_process::ProtectError;

/// What tells the web engine to take memory from the C library instead of its own allocator, which wipes
/// nothing (WebKit, `bmalloc/Environment.cpp`).
const ONE_ALLOCATOR: (&str, &str) = ("Malloc", "1");

/// Starts the program anew, once, so that libraries written in C leave no copies of what passes through them:
/// the desktop's and the web engine's. The page's process isn't told: it ends at each lock, and the engine's
/// allocator is a defence against attacks from within a page.
///
/// The very first call of `main`, before [`protect`].
///
/// # Errors
/// [`ProtectError::Restart`] when the program can't be started again.
pub fn leave_no_copies() -> Result<(), ProtectError> {
    farled_process::leave_no_copies(&[ONE_ALLOCATOR])
}

/// Gives up what the program never needs. Called at the beginning of `main`: no
/// other thread may run yet.
///
/// The `e2e` build keeps the network and automation, since WebDriver drives it over loopback.
///
/// # Errors
/// The first protection that could not be put in place.
pub fn protect() -> Result<(), ProtectError> {
    farled_process::outlive_file_limit();
    farled_process::close_memory()?;
    settle_environment();
    if cfg!(not(feature = "e2e")) {
        farled_process::refuse_network()?;
    }
    Ok(())
}

/// Takes automation out of the environment, and picks the renderer that draws on every machine.
fn settle_environment() {
    // SAFETY: `protect` runs first in `main`, so that no other thread reads the environment meanwhile.
    unsafe {
        if cfg!(not(feature = "e2e")) {
            // A release honours it otherwise: any program of the user's could then drive the window.
            std::env::remove_var("TAURI_WEBVIEW_AUTOMATION");
            // By these the engine would let a debugger in.
            std::env::remove_var("WEBKIT_INSPECTOR_SERVER");
            std::env::remove_var("WEBKIT_INSPECTOR_HTTP_SERVER");
        }
        // The DMA-BUF renderer shows an empty window under some drivers and virtual machines.
        if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}

/// The time since the computer was started, the time that it slept included.
#[must_use]
pub fn since_boot() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel writes one `timespec`. It knows this clock since Linux 2.6.39.
    unsafe { libc::clock_gettime(libc::CLOCK_BOOTTIME, &raw mut time) };
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.try_into().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    #[cfg(not(feature = "e2e"))]
    fn a_release_is_closed_to_automation_to_readers_and_to_the_network() {
        crate::own_process::in_a_process_of_its_own(
            "process::tests::a_release_is_closed_to_automation_to_readers_and_to_the_network",
            || {
                // SAFETY: no other thread of this process reads the environment.
                unsafe {
                    std::env::set_var("TAURI_WEBVIEW_AUTOMATION", "true");
                    std::env::remove_var("WEBKIT_DISABLE_DMABUF_RENDERER");
                }
                protect().unwrap();
                assert_eq!(std::env::var_os("TAURI_WEBVIEW_AUTOMATION"), None);
                assert_eq!(std::env::var("WEBKIT_DISABLE_DMABUF_RENDERER").as_deref(), Ok("1"));
                // SAFETY: no pointer is handed over.
                let (dumpable, filter) = unsafe {
                    (
                        libc::prctl(libc::PR_GET_DUMPABLE, 0, 0, 0, 0),
                        libc::prctl(libc::PR_GET_SECCOMP, 0, 0, 0, 0),
                    )
                };
                assert_eq!((dumpable, filter), (0, 2));
            },
        );
    }
}
