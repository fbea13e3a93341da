//! A display, real or virtual.

use std::path::Path;
use std::process::Command;

/// Is there a display to open a window on?
pub fn is_there() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A command with a message bus that nobody else shares.
pub fn of_its_own(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("dbus-run-session");
    command.arg("--").args(words).current_dir(folder);
    // No accessibility bus is there to wait for, and no desktop of the caller's may answer.
    command.env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY").env_remove("DBUS_SESSION_BUS_ADDRESS");
    command
}
