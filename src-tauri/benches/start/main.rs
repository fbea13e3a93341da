//! From the start to the door, measured side by side in one run: `cargo xtask bench`.
//!
//! Beside it stands the least that any such program takes: a window of the same toolkit with the same web
//! engine, which shows one word. Both begin as processes of their own and end when text can be seen on a
//! real display.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod bare;
mod display;
// Another benchmark's: this one uses not all of it.
#[allow(dead_code)]
#[path = "../../crates/app/benches/speed/pairs.rs"]
mod pairs;

use std::{
    env, fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use display::Display;
use farled_app::{Clock, vault};
use pairs::Pairs;

/// How often the display is looked at. A look takes about as long.
const LOOK: Duration = Duration::from_millis(3);
/// How long text is waited for.
const PATIENCE: Duration = Duration::from_secs(60);
/// As many as it takes for the median to stand still.
const PAIRS: usize = 7;

fn main() {
    if env::args().any(|word| word == bare::WORD) {
        return bare::show();
    }
    let home = tempfile::tempdir().unwrap();
    vault::create(&home.path().join("vault"), "sju lugna hästar i dimman", Clock::System).unwrap();
    let display = Display::start();
    let this = env::current_exe().unwrap();
    let ours = || until_text(&display, home.path(), Path::new(env!("CARGO_BIN_EXE_farled")), &[]);
    let beside = || until_text(&display, home.path(), &this, &[bare::WORD]);
    // The first of each reads from a cold disk.
    ours();
    beside();
    let mut pairs = Pairs::new("start to the door, beside a bare web window");
    for number in 0..PAIRS {
        // Each first every other time.
        let (ours, beside) = if number % 2 == 0 {
            let beside = beside();
            (ours(), beside)
        } else {
            (ours(), beside())
        };
        pairs.add(ours, beside);
    }
    pairs.print(None);
}

/// Starts a program and tells how long it takes until there is text on the display.
fn until_text(display: &Display, home: &Path, program: &Path, words: &[&str]) -> Duration {
    display.until(|is_text| !is_text, PATIENCE).expect("what was there before is gone");
    let begun = Instant::now();
    let mut running = start(display, home, program, words);
    let found = display.until(|is_text| is_text, PATIENCE);
    let took = begun.elapsed();
    // By its whole group: the bus, the program and the engine's processes.
    let group = format!("-{}", running.id());
    Command::new("kill").args(["-KILL", "--", &group]).status().unwrap();
    running.wait().unwrap();
    found.unwrap_or_else(|| panic!("{} shows no text", program.display()));
    took
}

fn start(display: &Display, home: &Path, program: &Path, words: &[&str]) -> Child {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new("dbus-run-session");
    command
        .arg("--")
        .arg(program)
        .args(words)
        .env("DISPLAY", display.name())
        .env("HOME", home)
        .env("FARLED_VAULT", home.join("vault"))
        .env("NO_AT_BRIDGE", "1")
        // Farled sets it for itself.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    for (name, folder) in [
        ("DATA_HOME", "data"),
        ("CONFIG_HOME", "config"),
        ("CACHE_HOME", "cache"),
        ("RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(folder);
        fs::create_dir_all(&folder).unwrap();
        command.env(format!("XDG_{name}"), folder);
    }
    command.spawn().expect("dbus-run-session is installed by cargo xtask bench")
}
