//! ISO weeks (ISO 8601): they start on Monday, and are how a week is named in Sweden.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A week, written `2026-W48`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
#[schemars(with = "String")]
pub struct IsoWeek {
    monday: NaiveDate,
}

/// What was written is not a week.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO week")]
pub struct IsoWeekError;

impl IsoWeek {
    /// The week in which `day` lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let since = Days::new(u64::from(day.weekday().num_days_from_monday()));
        Self { monday: day.checked_sub_days(since).unwrap_or(day) }
    }

    /// Its first day.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its seven days.
    #[must_use]
    pub fn days(self) -> [NaiveDate; 7] {
        [0, 1, 2, 3, 4, 5, 6]
            .map(|days| self.monday.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX))
    }

    /// Its number, 1 to 53.
    #[must_use]
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// The week `weeks` later; earlier when negative.
    #[must_use]
    pub fn plus(self, weeks: i32) -> Self {
        let later = chrono::TimeDelta::weeks(i64::from(weeks));
        Self { monday: self.monday.checked_add_signed(later).unwrap_or(self.monday) }
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for IsoWeek {
    type Err = IsoWeekError;
    fn from_str(text: &str) -> Result<Self, IsoWeekError> {
        let (year, week) = text.split_once("-W").ok_or(IsoWeekError)?;
        let are_digits = year.bytes().chain(week.bytes()).all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || week.len() != 2 || !are_digits {
            return Err(IsoWeekError);
        }
        let year = year.parse().map_err(|_| IsoWeekError)?;
        let week = week.parse().map_err(|_| IsoWeekError)?;
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).ok_or(IsoWeekError)?;
        Ok(Self { monday })
    }
}

impl TryFrom<String> for IsoWeek {
    type Error = IsoWeekError;
    fn try_from(text: String) -> Result<Self, IsoWeekError> {
        text.parse()
    }
}

impl From<IsoWeek> for String {
    fn from(week: IsoWeek) -> Self {
        week.to_string()
    }
}
