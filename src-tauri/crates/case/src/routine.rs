//! Routines that are drawn up with the person, and the ticks of a week.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use specta::Type;

use crate::{CaseId, IsoWeek, Kind, Noun, Projection, RecordId, RoutineId, vocabulary::vocabulary};

/// The days on which a routine applies, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Weekdays {
    /// Monday.
    pub mon: bool,
    /// Tuesday.
    pub tue: bool,
    /// Wednesday.
    pub wed: bool,
    /// Thursday.
    pub thu: bool,
    /// Friday.
    pub fri: bool,
    /// Saturday.
    pub sat: bool,
    /// Sunday.
    pub sun: bool,
}

impl Weekdays {
    /// Every day.
    pub const ALL: Self =
        Self { mon: true, tue: true, wed: true, thu: true, fri: true, sat: true, sun: true };

    /// No day.
    pub const NONE: Self =
        Self { mon: false, tue: false, wed: false, thu: false, fri: false, sat: false, sun: false };

    /// From a list, Monday first.
    #[must_use]
    pub fn from_array([mon, tue, wed, thu, fri, sat, sun]: [bool; 7]) -> Self {
        Self { mon, tue, wed, thu, fri, sat, sun }
    }

    /// As a list, Monday first.
    #[must_use]
    pub fn to_array(self) -> [bool; 7] {
        [self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun]
    }

    /// Whether the routine applies on `day`'s day of the week.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.to_array()[day.weekday().num_days_from_monday() as usize]
    }
}

/// A routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Routine {
    /// Its id.
    pub id: RoutineId,
    /// The case.
    pub case: CaseId,
    /// What is done.
    pub title: String,
    /// The days on which it applies.
    pub days: Weekdays,
    /// The time, Monday to Friday.
    #[serde(default)]
    pub weekday_time: Option<NaiveTime>,
    /// The time on Saturday and Sunday.
    #[serde(default)]
    pub weekend_time: Option<NaiveTime>,
    /// The first day on which it applies.
    pub from: NaiveDate,
    /// The last day on which it applies.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Its place in the list, from 0.
    #[serde(default)]
    pub order: u32,
}

impl Routine {
    /// Whether the routine applies on `day`.
    #[must_use]
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        self.days.contains(day) && self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

vocabulary! {
    /// What the returned paper says of a routine on a day.
    Tick "tick" {
        /// Done.
        Done "done",
        /// Not done. Only when asked; an empty box says nothing.
        Missed "missed",
    }
}

/// What the returned paper says of a case's routines in one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct RoutineWeek {
    /// The case.
    pub case: CaseId,
    /// The week.
    pub week: IsoWeek,
    /// The ticks, by [`RoutineWeek::key`]. Flat, so that two people's ticks merge box by box.
    #[serde(default)]
    pub ticks: BTreeMap<String, Tick>,
    /// Why a routine was not done, by [`RoutineWeek::key`].
    #[serde(default)]
    pub why_not: BTreeMap<String, String>,
}

impl RoutineWeek {
    /// A week with no tick.
    #[must_use]
    pub fn empty(case: CaseId, week: IsoWeek) -> Self {
        Self { case, week, ticks: BTreeMap::new(), why_not: BTreeMap::new() }
    }

    /// The id of a case's week, the same in every vault.
    #[must_use]
    pub fn id_of(case: CaseId, week: IsoWeek) -> RecordId {
        RecordId::derived(case.0, &format!("routine-week {week}"))
    }

    /// The name of one box: `<routine>.<day>`, the day from 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn key(routine: RoutineId, day: NaiveDate) -> String {
        format!("{routine}.{}", day.weekday().number_from_monday())
    }

    /// What the box of `routine` on `day` says.
    #[must_use]
    pub fn tick(&self, routine: RoutineId, day: NaiveDate) -> Option<Tick> {
        self.ticks.get(&Self::key(routine, day)).copied()
    }
}

impl Noun for Routine {
    const KIND: Kind = Kind::Routine;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection { text: self.title.clone(), ..Projection::default() }
    }
}

impl Noun for RoutineWeek {
    const KIND: Kind = Kind::RoutineWeek;
    fn id(&self) -> RecordId {
        Self::id_of(self.case, self.week)
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection { starts_at: self.week.monday().and_hms_opt(0, 0, 0), ..Projection::default() }
    }
    fn seed(&self) -> Value {
        json!({ "ticks": {}, "why_not": {} })
    }
}
