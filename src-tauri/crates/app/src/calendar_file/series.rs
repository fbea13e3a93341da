//! A repeated event of a calendar file: as a series where that says the same, else one by one.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use farled_case::{Appointment, Pattern, Recurrence, Series, Unit};

use super::{
    error::CalendarFileError,
    event::{Event, Times, code},
    import::{Reader, content},
    moment::{HOME, Moment},
};

/// How far before and after today a series from another zone is looked at, in days.
const DAYS_BEFORE: u64 = 366;
const DAYS_AFTER: u64 = 2 * 366;

/// How the beginnings of a series, in the zone of its file, become ours.
struct Conversion {
    zone: Tz,
    /// The time of day in that zone.
    time: NaiveTime,
    /// What is added to a beginning there to name it here.
    shift: TimeDelta,
}

impl Conversion {
    /// The name here of the beginning that a moment of the file is.
    fn recurrence_id(&self, moment: Moment) -> NaiveDateTime {
        moment.wall_in(self.zone, self.time) + self.shift
    }
}

/// Takes a repeated event and what differs from it.
pub(super) fn take(reader: &mut Reader, main: &Event, changes: &[Event]) -> Result<(), CalendarFileError> {
    let times = match main.times(&reader.zones) {
        Ok(times) => times,
        Err(code) => {
            reader.skip(main, code);
            return Ok(());
        }
    };
    let rule = main.rules.first().map(|rule| rule.value.trim()).unwrap_or_default();
    let zone = times.start.zone();
    let there = times.start.wall_in(zone, NaiveTime::MIN);
    let recurrence = match Recurrence::parse_in(rule, there, zone) {
        Ok(recurrence) => recurrence,
        Err(error) => return reader.broken_rule(main, error),
    };
    let here = times.start.wall();
    let conversion = Conversion { zone, time: there.time(), shift: here - there };
    let (from, to) = (
        reader.today.checked_sub_days(Days::new(DAYS_BEFORE)).unwrap_or(NaiveDate::MIN),
        reader.today.checked_add_days(Days::new(DAYS_AFTER)).unwrap_or(NaiveDate::MAX),
    );
    let beginnings = if zone == HOME { Ok(Vec::new()) } else { recurrence.between(from, to) };
    let beginnings = match beginnings {
        Ok(beginnings) => beginnings,
        Err(error) => return reader.broken_rule(main, error),
    };
    let Some(rule) = rule_here(&recurrence, there, here, &beginnings) else {
        one_by_one(reader, main, changes, times, &conversion, &beginnings);
        return Ok(());
    };
    let series = Series {
        id: reader.series_id(&main.uid),
        case: reader.case,
        starts_at: here,
        minutes: times.minutes,
        all_day: times.days > 0,
        rule,
        excluded: Vec::new(),
        content: content(main),
    };
    as_series(reader, main, changes, times, &conversion, &beginnings, series);
    if recurrence.first() != there {
        // The standard leaves open what a start means that its own rule does not have; calendars
        // show it.
        reader.push_single(main, times, &format!("calendar-appointment {} start", main.uid));
    }
    reader.added(main, times, &format!("calendar-appointment {}", main.uid));
    if times.days > 1 {
        reader.note(main, "ics-first-day-only");
    }
    Ok(())
}

/// The rule of the same beginnings here. `None` when a rule can't say it: the days are other days here
/// and the rule counts days of the month.
fn rule_here(
    recurrence: &Recurrence,
    there: NaiveDateTime,
    here: NaiveDateTime,
    beginnings: &[NaiveDateTime],
) -> Option<String> {
    let rule = recurrence.to_rule();
    if there.date() == here.date() {
        return Some(rule);
    }
    let pattern =
        Pattern::from_rule(&rule).filter(|pattern| matches!(pattern.unit, Unit::Day | Unit::Week))?;
    let rule = pattern.moved(there.date(), here.date()).to_rule();
    // Checked rather than trusted.
    let moved = Recurrence::parse(&rule, here).ok()?;
    let shift = here - there;
    let (first, last) = (*beginnings.first()? + shift, *beginnings.last()? + shift);
    let expected: Vec<NaiveDateTime> = beginnings.iter().map(|at| *at + shift).collect();
    let found = moved.between(first.date(), last.date().succ_opt()?).ok()?;
    (found == expected).then_some(rule)
}

