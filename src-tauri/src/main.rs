//! Starts Farled.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Before anything else, while no other thread runs.
    if let Err(error) = farled::process::leave_no_copies().and_then(|()| farled::process::protect()) {
        eprintln!("farled: {error}");
        return ExitCode::FAILURE;
    }
    match farled::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("farled: {error}");
            ExitCode::FAILURE
        }
    }
}
