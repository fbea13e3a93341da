//! Who can open the vault: passphrases of deputies, the recovery key and the vault's own key.

use std::path::Path;

use farled_app::{Desk, Result, file, vault};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    context::Context,
    output::{Output, say, table},
    progress::ProgressLine,
    secret,
};

/// Who can open the vault.
pub fn list(context: &Context) -> Result<Output> {
    let keys = vault::keys(&context.desk()?)?;
    let language = context.language();
    let rows: Vec<Vec<String>> = keys
        .passphrases
        .iter()
        .map(|key| {
            let name = key.name.clone().unwrap_or_else(|| say(language, "cli-key-unknown", &[]));
            let day = key.added_on.map(|day| day.to_string()).unwrap_or_default();
            let own = if key.is_own { say(language, "cli-key-own", &[]) } else { String::new() };
            vec![key.id.clone(), name, day, own]
        })
        .collect();
    let text = table(&rows);
    let proven = match keys.recovery_proven_on {
        Some(day) => say(language, "cli-recovery-proven-on", &[("day", Arg::from(&day.to_string()))]),
        None => say(language, "cli-recovery-unproven", &[]),
    };
    Ok(Output::new(&keys, format!("{text}{proven}")))
}

/// Gives somebody a passphrase of their own.
pub fn add(context: &Context, name: &str, new: Option<&Path>) -> Result<Output> {
    let (mut desk, own) = context.desk_and_passphrase()?;
    let wanted = secret::new_passphrase(new, context.language())?;
    vault::add_deputy(&mut desk, &own, name, &wanted)?;
    Ok(done(context, "cli-key-added"))
}

/// Changes one's own passphrase.
pub fn change(context: &Context, new: Option<&Path>) -> Result<Output> {
    let (mut desk, own) = context.desk_and_passphrase()?;
    let wanted = secret::new_passphrase(new, context.language())?;
    vault::change(&mut desk, &own, &wanted)?;
    Ok(done(context, "cli-key-changed"))
}

/// Takes somebody's passphrase away.
pub fn remove(context: &Context, id: &str) -> Result<Output> {
    let (mut desk, own) = context.desk_and_passphrase()?;
    vault::remove_deputy(&mut desk, &own, id)?;
    Ok(done(context, "cli-key-removed"))
}

/// Encrypts everything anew under a new key.
pub fn rotate(context: &Context, sheet: Option<&Path>) -> Result<Output> {
    let (mut desk, own) = context.desk_and_passphrase()?;
    let mut line = ProgressLine::new();
    let key = vault::rotate(&mut desk, &own, &mut |reached| line.tell(reached))?;
    drop(line);
    told(context, &desk, &key, sheet, "cli-rotated")
}

/// Makes a new recovery key.
pub fn renew(context: &Context, sheet: Option<&Path>) -> Result<Output> {
    let (mut desk, own) = context.desk_and_passphrase()?;
    let key = vault::renew_recovery(&mut desk, &own)?;
    told(context, &desk, &key, sheet, "cli-recovery-renewed")
}

/// Takes the recovery key as it was typed back from its sheet.
pub fn verify(context: &Context, key: &Path) -> Result<Output> {
    let mut desk = context.desk()?;
    let typed = secret::recovery_key(key)?;
    vault::prove_recovery(&mut desk, &typed)?;
    Ok(done(context, "cli-recovery-proven"))
}

fn done(context: &Context, id: &str) -> Output {
    Output::new(json!({ "done": true }), say(context.language(), id, &[]))
}

/// Tells a recovery key, this once. The key is told even if its sheet can't be saved: nothing else
/// would ever tell it.
fn told(
    context: &Context,
    desk: &Desk,
    key: &vault::RecoveryKey,
    sheet: Option<&Path>,
    id: &str,
) -> Result<Output> {
    let groups = key.groups();
    if let Some(sheet) = sheet {
        let saved = vault::recovery_sheet(key, desk.today(), context.language())
            .and_then(|(_, printed)| Ok(printed.pdf()?))
            .and_then(|pdf| file::write_whole(sheet, &pdf));
        if let Err(failure) = saved {
            eprint!("{}", crate::output::refusal(context.language(), &failure));
        }
    }
    let text = say(context.language(), id, &[("key", Arg::from(&groups.join(" ")))]);
    Ok(Output::new(json!({ "recovery_key": groups }), text))
}
