//! Composes the week from what the vault keeps, leaving out what was not chosen.

use chrono::NaiveDate;
use farled_case::{Case, CaseId, Goal, GoalStatus, IsoWeek, Occurrence, Routine};
use farled_print::{DayPlan, PrintedAppointment, PrintedCall, PrintedRoutine, WeekPlan};
use farled_vault::Filter;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Desk, Result,
    calendar::{OccurrenceTarget, occurrences_between},
    settings::Language,
};

/// Which way the paper lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// Days as rows.
    Portrait,
    /// Days as columns.
    #[default]
    Landscape,
}

impl From<PaperFormat> for farled_print::Paper {
    fn from(format: PaperFormat) -> Self {
        match format {
            PaperFormat::Portrait => Self::Portrait,
            PaperFormat::Landscape => Self::Landscape,
        }
    }
}

/// What is printed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct WeekPlanChoice {
    /// The case.
    pub case: CaseId,
    /// The week.
    pub week: IsoWeek,
    /// The language of what is not the person's own words.
    pub language: Language,
    /// Which way the paper lies.
    pub paper: PaperFormat,
    /// The keys of items that are left out; see [`PrintItem::key`].
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// What kind of thing an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PrintItemKind {
    /// An appointment.
    Appointment,
    /// A routine.
    Routine,
    /// A goal.
    Goal,
    /// What to keep in mind.
    Remember,
    /// A number to call.
    Call,
}

/// Something that can stand on the week.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PrintItem {
    /// Its name among the items.
    pub key: String,
    /// What kind of thing it is.
    pub kind: PrintItemKind,
    /// What it says.
    pub label: String,
    /// The day, of an appointment.
    pub on: Option<NaiveDate>,
    /// Whether it is printed.
    pub is_chosen: bool,
}

/// A composed week with the items it was composed from.
pub(super) struct Composed {
    pub plan: WeekPlan,
    pub items: Vec<PrintItem>,
}

/// Composes a week.
pub(super) fn compose(desk: &Desk, choice: &WeekPlanChoice) -> Result<Composed> {
    let case = desk.case(choice.case)?;
    let days = choice.week.days();
    let mut items = Items { left_out: &choice.left_out, list: Vec::new() };
    let mut plan = WeekPlan {
        week: choice.week.number(),
        monday: choice.week.monday(),
        days: days.map(|date| DayPlan { date, appointments: Vec::new() }),
        routines: Vec::new(),
        goals: Vec::new(),
        remember: String::new(),
        calls: Vec::new(),
    };
    let next_monday = choice.week.plus(1).monday();
    for occurrence in occurrences_between(desk, Some(choice.case), choice.week.monday(), next_monday)? {
        if !is_ahead(&occurrence) {
            continue;
        }
        let key = format!("appointment:{}", OccurrenceTarget::of(&occurrence).appointment_id()?);
        let on = occurrence.starts_at.date();
        if items.offer(key, PrintItemKind::Appointment, &occurrence.content.title, Some(on))
            && let Some(day) = plan.days.iter_mut().find(|day| day.date == on)
        {
            day.appointments.push(printed(occurrence));
        }
    }
    for routine in routines(desk, choice)? {
        if items.offer(format!("routine:{}", routine.id), PrintItemKind::Routine, &routine.title, None) {
            plan.routines.push(PrintedRoutine {
                days: days.map(|day| routine.applies_on(day)),
                title: routine.title,
                weekday_time: routine.weekday_time,
                weekend_time: routine.weekend_time,
            });
        }
    }
    for goal in goals(desk, choice.case)? {
        if items.offer(format!("goal:{}", goal.id), PrintItemKind::Goal, &goal.title, None) {
            plan.goals.push(goal.title);
        }
    }
    add_case(&case, &mut items, &mut plan);
    Ok(Composed { plan, items: items.list })
}

/// What can be chosen, gathered while the week is composed.
struct Items<'a> {
    left_out: &'a [String],
    list: Vec<PrintItem>,
}

impl Items<'_> {
    /// Adds an item and tells whether it is printed.
    fn offer(&mut self, key: String, kind: PrintItemKind, label: &str, on: Option<NaiveDate>) -> bool {
        let is_chosen = !self.left_out.contains(&key);
        self.list.push(PrintItem { key, kind, label: label.to_owned(), on, is_chosen });
        is_chosen
    }
}

/// Whether an occurrence belongs on paper: meant for it, and neither moved nor called off.
fn is_ahead(occurrence: &Occurrence) -> bool {
    use farled_case::OutcomeKind::{CancelledByOther, CancelledByUs, ToBeRescheduled};
    let off = occurrence
        .outcome
        .as_ref()
        .is_some_and(|outcome| matches!(outcome.kind, CancelledByUs | CancelledByOther | ToBeRescheduled));
    occurrence.content.on_paper && occurrence.superseded_by.is_none() && !off
}

fn printed(occurrence: Occurrence) -> PrintedAppointment {
    let time = (!occurrence.all_day).then(|| occurrence.starts_at.time());
    PrintedAppointment {
        time,
        until: time.filter(|_| occurrence.minutes > 0).map(|_| occurrence.ends_at.time()),
        title: occurrence.content.title,
        place: occurrence.content.place,
        bring: occurrence.content.bring,
        company: occurrence.content.company,
    }
}

fn routines(desk: &Desk, choice: &WeekPlanChoice) -> Result<Vec<Routine>> {
    let mut routines =
        desk.vault().list::<Routine>(&Filter { case: Some(choice.case), ..Filter::default() })?;
    routines.retain(|routine| choice.week.days().iter().any(|day| routine.applies_on(*day)));
    routines.sort_by_key(|routine| (routine.order, routine.id));
    Ok(routines)
}

fn goals(desk: &Desk, case: CaseId) -> Result<Vec<Goal>> {
    let mut goals = desk.vault().list::<Goal>(&Filter { case: Some(case), ..Filter::default() })?;
    goals.retain(|goal| goal.status == GoalStatus::Active && goal.on_paper);
    goals.sort_by_key(|goal| (goal.order, goal.id));
    Ok(goals)
}

fn add_case(case: &Case, items: &mut Items<'_>, plan: &mut WeekPlan) {
    if !case.remember.trim().is_empty()
        && items.offer("remember".to_owned(), PrintItemKind::Remember, &case.remember, None)
    {
        plan.remember.clone_from(&case.remember);
    }
    for (index, call) in case.calls.iter().enumerate() {
        let label = format!("{} {}", call.label, call.number);
        if items.offer(format!("call:{index}"), PrintItemKind::Call, &label, None) {
            plan.calls.push(PrintedCall { label: call.label.clone(), number: call.number.clone() });
        }
    }
}
