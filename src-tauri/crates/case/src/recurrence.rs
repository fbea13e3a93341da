//! When a repeated appointment happens (RFC 5545), in wall-clock time of [`ZONE`](crate::ZONE).
//!
//! The rule is expanded by the crate `rrule` on wall-clock times that are only labelled UTC: nothing
//! is converted on the way, so an appointment at nine stays at nine across both clock changes, and
//! one at half past two on the night without that hour keeps its name. Only an end given in UTC
//! needs the zone.
//!
//! Time and memory are bounded whatever the rule says: an expansion starts close to the range that
//! is asked for instead of at the beginning of the series, and rules that never happen, or happen
//! several times a day, are refused when they are read.

use chrono::{Datelike, Days, Month, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use rrule::{Frequency, NWeekday, RRule, RRuleSet};

use crate::{
    Unit, Weekday,
    rule::{End, Rule, RuleDay},
};

/// The most occurrences that one expansion gives. A rule that happens more often within a calendar's
/// range is a mistake or an attack.
pub const MAX_OCCURRENCES: usize = 2_000;

/// The years in which a series may begin.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A recurrence rule that was understood.
#[derive(Clone, Debug)]
pub struct Recurrence {
    /// With all that the start implies written out, and its end as a day.
    rule: Rule,
    /// As given, its end as a day.
    plain: Rule,
    starts_at: NaiveDateTime,
    first: NaiveDateTime,
}

/// Why a rule can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// The rule is not RFC 5545, or uses a part that is not supported.
    #[error("the recurrence rule can't be read")]
    Unreadable,
    /// It happens more often than a calendar can show.
    #[error("the recurrence happens too often")]
    TooMany,
    /// It never happens: there is no such day, or it ends before it begins.
    #[error("the recurrence never happens")]
    Never,
}

impl RecurrenceError {
    /// The stable name of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "recurrence-unreadable",
            Self::TooMany => "recurrence-too-many",
            Self::Never => "recurrence-never",
        }
    }
}

impl Recurrence {
    /// Reads the value of an RRULE for a series that begins at `starts_at`.
    ///
    /// # Errors
    /// [`RecurrenceError`].
    pub fn parse(rule: &str, starts_at: NaiveDateTime) -> Result<Self, RecurrenceError> {
        Self::parse_in(rule, starts_at, Tz::Europe__Stockholm)
    }

    /// Reads the value of an RRULE for a series whose wall-clock times are those of `zone`.
    ///
    /// # Errors
    /// [`RecurrenceError`].
    pub fn parse_in(rule: &str, starts_at: NaiveDateTime, zone: Tz) -> Result<Self, RecurrenceError> {
        if !YEARS.contains(&starts_at.year()) {
            return Err(RecurrenceError::Unreadable);
        }
        let mut plain = Rule::read(rule)?;
        let time = [starts_at.hour(), starts_at.minute(), starts_at.second()];
        if plain.time.iter().zip(time).any(|(given, own)| given.is_some_and(|given| given != own)) {
            return Err(RecurrenceError::Unreadable);
        }
        plain.time = [None; 3];
        if let Some(day) = plain.last_day(starts_at.time(), zone) {
            plain.end = End::Day(day);
        }
        if plain.end == End::Count(0) {
            return Err(RecurrenceError::Never);
        }
        // What calendar programs write of a plain "every year on that day".
        if plain.unit == Unit::Year
            && plain.days.is_empty()
            && plain.positions.is_empty()
            && plain.months.iter().all(|month| u32::from(*month) == starts_at.month())
            && plain.month_days.iter().all(|day| u32::try_from(*day) == Ok(starts_at.day()))
            && (plain.month_days.is_empty() || !plain.months.is_empty())
        {
            plain.months.clear();
            plain.month_days.clear();
        }
        let rule = written_out(plain.clone(), starts_at);
        let mut recurrence = Self { rule, plain, starts_at, first: starts_at };
        recurrence.first = recurrence.all_from(starts_at.date())?.next().ok_or(RecurrenceError::Never)?;
        Ok(recurrence)
    }

