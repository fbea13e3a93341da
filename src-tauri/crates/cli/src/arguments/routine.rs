//! What is asked of routines.

use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};
use farled_case::IsoWeek;

/// Routines.
#[derive(Subcommand)]
pub enum RoutineCommand {
    /// Tick a routine on a day
    Tick {
        /// The person
        alias: String,
        /// The routine's title
        routine: String,
        /// The day; today when left out
        #[arg(long)]
        on: Option<NaiveDate>,
        /// What the box says
        #[arg(long, value_enum, default_value = "done")]
        says: BoxSays,
    },
    /// A person's routines in a week
    List {
        /// The person
        alias: String,
        /// The week; this week when left out
        #[arg(long)]
        week: Option<IsoWeek>,
    },
}

/// What a routine's box says.
#[derive(Clone, Copy, ValueEnum)]
pub enum BoxSays {
    /// Done
    Done,
    /// Not done
    Missed,
    /// Nothing
    Empty,
}
