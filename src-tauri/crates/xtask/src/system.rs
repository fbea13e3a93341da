//! System packages: what is needed, what is missing, and installing it on Debian and its kin.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::shell;

/// What a chore needs from the system, by Debian's package names.
#[derive(Clone, Copy)]
pub enum Need {
    /// To compile the app and the command line.
    Build,
    /// To run the tests: a display, the webview's driver, and the programs that tests compare with.
    Test,
}

/// To compile: a C compiler, `make` and `perl` for the vendored OpenSSL, and the webview's headers.
const BUILD: &[&str] = &["build-essential", "perl", "pkg-config", "libdbus-1-dev", "libwebkit2gtk-4.1-dev"];

/// `age` opens our bundles and `pdftotext` reads our prints back; `strace` shows that no socket opens.
const TEST: &[&str] =
    &["age", "dbus", "poppler-utils", "strace", "webkit2gtk-driver", "xauth", "xclip", "xvfb"];

/// Installs what is missing, or says exactly what to install.
pub fn ensure(need: Need) -> Result<(), Error> {
    let wanted: Vec<&str> = match need {
        Need::Build => BUILD.to_vec(),
        Need::Test => [BUILD, TEST].concat(),
    };
    if !has("dpkg-query") || !has("apt-get") {
        return elsewhere(need);
    }
    install(&wanted)
}

/// Installs those of the Debian packages that are missing.
pub fn install(wanted: &[&str]) -> Result<(), Error> {
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        println!("System packages: all {} there.", wanted.len());
        return Ok(());
    }
    println!("System packages missing: {}", missing.join(" "));
    let advice = || {
        Error::Install(format!("install these, then try again: sudo apt-get install {}", missing.join(" ")))
    };
    apt(&["update"])
        .and_then(|()| apt(&[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat()))
        .map_err(|error| {
            eprintln!("{error}");
            advice()
        })
}

/// On systems without apt: what must be there, by what can be asked for.
fn elsewhere(need: Need) -> Result<(), Error> {
    let found =
        has("cc") && has("perl") && has("pkg-config") && pkg_config("webkit2gtk-4.1") && pkg_config("dbus-1");
    let tools =
        ["age", "dbus-run-session", "pdftotext", "strace", "WebKitWebDriver", "xauth", "xclip", "xvfb-run"];
    let missing: Vec<&str> = match need {
        Need::Build => Vec::new(),
        Need::Test => tools.into_iter().filter(|tool| !has(tool)).collect(),
    };
    if found && missing.is_empty() {
        return Ok(());
    }
    let mut advice = String::from(
        "this system has no apt-get, so install by hand:\n\
         - a C compiler, make, perl and pkg-config\n\
         - WebKitGTK 4.1 (2.42 or later) and D-Bus with their headers\n  \
           Fedora:     sudo dnf install gcc make perl pkgconf webkit2gtk4.1-devel dbus-devel\n  \
           Arch:       sudo pacman -S --needed base-devel webkit2gtk-4.1 dbus\n  \
           openSUSE:   sudo zypper install gcc make perl pkg-config webkit2gtk3-devel dbus-1-devel",
    );
    if !missing.is_empty() {
        advice.push_str("\n- for the tests also these commands: ");
        advice.push_str(&missing.join(", "));
    }
    Err(Error::Install(advice))
}

fn apt(words: &[&str]) -> Result<(), Error> {
    let is_root = shell::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).args(words);
    shell::run(&mut command)
}

fn is_installed(package: &str) -> bool {
    let status =
        Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}\n", package]).output();
    status.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "installed"))
}

fn pkg_config(library: &str) -> bool {
    Command::new("pkg-config").args(["--exists", library]).status().is_ok_and(|status| status.success())
}

/// Is there a program of this name on the search path?
pub fn has(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| Path::new(&folder).join(name).is_file())
}
