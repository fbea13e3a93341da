//! Writing a calendar file.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use farled_case::{
    Appointment, AppointmentContent, OutcomeKind, Recurrence, RecurrenceError, Series, SeriesId,
};

use super::{
    fold::{escaped, push_line},
    moment::{HOME, utc},
};

/// What the events are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Titles {
    /// As they are, with the place.
    Full,
    /// All the same, without the place: who sees the calendar sees that somebody is busy.
    Discreet(String),
}

/// How a calendar file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOptions {
    /// What the events are called.
    pub titles: Titles,
    /// When the file is made.
    pub made_at: DateTime<Utc>,
}

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarExport {
    /// The file.
    pub text: String,
    /// How many events it has.
    pub events: u32,
    /// The series that are not in it since their rule can't be used.
    pub broken: Vec<SeriesId>,
}

/// The zone's rules, for programs without a tz database: those of the European Union since 1996.
const ZONE_RULES: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Stockholm\r\nX-LIC-LOCATION:Europe/Stockholm\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Writes series and appointments as a calendar file: when, and what as [`Titles`] says. What was
/// cancelled, rescheduled to another time, or left out of its series is not in it; neither are
/// outcomes, warnings, what to bring and who comes along.
#[must_use]
pub fn export(series: &[Series], appointments: &[Appointment], options: &ExportOptions) -> CalendarExport {
    let mut writer = Writer { text: String::new(), events: 0, options };
    writer
        .text
        .push_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Farled//Farled//EN\r\nCALSCALE:GREGORIAN\r\n");
    writer.text.push_str(ZONE_RULES);
    let mut broken = Vec::new();
    let mut rules: HashMap<SeriesId, (&Series, Recurrence)> = HashMap::new();
    for series in series {
        match series.recurrence() {
            Ok(recurrence) => {
                rules.insert(series.id, (series, recurrence));
            }
            Err(_) => broken.push(series.id),
        }
    }
    let mut not_taking_place: HashMap<SeriesId, Vec<NaiveDateTime>> = HashMap::new();
    let mut singles = Vec::new();
    let mut changed: HashMap<SeriesId, Vec<(&Appointment, NaiveDateTime)>> = HashMap::new();
    for appointment in appointments {
        // A record whose series no longer has its beginning stands for itself.
        let place = appointment.series.zip(appointment.recurrence_id).filter(|(series, at)| {
            rules.get(series).is_some_and(|(series, rule)| happens(series, rule, *at))
        });
        match place {
            Some((series, at)) if takes_place(appointment) => {
                changed.entry(series).or_default().push((appointment, at));
            }
            Some((series, at)) => not_taking_place.entry(series).or_default().push(at),
            None if takes_place(appointment) => singles.push(appointment),
            None => {}
        }
    }
    for series in series {
        let Some((_, recurrence)) = rules.get(&series.id) else { continue };
        let mut excluded = not_taking_place.remove(&series.id).unwrap_or_default();
        excluded.extend(&series.excluded);
        excluded.sort_unstable();
        excluded.dedup();
        if writer.series(series, recurrence, &excluded).is_err() {
            broken.push(series.id);
            continue;
        }
        for (appointment, at) in changed.remove(&series.id).unwrap_or_default() {
            writer.begin(&series.id.to_string());
            writer.time("RECURRENCE-ID", at, series.all_day);
            writer.appointment(appointment);
        }
    }
    for appointment in singles {
        writer.begin(&appointment.id.to_string());
        writer.appointment(appointment);
    }
    writer.text.push_str("END:VCALENDAR\r\n");
    CalendarExport { text: writer.text, events: writer.events, broken }
}

/// Whether the series has a beginning at `at` and does not leave it out.
fn happens(series: &Series, recurrence: &Recurrence, at: NaiveDateTime) -> bool {
    !series.excluded.contains(&at) && recurrence.next_from(at) == Some(at)
}

/// Whether people are to meet then, or have met.
fn takes_place(appointment: &Appointment) -> bool {
    let is_off = appointment.outcome.as_ref().is_some_and(|outcome| {
        matches!(
            outcome.kind,
            OutcomeKind::CancelledByUs | OutcomeKind::CancelledByOther | OutcomeKind::ToBeRescheduled
        )
    });
    !is_off && appointment.superseded_by.is_none()
}

struct Writer<'a> {
    text: String,
    events: u32,
    options: &'a ExportOptions,
}

impl Writer<'_> {
    fn series(
        &mut self,
        series: &Series,
        recurrence: &Recurrence,
        excluded: &[NaiveDateTime],
    ) -> Result<(), RecurrenceError> {
        // Begun at the first that happens: other programs take a start for one whatever the rule says.
        let starts_at = recurrence.first();
        let mut rule = recurrence.continued_from(starts_at)?;
        if let Some(last) = recurrence.last_day().filter(|_| !series.all_day) {
            // With a zone, an end has to be given in UTC (RFC 5545 §3.3.10).
            let day = last.format("UNTIL=%Y%m%d").to_string();
            let moment = utc(last.and_time(starts_at.time()), HOME);
            rule = rule.replace(&day, &moment.format("UNTIL=%Y%m%dT%H%M%SZ").to_string());
        }
        self.begin(&series.id.to_string());
        self.line(&format!("RRULE:{rule}"));
        for at in excluded {
            self.time("EXDATE", *at, series.all_day);
        }
        self.times(starts_at, series.minutes, series.all_day);
        self.content_and_end(&series.content);
        Ok(())
    }

    fn appointment(&mut self, appointment: &Appointment) {
        self.times(appointment.starts_at, appointment.minutes, appointment.all_day);
        self.content_and_end(&appointment.content);
    }

    fn begin(&mut self, uid: &str) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{uid}@farled"));
        let made_at = self.options.made_at.format("%Y%m%dT%H%M%SZ");
        self.line(&format!("DTSTAMP:{made_at}"));
        self.events += 1;
    }

    fn times(&mut self, starts_at: NaiveDateTime, minutes: u32, all_day: bool) {
        self.time("DTSTART", starts_at, all_day);
        if all_day {
            let after = starts_at.checked_add_days(Days::new(1)).unwrap_or(starts_at);
            self.time("DTEND", after, true);
        } else if minutes > 0 {
            let ends_at = starts_at.checked_add_signed(TimeDelta::minutes(minutes.into()));
            self.time("DTEND", ends_at.unwrap_or(starts_at), false);
        }
    }

    fn time(&mut self, name: &str, at: NaiveDateTime, all_day: bool) {
        let line = if all_day {
            format!("{name};VALUE=DATE:{}", at.format("%Y%m%d"))
        } else {
            format!("{name};TZID=Europe/Stockholm:{}", at.format("%Y%m%dT%H%M%S"))
        };
        self.line(&line);
    }

    fn content_and_end(&mut self, content: &AppointmentContent) {
        let (title, place) = match &self.options.titles {
            Titles::Full => (content.title.as_str(), content.place.as_str()),
            Titles::Discreet(title) => (title.as_str(), ""),
        };
        let title = format!("SUMMARY:{}", escaped(title));
        let place = (!place.is_empty()).then(|| format!("LOCATION:{}", escaped(place)));
        self.line(&title);
        if let Some(place) = place {
            self.line(&place);
        }
        self.line("CLASS:PRIVATE");
        self.line("END:VEVENT");
    }

    fn line(&mut self, line: &str) {
        push_line(&mut self.text, line);
    }
}
