//! Small values for tests.

use chrono::{NaiveDate, NaiveDateTime};
use farled_case::{Appointment, AppointmentContent, CaseId, Medium, Outcome, OutcomeKind, Series, SeriesId};
use uuid::Uuid;

pub fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn content(title: &str) -> AppointmentContent {
    AppointmentContent {
        title: title.to_owned(),
        place: String::new(),
        bring: String::new(),
        company: String::new(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: String::new(),
        on_paper: true,
    }
}

pub fn series(starts_at: &str, rule: &str) -> Series {
    Series {
        id: SeriesId(Uuid::from_u128(1)),
        case: CaseId(Uuid::from_u128(2)),
        starts_at: at(starts_at),
        minutes: 60,
        all_day: false,
        rule: rule.to_owned(),
        excluded: Vec::new(),
        content: content("Samtal"),
    }
}

/// The record of one of a series.
pub fn record(series: &Series, recurrence_id: &str) -> Appointment {
    let recurrence_id = at(recurrence_id);
    Appointment {
        id: Appointment::id_in_series(series.id, recurrence_id),
        case: series.case,
        series: Some(series.id),
        recurrence_id: Some(recurrence_id),
        starts_at: recurrence_id,
        minutes: series.minutes,
        all_day: series.all_day,
        content: series.content.clone(),
        outcome: None,
        superseded_by: None,
        supersedes: None,
    }
}

pub fn attended() -> Option<Outcome> {
    Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() })
}
