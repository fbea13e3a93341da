//! The parts of a recurrence rule (RFC 5545 §3.3.10) that a calendar of appointments needs, read
//! strictly and written in one order.
//!
//! Left out on purpose: rules that happen several times a day, and BYWEEKNO, BYYEARDAY and BYEASTER,
//! which no calendar program offers its users.

use std::fmt::{self, Write};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::{RecurrenceError, Unit, Weekday};

/// Longest rule that is read, in bytes.
const LONGEST: usize = 512;
/// Longest list in a part, such as every day of a month.
const MOST_VALUES: usize = 62;
/// Longest distance between two times, in units. Beyond it is a typing mistake.
const MOST_EVERY: u32 = 1_000;
/// Most times that a rule may ask for: every day for half a century.
pub(crate) const MOST_COUNT: u32 = 20_000;

/// How a rule says that it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Never,
    /// The last day on which it may happen.
    Day(NaiveDate),
    /// The last moment, wall-clock time of the series.
    Local(NaiveDateTime),
    /// The last moment, UTC.
    Utc(NaiveDateTime),
    Count(u32),
}

/// A weekday, and which one of the month or year: 0 for each, negative from the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RuleDay {
    pub nth: i16,
    pub weekday: Weekday,
}

/// A rule, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub unit: Unit,
    pub every: u32,
    pub months: Vec<u8>,
    pub month_days: Vec<i8>,
    pub days: Vec<RuleDay>,
    pub positions: Vec<i32>,
    pub week_start: Weekday,
    /// BYHOUR, BYMINUTE and BYSECOND, when given: allowed only when they repeat the time of the start.
    pub time: [Option<u32>; 3],
    pub end: End,
}

impl Rule {
    /// Reads the value of an RRULE.
    pub(crate) fn read(text: &str) -> Result<Self, RecurrenceError> {
        if text.len() > LONGEST || !text.is_ascii() {
            return Err(RecurrenceError::Unreadable);
        }
        let text = text.trim().to_ascii_uppercase();
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or(RecurrenceError::Unreadable)?;
            if parts.iter().any(|(other, _)| *other == name) {
                return Err(RecurrenceError::Unreadable);
            }
            parts.push((name, value));
        }
        let unit = match parts.iter().find(|(name, _)| *name == "FREQ").map(|(_, value)| *value) {
            Some("DAILY") => Unit::Day,
            Some("WEEKLY") => Unit::Week,
            Some("MONTHLY") => Unit::Month,
            Some("YEARLY") => Unit::Year,
            Some("HOURLY" | "MINUTELY" | "SECONDLY") => return Err(RecurrenceError::TooMany),
            _ => return Err(RecurrenceError::Unreadable),
        };
        let mut rule = Self::every(unit);
        for (name, value) in parts {
            rule.read_part(name, value)?;
        }
        rule.check()?;
        Ok(rule)
    }

    /// The plain rule that happens every day, week, month or year.
    pub(crate) fn every(unit: Unit) -> Self {
        Self {
            unit,
            every: 1,
            months: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
            time: [None; 3],
            end: End::Never,
        }
    }

    fn read_part(&mut self, name: &str, value: &str) -> Result<(), RecurrenceError> {
        match name {
            "FREQ" => {}
            "INTERVAL" => {
                self.every = number(value)?;
                match self.every {
                    // Without a step it would happen all at once.
                    0 => return Err(RecurrenceError::TooMany),
                    1..=MOST_EVERY => {}
                    _ => return Err(RecurrenceError::Unreadable),
                }
            }
            "COUNT" => {
                let count = value.parse::<u64>().map_err(|_| RecurrenceError::Unreadable)?;
                if count > u64::from(MOST_COUNT) {
                    return Err(RecurrenceError::TooMany);
                }
                let count = u32::try_from(count).map_err(|_| RecurrenceError::TooMany)?;
                self.set_end(End::Count(count))?;
            }
            "UNTIL" => self.set_end(read_until(value)?)?,
            "BYMONTH" => self.months = list(value, number)?,
            "BYMONTHDAY" => self.month_days = list(value, number)?,
            "BYDAY" => self.days = list(value, read_day)?,
            "BYSETPOS" => self.positions = list(value, number)?,
            "WKST" => self.week_start = Weekday::from_rule(value).ok_or(RecurrenceError::Unreadable)?,
            "BYHOUR" => self.time[0] = Some(number(value)?),
            "BYMINUTE" => self.time[1] = Some(number(value)?),
            "BYSECOND" => self.time[2] = Some(number(value)?),
            _ => return Err(RecurrenceError::Unreadable),
        }
        Ok(())
    }

    fn set_end(&mut self, end: End) -> Result<(), RecurrenceError> {
        if self.end != End::Never {
            return Err(RecurrenceError::Unreadable);
        }
        self.end = end;
        Ok(())
    }

    fn check(&mut self) -> Result<(), RecurrenceError> {
        let nth_limit = match self.unit {
            Unit::Day | Unit::Week => 0,
            Unit::Month => 5,
            Unit::Year => 53,
        };
        let fits = self.months.iter().all(|month| (1..=12).contains(month))
            && self.month_days.iter().all(|day| *day != 0 && day.abs() <= 31)
            && self.days.iter().all(|day| day.nth.abs() <= nth_limit)
            && self.positions.iter().all(|position| *position != 0 && position.abs() <= 366)
            && (self.unit != Unit::Week || self.month_days.is_empty())
            && (self.positions.is_empty()
                || !(self.months.is_empty() && self.month_days.is_empty() && self.days.is_empty()));
        if !fits {
            return Err(RecurrenceError::Unreadable);
        }
        self.months.sort_unstable();
        self.months.dedup();
        self.month_days.sort_unstable();
        self.month_days.dedup();
        self.days.sort_unstable();
        self.days.dedup();
        self.positions.sort_unstable();
        self.positions.dedup();
        // "The second of all Tuesdays" is the second Tuesday: what other programs write either way.
        if self.unit == Unit::Month
            && self.month_days.is_empty()
            && let ([position @ (-5..=5)], [RuleDay { nth: 0, weekday }]) =
                (self.positions.as_slice(), self.days.as_slice())
        {
            let nth = i16::try_from(*position).map_err(|_| RecurrenceError::Unreadable)?;
            self.days = vec![RuleDay { nth, weekday: *weekday }];
            self.positions.clear();
        }
        Ok(())
    }

    /// The last day on which a series that begins each time at `time` in `zone` may happen.
    pub(crate) fn last_day(&self, time: NaiveTime, zone: Tz) -> Option<NaiveDate> {
        // A series happens at most once a day, so its end is a day.
        let (day, is_past) = match self.end {
            End::Never | End::Count(_) => return None,
            End::Day(day) => return Some(day),
            End::Local(last) => (last.date(), time > last.time()),
            End::Utc(last) => {
                let day = zone.from_utc_datetime(&last).date_naive();
                (day, moment(day.and_time(time), zone) > last)
            }
        };
        if is_past { day.pred_opt() } else { Some(day) }
    }
}

