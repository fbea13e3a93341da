//! What can be asked for on the command line.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Parser, Subcommand, ValueEnum};
use farled_app::backup::Frequency;
use farled_case::{IsoWeek, Phase, Section, Vocabulary};

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
    /// Write the whole caseload, in the clear
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

fn attachment_id(text: &str) -> Result<farled_case::AttachmentId, uuid::Error> {
    text.parse().map(farled_case::AttachmentId)
}

fn note_id(text: &str) -> Result<farled_case::NoteId, uuid::Error> {
    text.parse().map(farled_case::NoteId)
}

fn section(text: &str) -> Result<Section, String> {
    term(text)
}

fn phase(text: &str) -> Result<Phase, String> {
    term(text)
}

/// Reads a term of a vocabulary.
fn term<V: Vocabulary>(text: &str) -> Result<V, String> {
    V::ALL.iter().copied().find(|value| value.term() == text).ok_or_else(|| {
        let terms: Vec<_> = V::ALL.iter().map(|value| value.term()).collect();
        format!("one of: {}", terms.join(", "))
    })
}
