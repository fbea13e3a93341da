//! What is asked of documents.

use std::path::PathBuf;

use clap::Subcommand;

use super::Ground;
use super::read::attachment_id;

/// Photos and PDFs of documents.
#[derive(Subcommand)]
pub enum AttachmentCommand {
    /// Add files: JPEG, PNG, WebP or PDF; what tells of the place is taken out of photos
    Add {
        /// The person
        alias: String,
        /// The files; each is added by itself, and adding ends at the first that is refused
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// A person's documents
    List {
        /// The person
        alias: String,
    },
    /// Save a copy outside the vault, in the clear
    Save {
        /// The document's id
        #[arg(value_parser = attachment_id)]
        id: farled_case::AttachmentId,
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        ground: Ground,
    },
    /// Remove a document
    Remove {
        /// The document's id
        #[arg(value_parser = attachment_id)]
        id: farled_case::AttachmentId,
    },
}
