//! What is asked of notes.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::Subcommand;

use super::read::note_id;

/// Notes.
#[derive(Subcommand)]
pub enum NoteCommand {
    /// Write a draft; its text comes from standard input or a file
    Add {
        /// The person
        alias: String,
        /// The text
        #[arg(long, value_name = "FILE|-", default_value = "-")]
        text: PathBuf,
        /// When it happened; now when left out
        #[arg(long, value_name = "TIME")]
        at: Option<NaiveDateTime>,
        /// Sign it at once
        #[arg(long)]
        sign: bool,
    },
    /// Sign a draft; from then on it never changes
    Sign {
        /// The draft's id
        #[arg(value_parser = note_id)]
        id: farled_case::NoteId,
    },
    /// Add to a signed note; the text comes from standard input or a file
    Amend {
        /// The note's id
        #[arg(value_parser = note_id)]
        id: farled_case::NoteId,
        /// The text
        #[arg(long, value_name = "FILE|-", default_value = "-")]
        text: PathBuf,
    },
    /// A person's notes
    List {
        /// The person
        alias: String,
    },
}
