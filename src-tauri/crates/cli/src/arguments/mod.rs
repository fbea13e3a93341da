//! What can be asked for on the command line: a file for what is asked of each noun.

mod attachment;
mod backup;
mod calendar_file;
mod card;
mod case;
mod key;
mod note;
mod read;
mod routine;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Parser, Subcommand, ValueEnum};
use farled_case::{IsoWeek, Section};

pub use attachment::AttachmentCommand;
pub use backup::{BackupCommand, Every, RecoveryKeyFile};
pub use calendar_file::IcsCommand;
pub use card::CardCommand;
pub use case::CaseCommand;
pub use key::{RecoveryCommand, SlotCommand};
pub use note::NoteCommand;
pub use routine::{BoxSays, RoutineCommand};

use read::section;

/// What the exit codes mean.
const EXIT_STATUS: &str = "Exit status:
  0  done
  1  refused: standard error says why, and nothing is half done
  2  wrong usage";

/// Keeps the plan, appointments, routines and notes of people who are supported; offline and encrypted.
#[derive(Parser)]
#[command(name = "farled-cli", version, about, max_term_width = 100, after_long_help = EXIT_STATUS)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Args)]
pub struct Global {
    /// The vault's folder; without it the one that the app uses
    #[arg(long, value_name = "DIR", global = true)]
    pub vault: Option<PathBuf>,
    /// Read the passphrase from the first line of a file, or of standard input (-)
    #[arg(long, value_name = "FILE|-", global = true)]
    pub passphrase_file: Option<PathBuf>,
    /// Open a damaged vault only to read it: skips what does not read, and says how much that is
    #[arg(long, global = true)]
    pub rescue: bool,
    /// Print data as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of what is said: sv or en
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<Lang>,
    /// Work as if it were this time (YYYY-MM-DDTHH:MM:SS, wall clock)
    #[arg(long, value_name = "TIME", global = true, hide = true)]
    pub now: Option<NaiveDateTime>,
}

/// A language.
#[derive(Clone, Copy, ValueEnum)]
pub enum Lang {
    /// Swedish
    Sv,
    /// English
    En,
}

