//! The commands, one file per noun. A command takes apart its arguments, calls the operations that the
//! app calls, and says what came of it.

mod agenda;
mod attachment;
mod backup;
mod calendar_file;
mod card;
mod case;
mod caseload;
mod demo;
mod exchange;
mod keys;
mod note;
mod routine;
mod search;
mod shell;
mod vault;
mod week_plan;

use farled_app::{Result, backup::Present};

use crate::{
    arguments::{
        AttachmentCommand, BackupCommand, CardCommand, CaseCommand, Command, IcsCommand, NoteCommand,
        RecoveryCommand, RoutineCommand, SlotCommand,
    },
    context::Context,
    output::Output,
};

/// Runs a command.
pub fn run(context: &Context, command: Command) -> Result<Output> {
    match command {
        Command::Init { folder, name, role, organisation, recovery_sheet } => {
            let who = vault::Who { name, role, organisation };
            vault::init(context, &folder, who, recovery_sheet.as_deref())
        }
        Command::Backup { to, command: None } => backup::make(context, to),
        Command::Backup { command: Some(BackupCommand::Verify { file, key }), .. } => {
            backup::verify(context, &file, key.recovery_key_file.as_deref())
        }
        Command::Backup { command: Some(BackupCommand::Plan { folder, keep, every }), .. } => {
            backup::plan(context, backup::Wanted { folder, keep, every })
        }
        Command::Restore { file, key, set_aside } => {
            let present = if set_aside { Present::SetAside } else { Present::Refuse };
            backup::restore(context, &file, key.recovery_key_file.as_deref(), present)
        }
        Command::Check => vault::check(context),
        Command::Mend => vault::mend(context),
        Command::Slot(SlotCommand::List) => keys::list(context),
        Command::Slot(SlotCommand::Add { name, new_passphrase_file }) => {
            keys::add(context, &name, new_passphrase_file.as_deref())
        }
        Command::Slot(SlotCommand::Change { new_passphrase_file }) => {
            keys::change(context, new_passphrase_file.as_deref())
        }
        Command::Slot(SlotCommand::Remove { id }) => keys::remove(context, &id),
        Command::Recovery(RecoveryCommand::Renew { recovery_sheet }) => {
            keys::renew(context, recovery_sheet.as_deref())
        }
        Command::Recovery(RecoveryCommand::Verify { key_file }) => keys::verify(context, &key_file),
        Command::Rotate { recovery_sheet } => keys::rotate(context, recovery_sheet.as_deref()),
        Command::Case(CaseCommand::Add { alias, phase }) => case::add(context, alias, phase),
        Command::Case(CaseCommand::List) => case::list(context),
        Command::Case(CaseCommand::Show { alias }) => case::show(context, &alias),
        Command::Import { file } => caseload::import(context, &file),
        Command::Export { out, ground } => caseload::export(context, out.out.as_deref(), &ground.ground),
        Command::Schema => Ok(caseload::schema()),
        Command::Sample { cases, notes, seed, out } => {
            caseload::sample(context, caseload::Size { cases, notes, seed }, out.out.as_deref())
        }
        Command::Agenda { from, to } => agenda::agenda(context, from, to),
        Command::Note(NoteCommand::Add { alias, text, at, sign }) => {
            let then = if sign { note::Then::Sign } else { note::Then::Keep };
            note::add(context, &alias, &text, at, then)
        }
        Command::Note(NoteCommand::Sign { id }) => note::sign(context, id),
        Command::Note(NoteCommand::Amend { id, text }) => note::amend(context, id, &text),
        Command::Note(NoteCommand::List { alias }) => note::list(context, &alias),
        Command::Attachment(AttachmentCommand::Add { alias, files }) => {
            attachment::add(context, &alias, &files)
        }
        Command::Attachment(AttachmentCommand::List { alias }) => attachment::list(context, &alias),
        Command::Attachment(AttachmentCommand::Save { id, out, ground }) => {
            attachment::save(context, id, &out, &ground.ground)
        }
        Command::Attachment(AttachmentCommand::Remove { id }) => attachment::remove(context, id),
        Command::Routine(RoutineCommand::Tick { alias, routine, on, says }) => {
            routine::tick(context, &alias, &routine, on, says)
        }
        Command::Routine(RoutineCommand::List { alias, week }) => routine::list(context, &alias, week),
        Command::Search { query, case } => search::search(context, &query, case.as_deref()),
        Command::WeekPlan { alias, week, portrait, out, ground } => {
            week_plan::week_plan(context, &week_plan::Paper { alias, week, portrait }, &out, &ground)
        }
        Command::Ics(IcsCommand::Import { file, case }) => calendar_file::import(context, &file, &case),
        Command::Ics(IcsCommand::Export { case, out, ground }) => {
            calendar_file::export(context, &case, out.out.as_deref(), &ground.ground)
        }
        Command::Card(CardCommand::Show) => card::show(context),
        Command::Card(CardCommand::Export { out }) => card::export(context, &out),
        Command::Card(CardCommand::Import { file }) => card::import(context, &file),
        Command::Card(CardCommand::Verify { name, digits }) => card::verify(context, &name, &digits),
        Command::Card(CardCommand::List) => card::list(context),
        Command::Seal { aliases, all: _, to, sections, out, ground } => {
            let what = exchange::What { aliases, to, sections, ground: ground.ground };
            exchange::seal(context, what, &out)
        }
        Command::Inspect { file } => exchange::inspect(&file),
        Command::Open { file, preview } => {
            let how = if preview { exchange::How::Preview } else { exchange::How::Merge };
            exchange::open(context, &file, how)
        }
        Command::IdentityKey { out, ground } => exchange::identity_key(context, &out, &ground),
        Command::Demo { folder } => demo::demo(context, &folder),
        Command::Completions { shell } => Ok(shell::completions(shell)),
        Command::Man => shell::man(),
    }
}
