//! The caseload as lines of JSON.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::Path,
};

use farled_app::{Failure, Result, caseload, file, library};
use farled_locale::Arg;
use serde_json::json;

use crate::{
    context::Context,
    output::{Output, say},
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
    let reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(|_| Failure::new("file-missing"))?))
    };
    let mut desk = context.desk()?;
    let report = caseload::import(&mut desk, reader)?;
    let number = |count: u32| Arg::Number(i64::from(count));
    let args =
        [("new", number(report.new)), ("changed", number(report.changed)), ("same", number(report.same))];
    let text = say(context.language(), "cli-imported", &args);
    Ok(Output::new(report, text))
}

/// Writes the whole caseload.
pub fn export(context: &Context, out: Option<&Path>, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    let mut bytes = Vec::new();
    let records = caseload::export(&mut desk, ground, &mut bytes)?;
    put(context, out, &bytes, records)
}

/// The JSON Schema of a line.
pub fn schema() -> Output {
    Output::raw(format!("{:#}\n", caseload::schema()))
}

/// Writes a made-up caseload.
pub fn sample(context: &Context, size: Size, out: Option<&Path>) -> Result<Output> {
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
    put(context, out, &bytes, records)
}

/// Writes bytes to a file, or to standard output.
pub(super) fn put(context: &Context, out: Option<&Path>, bytes: &[u8], records: u32) -> Result<Output> {
    let Some(out) = out else {
        return match io::stdout().lock().write_all(bytes) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new("file-not-written")),
            _ => Ok(Output::raw(String::new())),
        };
    };
    file::write_whole(out, bytes)?;
    let text = say(context.language(), "cli-exported", &[("records", Arg::Number(i64::from(records)))]);
    Ok(Output::new(json!({ "records": records }), text))
}
