//! A display and a session bus that nobody else shares, and a home of its own.

use std::path::Path;
use std::process::Command;

/// What the command is given as arguments runs there.
pub fn of_its_own(home: &Path) -> Command {
    let mut command = Command::new("dbus-run-session");
    command
        .args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x800x24 -nolisten tcp"])
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home)
        .env("NO_AT_BRIDGE", "1")
        .env_remove("WAYLAND_DISPLAY");
    command
}
