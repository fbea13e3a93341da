//! What is asked of backups.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use farled_app::backup::Frequency;

/// Backups.
#[derive(Subcommand)]
pub enum BackupCommand {
    /// Open a backup and go through all of it; changes nothing and needs no vault
    Verify {
        /// The backup
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        key: RecoveryKeyFile,
    },
    /// Show how the backups stand, or change where they go, how often and how many stay
    Plan {
        /// The folder
        #[arg(long, value_name = "DIR")]
        folder: Option<PathBuf>,
        /// How many stay, 1 to 50
        #[arg(long, value_name = "COUNT")]
        keep: Option<u16>,
        /// How often one is made by itself
        #[arg(long, value_enum)]
        every: Option<Every>,
    },
}

/// Where the recovery key comes from.
#[derive(Args)]
pub struct RecoveryKeyFile {
    /// Open it with the recovery key, read from a file or from standard input (-)
    #[arg(long, value_name = "FILE|-")]
    pub recovery_key_file: Option<PathBuf>,
}

/// How often a backup is made by itself.
#[derive(Clone, Copy, ValueEnum)]
pub enum Every {
    /// Each time the vault is locked
    Lock,
    /// Once a day
    Day,
    /// Once a week
    Week,
    /// Only by hand
    Never,
}

impl Every {
    /// As the app calls it.
    pub fn frequency(self) -> Frequency {
        match self {
            Self::Lock => Frequency::EachLock,
            Self::Day => Frequency::Daily,
            Self::Week => Frequency::Weekly,
            Self::Never => Frequency::ByHand,
        }
    }
}
