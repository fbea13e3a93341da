//! Calendar files.

use std::{io, path::Path};

use farled_app::{Result, calendar, file};
use farled_locale::Arg;

use super::caseload::written;
use crate::{
    context::{Context, case_of},
    output::{Output, say},
    progress::ProgressLine,
};

/// Reads a calendar file into a person's calendar.
pub fn import(context: &Context, path: &Path, alias: &str) -> Result<Output> {
    let bytes = file::read_whole(path)?;
    let mut desk = context.desk()?;
    let case = case_of(&desk, alias)?;
    let mut line = ProgressLine::new();
    let report = calendar::import_file(&mut desk, case, &bytes, &mut |reached| line.tell(reached))?;
    let args = [
        ("series", Arg::Number(i64::from(report.series))),
        ("appointments", Arg::Number(i64::from(report.appointments))),
        ("remarks", Arg::Number(i64::try_from(report.remarks.len()).unwrap_or(i64::MAX))),
    ];
    let mut text = say(context.language(), "cli-calendar-imported", &args);
    for remark in &report.remarks {
        let what = say(context.language(), &format!("error-{}", remark.code), &[]);
        text.push_str(&format!("\n{}: {} – {what}", remark.line, remark.title));
    }
    Ok(Output::new(report, text))
}

/// Writes a person's calendar.
pub fn export(context: &Context, alias: &str, out: Option<&Path>, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    let case = case_of(&desk, alias)?;
    match out {
        Some(out) => Ok(written(context, calendar::export_file(&mut desk, case, ground, out)?)),
        None => {
            calendar::export(&mut desk, case, ground, io::stdout().lock())?;
            Ok(Output::raw(String::new()))
        }
    }
}
