//! Makes and checks vaults.

use std::path::Path;

use farled_app::{Result, file, settings, vault};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    context::Context,
    output::{Output, say},
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
    let language = context.language();
    let passphrase = secret::new_passphrase(context.passphrase_file().map(AsRef::as_ref), language)?;
    let (mut desk, recovery) = vault::create(folder, &passphrase, context.clock())?;
    let mut settings = settings::show(&desk)?;
    settings.language = language;
    settings.name = who.name;
    settings.role = who.role;
    settings.organisation = who.organisation;
    settings::save(&mut desk, &settings)?;
    let (view, printed) = vault::recovery_sheet(&recovery, desk.today(), language)?;
    if let Some(sheet) = sheet {
        file::write_whole(sheet, &printed.pdf()?)?;
    }
    let groups = view.groups.join(" ");
    let text = say(language, "cli-vault-made", &[("key", Arg::from(&groups))]);
    Ok(Output::new(json!({ "vault": folder, "recovery_key": view.groups }), text))
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
    let problems = report.problems.join("\n");
    let text = say(context.language(), "cli-vault-problems", &[("problems", Arg::from(&problems))]);
    Ok(Output::new(report, text).bad())
}
