//! Dates, times and lengths of time in a calendar file (RFC 5545 §3.3.4 to §3.3.6).

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::{line::Line, zone::Zones};

/// The zone in which times of day are meant here.
pub(super) const HOME: Tz = Tz::Europe__Stockholm;
/// The years of a calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A moment as a file gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// A whole day.
    Day(NaiveDate),
    /// A time of day in a zone; one without a zone is meant where people are.
    Time(NaiveDateTime, Tz),
}

/// Why a moment can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MomentError {
    Unreadable,
    UnknownZone,
}

impl Moment {
    /// All moments of a property; EXDATE and RDATE may have several.
    pub(super) fn list(line: &Line, zones: &Zones) -> Result<Vec<Self>, MomentError> {
        let zone = match line.param("TZID") {
            Some(name) => zones.find(name).ok_or(MomentError::UnknownZone),
            None => Ok(HOME),
        };
        line.value.split(',').map(|value| read(value.trim(), zone)).collect()
    }

    /// The moment of a property.
    pub(super) fn one(line: &Line, zones: &Zones) -> Result<Self, MomentError> {
        match Self::list(line, zones)?.as_slice() {
            [moment] => Ok(*moment),
            _ => Err(MomentError::Unreadable),
        }
    }

    /// The zone that it is given in.
    pub(super) fn zone(self) -> Tz {
        match self {
            Self::Day(_) => HOME,
            Self::Time(_, zone) => zone,
        }
    }

    /// Its wall-clock time in `zone`; that of a whole day begins at `time`.
    pub(super) fn wall_in(self, zone: Tz, time: NaiveTime) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(time),
            Self::Time(wall, own) if own == zone => wall,
            Self::Time(wall, own) => zone.from_utc_datetime(&utc(wall, own)).naive_local(),
        }
    }

    /// Its wall-clock time here.
    pub(super) fn wall(self) -> NaiveDateTime {
        self.wall_in(HOME, NaiveTime::MIN)
    }
}

/// A wall-clock time as UTC: the first of two, and for one that a night lacks the one that the old
/// offset gives (RFC 5545 §3.3.5).
pub(super) fn utc(wall: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    let lacking = || {
        let earlier = zone.from_local_datetime(&(wall - TimeDelta::hours(3))).earliest();
        earlier.map(|at| at + TimeDelta::hours(3))
    };
    zone.from_local_datetime(&wall).earliest().or_else(lacking).map_or(wall, |at| at.naive_utc())
}

fn read(value: &str, zone: Result<Tz, MomentError>) -> Result<Moment, MomentError> {
    // Shapes are checked first: the parsers of the standard types take signs and spaces.
    let (digits, is_utc) = value.strip_suffix(['Z', 'z']).map_or((value, false), |digits| (digits, true));
    let is_shaped = digits
        .bytes()
        .enumerate()
        .all(|(at, byte)| if at == 8 { byte == b'T' || byte == b't' } else { byte.is_ascii_digit() });
    if !is_shaped || !matches!(digits.len(), 8 | 15) {
        return Err(MomentError::Unreadable);
    }
    let number =
        |from: usize, to: usize| digits[from..to].parse::<u32>().map_err(|_| MomentError::Unreadable);
    let year = i32::try_from(number(0, 4)?).map_err(|_| MomentError::Unreadable)?;
    let day = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)
        .filter(|day| YEARS.contains(&day.year()))
        .ok_or(MomentError::Unreadable)?;
    if digits.len() == 8 {
        return if is_utc { Err(MomentError::Unreadable) } else { Ok(Moment::Day(day)) };
    }
    let wall =
        day.and_hms_opt(number(9, 11)?, number(11, 13)?, number(13, 15)?).ok_or(MomentError::Unreadable)?;
    Ok(Moment::Time(wall, if is_utc { Tz::UTC } else { zone? }))
}

/// A length of time, such as `PT1H30M` or `P1D`.
pub(super) fn duration(value: &str) -> Option<TimeDelta> {
    let value = value.trim().to_ascii_uppercase();
    let (value, is_negative) = match value.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (value.strip_prefix('+').unwrap_or(&value), false),
    };
    let (days, time) = match value.strip_prefix('P')?.split_once('T') {
        Some((days, time)) => (days, time),
        None => (value.strip_prefix('P')?, ""),
    };
    let seconds = units(days, &[('W', 604_800), ('D', 86_400)])?
        .checked_add(units(time, &[('H', 3_600), ('M', 60), ('S', 1)])?)?;
    if days.is_empty() && time.is_empty() {
        return None;
    }
    TimeDelta::try_seconds(if is_negative { -seconds } else { seconds })
}

/// `1H30M` in seconds.
fn units(mut text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut seconds = 0_i64;
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let (number, rest) = text.split_at(end);
        let unit = rest.chars().next()?;
        let (_, each) = units.iter().find(|(name, _)| *name == unit)?;
        seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(*each)?)?;
        text = &rest[unit.len_utf8()..];
    }
    Some(seconds)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    fn wall(value: &str, zone: Tz) -> String {
        read(value, Ok(zone)).unwrap().wall().format("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn times_become_times_here() {
        assert_eq!(wall("20261123T080000Z", HOME), "2026-11-23 09:00");
        assert_eq!(wall("20260701T080000Z", HOME), "2026-07-01 10:00");
        assert_eq!(wall("20261123T090000", HOME), "2026-11-23 09:00");
        assert_eq!(wall("20261123T200000", Tz::America__New_York), "2026-11-24 02:00");
        assert_eq!(wall("20260329T023000", HOME), "2026-03-29 02:30");
        assert_eq!(wall("20260329T023000", Tz::Europe__Berlin), "2026-03-29 03:30");
        assert_eq!(wall("20261123", HOME), "2026-11-23 00:00");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for bad in [
            "",
            "2026",
            "20261301",
            "20260230",
            "20261123T250000",
            "20261123T096000",
            "20261123T090060",
            "20261123Z",
            "+2026112",
            "20261123 090000",
            "20261123T0900",
            "99991231T000000Z",
            "åååå",
        ] {
            assert_eq!(read(bad, Ok(HOME)), Err(MomentError::Unreadable), "{bad}");
        }
    }

    #[test]
    fn lengths_are_read() {
        let minutes = |text| duration(text).map(|length| length.num_minutes());
        assert_eq!(minutes("PT1H30M"), Some(90));
        assert_eq!(minutes("P1DT1H"), Some(25 * 60));
        assert_eq!(minutes("P2W"), Some(14 * 24 * 60));
        assert_eq!(minutes("-PT15M"), Some(-15));
        assert_eq!(minutes("+PT15M"), Some(15));
        for bad in ["", "P", "PT", "1H", "PT1", "PTH", "P1H", "PT1D", "PT99999999999999999999H", "P1Å"] {
            assert_eq!(minutes(bad), None, "{bad}");
        }
    }
}
