//! Reads a caseload file into the vault, all of it or nothing.

use std::{
    collections::{HashMap, HashSet},
    io::BufRead,
};

use farled_case::{Amendment, Case, CaseId, Kind, Note, Noun, Vocabulary};
use farled_vault::{Change, Filter, Writer};
use serde::Serialize;
use serde_json::Value;
use specta::Type;

use super::{
    Line,
    line::{FORMAT, Head, VERSION},
    validate::{case_of, validate},
};
use crate::{Desk, Failure, OnProgress, Result, unwatched, work::Steps};

/// The longest line that is read, in bytes. A note of a thousand pages is shorter.
const LONGEST_LINE: u64 = 4 * 1024 * 1024;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct ImportReport {
    /// Records that were not here before.
    pub new: u32,
    /// Records that changed.
    pub changed: u32,
    /// Records that were here already, the same.
    pub same: u32,
}

/// Reads a file.
///
/// # Errors
/// With the number of the line: `import-not-utf8`, `import-line-too-long`, `import-not-json`,
/// `import-not-a-record`, `import-unknown-kind`, `import-missing-field`, `import-unknown-term`,
/// `import-wrong-value`, `import-newer`, `import-without-case`, or a rule that is broken; `cancelled`; or
/// what the vault says. Nothing is written then.
pub fn import(
    desk: &mut Desk,
    mut reader: impl BufRead,
    on_progress: OnProgress<'_>,
) -> Result<ImportReport> {
    let mut lines = Vec::new();
    let mut number = 0_u32;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        number += 1;
        let at = |failure: Failure| in_line(failure, number);
        // One byte more than allowed tells a line that is too long from one that just fits.
        let read = std::io::Read::take(&mut reader, LONGEST_LINE + 1)
            .read_until(b'\n', &mut buffer)
            .map_err(|_| at(Failure::new("file-unreadable")))?;
        if read == 0 {
            break;
        }
        if buffer.len() as u64 > LONGEST_LINE {
            return Err(at(Failure::new("import-line-too-long")));
        }
        let text = std::str::from_utf8(&buffer).map_err(|_| at(Failure::new("import-not-utf8")))?.trim();
        if text.is_empty() || (number == 1 && is_head(text).map_err(at)?) {
            continue;
        }
        let line = parse(text).map_err(at)?;
        validate(&line).map_err(at)?;
        lines.push((number, line));
    }
    apply(desk, lines, on_progress)
}

/// Takes in records that are already values, such as the sample caseload.
///
/// # Errors
/// As [`import`], with the number of the value for the line.
pub fn import_values(desk: &mut Desk, values: &[(Kind, Value)]) -> Result<ImportReport> {
    let mut lines = Vec::new();
    let mut drafts = Vec::new();
    for (index, (kind, value)) in values.iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if kind.travels() {
            let line = Line::read(*kind, value).map_err(|failure| in_line(failure, number))?;
            validate(&line).map_err(|failure| in_line(failure, number))?;
            lines.push((number, line));
        } else {
            drafts.push((*kind, value));
        }
    }
    let mut report = apply(desk, lines, &mut unwatched)?;
    desk.write_quietly(|writer| {
        for (kind, value) in drafts {
            writer.put_value(kind, value)?;
            report.new += 1;
        }
        Ok(())
    })?;
    Ok(report)
}

/// Says in which line something is wrong. What only a file can get wrong has a sentence with the line
/// in it; before a sentence that is used elsewhere too, the line is said first.
fn in_line(failure: Failure, number: u32) -> Failure {
    let name = if failure.code.starts_with("import-") { "line" } else { "in_line" };
    failure.with(name, number)
}

/// Reads one line without keeping it: what fuzzing comes in by.
#[doc(hidden)]
pub fn check_line(text: &str) -> Result<()> {
    if is_head(text)? { Ok(()) } else { validate(&parse(text)?) }
}

