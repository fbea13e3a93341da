//! Running other programs: shown before they run, and a failure is an error.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::Error;
use crate::tally::Tally;

/// A program with its words, ready to run in `folder`.
pub fn program(folder: &Path, words: &[&str]) -> Command {
    let (name, rest) = words.split_first().unwrap_or((&"true", &[]));
    let mut command = Command::new(name);
    command.args(rest).current_dir(folder);
    command
}

/// Cargo, as the one that started us.
pub fn cargo(folder: &Path, words: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(words).current_dir(folder);
    // What `cargo run` sets for this program is no business of the cargo that it starts: build
    // scripts would see it change and run again.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_")
            || name.to_string_lossy().starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(name);
        }
    }
    command
}

/// Runs the program to its end, its output going where ours goes.
pub fn run(command: &mut Command) -> Result<(), Error> {
    println!("$ {}", shown(command));
    let status = command.status().map_err(|source| start_error(command, source))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: shown(command) }) }
}

/// As [`run`], and counts the tests that its output reports.
pub fn run_counted(command: &mut Command, tally: &mut Tally) -> Result<(), Error> {
    run_read(command, |line| tally.read(line))
}

/// As [`run`], and shows each line of its output to `read` too.
pub fn run_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Error> {
    println!("$ {}", shown(command));
    read_lines(command, |line| {
        println!("{line}");
        read(line);
    })
}

/// As [`run`], and keeps the lines of its output instead of printing them: they would be torn apart by
/// those of what runs beside it.
pub fn run_kept(command: &mut Command) -> (Vec<String>, Result<(), Error>) {
    let mut lines = vec![format!("$ {}", shown(command))];
    let done = read_lines(command, |line| lines.push(line.to_owned()));
    (lines, done)
}

fn read_lines(command: &mut Command, mut read: impl FnMut(&str)) -> Result<(), Error> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| start_error(command, source))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            read(&String::from_utf8_lossy(&line));
        }
    }
    let status = child.wait().map_err(|source| start_error(command, source))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: shown(command) }) }
}

/// What the program prints, if it runs and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn start_error(command: &Command, source: std::io::Error) -> Error {
    Error::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
