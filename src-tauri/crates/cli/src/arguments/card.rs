//! What is asked of cards.

use std::path::PathBuf;

use clap::Subcommand;

/// Cards.
#[derive(Subcommand)]
pub enum CardCommand {
    /// One's own card with its digits
    Show,
    /// Save one's own card as a file to hand out
    Export {
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Take in a colleague's card
    Import {
        /// The file
        file: PathBuf,
    },
    /// Mark a card as verified once its digits were compared in person or by phone
    Verify {
        /// The name on the card
        name: String,
        /// All sixty digits as the colleague reads them
        #[arg(long)]
        digits: String,
    },
    /// Colleagues' cards
    List,
}
