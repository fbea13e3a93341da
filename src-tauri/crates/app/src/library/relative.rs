//! Dates relative to a day, as the sample caseload writes them.
//!
//! | written | means, seen from `today` |
//! | --- | --- |
//! | `@-3`, `@+0`, `@+12` | the day so many days away |
//! | `@monday`, `@friday+7` | that day of the present week, and so many days away from it |
//! | `@workday+2`, `@workday-1` | the second day, Monday to Friday, after today; the one before today |
//! | `@workday+2-28` | the same, and four weeks earlier: a series that began then never falls on today |
//! | `@2tuesday+1` | the second Tuesday of the next month |
//! | `@week`, `@week-1` | the present ISO week, the one before |
//!
//! A day may be followed by `T10:00`, a wall-clock time, or by `T09:00Z`, a moment in UTC.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Weekday};
use farled_case::IsoWeek;

/// Resolves what was written after the `@`. `None` when it isn't one of the forms above.
pub(super) fn resolve(written: &str, today: NaiveDate) -> Option<String> {
    if let Some(weeks) = written.strip_prefix("week") {
        return Some(IsoWeek::of(today).plus(offset(weeks)?.try_into().ok()?).to_string());
    }
    let (day, time) = match written.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (written, None),
    };
    let day = resolve_day(day, today)?;
    Some(match time {
        None => day.to_string(),
        Some(time) => {
            let (time, zone) = match time.strip_suffix('Z') {
                Some(time) => (time, "Z"),
                None => (time, ""),
            };
            let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
            format!("{day}T{}{zone}", time.format("%H:%M:%S"))
        }
    })
}

/// Resolves a day.
fn resolve_day(written: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(rest) = written.strip_prefix("workday") {
        let end = rest.get(1..)?.find(['+', '-']).map_or(rest.len(), |at| at + 1);
        let (workdays, days) = rest.split_at(end);
        return plus(workday(today, offset(workdays)?)?, offset(days)?);
    }
    let split = written.find(['+', '-']).unwrap_or(written.len());
    let (name, number) = written.split_at(split);
    let number = offset(number)?;
    if name.is_empty() {
        return plus(today, number);
    }
    match name.as_bytes().first().filter(|byte| byte.is_ascii_digit()) {
        Some(digit) => {
            let first = today.with_day(1)?;
            let months = Months::new(u32::try_from(number.unsigned_abs()).ok()?);
            let first = if number < 0 { first - months } else { first + months };
            let weekday = name.get(1..)?.parse().ok()?;
            NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, digit - b'0')
        }
        None => {
            let weekday: Weekday = name.parse().ok()?;
            plus(IsoWeek::of(today).monday() + Days::new(weekday.num_days_from_monday().into()), number)
        }
    }
}

/// Reads `+3`, `-28` or nothing.
fn offset(written: &str) -> Option<i64> {
    if written.is_empty() { Some(0) } else { written.parse().ok() }
}

fn plus(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(days)?)
}

/// The day that is so many working days away, Monday to Friday.
fn workday(today: NaiveDate, count: i64) -> Option<NaiveDate> {
    let step = count.signum();
    let mut day = today;
    let mut left = count.abs();
    while left > 0 {
        day = plus(day, step)?;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    /// What is written, seen from Monday, 23 November 2026.
    fn check(written: &str, expected: &str) {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(resolve(written, monday).as_deref(), Some(expected), "{written}");
    }

    #[test]
    fn days_are_counted_from_today() {
        check("+0", "2026-11-23");
        check("-34", "2026-10-20");
        check("+2T13:15", "2026-11-25T13:15:00");
        check("-3T09:05Z", "2026-11-20T09:05:00Z");
    }

    #[test]
    fn days_of_the_week_are_those_of_the_present_week() {
        check("monday", "2026-11-23");
        check("sunday", "2026-11-29");
        check("friday-7T14:00", "2026-11-20T14:00:00");
        check("week", "2026-W48");
        check("week-1", "2026-W47");
    }

    #[test]
    fn working_days_leave_the_weekend_out() {
        check("workday-1", "2026-11-20");
        check("workday+4", "2026-11-27");
        check("workday+2-28", "2026-10-28");
        check("workday-1-7T14:00", "2026-11-13T14:00:00");
    }

    #[test]
    fn a_day_of_the_month_is_counted_within_its_month() {
        check("2tuesday+1", "2026-12-08");
        check("1monday-2T10:00", "2026-09-07T10:00:00");
    }

    #[test]
    fn what_is_not_one_of_the_forms_is_refused() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for written in ["someday", "+", "+1T25:00", "9monday+0", "workday", "week+x", "+99999999999999"] {
            assert_eq!(resolve(written, today), None, "{written}");
        }
    }
}