    /// The beginnings from `from` up to and without `to` (days), in order.
    ///
    /// # Errors
    /// [`RecurrenceError::TooMany`].
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<NaiveDateTime>, RecurrenceError> {
        if to <= self.first.date() || self.ends_before(from) {
            return Ok(Vec::new());
        }
        let mut beginnings = Vec::new();
        for at in self.all_from(from)?.skip_while(|at| at.date() < from).take_while(|at| at.date() < to) {
            if beginnings.len() == MAX_OCCURRENCES {
                return Err(RecurrenceError::TooMany);
            }
            beginnings.push(at);
        }
        Ok(beginnings)
    }

    /// The first beginning.
    #[must_use]
    pub fn first(&self) -> NaiveDateTime {
        self.first
    }

    /// The first beginning at or after `at`.
    #[must_use]
    pub fn next_from(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.ends_before(at.date()) {
            return None;
        }
        self.all_from(at.date()).ok()?.find(|next| *next >= at)
    }

    /// All beginnings, in order; without end when the rule has none.
    pub fn iter(&self) -> impl Iterator<Item = NaiveDateTime> + use<> {
        self.all_from(self.starts_at.date()).into_iter().flatten()
    }

    /// The last day on which it may happen, when the rule names one.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self.rule.end {
            End::Day(day) => Some(day),
            _ => None,
        }
    }

    /// How many times it happens in all, when the rule says so.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        match self.rule.end {
            End::Count(count) => Some(count),
            _ => None,
        }
    }

    /// How many times it happens before `before`.
    #[must_use]
    pub fn count_before(&self, before: NaiveDateTime) -> u32 {
        let most = crate::rule::MOST_COUNT as usize;
        let count = self.iter().take_while(|at| *at < before).take(most).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The same rule as text, in one order of parts and with its end as a day.
    #[must_use]
    pub fn to_rule(&self) -> String {
        self.plain.to_string()
    }

    /// The rule that ends before `before` and is otherwise the same.
    #[must_use]
    pub fn ended_before(&self, before: NaiveDateTime) -> String {
        let mut rule = self.plain.clone();
        rule.end = match self.rule.end {
            // A rule with a number keeps one.
            End::Count(count) => End::Count(count.min(self.count_before(before))),
            end => {
                let day = if before.time() <= self.starts_at.time() {
                    before.date().pred_opt().unwrap_or(before.date())
                } else {
                    before.date()
                };
                match end {
                    End::Day(last) => End::Day(last.min(day)),
                    _ => End::Day(day),
                }
            }
        };
        rule.to_string()
    }

    /// The rule of the same beginnings from `from` on, for a series that begins there. `from` has to be
    /// one of them: what the rule takes from its start is then the same for both.
    ///
    /// # Errors
    /// [`RecurrenceError::Never`] when nothing is left.
    pub fn continued_from(&self, from: NaiveDateTime) -> Result<String, RecurrenceError> {
        let mut rule = self.plain.clone();
        if let End::Count(count) = rule.end {
            let left = count.saturating_sub(self.count_before(from));
            rule.end = End::Count(left);
        }
        let is_over =
            matches!(rule.end, End::Count(0)) || matches!(rule.end, End::Day(day) if day < from.date());
        if is_over { Err(RecurrenceError::Never) } else { Ok(rule.to_string()) }
    }

    fn ends_before(&self, day: NaiveDate) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }

    /// All beginnings, from a period that lies before `from` or at the start.
    fn all_from(
        &self,
        from: NaiveDate,
    ) -> Result<impl Iterator<Item = NaiveDateTime> + use<>, RecurrenceError> {
        let starts_at = self.start_close_to(from);
        let set = expandable(&self.rule, starts_at)?;
        let own = self.starts_at;
        Ok(set.into_iter().map(|at| at.naive_utc()).skip_while(move |at| *at < own))
    }

    /// A start from which the rule gives the same beginnings, no more than two periods before `from`.
    /// A rule with a number has to be counted from its own start.
    fn start_close_to(&self, from: NaiveDate) -> NaiveDateTime {
        let start = self.starts_at.date();
        if from <= start || matches!(self.rule.end, End::Count(_)) {
            return self.starts_at;
        }
        let every = i64::from(self.rule.every);
        let days = (from - start).num_days();
        let day = match self.rule.unit {
            Unit::Day => days_later(start, (days / every - 1) * every),
            Unit::Week => days_later(start, (days / (7 * every) - 1) * 7 * every),
            Unit::Month => {
                let months = i64::from(from.year() - start.year()) * 12 + i64::from(from.month())
                    - i64::from(start.month());
                start.with_day(1).and_then(|first| months_later(first, (months / every - 1) * every))
            }
            Unit::Year => {
                let years = i64::from(from.year() - start.year());
                start.with_ordinal(1).and_then(|first| months_later(first, (years / every - 1) * every * 12))
            }
        };
        match day {
            Some(day) if day > start => day.and_time(self.starts_at.time()),
            _ => self.starts_at,
        }
    }
}

