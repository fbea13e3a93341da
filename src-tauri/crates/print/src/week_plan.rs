//! The week of one person.

use chrono::{NaiveDate, NaiveTime};
use farled_locale::Language;

use crate::{Paper, PrintError, Printed, layout::lay_out, week_input::WeekInput, world::Template};

/// The week of one person: what is to stand on the paper, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekPlan {
    /// The week's number.
    pub week: u32,
    /// Its Monday.
    pub monday: NaiveDate,
    /// Its days, Monday first.
    pub days: [DayPlan; 7],
    /// Routines, in the order in which they are done.
    pub routines: Vec<PrintedRoutine>,
    /// Goals in the person's words.
    pub goals: Vec<String>,
    /// What to keep in mind.
    pub remember: String,
    /// Numbers to call.
    pub calls: Vec<PrintedCall>,
}

/// A day of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPlan {
    /// The day.
    pub date: NaiveDate,
    /// What happens on it. Printed by time; what has no time comes first.
    pub appointments: Vec<PrintedAppointment>,
}

/// An appointment as the person knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedAppointment {
    /// When it begins; nothing for a whole day.
    pub time: Option<NaiveTime>,
    /// When it ends.
    pub until: Option<NaiveTime>,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// What to bring.
    pub bring: String,
    /// Who comes along.
    pub company: String,
}

/// A routine with a box to tick on each day on which it applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedRoutine {
    /// What is done.
    pub title: String,
    /// When, Monday to Friday.
    pub weekday_time: Option<NaiveTime>,
    /// When, on Saturday and Sunday.
    pub weekend_time: Option<NaiveTime>,
    /// The days on which it applies, Monday first.
    pub days: [bool; 7],
}

/// A number to call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedCall {
    /// Who answers, as the person knows them.
    pub label: String,
    /// The number.
    pub number: String,
}

/// Lays the week out.
///
/// # Errors
/// [`PrintError::Characters`] if no font has a character of it, [`PrintError::Layout`].
pub fn week_plan(plan: &WeekPlan, language: Language, paper: Paper) -> Result<Printed, PrintError> {
    lay_out(Template::Week, &WeekInput::new(plan, language, paper))
}
