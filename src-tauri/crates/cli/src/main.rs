//! `farled-cli`: the operations of Farled for scripts, offices and tests.
//!
//! Exit codes: 0 done; 1 refused, with a code and a sentence on standard error, and nothing half done;
//! 2 wrong usage. The passphrase comes from a prompt or a file, never from an argument or the
//! environment, which other programs can see.

mod arguments;
mod commands;
mod context;
mod output;
mod progress;
mod secret;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use context::Context;

/// Passphrases and text pass through many strings: each is wiped when it is freed.
#[global_allocator]
static ALLOCATOR: farled_memory::Wiping = farled_memory::Wiping;

fn main() -> ExitCode {
    // Before anything else, while no other thread runs.
    if let Err(error) = farled_process::leave_no_copies(&[]).and_then(|()| farled_process::protect()) {
        eprintln!("farled-cli: {error}");
        return ExitCode::FAILURE;
    }
    let arguments = Arguments::parse();
    let context = Context::new(&arguments.global);
    match commands::run(&context, arguments.command) {
        Ok(output) => output.print(arguments.global.json),
        Err(failure) => {
            eprint!("{}", output::refusal(context.language(), &failure));
            ExitCode::FAILURE
        }
    }
}
