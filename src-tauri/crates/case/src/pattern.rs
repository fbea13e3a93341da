//! A recurrence as the interface shows and builds it: every so many days, weeks, months or years.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    Weekdays,
    rule::{End, Rule, RuleDay},
    vocabulary::vocabulary,
};

vocabulary! {
    /// What a recurrence counts.
    Unit "recurrence-unit" {
        /// Days.
        Day "day",
        /// Weeks.
        Week "week",
        /// Months.
        Month "month",
        /// Years.
        Year "year",
    }
}

vocabulary! {
    /// A day of the week.
    Weekday "weekday" {
        /// Monday.
        Mon "mon",
        /// Tuesday.
        Tue "tue",
        /// Wednesday.
        Wed "wed",
        /// Thursday.
        Thu "thu",
        /// Friday.
        Fri "fri",
        /// Saturday.
        Sat "sat",
        /// Sunday.
        Sun "sun",
    }
}

impl Weekday {
    /// The day of the week of `day`.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        match day.weekday() {
            chrono::Weekday::Mon => Self::Mon,
            chrono::Weekday::Tue => Self::Tue,
            chrono::Weekday::Wed => Self::Wed,
            chrono::Weekday::Thu => Self::Thu,
            chrono::Weekday::Fri => Self::Fri,
            chrono::Weekday::Sat => Self::Sat,
            chrono::Weekday::Sun => Self::Sun,
        }
    }

    /// The same day as `chrono` names it.
    #[must_use]
    pub fn to_chrono(self) -> chrono::Weekday {
        match self {
            Self::Mon => chrono::Weekday::Mon,
            Self::Tue => chrono::Weekday::Tue,
            Self::Wed => chrono::Weekday::Wed,
            Self::Thu => chrono::Weekday::Thu,
            Self::Fri => chrono::Weekday::Fri,
            Self::Sat => chrono::Weekday::Sat,
            Self::Sun => chrono::Weekday::Sun,
        }
    }

    /// Its two letters in a rule.
    pub(crate) fn in_rule(self) -> &'static str {
        match self {
            Self::Mon => "MO",
            Self::Tue => "TU",
            Self::Wed => "WE",
            Self::Thu => "TH",
            Self::Fri => "FR",
            Self::Sat => "SA",
            Self::Sun => "SU",
        }
    }

    pub(crate) fn from_rule(text: &str) -> Option<Self> {
        use crate::Vocabulary as _;
        Self::ALL.iter().copied().find(|day| day.in_rule() == text)
    }
}

/// On which day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Monthly {
    /// On a date.
    DayOfMonth {
        /// 1 to 31; -1 for the last day.
        day: i8,
    },
    /// On a weekday.
    NthWeekday {
        /// 1 for the first to 5 for the fifth; -1 for the last.
        nth: i8,
        /// Which weekday.
        weekday: Weekday,
    },
}

/// When a recurrence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(tag = "ends", rename_all = "snake_case")]
pub enum Ends {
    /// It does not.
    Never,
    /// On a day, which still counts.
    On {
        /// The last day.
        date: NaiveDate,
    },
    /// After so many times.
    After {
        /// How many.
        count: u32,
    },
}

/// A recurrence as the interface shows and builds it. A rule from another program may say more than
/// that; it is then kept as it is and shown as its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Pattern {
    /// Every so many units.
    pub every: u32,
    /// Days, weeks, months or years.
    pub unit: Unit,
    /// The days of a week; with none, the one on which the series begins. Weeks only.
    #[serde(default = "no_weekdays")]
    pub weekdays: Weekdays,
    /// The day of a month; with none, the one on which the series begins. Months only.
    #[serde(default)]
    pub monthly: Option<Monthly>,
    /// When it ends.
    pub ends: Ends,
}

fn no_weekdays() -> Weekdays {
    Weekdays::NONE
}

