//! Goes through the whole vault, says what is wrong, and mends what can be mended.

use chrono::{DateTime, Utc};
use farled_vault::{OnProgress, Problem, Remedy};
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result, work::unwatched};

/// The setting that keeps when the vault was last found whole, in seconds since 1970.
const CHECKED: &str = "checked-at";

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckReport {
    /// How many records were read.
    pub records: u32,
    /// What is wrong, each kind once. Empty: all is well.
    pub problems: Vec<CheckProblem>,
    /// Whether [`mend`] helps against any of it.
    pub is_mendable: bool,
}

/// One kind of what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CheckProblem {
    /// Its code: the catalogue holds `error-<code>`.
    pub code: String,
    /// How often it is there: records, pages or files.
    pub count: u32,
    /// The files that it is about.
    pub names: Vec<String>,
}

/// Checks the vault.
///
/// # Errors
/// What the vault says when its storage fails.
pub fn check(desk: &mut Desk) -> Result<CheckReport> {
    check_with(desk, &mut unwatched)
}

/// Checks the vault, telling how far it is.
///
/// # Errors
/// `cancelled`, or what the vault says when its storage fails.
pub fn check_with(desk: &mut Desk, on_progress: OnProgress<'_>) -> Result<CheckReport> {
    let check = desk.vault_mut().check_with(on_progress)?;
    let mut report = CheckReport {
        records: check.records,
        problems: Vec::new(),
        is_mendable: check.problems.iter().any(|problem| problem.remedy() == Remedy::Mend),
    };
    for problem in &check.problems {
        report.add(problem);
    }
    Ok(report)
}

impl CheckReport {
    fn add(&mut self, problem: &Problem) {
        let names = problem.file().map(str::to_owned);
        match self.problems.iter_mut().find(|known| known.code == problem.code()) {
            Some(known) => {
                known.count += problem.count();
                known.names.extend(names);
            }
            None => self.problems.push(CheckProblem {
                code: problem.code().to_owned(),
                count: problem.count(),
                names: names.into_iter().collect(),
            }),
        }
    }
}

/// Mends what follows from something else: indexes, columns, the header and its copy, files left over.
///
/// # Errors
/// `record-damaged` for a record that does not read, or what the vault says.
pub fn mend(desk: &mut Desk) -> Result<()> {
    let now = desk.clock().now();
    // What could be undone may have been what was mended.
    desk.forget_undo();
    Ok(desk.vault_mut().mend(now)?)
}

/// Notes that the vault was found whole now.
///
/// # Errors
/// What the vault says.
pub fn note_check(desk: &mut Desk) -> Result<()> {
    let now = desk.clock().now().timestamp().to_le_bytes();
    desk.write_quietly(|writer| Ok(writer.set_setting(CHECKED, &now)?))
}

/// When the vault was last found whole; `None` when that was never asked.
///
/// # Errors
/// What the vault says.
pub fn last_check(desk: &Desk) -> Result<Option<DateTime<Utc>>> {
    let kept = desk.vault().setting(CHECKED)?;
    let seconds = kept.and_then(|bytes| Some(i64::from_le_bytes(bytes.as_slice().try_into().ok()?)));
    Ok(seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
}
