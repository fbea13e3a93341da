//! Requests with the names beside them.

use std::collections::HashMap;

use chrono::NaiveDate;
use farled_case::{Case, CaseId, Party, Request, RequestId};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use crate::{Desk, Result};

/// Days after which a waiting request is shown as late. The report names slow decisions as what costs
/// motivation; four weeks is when the programmes' own routine asks for a reminder.
const LATE_AFTER: u32 = 28;

/// A request that waits for a decision.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WaitingRequest {
    /// The request.
    pub request: RequestId,
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// What was asked.
    pub what: String,
    /// Of whom.
    pub party_name: String,
    /// Days waited.
    pub days: u32,
    /// Whether that is long.
    pub is_late: bool,
    /// The day of the latest reminder.
    pub reminded_on: Option<NaiveDate>,
}

/// A request with the party's name and the days waited.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RequestRow {
    /// The request.
    pub request: Request,
    /// Of whom.
    pub party_name: String,
    /// Days waited.
    pub days: u32,
    /// Whether that is long and the decision still open.
    pub is_late: bool,
}

/// A case's requests: waiting ones first, longest wait first.
///
/// # Errors
/// What the vault says.
pub fn list(desk: &Desk, case: CaseId) -> Result<Vec<RequestRow>> {
    let today = desk.today();
    let names = party_names(desk)?;
    let mut requests = desk.vault().list::<Request>(&Filter { case: Some(case), ..Filter::default() })?;
    requests.sort_by_key(|request| (!request.is_waiting(), request.submitted_on, request.id));
    Ok(requests
        .into_iter()
        .map(|request| {
            let days = request.days_waited(today);
            RequestRow {
                party_name: names.get(&request.party).cloned().unwrap_or_default(),
                is_late: request.is_waiting() && days >= LATE_AFTER,
                days,
                request,
            }
        })
        .collect())
}

/// The requests that wait, of one case or of all, longest wait first.
///
/// # Errors
/// What the vault says.
pub fn waiting(desk: &Desk, case: Option<CaseId>) -> Result<Vec<WaitingRequest>> {
    let today = desk.today();
    let names = party_names(desk)?;
    let aliases: HashMap<_, _> = desk
        .vault()
        .list::<Case>(&Filter::default())?
        .into_iter()
        .map(|case| (case.id, case.alias))
        .collect();
    let filter = Filter { case, status: Some("submitted"), ..Filter::default() };
    let mut waiting: Vec<WaitingRequest> = desk
        .vault()
        .list::<Request>(&filter)?
        .into_iter()
        .map(|request| {
            let days = request.days_waited(today);
            WaitingRequest {
                alias: aliases.get(&request.case).cloned().unwrap_or_default(),
                party_name: names.get(&request.party).cloned().unwrap_or_default(),
                is_late: days >= LATE_AFTER,
                days,
                request: request.id,
                case: request.case,
                what: request.what,
                reminded_on: request.reminded_on.last().copied(),
            }
        })
        .collect();
    waiting.sort_by_key(|request| (std::cmp::Reverse(request.days), request.request));
    Ok(waiting)
}

fn party_names(desk: &Desk) -> Result<HashMap<farled_case::PartyId, String>> {
    Ok(desk
        .vault()
        .list::<Party>(&Filter::default())?
        .into_iter()
        .map(|party| (party.id, party.name))
        .collect())
}
