//! One person's file: the header that every tab has, and the overview.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use farled_case::{
    Agreement, AmendmentDraft, Case, CaseId, CivilIdentity, Goal, GoalId, GoalStatus, Need, NeedArea, Note,
    NoteDraft, NoteId,
};
use farled_vault::Filter;
use serde::Serialize;
use specta::Type;

use super::{list, list::NextAppointment, list::days_between};
use crate::{
    Desk, Failure, Result,
    note::{self, NoteRow},
    plan,
    request::{self, WaitingRequest},
    today::{self, ToDo},
};

/// Notes shown on the overview.
const RECENT_NOTES: usize = 3;

/// A goal in one line.
#[derive(Clone, Debug, Serialize, Type)]
pub struct GoalBrief {
    /// Its id.
    pub id: GoalId,
    /// In the person's words.
    pub title: String,
    /// The area of its need.
    pub area: NeedArea,
    /// The day by which it should be reached.
    pub target_on: Option<NaiveDate>,
    /// Measures completed.
    pub measures_done: u32,
    /// Measures in all that still count.
    pub measures: u32,
}

/// What a draft becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DraftOf {
    /// A note.
    Note,
    /// An addition to a signed note.
    Addition,
}

/// A draft in one line.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftBrief {
    /// What it becomes.
    pub of: DraftOf,
    /// The note: itself, or the one that it adds to.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// Its alias.
    pub alias: String,
    /// When what it tells of happened.
    pub occurred_at: NaiveDateTime,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// Words so far.
    pub words: u32,
}

/// One person's file.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Whether a civil identity is kept.
    pub has_identity: bool,
    /// The next appointment.
    pub next_appointment: Option<NextAppointment>,
    /// The day of the latest contact.
    pub last_contact_on: Option<NaiveDate>,
    /// Days since then.
    pub days_since_contact: Option<u32>,
    /// The latest agreement to the plan.
    pub agreement: Option<Agreement>,
    /// Goals worked on now.
    pub goals: Vec<GoalBrief>,
    /// Requests that wait.
    pub waiting: Vec<WaitingRequest>,
    /// What is to be done.
    pub to_do: Vec<ToDo>,
    /// The latest notes.
    pub recent_notes: Vec<NoteRow>,
    /// Drafts that wait to be signed.
    pub drafts: Vec<DraftBrief>,
}

/// Shows a person's file.
///
/// # Errors
/// `record-missing`, or what the vault says.
pub fn show(desk: &Desk, id: CaseId) -> Result<CaseView> {
    let case = desk.case(id)?;
    let row =
        list(desk)?.into_iter().find(|row| row.case == id).ok_or_else(|| Failure::new("record-missing"))?;
    let filter = Filter { case: Some(id), ..Filter::default() };
    let drafts = drafts(desk, &filter, &case.alias)?;
    let mut recent_notes = note::list(desk, id)?;
    recent_notes.retain(|note| note.author.is_some());
    recent_notes.truncate(RECENT_NOTES);
    Ok(CaseView {
        has_identity: desk.vault().get::<CivilIdentity>(CivilIdentity::id_of(id))?.is_some(),
        next_appointment: row.next_appointment,
        days_since_contact: row.last_contact_on.map(|day| days_between(day, desk.today())),
        last_contact_on: row.last_contact_on,
        agreement: plan::agreements(desk, id)?.into_iter().next(),
        goals: goals(desk, &filter)?,
        waiting: request::waiting(desk, Some(id))?,
        to_do: today::to_do(desk, Some(id))?,
        recent_notes,
        drafts,
        case,
    })
}

fn drafts(desk: &Desk, filter: &Filter, alias: &str) -> Result<Vec<DraftBrief>> {
    let mut drafts: Vec<DraftBrief> = desk
        .vault()
        .list::<NoteDraft>(filter)?
        .into_iter()
        .map(|draft| DraftBrief {
            of: DraftOf::Note,
            id: draft.id,
            case: draft.case,
            alias: alias.to_owned(),
            occurred_at: draft.content.occurred_at,
            changed_at: draft.changed_at,
            words: note::words(&draft.content.body),
        })
        .collect();
    drafts.extend(additions(desk, filter, |_| alias.to_owned())?);
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.changed_at));
    Ok(drafts)
}

/// What is being added to signed notes.
pub(crate) fn additions(
    desk: &Desk,
    filter: &Filter,
    alias: impl Fn(CaseId) -> String,
) -> Result<Vec<DraftBrief>> {
    let mut briefs = Vec::new();
    for draft in desk.vault().list::<AmendmentDraft>(filter)? {
        // A damaged vault that is opened only to be read may have lost the note.
        let Some(note) = desk.vault().get::<Note>(draft.note.into())? else { continue };
        briefs.push(DraftBrief {
            of: DraftOf::Addition,
            id: note.id,
            case: draft.case,
            alias: alias(draft.case),
            occurred_at: note.content.occurred_at,
            changed_at: draft.changed_at,
            words: note::words(&draft.text),
        });
    }
    Ok(briefs)
}

fn goals(desk: &Desk, filter: &Filter) -> Result<Vec<GoalBrief>> {
    let needs = desk.vault().list::<Need>(filter)?;
    let measures = desk.vault().list::<farled_case::Measure>(filter)?;
    let mut goals = desk.vault().list::<Goal>(filter)?;
    goals.retain(|goal| goal.status == GoalStatus::Active);
    goals.sort_by_key(|goal| (needs.iter().position(|need| need.id == goal.need), goal.order, goal.id));
    Ok(goals
        .into_iter()
        .filter_map(|goal| {
            let need = needs.iter().find(|need| need.id == goal.need)?;
            let counted = measures.iter().filter(|measure| {
                measure.goal == goal.id && measure.status != farled_case::MeasureStatus::NotNeeded
            });
            let (open, done): (Vec<_>, Vec<_>) = counted.partition(|measure| measure.is_open());
            Some(GoalBrief {
                id: goal.id,
                title: goal.title,
                area: need.area,
                target_on: goal.target_on,
                measures_done: u32::try_from(done.len()).unwrap_or(u32::MAX),
                measures: u32::try_from(done.len() + open.len()).unwrap_or(u32::MAX),
            })
        })
        .collect())
}
