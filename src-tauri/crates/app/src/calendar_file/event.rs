//! The events of a calendar file, as they stand in it.

use chrono::TimeDelta;

use super::{
    error::{CalendarFileError, MOST_EVENTS},
    line::{Line, lines, one_line},
    moment::{Moment, MomentError, duration},
    zone::Zones,
};

/// Longest title or place, in characters.
const LONGEST_TEXT: usize = 500;
/// How deep a part may lie within others: an alarm in an event in a calendar is three.
const DEEPEST: usize = 8;
/// Longest appointment with a time of day: a week.
const LONGEST: TimeDelta = TimeDelta::days(7);
/// Most days of a whole-day event.
const MOST_DAYS: i64 = 31;

/// An event.
#[derive(Clone, Debug, Default)]
pub(super) struct Event {
    /// The line at which it begins.
    pub line: u32,
    pub uid: String,
    pub sequence: u32,
    pub title: String,
    pub place: String,
    pub is_cancelled: bool,
    pub recurrence_id: Option<Line>,
    pub rules: Vec<Line>,
    pub excluded: Vec<Line>,
    pub added: Vec<Line>,
    /// Whether it uses a part that no program offers any more: a rule of exceptions, or an exception
    /// that is for all that follow.
    pub is_unsupported: bool,
    start: Option<Line>,
    end: Option<Line>,
    length: Option<Line>,
    is_marked_all_day: bool,
}

/// When an event is, in wall-clock time here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub start: Moment,
    pub minutes: u32,
    /// The number of days of a whole-day event; 0 for one with a time of day.
    pub days: u32,
}

/// Reads the events of a file and the names of its zones.
pub(super) fn read(bytes: &[u8]) -> Result<(Vec<Event>, Zones), CalendarFileError> {
    let mut events: Vec<Event> = Vec::new();
    let mut zones = Zones::default();
    let mut open: Vec<(String, u32)> = Vec::new();
    let mut zone_name = None;
    let mut is_first = true;
    for line in lines(bytes) {
        let line = match line {
            Err(_) if is_first => return Err(CalendarFileError::NotACalendar),
            line => line?,
        };
        let value = line.value.trim();
        let is_calendar = line.name == "BEGIN" && value.eq_ignore_ascii_case("VCALENDAR");
        if open.is_empty() && !is_calendar {
            let number = line.number;
            let other = CalendarFileError::Unreadable { line: number };
            return Err(if is_first { CalendarFileError::NotACalendar } else { other });
        }
        is_first = false;
        match line.name.as_str() {
            "BEGIN" => {
                if open.len() == DEEPEST {
                    return Err(CalendarFileError::Unreadable { line: line.number });
                }
                open.push((value.to_ascii_uppercase(), line.number));
                if is_event(&open) {
                    if events.len() == MOST_EVENTS {
                        return Err(CalendarFileError::TooMany { line: line.number });
                    }
                    events.push(Event { line: line.number, ..Event::default() });
                }
            }
            "END" => match open.pop() {
                Some((name, _)) if name.eq_ignore_ascii_case(value) => {}
                _ => return Err(CalendarFileError::Unreadable { line: line.number }),
            },
            "TZID" if open.last().is_some_and(|(name, _)| name == "VTIMEZONE") => {
                zone_name = Some(value.to_owned());
            }
            "X-LIC-LOCATION" if open.last().is_some_and(|(name, _)| name == "VTIMEZONE") => {
                if let Some(name) = &zone_name {
                    zones.aliases.insert(name.clone(), value.to_owned());
                }
            }
            _ if is_event(&open) => {
                if let Some(event) = events.last_mut() {
                    event.take(line);
                }
            }
            _ => {}
        }
    }
    match open.first() {
        Some((_, line)) => Err(CalendarFileError::CutShort { line: *line }),
        None if is_first => Err(CalendarFileError::NotACalendar),
        None => Ok((events, zones)),
    }
}

fn is_event(open: &[(String, u32)]) -> bool {
    matches!(open, [_, (name, _)] if name == "VEVENT")
}

impl Event {
    fn take(&mut self, line: Line) {
        let value = line.value.trim();
        match line.name.as_str() {
            "UID" => self.uid = value.to_owned(),
            "SEQUENCE" => self.sequence = value.parse().unwrap_or(0),
            "SUMMARY" => self.title = one_line(value, LONGEST_TEXT),
            "LOCATION" => self.place = one_line(value, LONGEST_TEXT),
            "STATUS" => self.is_cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "X-MICROSOFT-CDO-ALLDAYEVENT" => self.is_marked_all_day = value.eq_ignore_ascii_case("TRUE"),
            "DTSTART" => self.start = Some(line),
            "DTEND" => self.end = Some(line),
            "DURATION" => self.length = Some(line),
            "RECURRENCE-ID" => {
                self.is_unsupported |= line.param("RANGE").is_some();
                self.recurrence_id = Some(line);
            }
            "RRULE" => self.rules.push(line),
            "EXDATE" => self.excluded.push(line),
            "RDATE" => self.added.push(line),
            "EXRULE" => self.is_unsupported = true,
            _ => {}
        }
    }

    /// When it is; an error is the code of why it is left out.
    pub(super) fn times(&self, zones: &Zones) -> Result<Times, &'static str> {
        let start = self.start.as_ref().ok_or("ics-event-no-start")?;
        let start = Moment::one(start, zones).map_err(code)?;
        let end = self.end.as_ref().map(|end| Moment::one(end, zones)).transpose().map_err(code)?;
        let length = match &self.length {
            Some(line) => Some(duration(&line.value).ok_or("ics-event-unreadable-time")?),
            None => None,
        };
        let from = start.wall();
        let lasts = match (end, length) {
            // Measured by the clock on the wall, by which its end is shown as well.
            (Some(end), _) => end.wall() - from,
            (None, Some(length)) => length,
            (None, None) if matches!(start, Moment::Day(_)) => TimeDelta::days(1),
            (None, None) => TimeDelta::zero(),
        };
        if lasts < TimeDelta::zero() {
            return Err("ics-event-ends-before-start");
        }
        let is_whole_days = lasts.num_minutes() % (24 * 60) == 0 && from.time() == chrono::NaiveTime::MIN;
        if matches!(start, Moment::Day(_)) || (self.is_marked_all_day && is_whole_days) {
            // The end is the day after the last (RFC 5545 §3.6.1); some write the same day.
            let days = lasts.num_days().max(1);
            if days > MOST_DAYS {
                return Err("appointment-too-long");
            }
            let days = u32::try_from(days).map_err(|_| "appointment-too-long")?;
            return Ok(Times { start: Moment::Day(from.date()), minutes: 0, days });
        }
        if lasts > LONGEST {
            return Err("appointment-too-long");
        }
        let minutes = u32::try_from(lasts.num_minutes()).map_err(|_| "appointment-too-long")?;
        Ok(Times { start, minutes, days: 0 })
    }
}

/// The code of why an event with such a moment is left out.
pub(super) fn code(error: MomentError) -> &'static str {
    match error {
        MomentError::Unreadable => "ics-event-unreadable-time",
        MomentError::UnknownZone => "ics-time-zone",
    }
}
