//! The passphrase, from a prompt, a file or standard input.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use farled_app::{Failure, Result, settings::Language};
use farled_locale::Catalogue;
use zeroize::Zeroizing;

/// The longest passphrase that is read, in bytes.
const LONGEST: u64 = 4096;

/// The passphrase: the first line of `file`, of standard input for `-`, or typed at a prompt.
pub fn passphrase(file: Option<&Path>, language: Language) -> Result<Zeroizing<String>> {
    match file {
        None => prompt("cli-passphrase", language),
        Some(path) if path == Path::new("-") => first_line(io::stdin().lock()),
        Some(path) => {
            let file = File::open(path).map_err(|_| Failure::new("passphrase-file-unreadable"))?;
            first_line(BufReader::new(file))
        }
    }
}

/// A new passphrase: as [`passphrase`], and typed twice at a prompt.
pub fn new_passphrase(file: Option<&Path>, language: Language) -> Result<Zeroizing<String>> {
    let first = passphrase(file, language)?;
    if file.is_none() && *prompt("cli-passphrase-again", language)? != *first {
        return Err(Failure::new("passphrases-differ"));
    }
    Ok(first)
}

/// The recovery key: all of a file, or of standard input for `-`. Its groups may stand on several lines.
pub fn recovery_key(file: &Path) -> Result<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(LONGEST as usize));
    let read = if file == Path::new("-") {
        io::stdin().lock().take(LONGEST).read_to_string(&mut text)
    } else {
        File::open(file).and_then(|file| file.take(LONGEST).read_to_string(&mut text))
    };
    read.map_err(|_| Failure::new("passphrase-file-unreadable"))?;
    Ok(text)
}

fn prompt(id: &str, language: Language) -> Result<Zeroizing<String>> {
    let prompt = Catalogue::of(language.into()).text(id, &[]);
    rpassword::prompt_password(format!("{prompt}: "))
        .map(Zeroizing::new)
        .map_err(|_| Failure::new("passphrase-file-unreadable"))
}

fn first_line(reader: impl BufRead) -> Result<Zeroizing<String>> {
    // Room for all of it at once: a string that grows would leave copies behind.
    let mut line = Zeroizing::new(String::with_capacity(LONGEST as usize));
    reader.take(LONGEST).read_line(&mut line).map_err(|_| Failure::new("passphrase-file-unreadable"))?;
    while line.ends_with(['\n', '\r']) {
        line.pop();
    }
    Ok(line)
}
