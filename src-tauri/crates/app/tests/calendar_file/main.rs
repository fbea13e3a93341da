//! Calendar files in and out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod dialects;
mod going_out;
mod reading;
mod refused;
mod round_trip;

use chrono::{NaiveDate, NaiveDateTime};
use farled_app::calendar_file::{CalendarFileError, CalendarImport, ExportOptions, Titles, import};
use farled_case::{AppointmentContent, CaseId, Medium, occurrences};
use uuid::Uuid;

const CASE: CaseId = CaseId(Uuid::from_u128(2));
const GOOGLE: &[u8] = include_bytes!("files/google.ics");
const OUTLOOK: &[u8] = include_bytes!("files/outlook.ics");
const NEXTCLOUD: &[u8] = include_bytes!("files/nextcloud.ics");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn read(bytes: &[u8]) -> CalendarImport {
    import(bytes, CASE, day("2026-11-22")).unwrap()
}

/// A file of one event made of `lines`.
fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Möte\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn shown(import: &CalendarImport, from: &str, to: &str) -> Vec<String> {
    let found = occurrences(&import.series, &import.appointments, day(from), day(to)).unwrap();
    found
        .iter()
        .map(|o| {
            let time = if o.all_day { "     ".into() } else { o.starts_at.format("%H:%M").to_string() };
            format!("{} {time} {} {}", o.starts_at.format("%Y-%m-%d"), o.minutes, o.content.title)
        })
        .collect()
}

fn codes(import: &CalendarImport) -> (Vec<String>, Vec<String>) {
    let list = |remarks: &[farled_app::calendar_file::Remark]| {
        remarks.iter().map(|remark| format!("{} {}", remark.title, remark.code)).collect()
    };
    (list(&import.skipped), list(&import.notes))
}

fn import_of(file: &str) -> Result<CalendarImport, CalendarFileError> {
    import(file.as_bytes(), CASE, day("2026-11-22"))
}

fn options(titles: Titles) -> ExportOptions {
    ExportOptions { titles, made_at: "2026-11-22T10:00:00Z".parse().unwrap() }
}

fn content(title: &str, place: &str) -> AppointmentContent {
    AppointmentContent {
        title: title.to_owned(),
        place: place.to_owned(),
        bring: "Legitimation".into(),
        company: "Kontaktpersonen".into(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: "Hemlig varning".into(),
        on_paper: true,
    }
}
