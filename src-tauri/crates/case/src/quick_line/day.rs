//! The day in a quick line.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::QuickLineError;
use crate::IsoWeek;

/// How many years ahead a date without a year is looked for: 29 February may be eight away.
const YEARS_AHEAD: i32 = 8;

/// The day that the first words name, and how many words do. `None` when they name none.
pub(super) fn read(words: &[&str], today: NaiveDate) -> Result<Option<(NaiveDate, usize)>, QuickLineError> {
    let lower: Vec<String> = words.iter().take(4).map(|word| lowered(word)).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    // "på tisdag", "on Tuesday", "den 24 november".
    let lead = usize::from(matches!(lower.first(), Some(&("på" | "on" | "den"))));
    Ok(named(&lower[lead..], today)?.map(|(day, used)| (day, used + lead)))
}

fn named(words: &[&str], today: NaiveDate) -> Result<Option<(NaiveDate, usize)>, QuickLineError> {
    let later = |days: u64| today.checked_add_days(Days::new(days)).ok_or(QuickLineError::NoSuchDay);
    let (Some(first), second) = (words.first(), words.get(1).copied().unwrap_or_default()) else {
        return Ok(None);
    };
    let relative = match (*first, second) {
        ("i", "dag") => Some((0, 2)),
        ("i", "morgon") => Some((1, 2)),
        ("i", "övermorgon") => Some((2, 2)),
        ("idag" | "today", _) => Some((0, 1)),
        ("imorgon" | "imorron" | "tomorrow", _) => Some((1, 1)),
        ("övermorgon" | "iövermorgon", _) => Some((2, 1)),
        _ => None,
    };
    if let Some((days, used)) = relative {
        return Ok(Some((later(days)?, used)));
    }
    if let Some(weekday) = weekday(first) {
        // "tis 1 dec": the date says which one.
        if let Some((date, used)) = date(&words[1..], today)? {
            return Ok(Some((date, used + 1)));
        }
        let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        return Ok(Some((later(u64::from(ahead))?, 1)));
    }
    if matches!(*first, "nästa" | "next")
        && let Some(weekday) = weekday(second)
    {
        // The weekday of next week, as weeks are counted here: from Monday.
        let days = 7 - u64::from(today.weekday().num_days_from_monday());
        let monday = IsoWeek::of(later(days)?).monday();
        let day = monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())));
        return Ok(Some((day.ok_or(QuickLineError::NoSuchDay)?, 2)));
    }
    date(words, today)
}

/// A date, with or without a year: `2026-11-24`, `24/11`, `24 nov`.
fn date(words: &[&str], today: NaiveDate) -> Result<Option<(NaiveDate, usize)>, QuickLineError> {
    let Some(first) = words.first() else { return Ok(None) };
    let second = words.get(1).copied().unwrap_or_default();
    if let Some(date) = iso_date(first)? {
        return Ok(Some((date, 1)));
    }
    if let Some((day, month)) = first.split_once('/')
        && let (Some(day), Some(month)) = (short_number(day), short_number(month))
    {
        return Ok(Some((next_date(day, month, today)?, 1)));
    }
    if let (Some(day), Some(month)) = (short_number(first.trim_end_matches('.')), month(second)) {
        return Ok(Some((next_date(day, month, today)?, 2)));
    }
    Ok(None)
}

/// The next such date, today included.
fn next_date(day: u32, month: u32, today: NaiveDate) -> Result<NaiveDate, QuickLineError> {
    (0..=YEARS_AHEAD)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year().checked_add(years)?, month, day))
        .find(|date| *date >= today)
        .ok_or(QuickLineError::NoSuchDay)
}

fn iso_date(word: &str) -> Result<Option<NaiveDate>, QuickLineError> {
    let shaped = word.len() == 10
        && word.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Ok(None);
    }
    NaiveDate::parse_from_str(word, "%Y-%m-%d").map(Some).map_err(|_| QuickLineError::NoSuchDay)
}

/// One or two digits.
fn short_number(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_short { text.parse().ok() } else { None }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mån" | "måndag" | "man" | "mon" | "monday" => Weekday::Mon,
        "tis" | "tisdag" | "tue" | "tues" | "tuesday" => Weekday::Tue,
        "ons" | "onsdag" | "wed" | "wednesday" => Weekday::Wed,
        "tor" | "tors" | "torsdag" | "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fre" | "fredag" | "fri" | "friday" => Weekday::Fri,
        "lör" | "lördag" | "lor" | "sat" | "saturday" => Weekday::Sat,
        "sön" | "söndag" | "son" | "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

fn month(word: &str) -> Option<u32> {
    Some(match word {
        "jan" | "januari" | "january" => 1,
        "feb" | "februari" | "february" => 2,
        "mar" | "mars" | "march" => 3,
        "apr" | "april" => 4,
        "maj" | "may" => 5,
        "jun" | "juni" | "june" => 6,
        "jul" | "juli" | "july" => 7,
        "aug" | "augusti" | "august" => 8,
        "sep" | "sept" | "september" => 9,
        "okt" | "oktober" | "oct" | "october" => 10,
        "nov" | "november" => 11,
        "dec" | "december" => 12,
        _ => return None,
    })
}

/// In lower case and without the comma or full stop that follows an abbreviation.
fn lowered(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix([',', '.']) {
        Some(bare) if bare.chars().next_back().is_some_and(char::is_alphabetic) => bare.to_owned(),
        _ => lower,
    }
}
