//! The time of day, and how long, in a quick line.

use chrono::{NaiveTime, Timelike};

use super::{Bare, QuickLineError};

/// Longest appointment, in minutes: a week.
pub(super) const LONGEST: u32 = 7 * 24 * 60;
/// Longest time that may pass midnight, in minutes: "22-06" is a night, "14-13" a typing mistake.
const LONGEST_NIGHT: u32 = 12 * 60;
const DAY: u32 = 24 * 60;

/// A time of day, and how long until the end that stands with it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TimeRange {
    pub from: NaiveTime,
    pub minutes: Option<u32>,
}

/// The time that the first words name, and how many words do.
pub(super) fn read_time(words: &[&str], bare: Bare) -> Result<Option<(TimeRange, usize)>, QuickLineError> {
    let Some(first) = words.first().map(|word| word.to_lowercase()) else { return Ok(None) };
    let lead = usize::from(matches!(first.as_str(), "kl" | "kl." | "klockan" | "at"));
    let Some(word) = words.get(lead).map(|word| word.to_lowercase()) else { return Ok(None) };
    let bare = if lead == 1 { Bare::Allowed } else { bare };
    // A number that counts something: "3 h", "45 min".
    if words.get(lead + 1).is_some_and(|next| is_length_unit(next))
        && word.bytes().all(|b| b.is_ascii_digit())
    {
        return Ok(None);
    }
    let word = word.trim_end_matches([',', ':']);
    if let Some((from, to)) = word.split_once(['-', '–']) {
        let (Some(from), Some(to)) = (shaped(from), shaped(to)) else { return Ok(None) };
        let (from, to) = (from.time()?, to.time()?);
        let (from_minutes, to_minutes) = (minute_of_day(from), minute_of_day(to));
        let minutes = (DAY + to_minutes - from_minutes) % DAY;
        let passes_midnight = to_minutes < from_minutes;
        if minutes == 0 || (passes_midnight && minutes > LONGEST_NIGHT) {
            return Err(QuickLineError::NoSuchLength);
        }
        return Ok(Some((TimeRange { from, minutes: Some(minutes) }, lead + 1)));
    }
    match shaped(word) {
        Some(clock) if clock.is_plain_number && bare == Bare::Refused => Ok(None),
        Some(clock) => Ok(Some((TimeRange { from: clock.time()?, minutes: None }, lead + 1))),
        None => Ok(None),
    }
}

/// What looks like a time of day; it may be one that does not exist.
#[derive(Clone, Copy, Debug)]
struct Clock {
    hour: u32,
    minute: u32,
    is_plain_number: bool,
}

impl Clock {
    fn time(self) -> Result<NaiveTime, QuickLineError> {
        NaiveTime::from_hms_opt(self.hour, self.minute, 0).ok_or(QuickLineError::NoSuchTime)
    }
}

/// `14`, `9:30`, `13.30`, `0930`, `2pm`, `2:30pm`.
fn shaped(word: &str) -> Option<Clock> {
    let (digits, afternoon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (word, None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, ""),
    };
    if !(1..=2).contains(&hour.len()) || !hour.bytes().chain(minute.bytes()).all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let is_plain_number = minute.is_empty() && afternoon.is_none()
        || digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    let mut hour: u32 = hour.parse().ok()?;
    if let Some(afternoon) = afternoon {
        // 13 pm is no time; an hour that can't be is told by the reader of the clock.
        hour = if (1..=12).contains(&hour) { hour % 12 + afternoon } else { 99 };
    }
    Some(Clock { hour, minute: minute.parse().unwrap_or(0), is_plain_number })
}

fn minute_of_day(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The length that the first words name, in minutes, and how many words do.
pub(super) fn read_length(words: &[&str]) -> Option<(u32, usize)> {
    let first = words.first()?.to_lowercase();
    if let Some(minutes) = length(&first) {
        return Some((minutes, 1));
    }
    let unit = words.get(1).filter(|unit| is_length_unit(unit))?;
    let minutes = length(&format!("{first}{}", unit.to_lowercase()))?;
    Some((minutes, 2))
}

/// The length that the last words name.
pub(super) fn read_length_at_end(words: &[&str]) -> Option<(u32, usize)> {
    [2, 1]
        .into_iter()
        .filter(|used| *used <= words.len())
        .find_map(|used| read_length(&words[words.len() - used..]).filter(|(_, read)| *read == used))
}

/// Units that may stand apart from their number. A single m may not: it is metres as often.
fn is_length_unit(word: &str) -> bool {
    let word = word.to_lowercase();
    word == "h" || (word.len() > 1 && unit(&word).is_some())
}

fn unit(word: &str) -> Option<f64> {
    match word {
        "m" | "min" | "mins" | "minut" | "minuter" | "minute" | "minutes" => Some(1.0),
        "h" | "t" | "tim" | "timme" | "timmar" | "hr" | "hrs" | "hour" | "hours" => Some(60.0),
        _ => None,
    }
}

/// `45m`, `45min`, `1h`, `1,5h`, `1h30`, `1h30m`.
fn length(word: &str) -> Option<u32> {
    let digits = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')?;
    let (number, rest) = word.split_at(digits);
    let number: f64 = number.replace(',', ".").parse().ok()?;
    let minutes = match rest.find(|c: char| c.is_ascii_digit()) {
        None => number * unit(rest)?,
        Some(at) => {
            let (hours, minutes) = rest.split_at(at);
            let is_hours = unit(hours) == Some(60.0) && hours != "t";
            let minutes: u32 =
                minutes.strip_suffix("min").or(minutes.strip_suffix('m')).unwrap_or(minutes).parse().ok()?;
            if !is_hours || minutes >= 60 {
                return None;
            }
            number * 60.0 + f64::from(minutes)
        }
    };
    // One past the longest is as wrong as any more.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before the cast")]
    let whole = minutes.round().clamp(0.0, f64::from(LONGEST + 1)) as u32;
    Some(whole)
}
