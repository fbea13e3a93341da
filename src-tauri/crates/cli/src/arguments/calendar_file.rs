//! What is asked of calendar files.

use std::path::PathBuf;

use clap::Subcommand;

use super::{Ground, Out};

/// Calendar files.
#[derive(Subcommand)]
pub enum IcsCommand {
    /// Read a calendar file into a person's calendar
    Import {
        /// The file
        #[arg(value_name = "FILE.ics")]
        file: PathBuf,
        /// The person
        #[arg(long, value_name = "ALIAS")]
        case: String,
    },
    /// Write a person's calendar, in the clear
    Export {
        /// The person
        #[arg(long, value_name = "ALIAS")]
        case: String,
        #[command(flatten)]
        out: Out,
        #[command(flatten)]
        ground: Ground,
    },
}
