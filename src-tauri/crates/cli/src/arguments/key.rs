//! What is asked of what opens the vault.

use std::path::PathBuf;

use clap::Subcommand;

/// Passphrases.
#[derive(Subcommand)]
pub enum SlotCommand {
    /// Who can open the vault
    List,
    /// Give somebody a passphrase of their own
    Add {
        /// Whose it is
        name: String,
        /// Read the new passphrase from the first line of a file, or of standard input (-)
        #[arg(long, value_name = "FILE|-")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Change the passphrase that opens the vault here
    Change {
        /// Read the new passphrase from the first line of a file, or of standard input (-)
        #[arg(long, value_name = "FILE|-")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Take somebody's passphrase away; old copies still open with it
    Remove {
        /// Its id, as the list tells it
        id: String,
    },
}

/// The recovery key.
#[derive(Subcommand)]
pub enum RecoveryCommand {
    /// Make a new recovery key and print it, once; the one before opens nothing then
    Renew {
        /// Also save the recovery sheet as PDF
        #[arg(long, value_name = "FILE.pdf")]
        recovery_sheet: Option<PathBuf>,
    },
    /// Type the recovery key back from its sheet, to show that it was written down
    Verify {
        /// Read it from a file, or from standard input (-)
        #[arg(long, value_name = "FILE|-", default_value = "-")]
        key_file: PathBuf,
    },
}