fn days_later(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

fn months_later(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(u32::try_from(months).ok()?))
}

/// Adds the parts that a rule takes from its start (RFC 5545 §3.3.10: "information, not contained in
/// the rule, necessary to determine the various recurrence instance start times").
fn written_out(mut rule: Rule, starts_at: NaiveDateTime) -> Rule {
    if rule.month_days.is_empty() && rule.days.is_empty() {
        let day = i8::try_from(starts_at.day()).unwrap_or(1);
        match rule.unit {
            Unit::Day => {}
            Unit::Week => rule.days = vec![RuleDay { nth: 0, weekday: Weekday::of(starts_at.date()) }],
            Unit::Month => rule.month_days = vec![day],
            Unit::Year => {
                if rule.months.is_empty() {
                    rule.months = vec![u8::try_from(starts_at.month()).unwrap_or(1)];
                }
                rule.month_days = vec![day];
            }
        }
    }
    rule
}

/// The rule as `rrule` takes it.
fn expandable(rule: &Rule, starts_at: NaiveDateTime) -> Result<RRuleSet, RecurrenceError> {
    let start = Utc.from_utc_datetime(&starts_at).with_timezone(&rrule::Tz::UTC);
    let frequency = match rule.unit {
        Unit::Day => Frequency::Daily,
        Unit::Week => Frequency::Weekly,
        Unit::Month => Frequency::Monthly,
        Unit::Year => Frequency::Yearly,
    };
    let every = u16::try_from(rule.every).map_err(|_| RecurrenceError::Unreadable)?;
    let months: Vec<Month> = rule.months.iter().filter_map(|month| Month::try_from(*month).ok()).collect();
    let days = rule.days.iter().map(|day| {
        let weekday = day.weekday.to_chrono();
        if day.nth == 0 { NWeekday::Every(weekday) } else { NWeekday::Nth(day.nth, weekday) }
    });
    let mut expanded = RRule::new(frequency)
        .interval(every)
        .week_start(rule.week_start.to_chrono())
        .by_month(&months)
        .by_month_day(rule.month_days.clone())
        .by_weekday(days.collect())
        .by_set_pos(rule.positions.clone());
    match rule.end {
        End::Count(count) => expanded = expanded.count(count),
        End::Day(day) => {
            let last = day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default());
            if last < starts_at {
                return Err(RecurrenceError::Never);
            }
            expanded = expanded.until(Utc.from_utc_datetime(&last).with_timezone(&rrule::Tz::UTC));
        }
        End::Never | End::Local(_) | End::Utc(_) => {}
    }
    let set = expanded.build(start).map_err(|_| RecurrenceError::Unreadable)?;
    Ok(set.limit())
}
