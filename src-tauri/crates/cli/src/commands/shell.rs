//! Completions and the manual page.

use clap::CommandFactory;
use farled_app::{Failure, Result};

use crate::{arguments::Arguments, output::Output};

/// Completions for a shell.
pub fn completions(shell: clap_complete::Shell) -> Output {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "farled-cli", &mut bytes);
    Output::raw(String::from_utf8_lossy(&bytes).into_owned())
}

/// The manual page.
pub fn man() -> Result<Output> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(Arguments::command())
        .render(&mut bytes)
        .map_err(|_| Failure::new("file-not-written"))?;
    Ok(Output::raw(String::from_utf8_lossy(&bytes).into_owned()))
}