fn is_head(text: &str) -> Result<bool> {
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.format == FORMAT && head.version <= VERSION => Ok(true),
        Ok(head) if head.format == FORMAT => Err(Failure::new("import-newer")),
        Ok(_) => Err(Failure::new("import-not-a-record")),
        Err(_) => Ok(false),
    }
}

fn parse(text: &str) -> Result<Line> {
    let line: Value = serde_json::from_str(text)
        .map_err(|error| Failure::new("import-not-json").with("column", error.column()))?;
    let (Some(kind), Some(value)) = (line.get("kind").and_then(Value::as_str), line.get("value")) else {
        return Err(Failure::new("import-not-a-record"));
    };
    let known = Kind::ALL.iter().copied().find(|known| known.travels() && known.term() == kind);
    Line::read(known.ok_or_else(|| Failure::new("import-unknown-kind"))?, value)
}

fn apply(desk: &mut Desk, lines: Vec<(u32, Line)>, on_progress: OnProgress<'_>) -> Result<ImportReport> {
    let mut steps = Steps::begin(lines.len(), on_progress)?;
    desk.write(|writer| {
        // Everybody's alias, as each line leaves it: looking through the vault for every person of a
        // large file would take minutes.
        let mut aliases: HashMap<CaseId, String> = HashMap::new();
        let mut holders: HashMap<String, CaseId> = HashMap::new();
        for case in writer.list::<Case>(&Filter::default())? {
            holders.insert(case.alias.to_lowercase(), case.id);
            aliases.insert(case.id, case.alias.to_lowercase());
        }
        let mut cases: HashSet<CaseId> = aliases.keys().copied().collect();
        cases.extend(lines.iter().filter_map(|(_, line)| match line {
            Line::Case(case) => Some(case.id),
            _ => None,
        }));
        let mut report = ImportReport::default();
        for (number, line) in lines {
            let at = |failure: Failure| in_line(failure, number);
            if case_of(&line).is_some_and(|case| !cases.contains(&case)) {
                return Err(at(Failure::new("import-without-case")));
            }
            if let Line::Case(case) = &line {
                let alias = case.alias.to_lowercase();
                if holders.get(&alias).is_some_and(|holder| *holder != case.id) {
                    return Err(at(Failure::new("alias-taken")));
                }
                if let Some(former) = aliases.insert(case.id, alias.clone()) {
                    holders.remove(&former);
                }
                holders.insert(alias, case.id);
            }
            match put(writer, &line).map_err(at)? {
                Change::New => report.new += 1,
                Change::Changed => report.changed += 1,
                Change::Same => report.same += 1,
            }
            steps.step()?;
        }
        Ok(report)
    })
}

fn put(writer: &mut Writer<'_>, line: &Line) -> Result<Change> {
    Ok(match line {
        Line::Case(noun) => writer.put(noun)?,
        Line::CivilIdentity(noun) => writer.put(noun)?,
        Line::Need(noun) => writer.put(noun)?,
        Line::Goal(noun) => writer.put(noun)?,
        Line::Measure(noun) => writer.put(noun)?,
        Line::Agreement(noun) => writer.put(noun)?,
        Line::Party(noun) => writer.put(noun)?,
        Line::Request(noun) => writer.put(noun)?,
        Line::Series(noun) => writer.put(noun)?,
        Line::Appointment(noun) => writer.put(noun)?,
        Line::Routine(noun) => writer.put(noun)?,
        Line::RoutineWeek(noun) => writer.put(noun)?,
        Line::Note(noun) => put_signed::<Note>(writer, noun)?,
        Line::Amendment(noun) => put_signed::<Amendment>(writer, noun)?,
    })
}

/// Keeps what is signed, and refuses to change it.
fn put_signed<T: Noun + PartialEq>(writer: &mut Writer<'_>, noun: &T) -> Result<Change> {
    match writer.get::<T>(noun.id())? {
        Some(present) if present == *noun => Ok(Change::Same),
        Some(_) => Err(Failure::new("signed-changed")),
        None => Ok(writer.put_fresh(noun)?),
    }
}
