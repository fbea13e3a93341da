//! Backups: making, verifying and restoring them.

use std::{
    io::{IsTerminal, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use farled_app::{
    Result,
    backup::{self, BackupPlan, Key, Present, Progress},
};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    arguments::Every,
    context::Context,
    output::{Output, say, table},
    secret,
};

/// Makes a backup.
pub fn make(context: &Context, to: Option<PathBuf>) -> Result<Output> {
    let mut desk = context.desk()?;
    let made = backup::back_up(&mut desk, to)?;
    let args = [("name", Arg::from(&made.name)), ("records", Arg::Number(i64::from(made.records)))];
    let text = say(context.language(), "cli-backup-made", &args);
    Ok(Output::new(made, text))
}

/// What is changed of the plan.
pub struct Wanted {
    pub folder: Option<PathBuf>,
    pub keep: Option<u16>,
    pub every: Option<Every>,
}

/// Shows how the backups stand; changes the plan first when something of it is given.
pub fn plan(context: &Context, wanted: Wanted) -> Result<Output> {
    let mut desk = context.desk()?;
    let present = backup::plan(&desk)?;
    let next = BackupPlan {
        folder: wanted.folder.or_else(|| present.folder.clone()),
        keep: wanted.keep.unwrap_or(present.keep),
        frequency: wanted.every.map_or(present.frequency, Every::frequency),
    };
    if next != present {
        backup::save_plan(&mut desk, &next)?;
    }
    let view = backup::show(&desk)?;
    let rows: Vec<Vec<String>> = view
        .generations
        .iter()
        .map(|found| vec![found.name.clone(), format!("{} KiB", found.kilobytes)])
        .collect();
    let folder = view.path.clone().unwrap_or_else(|| say(context.language(), "cli-backup-nowhere", &[]));
    let text = format!("{folder}\n{}", table(&rows));
    Ok(Output::new(view, text))
}

/// The secret of a backup: the recovery key from a file, or the passphrase.
fn key(context: &Context, recovery_key: Option<&Path>) -> Result<Key> {
    match recovery_key {
        Some(file) => secret::recovery_key(file).map(Key::Recovery),
        None => secret::passphrase(context.passphrase_file().map(AsRef::as_ref), context.language())
            .map(Key::Passphrase),
    }
}

/// Opens a backup and goes through it.
pub fn verify(context: &Context, file: &Path, recovery_key: Option<&Path>) -> Result<Output> {
    // What can be told without a secret is told before it is asked for.
    backup::inspect(file)?;
    let found = backup::verify(file, context.folder(), &key(context, recovery_key)?, &mut shown())?;
    let moment = context.wall_of(found.created_at);
    let records = Arg::Number(i64::from(found.records.unwrap_or_default()));
    let text =
        say(context.language(), "cli-backup-well", &[("at", Arg::from(&moment)), ("records", records)]);
    Ok(Output::new(found, text))
}

/// Restores a backup.
pub fn restore(
    context: &Context,
    file: &Path,
    recovery_key: Option<&Path>,
    present: Present,
) -> Result<Output> {
    backup::inspect(file)?;
    let key = key(context, recovery_key)?;
    let restored = backup::restore(file, context.folder(), &key, present, context.clock(), &mut shown())?;
    let moment = context.wall_of(restored.created_at);
    let records = Arg::Number(i64::from(restored.records));
    let mut text =
        say(context.language(), "cli-restored", &[("at", Arg::from(&moment)), ("records", records)]);
    if let Some(aside) = &restored.set_aside {
        let aside = say(context.language(), "cli-restored-aside", &[("folder", Arg::from(aside))]);
        text = format!("{text}\n{aside}");
    }
    if let Some(later) = restored.later_changes.filter(|later| *later > 0) {
        let later =
            say(context.language(), "cli-restored-later", &[("later", Arg::Number(i64::from(later)))]);
        text = format!("{text}\n{later}");
    }
    let mut data = json!(restored);
    data["vault"] = json!(context.folder());
    Ok(Output::new(data, text))
}

/// Says on a terminal how far it has come.
fn shown() -> impl FnMut(Progress) -> ControlFlow<()> {
    let mut told = None;
    let is_terminal = std::io::stderr().is_terminal();
    move |progress| {
        let percent = (progress.done * 100).checked_div(progress.total);
        if is_terminal && percent != told {
            told = percent;
            // A terminal that can't be written to holds up nothing.
            let _ = write!(std::io::stderr(), "\r{:3} %\r", percent.unwrap_or_default());
        }
        ControlFlow::Continue(())
    }
}