fn as_series(
    reader: &mut Reader,
    main: &Event,
    changes: &[Event],
    times: Times,
    conversion: &Conversion,
    beginnings: &[NaiveDateTime],
    mut series: Series,
) {
    for line in &main.excluded {
        match Moment::list(line, &reader.zones) {
            Ok(moments) => {
                series.excluded.extend(moments.into_iter().map(|moment| conversion.recurrence_id(moment)));
            }
            Err(error) => reader.note(main, code(error)),
        }
    }
    let mut records: HashMap<NaiveDateTime, Appointment> = HashMap::new();
    let mut record =
        |series: &Series, at: NaiveDateTime, starts_at: NaiveDateTime, times: Times, event: &Event| {
            records.insert(
                at,
                Appointment {
                    id: Appointment::id_in_series(series.id, at),
                    case: series.case,
                    series: Some(series.id),
                    recurrence_id: Some(at),
                    starts_at,
                    minutes: times.minutes,
                    all_day: times.days > 0,
                    content: content(event),
                    outcome: None,
                    superseded_by: None,
                    supersedes: None,
                },
            );
        };
    // What another zone's changes of the clock move here, first: a change made by hand goes before it.
    let mut is_moved_by_clocks = false;
    for there in beginnings {
        let at = *there + conversion.shift;
        let starts_at = Moment::Time(*there, conversion.zone).wall();
        if starts_at != at && !series.excluded.contains(&at) {
            is_moved_by_clocks = true;
            record(&series, at, starts_at, times, main);
        }
    }
    if is_moved_by_clocks {
        reader.note(main, "ics-zone-converted");
    }
    for change in changes {
        match change_times(reader, change) {
            Ok((at, None)) => series.excluded.push(conversion.recurrence_id(at)),
            Ok((at, Some(times))) => {
                record(&series, conversion.recurrence_id(at), times.start.wall(), times, change);
            }
            Err(code) => reader.skip(change, code),
        }
    }
    series.excluded.sort_unstable();
    series.excluded.dedup();
    records.retain(|at, _| !series.excluded.contains(at));
    let mut records: Vec<Appointment> = records.into_values().collect();
    records.sort_by_key(|record| record.recurrence_id);
    reader.import.appointments.extend(records);
    reader.import.series.push(series);
}

/// Which one a change is for, and what it becomes; none when it is cancelled.
fn change_times(reader: &Reader, change: &Event) -> Result<(Moment, Option<Times>), &'static str> {
    let line = change.recurrence_id.as_ref().ok_or("ics-event-unsupported")?;
    if change.is_unsupported {
        return Err("ics-event-unsupported");
    }
    let at = Moment::one(line, &reader.zones).map_err(code)?;
    if change.is_cancelled {
        return Ok((at, None));
    }
    Ok((at, Some(change.times(&reader.zones)?)))
}

/// Takes what lies around today as appointments of their own.
fn one_by_one(
    reader: &mut Reader,
    main: &Event,
    changes: &[Event],
    times: Times,
    conversion: &Conversion,
    beginnings: &[NaiveDateTime],
) {
    reader.note(main, "ics-series-expanded");
    let mut left_out: Vec<NaiveDateTime> = Vec::new();
    for line in &main.excluded {
        let moments = Moment::list(line, &reader.zones).unwrap_or_default();
        left_out.extend(moments.into_iter().map(|moment| conversion.recurrence_id(moment)));
    }
    let name =
        |at: NaiveDateTime| format!("calendar-appointment {} {}", main.uid, at.format("%Y%m%dT%H%M%S"));
    for change in changes {
        match change_times(reader, change) {
            Ok((at, changed)) => {
                let at = conversion.recurrence_id(at);
                left_out.push(at);
                if let Some(times) = changed {
                    reader.push_single(change, times, &name(at));
                }
            }
            Err(code) => reader.skip(change, code),
        }
    }
    for there in beginnings {
        let at = *there + conversion.shift;
        if !left_out.contains(&at) {
            let start = Moment::Time(*there, conversion.zone);
            reader.push_single(main, Times { start, ..times }, &name(at));
        }
    }
    reader.added(main, times, &format!("calendar-appointment {}", main.uid));
}