/// What is asked for.
#[derive(Subcommand)]
pub enum Command {
    /// Make a vault in a folder and print its recovery key, once
    Init {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Who works here; signs notes and stands on the card
        #[arg(long, default_value = "")]
        name: String,
        /// Their role
        #[arg(long, default_value = "")]
        role: String,
        /// Their organisation
        #[arg(long, default_value = "")]
        organisation: String,
        /// Also save the recovery sheet as PDF
        #[arg(long, value_name = "FILE.pdf")]
        recovery_sheet: Option<PathBuf>,
    },
    /// Go through the whole vault and say what is wrong; exit status 1 when something is
    Check,
    /// Mend what follows from the records: indexes, the header's copy, files left over
    Mend,
    /// Make a backup: one encrypted file, shown to open before it gets its name
    #[command(args_conflicts_with_subcommands = true)]
    Backup {
        /// The folder; without it the one that is chosen for backups
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        #[command(subcommand)]
        command: Option<BackupCommand>,
    },
    /// Restore a backup; never over a vault that is there
    Restore {
        /// The backup
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        key: RecoveryKeyFile,
        /// Put the vault that is there aside under another name, once the backup was opened
        #[arg(long)]
        set_aside: bool,
    },
    /// Passphrases: one's own and those of deputies
    #[command(subcommand)]
    Slot(SlotCommand),
    /// The recovery key
    #[command(subcommand)]
    Recovery(RecoveryCommand),
    /// Encrypt everything anew under a new key, and print a new recovery key, once
    Rotate {
        /// Also save the recovery sheet as PDF
        #[arg(long, value_name = "FILE.pdf")]
        recovery_sheet: Option<PathBuf>,
    },
    /// Cases
    #[command(subcommand)]
    Case(CaseCommand),
    /// Read a caseload file; nothing of it is applied if a line is bad
    Import {
        /// Lines of JSON; - for standard input
        #[arg(value_name = "FILE.jsonl")]
        file: PathBuf,
    },
    /// Write the whole caseload, in the clear, without its documents
    ///
    /// Photos and PDFs are no lines of text: they are left out, and how many is said on standard error.
    /// `attachment save` saves one of them; a backup or a bundle takes them along.
    Export {
        #[command(flatten)]
        out: Out,
        #[command(flatten)]
        ground: Ground,
    },
    /// Print the JSON Schema of a line of a caseload file
    Schema,
    /// Write a made-up caseload of any size; needs no vault
    Sample {
        /// How many people
        #[arg(long, default_value_t = 8)]
        cases: u32,
        /// How many notes in all
        #[arg(long, default_value_t = 200)]
        notes: u32,
        /// The same seed gives the same caseload
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[command(flatten)]
        out: Out,
    },
    /// Everybody's appointments from a day to another, both included
    Agenda {
        /// The first day; today when left out
        #[arg(long)]
        from: Option<NaiveDate>,
        /// The last day; six days after the first when left out
        #[arg(long)]
        to: Option<NaiveDate>,
    },
    /// Notes
    #[command(subcommand)]
    Note(NoteCommand),
    /// Photos and PDFs of documents
    #[command(subcommand)]
    Attachment(AttachmentCommand),
    /// Routines
    #[command(subcommand)]
    Routine(RoutineCommand),
    /// Find records by their words
    Search {
        /// The words; the last one may be a beginning
        query: String,
        /// Only in this person's file
        #[arg(long, value_name = "ALIAS")]
        case: Option<String>,
    },
    /// Print a person's week as PDF
    WeekPlan {
        /// The person
        alias: String,
        /// The week, such as 2026-W48; this week when left out
        #[arg(long)]
        week: Option<IsoWeek>,
        /// The paper lies upright
        #[arg(long)]
        portrait: bool,
        /// The PDF
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
        /// On what ground it is handed out
        #[arg(long, default_value = "given_to_person")]
        ground: String,
    },
    /// Calendar files (iCalendar)
    #[command(subcommand)]
    Ics(IcsCommand),
    /// Cards: one's own and colleagues'
    #[command(subcommand)]
    Card(CardCommand),
    /// Seal cases for verified colleagues
    Seal {
        /// The people; or --all
        #[arg(value_name = "ALIAS", required_unless_present = "all")]
        aliases: Vec<String>,
        /// Everybody
        #[arg(long, conflicts_with = "aliases")]
        all: bool,
        /// The names on the recipients' cards
        #[arg(long, value_name = "NAME", required = true)]
        to: Vec<String>,
        /// The parts of each file: plan, calendar, routines, notes, requests, documents,
        /// identity
        #[arg(
            long,
            value_delimiter = ',',
            value_parser = section,
            default_value = "plan,calendar,routines,notes,requests,documents"
        )]
        sections: Vec<Section>,
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        ground: Ground,
    },
    /// Tell what can be seen of a bundle without opening it; needs no vault
    Inspect {
        /// The bundle
        file: PathBuf,
    },
    /// Open a bundle and take in what it holds
    Open {
        /// The bundle
        file: PathBuf,
        /// Only tell what would change
        #[arg(long)]
        preview: bool,
    },
    /// Write one's own secret key for the age command: whoever has it opens every bundle sent here
    IdentityKey {
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// On what ground
        #[arg(long)]
        ground: String,
    },
    /// Do the main job with sample people in an empty folder, and tell what was made
    Demo {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Where something is written.
#[derive(Args)]
pub struct Out {
    /// The file; standard output when left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// On what ground something leaves the vault.
#[derive(Args)]
pub struct Ground {
    /// On what ground: own_programme, consent, secrecy_rule, or words
    #[arg(long, default_value = "own_programme")]
    pub ground: String,
}
