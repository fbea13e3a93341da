//! The day: appointments in time, what lacks a note or an outcome, what waits.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use farled_case::{AppointmentId, Case, CaseId, Note, NoteDraft, NoteId, Occurrence, OutcomeKind};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use super::{Quiet, ToDo, to_do::quiet};
use crate::{
    Desk, Result,
    calendar::{OccurrenceTarget, occurrences_between},
    note,
    people::{self, DraftBrief, DraftOf},
    request::{self, WaitingRequest},
};

/// How far back an appointment without a note or an outcome is brought up. Older ones would bury the
/// day; they still show in the calendar.
const LOOK_BACK: TimeDelta = TimeDelta::days(14);

/// How long before its beginning an appointment counts as being now: time to get there.
const LEAD: TimeDelta = TimeDelta::minutes(15);

/// Where in the day an appointment lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// Over.
    Past,
    /// Under way, or about to begin.
    Now,
    /// Still to come.
    Later,
}

/// One of today's appointments.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TodayAppointment {
    /// The appointment.
    pub occurrence: Occurrence,
    /// By what it is changed.
    pub target: OccurrenceTarget,
    /// The person's alias.
    pub alias: String,
    /// A short warning.
    pub safety_flag: String,
    /// Where in the day it lies.
    pub state: DayState,
    /// Minutes until it begins; negative once it has.
    pub minutes_until: i32,
    /// The note about it, draft or signed.
    pub note: Option<NoteId>,
}

/// An appointment that lacks something.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Unrecorded {
    /// The appointment.
    pub occurrence: Occurrence,
    /// By what it is changed.
    pub target: OccurrenceTarget,
    /// The person's alias.
    pub alias: String,
    /// The draft about it.
    pub draft: Option<NoteId>,
    /// Words in the draft.
    pub draft_words: u32,
}

/// What today needs.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TodayView {
    /// The present wall-clock time.
    pub now: NaiveDateTime,
    /// The day.
    pub today: NaiveDate,
    /// The number of the ISO week.
    pub week: u32,
    /// Whether any case is kept.
    pub has_people: bool,
    /// Today's appointments, in time.
    pub appointments: Vec<TodayAppointment>,
    /// Past appointments without an outcome, the latest first.
    pub without_outcome: Vec<Unrecorded>,
    /// Past appointments that took place and have no signed note, the latest first.
    pub without_note: Vec<Unrecorded>,
    /// Drafts that tell of no appointment listed above, and what is being added to signed notes.
    pub drafts: Vec<DraftBrief>,
    /// Requests that wait.
    pub waiting: Vec<WaitingRequest>,
    /// What is to be done.
    pub to_do: Vec<ToDo>,
    /// People without contact for a long time.
    pub quiet: Vec<Quiet>,
}

/// Shows what today needs.
///
/// # Errors
/// What the vault says.
pub fn show(desk: &Desk) -> Result<TodayView> {
    let now = desk.wall();
    let today = now.date();
    let cases: HashMap<CaseId, Case> =
        desk.vault().list::<Case>(&Filter::default())?.into_iter().map(|case| (case.id, case)).collect();
    let alias = |case: CaseId| cases.get(&case).map(|case| case.alias.clone()).unwrap_or_default();
    let drafts = desk.vault().list::<NoteDraft>(&Filter::default())?;
    let signed = signed_about(desk, now - LOOK_BACK)?;

    let mut appointments = Vec::new();
    let mut without_outcome = Vec::new();
    let mut without_note = Vec::new();
    let mut shown_drafts = HashSet::new();
    for occurrence in occurrences_between(desk, None, (now - LOOK_BACK).date(), today + TimeDelta::days(1))? {
        let target = OccurrenceTarget::of(&occurrence);
        let id = target.appointment_id()?;
        let draft = drafts.iter().find(|draft| draft.content.appointment == Some(id));
        let note = signed.get(&id).copied();
        let superseded = occurrence.superseded_by.is_some();
        if occurrence.starts_at.date() == today && !superseded {
            appointments.push(TodayAppointment {
                alias: alias(occurrence.case),
                safety_flag: cases
                    .get(&occurrence.case)
                    .map(|case| case.safety_flag.clone())
                    .unwrap_or_default(),
                state: state(&occurrence, now),
                minutes_until: i32::try_from((occurrence.starts_at - now).num_minutes()).unwrap_or(i32::MAX),
                note: note.or(draft.map(|draft| draft.id)),
                occurrence: occurrence.clone(),
                target: target.clone(),
            });
        }
        if superseded || occurrence.ends_at > now || note.is_some() {
            continue;
        }
        let unrecorded = Unrecorded {
            alias: alias(occurrence.case),
            draft: draft.map(|draft| draft.id),
            draft_words: draft.map(|draft| note::words(&draft.content.body)).unwrap_or_default(),
            target,
            occurrence,
        };
        match unrecorded.occurrence.outcome.as_ref().map(|outcome| outcome.kind) {
            None if unrecorded.draft.is_none() => without_outcome.push(unrecorded),
            None => without_note.push(unrecorded),
            Some(kind) if kind.is_contact() => without_note.push(unrecorded),
            Some(OutcomeKind::ToBeRescheduled) => without_outcome.push(unrecorded),
            Some(_) => {}
        }
    }
    without_outcome.reverse();
    without_note.reverse();
    shown_drafts.extend(without_note.iter().filter_map(|unrecorded| unrecorded.draft));
    let mut loose_drafts: Vec<DraftBrief> = drafts
        .iter()
        .filter(|draft| !shown_drafts.contains(&draft.id))
        .map(|draft| DraftBrief {
            of: DraftOf::Note,
            id: draft.id,
            case: draft.case,
            alias: alias(draft.case),
            occurred_at: draft.content.occurred_at,
            changed_at: draft.changed_at,
            words: note::words(&draft.content.body),
        })
        .collect();
    loose_drafts.extend(people::additions(desk, &Filter::default(), alias)?);
    Ok(TodayView {
        now,
        today,
        week: farled_case::IsoWeek::of(today).number(),
        has_people: !cases.is_empty(),
        appointments,
        without_outcome,
        without_note,
        drafts: loose_drafts,
        waiting: request::waiting(desk, None)?,
        to_do: super::to_do(desk, None)?,
        quiet: quiet(desk, cases.values())?,
    })
}

/// Which signed note tells of which appointment.
fn signed_about(desk: &Desk, since: NaiveDateTime) -> Result<HashMap<AppointmentId, NoteId>> {
    let filter = Filter { starts_from: Some(since - TimeDelta::days(1)), ..Filter::default() };
    Ok(desk
        .vault()
        .list::<Note>(&filter)?
        .into_iter()
        .filter_map(|note| note.content.appointment.map(|about| (about, note.id)))
        .collect())
}

fn state(occurrence: &Occurrence, now: NaiveDateTime) -> DayState {
    if occurrence.all_day || occurrence.starts_at > now + LEAD {
        DayState::Later
    } else if occurrence.outcome.is_some() || occurrence.ends_at <= now {
        DayState::Past
    } else {
        DayState::Now
    }
}
