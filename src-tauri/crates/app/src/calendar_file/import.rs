//! Reading a calendar file into a case.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use farled_case::{
    Appointment, AppointmentContent, AppointmentId, CaseId, Medium, RecordId, RecurrenceError, Series,
    SeriesId,
};
use serde::Serialize;
use specta::Type;

use super::{
    error::{CalendarFileError, LARGEST_FILE, MOST_BROKEN_RULES, MOST_SERIES},
    event::{self, Event, Times, code},
    moment::Moment,
    series,
    zone::Zones,
};

/// What a calendar file holds for a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarImport {
    /// The repeated appointments.
    pub series: Vec<Series>,
    /// The single appointments, and those of a series that differ from the rest.
    pub appointments: Vec<Appointment>,
    /// Events that were left out, and why.
    pub skipped: Vec<Remark>,
    /// Events that were taken with a change, and which.
    pub notes: Vec<Remark>,
}

/// Something to say about one event of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Remark {
    /// The line at which the event begins.
    pub line: u32,
    /// The event's title.
    pub title: String,
    /// What is to be said, as a code.
    pub code: String,
}

/// Reads a calendar file for `case`. `today` is where series from another zone are looked at more
/// closely: their time here changes on other days than ours, which a rule can't say.
///
/// # Errors
/// [`CalendarFileError`] when the file is refused as a whole.
pub fn import(bytes: &[u8], case: CaseId, today: NaiveDate) -> Result<CalendarImport, CalendarFileError> {
    if bytes.len() > LARGEST_FILE {
        return Err(CalendarFileError::TooLarge);
    }
    let (events, zones) = event::read(bytes)?;
    let mut reader =
        Reader { case, today, zones, broken_rules: 0, repeated: 0, import: CalendarImport::default() };
    for group in grouped(events) {
        reader.take(group)?;
    }
    let mut import = reader.import;
    // The same occurrence changed twice in a file: the later change holds.
    let mut last: HashMap<AppointmentId, Appointment> = HashMap::new();
    let order: Vec<AppointmentId> = import.appointments.iter().map(|appointment| appointment.id).collect();
    last.extend(import.appointments.drain(..).map(|appointment| (appointment.id, appointment)));
    import.appointments = order.iter().filter_map(|id| last.remove(id)).collect();
    Ok(import)
}

/// The events of one UID: the event itself and what differs from it.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub main: Option<Event>,
    pub changes: Vec<Event>,
}

fn grouped(events: Vec<Event>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_uid: HashMap<String, usize> = HashMap::new();
    for mut event in events {
        if event.uid.is_empty() {
            // Against the standard, but seen: two such events are the same when they look the same.
            event.uid = format!("{:?} {}", event.times(&Zones::default()), event.title);
        }
        let at = *by_uid.entry(event.uid.clone()).or_insert_with(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        let group = &mut groups[at];
        if event.recurrence_id.is_some() {
            group.changes.push(event);
        } else if group.main.as_ref().is_none_or(|main| main.sequence <= event.sequence) {
            group.main = Some(event);
        }
    }
    for group in &mut groups {
        group.changes.sort_by_key(|change| change.sequence);
    }
    groups
}

/// What is read so far, and for whom.
pub(super) struct Reader {
    pub case: CaseId,
    pub today: NaiveDate,
    pub zones: Zones,
    pub import: CalendarImport,
    broken_rules: usize,
    repeated: usize,
}

impl Reader {
    fn take(&mut self, group: Group) -> Result<(), CalendarFileError> {
        let Some(main) = &group.main else {
            // Programs export an invitation to one meeting of a series without the series.
            for change in &group.changes {
                self.single(change);
            }
            return Ok(());
        };
        if main.is_unsupported || main.rules.len() > 1 {
            self.skip(main, "ics-event-unsupported");
        } else if main.is_cancelled {
            self.skip(main, "ics-event-cancelled");
        } else if main.rules.is_empty() {
            self.single(main);
            for change in &group.changes {
                self.single(change);
            }
        } else {
            self.repeated += 1;
            if self.repeated > MOST_SERIES {
                return Err(CalendarFileError::TooMany { line: main.line });
            }
            series::take(self, main, &group.changes)?;
        }
        Ok(())
    }

    /// Takes an event that does not repeat, with the days that were added to it.
    fn single(&mut self, event: &Event) {
        if event.is_cancelled {
            return self.skip(event, "ics-event-cancelled");
        }
        let times = match event.times(&self.zones) {
            Ok(times) => times,
            Err(code) => return self.skip(event, code),
        };
        let name = match &event.recurrence_id {
            Some(line) => format!("calendar-appointment {} {}", event.uid, line.value),
            None => format!("calendar-appointment {}", event.uid),
        };
        self.push_single(event, times, &name);
        self.added(event, times, &name);
    }

    /// Takes the days that an event names beside its own or its rule's (RDATE).
    pub(super) fn added(&mut self, event: &Event, times: Times, name: &str) {
        for line in &event.added {
            match Moment::list(line, &self.zones) {
                Ok(moments) => {
                    for start in moments {
                        let name = format!("{name} {}", start.wall().format("%Y%m%dT%H%M%S"));
                        self.push_single(event, Times { start, ..times }, &name);
                    }
                }
                Err(error) => self.note(event, code(error)),
            }
        }
    }

    /// Adds an appointment of its own; one of several whole days becomes one for each day, as a
    /// calendar shows it.
    pub(super) fn push_single(&mut self, event: &Event, times: Times, name: &str) {
        for day in 0..times.days.max(1) {
            let name = if day == 0 { name.to_owned() } else { format!("{name} day {}", day + 1) };
            let starts_at = times.start.wall();
            self.import.appointments.push(Appointment {
                id: RecordId::derived(self.case.0, &name).into(),
                case: self.case,
                series: None,
                recurrence_id: None,
                starts_at: starts_at.checked_add_days(Days::new(day.into())).unwrap_or(starts_at),
                minutes: times.minutes,
                all_day: times.days > 0,
                content: content(event),
                outcome: None,
                superseded_by: None,
                supersedes: None,
            });
        }
    }

    /// The id of the series of a UID.
    pub(super) fn series_id(&self, uid: &str) -> SeriesId {
        RecordId::derived(self.case.0, &format!("calendar-series {uid}")).into()
    }

    /// Leaves out a series whose rule can't be used, or refuses the file for it.
    pub(super) fn broken_rule(
        &mut self,
        event: &Event,
        error: RecurrenceError,
    ) -> Result<(), CalendarFileError> {
        let line = event.rules.first().map_or(event.line, |rule| rule.number);
        self.broken_rules += 1;
        if error == RecurrenceError::TooMany || self.broken_rules > MOST_BROKEN_RULES {
            return Err(CalendarFileError::Recurrence { line, error });
        }
        self.skip(event, error.code());
        Ok(())
    }

    pub(super) fn skip(&mut self, event: &Event, code: &str) {
        self.import.skipped.push(remark(event, code));
    }

    pub(super) fn note(&mut self, event: &Event, code: &str) {
        self.import.notes.push(remark(event, code));
    }
}

fn remark(event: &Event, code: &str) -> Remark {
    Remark { line: event.line, title: event.title.clone(), code: code.to_owned() }
}

/// What an event is about.
pub(super) fn content(event: &Event) -> AppointmentContent {
    let title = if event.title.is_empty() { "–".to_owned() } else { event.title.clone() };
    AppointmentContent {
        title,
        place: event.place.clone(),
        bring: String::new(),
        company: String::new(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: String::new(),
        on_paper: true,
    }
}
