//! The sample caseload: eight made-up people, dated around the day on which it is opened.
//!
//! `assets/library/sample.sv.jsonl` has one record a line, `{"kind": …, "value": …}`, as a caseload
//! file has, with two forms of its own:
//!
//! - a text that begins with `@` is a day, a time or a week relative to today (see [`relative`]);
//! - a text that begins with `#` names a record by a readable key, such as `#tall/goal/door`; it
//!   becomes an id that is the same in every vault. `#ek/series/talk @-7T13:15` is the appointment
//!   that the series has at that time. The same form as a key of an object, `#tall/routine/rise.1`,
//!   names a routine's box of one day.
//!
//! Ticks of days that haven't been yet are left out.

use chrono::NaiveDate;
use farled_case::{Appointment, IsoWeek, Kind, RecordId, SeriesId};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::relative;

/// Who is responsible for everybody in the sample caseload, and signed the notes.
pub const SAMPLE_CONTACT_PERSON: &str = "Kim Exempel";

/// The namespace of the ids.
const NAMESPACE: Uuid = Uuid::from_u128(0x6fd1_2c0a_9f0e_4c57_8a3b_5b9f_3d70_e811);

const TEXT: &str = include_str!("../../../../../assets/library/sample.sv.jsonl");

/// A line of the file is wrong. The file is part of the program, so only a change to it can cause this.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    /// It isn't a record.
    #[error("line {line} of the sample caseload is not a record")]
    NotARecord {
        /// Its number, from 1.
        line: usize,
    },
    /// It has a relative date that can't be read.
    #[error("line {line} of the sample caseload has a relative date that can't be read: {written}")]
    Date {
        /// Its number, from 1.
        line: usize,
        /// What stands there.
        written: String,
    },
}

#[derive(Deserialize)]
struct Line {
    kind: Kind,
    value: Value,
}

/// The sample caseload as it looks on `today`, what is referred to before what refers to it.
///
/// # Errors
/// [`SampleError`], never in a released program: a test reads the file for every day of a year.
pub fn sample_caseload(today: NaiveDate) -> Result<Vec<(Kind, Value)>, SampleError> {
    read(TEXT, today)
}

fn read(text: &str, today: NaiveDate) -> Result<Vec<(Kind, Value)>, SampleError> {
    let mut records = Vec::new();
    for (index, text) in text.lines().enumerate() {
        let line = index + 1;
        let Line { kind, mut value } =
            serde_json::from_str(text).map_err(|_| SampleError::NotARecord { line })?;
        resolve(&mut value, today).map_err(|written| SampleError::Date { line, written })?;
        if kind == Kind::RoutineWeek {
            drop_ticks_to_come(&mut value, today);
        }
        records.push((kind, value));
    }
    Ok(records)
}

/// The id that a readable key stands for.
fn id(key: &str) -> Uuid {
    RecordId::derived(NAMESPACE, key).0
}

/// Resolves every text in a value. On failure, what could not be read.
fn resolve(value: &mut Value, today: NaiveDate) -> Result<(), String> {
    match value {
        Value::String(text) => {
            if let Some(resolved) = resolve_text(text, today)? {
                *text = resolved;
            }
        }
        Value::Array(items) => {
            for item in items {
                resolve(item, today)?;
            }
        }
        Value::Object(fields) => {
            let mut resolved = Map::new();
            for (mut key, mut field) in std::mem::take(fields) {
                if let Some((routine, day)) = key.strip_prefix('#').and_then(|key| key.rsplit_once('.')) {
                    key = format!("{}.{day}", id(routine));
                }
                resolve(&mut field, today)?;
                resolved.insert(key, field);
            }
            *fields = resolved;
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

fn resolve_text(text: &str, today: NaiveDate) -> Result<Option<String>, String> {
    let date = |written: &str| relative::resolve(written, today).ok_or_else(|| written.to_owned());
    if let Some(written) = text.strip_prefix('@') {
        return date(written).map(Some);
    }
    let Some(key) = text.strip_prefix('#') else { return Ok(None) };
    Ok(Some(match key.split_once(" @") {
        None => id(key).to_string(),
        Some((series, written)) => {
            let at = date(written)?.parse().map_err(|_| written.to_owned())?;
            Appointment::id_in_series(SeriesId(id(series)), at).to_string()
        }
    }))
}

/// Leaves out the ticks of today and of days to come: nobody has ticked them yet.
fn drop_ticks_to_come(value: &mut Value, today: NaiveDate) {
    let week = value.get("week").and_then(Value::as_str).and_then(|week| week.parse::<IsoWeek>().ok());
    let Some(week) = week else { return };
    let is_past = |key: &str| {
        let number = key.rsplit_once('.').and_then(|(_, day)| day.parse::<usize>().ok());
        number
            .and_then(|number| week.days().get(number.checked_sub(1)?).copied())
            .is_some_and(|day| day < today)
    };
    for name in ["ticks", "why_not"] {
        if let Some(Value::Object(boxes)) = value.get_mut(name) {
            boxes.retain(|key, _| is_past(key));
        }
    }
}

#[cfg(test)]
mod tests;