impl Pattern {
    /// What a rule says, when that is all that it says.
    #[must_use]
    pub fn from_rule(rule: &str) -> Option<Self> {
        let rule = Rule::read(rule).ok()?;
        if !rule.months.is_empty() || !rule.positions.is_empty() || rule.time != [None; 3] {
            return None;
        }
        let ends = match rule.end {
            End::Never => Ends::Never,
            End::Day(date) => Ends::On { date },
            End::Count(count) => Ends::After { count },
            End::Local(_) | End::Utc(_) => return None,
        };
        let mut pattern =
            Self { every: rule.every, unit: rule.unit, weekdays: Weekdays::NONE, monthly: None, ends };
        match (rule.unit, rule.month_days.as_slice(), rule.days.as_slice()) {
            (_, [], []) => {}
            // "Every day, Monday to Friday" is every week on those days.
            (Unit::Day, [], days) if rule.every == 1 => {
                pattern.unit = Unit::Week;
                pattern.weekdays = weekdays(days);
            }
            (Unit::Week, [], days) => {
                // Where the week starts matters only when weeks are left out.
                if rule.week_start != Weekday::Mon && rule.every > 1 && days.len() > 1 {
                    return None;
                }
                pattern.weekdays = weekdays(days);
            }
            (Unit::Month, [day @ (-1 | 1..=31)], []) => {
                pattern.monthly = Some(Monthly::DayOfMonth { day: *day });
            }
            (Unit::Month, [], [RuleDay { nth: nth @ (-1 | 1..=5), weekday }]) => {
                let nth = i8::try_from(*nth).ok()?;
                pattern.monthly = Some(Monthly::NthWeekday { nth, weekday: *weekday });
            }
            _ => return None,
        }
        Some(pattern)
    }

    /// The rule that says it.
    #[must_use]
    pub fn to_rule(&self) -> String {
        let mut rule = Rule::every(self.unit);
        rule.every = self.every;
        match self.unit {
            Unit::Week => {
                use crate::Vocabulary as _;
                let days = Weekday::ALL.iter().zip(self.weekdays.to_array());
                rule.days = days
                    .filter(|(_, applies)| *applies)
                    .map(|(weekday, _)| RuleDay { nth: 0, weekday: *weekday })
                    .collect();
            }
            Unit::Month => match self.monthly {
                Some(Monthly::DayOfMonth { day }) => rule.month_days = vec![day],
                Some(Monthly::NthWeekday { nth, weekday }) => {
                    rule.days = vec![RuleDay { nth: nth.into(), weekday }];
                }
                None => {}
            },
            Unit::Day | Unit::Year => {}
        }
        rule.end = match self.ends {
            Ends::Never => End::Never,
            Ends::On { date } => End::Day(date),
            Ends::After { count } => End::Count(count),
        };
        rule.to_string()
    }

    /// The same pattern for a series that is moved from one day to another: a weekly one moves its
    /// weekdays along, a monthly one takes the new day.
    #[must_use]
    pub fn moved(&self, from: NaiveDate, to: NaiveDate) -> Self {
        let mut pattern = *self;
        let days = (to - from).num_days().rem_euclid(7);
        if self.unit == Unit::Week {
            let mut weekdays = self.weekdays.to_array();
            weekdays.rotate_right(usize::try_from(days).unwrap_or(0));
            pattern.weekdays = Weekdays::from_array(weekdays);
        }
        if from != to {
            pattern.monthly = self.monthly.map(|monthly| match monthly {
                Monthly::DayOfMonth { .. } => {
                    Monthly::DayOfMonth { day: i8::try_from(to.day()).unwrap_or(1) }
                }
                Monthly::NthWeekday { .. } => Monthly::NthWeekday {
                    nth: i8::try_from((to.day() - 1) / 7 + 1).unwrap_or(1),
                    weekday: Weekday::of(to),
                },
            });
            if let Ends::On { date } = self.ends {
                let later = to - from;
                pattern.ends = Ends::On { date: date.checked_add_signed(later).unwrap_or(date) };
            }
        }
        pattern
    }
}

fn weekdays(days: &[RuleDay]) -> Weekdays {
    use crate::Vocabulary as _;
    let mut array = [false; 7];
    for (applies, weekday) in array.iter_mut().zip(Weekday::ALL) {
        *applies = days.iter().any(|day| day.weekday == *weekday);
    }
    Weekdays::from_array(array)
}
