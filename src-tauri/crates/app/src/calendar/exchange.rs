//! A person's calendar from and to a calendar file.

use std::{io::Write, path::Path};

use farled_case::{Appointment, CaseId, DisclosureKind, Series};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{
    Desk, Failure, OnProgress, Result,
    calendar_file::{self, ExportOptions, Remark, Titles},
    desk::ensure_open,
    disclosure::{self, Entry},
    file,
    work::Steps,
};

/// What reading a calendar file did.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarFileReport {
    /// Series taken in.
    pub series: u32,
    /// Appointments taken in.
    pub appointments: u32,
    /// Events that were left out or came in changed.
    pub remarks: Vec<Remark>,
}

/// Reads a calendar file into a person's calendar, all of it or nothing.
///
/// # Errors
/// A `calendar-…` code, `case-closed`, `record-missing`, `cancelled`, or what the vault says.
pub fn import_file(
    desk: &mut Desk,
    case: CaseId,
    bytes: &[u8],
    on_progress: OnProgress<'_>,
) -> Result<CalendarFileReport> {
    let import = calendar_file::import(bytes, case, desk.today())?;
    let filter = Filter { case: Some(case), ..Filter::default() };
    let import =
        import.keeping(&desk.vault().list::<Series>(&filter)?, &desk.vault().list::<Appointment>(&filter)?);
    let mut steps = Steps::begin(import.series.len() + import.appointments.len(), on_progress)?;
    desk.write(|writer| {
        ensure_open(writer, case)?;
        for series in &import.series {
            writer.put(series)?;
            steps.step()?;
        }
        for appointment in &import.appointments {
            writer.put(appointment)?;
            steps.step()?;
        }
        Ok(())
    })?;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(CalendarFileReport {
        series: count(import.series.len()),
        appointments: count(import.appointments.len()),
        remarks: import.skipped.into_iter().chain(import.notes).collect(),
    })
}

/// Writes a person's calendar as a calendar file, in the clear. Logged with its ground. Returns the
/// number of events.
///
/// # Errors
/// `ground-missing`, `recurrence-unreadable`, `file-not-written`, or what the vault says.
pub fn export(desk: &mut Desk, case: CaseId, ground: &str, out: impl Write) -> Result<u32> {
    let (text, events) = text(desk, case)?;
    disclosure::log(desk, entry(case, ground))?;
    file::pour(out, text.as_bytes())?;
    Ok(events)
}

/// Like [`export`], into a file.
///
/// # Errors
/// As for [`export`], and that the file can't be written. Nothing is saved or logged then.
pub fn export_file(desk: &mut Desk, case: CaseId, ground: &str, path: &Path) -> Result<u32> {
    let (text, events) = text(desk, case)?;
    file::hand_out(path, text.as_bytes(), || disclosure::log(desk, entry(case, ground)))?;
    Ok(events)
}

fn entry(case: CaseId, ground: &str) -> Entry {
    Entry {
        case: Some(case),
        kind: DisclosureKind::Export,
        what: "calendar".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    }
}

/// The file, and how many events are in it.
fn text(desk: &Desk, case: CaseId) -> Result<(String, u32)> {
    desk.case(case)?;
    let filter = Filter { case: Some(case), ..Filter::default() };
    let series = desk.vault().list::<Series>(&filter)?;
    let appointments = desk.vault().list::<Appointment>(&filter)?;
    let options = ExportOptions { titles: Titles::Full, made_at: desk.clock().now() };
    let file = calendar_file::export(&series, &appointments, &options);
    if !file.broken.is_empty() {
        // A calendar that silently lacks a series would be trusted as whole.
        return Err(Failure::new("recurrence-unreadable"));
    }
    Ok((file.text, file.events))
}
