//! What is asked of cases.

use clap::Subcommand;
use farled_case::Phase;

use super::read::phase;

/// Cases.
#[derive(Subcommand)]
pub enum CaseCommand {
    /// Open a case
    Add {
        /// The name used everywhere; never the person's own
        alias: String,
        /// Where in the support the person is
        #[arg(long, value_parser = phase, default_value = "assessment")]
        phase: Phase,
    },
    /// Everybody
    List,
    /// One person's file
    Show {
        /// The person
        alias: String,
    },
}