/// A wall-clock time as UTC. Of an hour that comes twice the first is meant; one that a night lacks
/// is counted as if the clock had not yet been changed (RFC 5545 §3.3.5).
fn moment(wall: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    let found = zone.from_local_datetime(&wall).earliest();
    let before = || {
        let earlier = wall - TimeDelta::hours(3);
        zone.from_local_datetime(&earlier).earliest().map(|at| at + TimeDelta::hours(3))
    };
    found.or_else(before).map_or(wall, |at| at.naive_utc())
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.unit {
            Unit::Day => "DAILY",
            Unit::Week => "WEEKLY",
            Unit::Month => "MONTHLY",
            Unit::Year => "YEARLY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.every != 1 {
            write!(f, ";INTERVAL={}", self.every)?;
        }
        write_list(f, "BYMONTH", &self.months)?;
        write_list(f, "BYMONTHDAY", &self.month_days)?;
        write_list(f, "BYDAY", &self.days)?;
        write_list(f, "BYSETPOS", &self.positions)?;
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", self.week_start.in_rule())?;
        }
        match self.end {
            End::Never => Ok(()),
            End::Day(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d")),
            End::Local(at) => write!(f, ";UNTIL={}", at.format("%Y%m%dT%H%M%S")),
            End::Utc(at) => write!(f, ";UNTIL={}Z", at.format("%Y%m%dT%H%M%S")),
            End::Count(count) => write!(f, ";COUNT={count}"),
        }
    }
}

impl fmt::Display for RuleDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.nth != 0 {
            write!(f, "{}", self.nth)?;
        }
        f.write_str(self.weekday.in_rule())
    }
}

fn write_list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, values: &[T]) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        if index == 0 {
            write!(f, ";{name}=")?;
        } else {
            f.write_char(',')?;
        }
        write!(f, "{value}")?;
    }
    Ok(())
}

fn number<T: std::str::FromStr>(value: &str) -> Result<T, RecurrenceError> {
    value.parse().map_err(|_| RecurrenceError::Unreadable)
}

fn list<T>(
    value: &str,
    read: impl Fn(&str) -> Result<T, RecurrenceError>,
) -> Result<Vec<T>, RecurrenceError> {
    if value.split(',').count() > MOST_VALUES {
        return Err(RecurrenceError::Unreadable);
    }
    value.split(',').map(|item| read(item.trim())).collect()
}

fn read_day(value: &str) -> Result<RuleDay, RecurrenceError> {
    let at = value.len().checked_sub(2).ok_or(RecurrenceError::Unreadable)?;
    let (nth, weekday) = value.split_at(at);
    let weekday = Weekday::from_rule(weekday).ok_or(RecurrenceError::Unreadable)?;
    let nth = match nth {
        "" => 0,
        nth => number(nth)?,
    };
    if nth == 0 && at > 0 {
        return Err(RecurrenceError::Unreadable);
    }
    Ok(RuleDay { nth, weekday })
}

fn read_until(value: &str) -> Result<End, RecurrenceError> {
    // Digits only and a fixed length: chrono would take signs and missing digits.
    let (digits, utc) = value.strip_suffix('Z').map_or((value, false), |digits| (digits, true));
    let is_shaped = digits
        .bytes()
        .enumerate()
        .all(|(at, byte)| if at == 8 { byte == b'T' } else { byte.is_ascii_digit() });
    if !is_shaped {
        return Err(RecurrenceError::Unreadable);
    }
    let end = match digits.len() {
        8 => NaiveDate::parse_from_str(digits, "%Y%m%d").ok().map(End::Day),
        15 => {
            let at = NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S").ok();
            at.map(if utc { End::Utc } else { End::Local })
        }
        _ => None,
    };
    end.ok_or(RecurrenceError::Unreadable)
}
