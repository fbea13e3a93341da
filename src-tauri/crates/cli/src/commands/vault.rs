//! Makes and checks vaults.

use std::{fs, path::Path};

use farled_app::{
    Desk, Result, file,
    settings::{self, Settings},
    vault::{self, RecoveryKey},
};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    context::Context,
    output::{self, Output, say},
    secret,
};

/// Who works here.
pub struct Who {
    pub name: String,
    pub role: String,
    pub organisation: String,
}

/// Makes a vault.
pub fn init(context: &Context, folder: &Path, who: Who, sheet: Option<&Path>) -> Result<Output> {
    let passphrase =
        secret::new_passphrase(context.passphrase_file().map(AsRef::as_ref), context.language())?;
    let was_there = folder.is_dir();
    let (mut desk, recovery) = vault::create(folder, &passphrase, context.clock())?;
    match furnish(context, &mut desk, &recovery, who, sheet) {
        Ok(groups) => {
            let key = groups.join(" ");
            let text = say(context.language(), "cli-vault-made", &[("key", Arg::from(&key))]);
            Ok(Output::new(json!({ "vault": folder, "recovery_key": groups }), text))
        }
        Err(failure) => {
            // A vault whose recovery key nobody was told is no use; the failure is the first one.
            let _ = vault::unmake(desk);
            if !was_there {
                let _ = fs::remove_dir(folder);
            }
            Err(failure)
        }
    }
}

/// Says who works here and saves the recovery sheet. Returns the recovery key.
fn furnish(
    context: &Context,
    desk: &mut Desk,
    recovery: &RecoveryKey,
    who: Who,
    sheet: Option<&Path>,
) -> Result<Vec<String>> {
    let Who { name, role, organisation } = who;
    let language = context.language();
    let settings = Settings { language, name, role, organisation, ..settings::show(desk)? };
    settings::save(desk, &settings)?;
    let (view, printed) = vault::recovery_sheet(recovery, desk.today(), language)?;
    if let Some(sheet) = sheet {
        file::write_whole(sheet, &printed.pdf()?)?;
    }
    Ok(view.groups)
}

/// Checks the vault.
pub fn check(context: &Context) -> Result<Output> {
    let mut desk = context.desk()?;
    let report = vault::check(&mut desk)?;
    let records = Arg::Number(i64::from(report.records));
    if report.problems.is_empty() {
        let text = say(context.language(), "cli-vault-well", &[("records", records)]);
        return Ok(Output::new(report, text));
    }
    let problems: String =
        report.problems.iter().map(|problem| output::problem(context.language(), problem)).collect();
    let text = say(context.language(), "cli-vault-problems", &[("problems", Arg::from(&problems))]);
    Ok(Output::new(report, text).bad())
}

/// Mends the vault, and says what is wrong then.
pub fn mend(context: &Context) -> Result<Output> {
    let mut desk = context.desk()?;
    vault::mend(&mut desk)?;
    drop(desk);
    check(context)
}
