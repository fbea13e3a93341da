//! When the contact person was last in contact with somebody.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use farled_case::{Appointment, CaseId, Note, NoteType, OutcomeKind, Vocabulary};

use crate::{Desk, Result};

/// The day of the latest contact in each case: a signed note of a kind that tells of contact with the
/// person, or an appointment that took place.
pub(crate) fn last_contacts(desk: &Desk) -> Result<HashMap<CaseId, NaiveDate>> {
    // What happened in this very minute counts.
    let now = desk.wall() + TimeDelta::minutes(1);
    let notes = terms(|note_type: NoteType| note_type.is_contact());
    let outcomes = terms(|outcome: OutcomeKind| outcome.is_contact());
    let mut latest: HashMap<CaseId, NaiveDate> = HashMap::new();
    let found = desk
        .vault()
        .latest_start::<Note>(now, &notes)?
        .into_iter()
        .chain(desk.vault().latest_start::<Appointment>(now, &outcomes)?);
    for (case, at) in found {
        let day = latest.entry(case).or_insert_with(|| at.date());
        *day = (*day).max(at.date());
    }
    Ok(latest)
}

/// The terms of a vocabulary that a rule holds for.
fn terms<V: Vocabulary>(holds: impl Fn(V) -> bool) -> Vec<&'static str> {
    V::ALL.iter().copied().filter(|value| holds(*value)).map(Vocabulary::term).collect()
}
