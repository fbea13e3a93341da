//! The caseload as lines of JSON.

use std::{
    io::{self, BufRead, Write as _},
    path::Path,
};

use farled_app::{Failure, Result, caseload, file, library};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    context::Context,
    output::{Output, say},
    progress::ProgressLine,
};

/// How large a made-up caseload is.
#[derive(Clone, Copy)]
pub struct Size {
    pub cases: u32,
    pub notes: u32,
    pub seed: u64,
}

/// Reads a caseload file.
pub fn import(context: &Context, path: &Path) -> Result<Output> {
    // The passphrase first: it may stand in the first line of the same input.
    let mut desk = context.desk()?;
    let reader: Box<dyn BufRead> =
        if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(file::open(path)?) };
    let mut line = ProgressLine::new();
    let report = caseload::import(&mut desk, reader, &mut |reached| line.tell(reached))?;
    let number = |count: u32| Arg::Number(i64::from(count));
    let args =
        [("new", number(report.new)), ("changed", number(report.changed)), ("same", number(report.same))];
    let text = say(context.language(), "cli-imported", &args);
    Ok(Output::new(report, text))
}

/// Writes the whole caseload but its documents, and says on standard error how many are left out.
pub fn export(context: &Context, out: Option<&Path>, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    let left_out = caseload::documents_left_out(&desk)?;
    let output = match out {
        Some(out) => {
            let records = caseload::export_file(&mut desk, ground, out)?;
            let text = exported(context, records);
            Output::new(json!({ "records": records, "documents_left_out": left_out }), text)
        }
        None => {
            caseload::export(&mut desk, ground, io::stdout().lock())?;
            Output::raw(String::new())
        }
    };
    if left_out > 0 {
        let args = [("count", Arg::Number(i64::from(left_out)))];
        // Whoever closed standard error does not want to know.
        let _ = writeln!(io::stderr(), "{}", say(context.language(), "cli-documents-left-out", &args));
    }
    Ok(output)
}

/// The JSON Schema of a line.
pub fn schema() -> Output {
    Output::raw(format!("{:#}\n", caseload::schema()))
}

/// The most that is made up at once: far beyond any programme, and still made in memory.
const MOST: Size = Size { cases: 10_000, notes: 1_000_000, seed: u64::MAX };

/// Writes a made-up caseload.
pub fn sample(context: &Context, size: Size, out: Option<&Path>) -> Result<Output> {
    if size.cases > MOST.cases || size.notes > MOST.notes {
        return Err(Failure::new("sample-too-large"));
    }
    let mut bytes = Vec::new();
    let mut records = 0;
    for (kind, value) in library::synthetic(size.cases, size.notes, size.seed, context.clock().today()) {
        if kind.travels() {
            records += 1;
            serde_json::to_writer(&mut bytes, &json!({ "kind": kind, "value": value }))
                .map_err(|_| Failure::new("file-not-written"))?;
            bytes.push(b'\n');
        }
    }
    match out {
        Some(out) => {
            file::write_whole(out, &bytes)?;
            Ok(written(context, records))
        }
        None => {
            file::pour(io::stdout().lock(), &bytes)?;
            Ok(Output::raw(String::new()))
        }
    }
}

/// Says that so many records were written.
pub(super) fn written(context: &Context, records: u32) -> Output {
    Output::new(json!({ "records": records }), exported(context, records))
}

fn exported(context: &Context, records: u32) -> String {
    say(context.language(), "cli-exported", &[("records", Arg::Number(i64::from(records)))])
}
