//! The list of people.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use farled_case::{AmendmentDraft, Case, CaseId, NoteDraft, Phase, Protection, Request};
use farled_vault::{Filter, Order};
use serde::Serialize;
use specta::Type;

use super::last_contacts;
use crate::{Desk, Result, calendar};

/// How far ahead the next appointment is looked for.
const AHEAD: TimeDelta = TimeDelta::days(60);

/// Somebody's next appointment.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NextAppointment {
    /// When it begins.
    pub starts_at: NaiveDateTime,
    /// Whether it has no time of day.
    pub all_day: bool,
    /// What it is.
    pub title: String,
}

/// One row in the list of people.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PersonRow {
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// Where in the support the person is.
    pub phase: Phase,
    /// How the identity is protected.
    pub protection: Protection,
    /// A short warning.
    pub safety_flag: String,
    /// The next appointment.
    pub next_appointment: Option<NextAppointment>,
    /// The day of the latest contact.
    pub last_contact_on: Option<NaiveDate>,
    /// Days since then.
    pub days_since_contact: Option<u32>,
    /// The day the assessment of risk is to be looked over.
    pub risk_review_on: Option<NaiveDate>,
    /// Drafts that wait to be signed.
    pub drafts: u32,
    /// Requests that wait for a decision.
    pub waiting: u32,
}

/// Everybody, by alias; closed cases last.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk) -> Result<Vec<PersonRow>> {
    let today = desk.today();
    let now = desk.wall();
    let contacts = last_contacts(desk)?;
    let mut next: HashMap<CaseId, NextAppointment> = HashMap::new();
    for occurrence in calendar::occurrences_between(desk, None, today, today + AHEAD)? {
        if occurrence.starts_at >= now && occurrence.superseded_by.is_none() && occurrence.outcome.is_none() {
            next.entry(occurrence.case).or_insert_with(|| NextAppointment {
                starts_at: occurrence.starts_at,
                all_day: occurrence.all_day,
                title: occurrence.content.title,
            });
        }
    }
    let mut drafts: HashMap<CaseId, u32> = HashMap::new();
    for draft in desk.vault().list::<NoteDraft>(&Filter::default())? {
        *drafts.entry(draft.case).or_default() += 1;
    }
    for addition in desk.vault().list::<AmendmentDraft>(&Filter::default())? {
        *drafts.entry(addition.case).or_default() += 1;
    }
    let mut waiting: HashMap<CaseId, u32> = HashMap::new();
    for request in desk.vault().list::<Request>(&Filter { status: Some("submitted"), ..Filter::default() })? {
        *waiting.entry(request.case).or_default() += 1;
    }
    let mut rows: Vec<PersonRow> = desk
        .vault()
        .list::<Case>(&Filter { order: Order::Stored, ..Filter::default() })?
        .into_iter()
        .map(|case| {
            let last_contact_on = contacts.get(&case.id).copied();
            PersonRow {
                next_appointment: next.remove(&case.id),
                days_since_contact: last_contact_on.map(|day| days_between(day, today)),
                last_contact_on,
                drafts: drafts.get(&case.id).copied().unwrap_or_default(),
                waiting: waiting.get(&case.id).copied().unwrap_or_default(),
                case: case.id,
                alias: case.alias,
                phase: case.phase,
                protection: case.protection,
                safety_flag: case.safety_flag,
                risk_review_on: case.risk_review_on,
            }
        })
        .collect();
    rows.sort_by_cached_key(|row| (row.phase == Phase::Closed, row.alias.to_lowercase()));
    Ok(rows)
}

/// The number of days from one day to a later one.
pub(super) fn days_between(day: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - day).num_days()).unwrap_or(0)
}
