//! Runs the program and says what it did.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::desks::{PASSPHRASE, Place};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_farled-cli");

/// The time at which the commands work; that of the desks.
pub const TIME: &str = "2026-11-25T09:00:00";

/// A vault that commands are run on.
pub struct Cli {
    pub place: Place,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Cli {
    /// A vault with nobody in it.
    pub fn new() -> Self {
        Self::at(Place::new())
    }

    /// A vault with the sample people.
    pub fn with_sample() -> Self {
        Self::at(Place::with_sample())
    }

    /// The vault of a desk that somebody sat at.
    pub fn at(mut place: Place) -> Self {
        place.lock();
        fs::write(place.file("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self { place }
    }

    pub fn folder(&self) -> &Path {
        &self.place.folder
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.place.file(name)
    }

    /// A file with this text.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.file(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The path of a file, as an argument.
    pub fn path(&self, name: &str) -> String {
        self.file(name).to_str().unwrap().to_owned()
    }

    /// The arguments with the vault, its passphrase and the time.
    pub fn arguments(&self, arguments: &[&str]) -> Vec<String> {
        let mut all: Vec<String> = ["--vault", self.folder().to_str().unwrap(), "--now", TIME]
            .into_iter()
            .map(str::to_owned)
            .collect();
        all.extend(["--passphrase-file".to_owned(), self.path("passphrase")]);
        all.extend(arguments.iter().map(|&argument| argument.to_owned()));
        all
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        run(Command::new(PROGRAM).args(self.arguments(arguments)), b"")
    }

    /// Runs with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        run(Command::new(PROGRAM).args(self.arguments(arguments)), input.as_ref())
    }

    /// What a command says, having done it.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        self.run(arguments).done()
    }

    /// The data that a command prints.
    #[track_caller]
    pub fn data(&self, arguments: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(arguments);
        let out = self.run(&all).done();
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?} prints JSON: {error}\n{out}"))
    }

    /// That a command is refused with this code, in both languages, and changes nothing.
    #[track_caller]
    pub fn refused(&self, arguments: &[&str], code: &str) -> [String; 2] {
        self.refused_with(arguments, b"", code)
    }

    #[track_caller]
    pub fn refused_with(&self, arguments: &[&str], input: &[u8], code: &str) -> [String; 2] {
        let before = self.bytes();
        let said = ["sv", "en"].map(|language| {
            let mut all = vec!["--lang", language];
            all.extend(arguments);
            self.run_with(&all, input).refused(code)
        });
        assert_ne!(said[0], said[1], "each language has sentences of its own");
        assert!(self.bytes() == before, "nothing in the folder has changed");
        said
    }

    /// Everything that lies around: each file in the vault's folder and beside it, byte by byte.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.file("")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("vault.lock") {
                    found.push((path.clone(), fs::read(&path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }
}

impl Ran {
    /// Its output, having done it.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The sentences of a refusal: exit code 1, nothing on standard output, the code, what happened,
    /// whether the data is safe and what to do.
    #[track_caller]
    pub fn refused(self, code: &str) -> String {
        assert_eq!((self.code, self.out.as_str()), (1, ""), "{}", self.err);
        let lines: Vec<&str> = self.err.lines().collect();
        assert!(lines[0].starts_with(&format!("{code}: ")), "{code} was expected: {}", self.err);
        assert_eq!(lines.len(), 3, "what happened, the data, what to do: {}", self.err);
        let is_whole = |line: &&str| {
            let line = line.trim();
            line.ends_with(['.', '!']) && !["{", "}", "error-", "$", "`"].iter().any(|odd| line.contains(odd))
        };
        assert!(lines.iter().all(is_whole), "whole sentences: {}", self.err);
        self.err
    }
}

/// Runs a command with something on standard input.
pub fn run(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that refuses early does not read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: status.code().unwrap_or_else(|| panic!("it ended by {status}")),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

/// Runs the program without a vault.
pub fn bare(arguments: &[&str]) -> Ran {
    run(Command::new(PROGRAM).args(arguments), b"")
}
