#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{HashMap, HashSet};

use chrono::Days;
use farled_case::{
    Amendment, Appointment, Case, Disclosure, Goal, Measure, Note, NoteDraft, Noun, Party, Recurrence,
    Request, Responsible, Routine, RoutineWeek, Series,
};
use serde::de::DeserializeOwned;

use super::*;

/// Monday of week 48.
fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Every day of a year, both clock changes and the turn of the year among them.
fn year() -> impl Iterator<Item = NaiveDate> {
    (0..366).map(|days| monday() + Days::new(days))
}

fn all<T: Noun + DeserializeOwned>(records: &[(Kind, Value)]) -> Vec<T> {
    let of_kind = records.iter().filter(|(kind, _)| *kind == T::KIND);
    of_kind.map(|(_, value)| serde_json::from_value(value.clone()).unwrap()).collect()
}

/// What stands in the calendar on `day`: appointments, and what a series has there without a record.
fn on_day(records: &[(Kind, Value)], day: NaiveDate) -> usize {
    let appointments = all::<Appointment>(records);
    let own =
        appointments.iter().filter(|it| it.starts_at.date() == day && it.superseded_by.is_none()).count();
    let of_series: usize = all::<Series>(records)
        .iter()
        .map(|series| {
            let beginnings = Recurrence::parse(&series.rule, series.starts_at).unwrap();
            let beginnings = beginnings.between(day, day + Days::new(1)).unwrap();
            let is_free = |at: &&_| {
                let id = Appointment::id_in_series(series.id, **at);
                appointments.iter().all(|appointment| appointment.id != id)
            };
            beginnings.iter().filter(is_free).count()
        })
        .sum();
    own + of_series
}

#[test]
fn every_record_is_sound_on_every_day_of_a_year() {
    for today in year() {
        let records = sample_caseload(today).unwrap();
        let mut ids = HashSet::new();
        for (kind, value) in &records {
            let (id, _, _) = kind.project(value).unwrap_or_else(|error| panic!("{today} {kind:?}: {error}"));
            assert!(ids.insert(id), "{today}: {kind:?} {id} stands there twice");
        }
        for series in all::<Series>(&records) {
            series.validate().unwrap();
            let first = Recurrence::parse(&series.rule, series.starts_at).unwrap().first();
            assert_eq!(
                first, series.starts_at,
                "{today}: the series {} starts off its rule",
                series.content.title
            );
        }
        for appointment in all::<Appointment>(&records) {
            appointment.validate().unwrap();
            if let (Some(series), Some(at)) = (appointment.series, appointment.recurrence_id) {
                assert_eq!(appointment.id, Appointment::id_in_series(series, at), "{today}");
            }
        }
    }
}

#[test]
fn whatever_a_record_refers_to_came_before_it() {
    let records = sample_caseload(monday()).unwrap();
    let mut seen: HashMap<String, Kind> = HashMap::new();
    let appointments: HashSet<String> =
        all::<Appointment>(&records).iter().map(|it| it.id.to_string()).collect();
    let check = |seen: &HashMap<String, Kind>, kind: Kind, value: &Value| {
        let refers = |name: &str, id: &Value| {
            if let Some(id) = id.as_str() {
                let is_there = seen.contains_key(id) || appointments.contains(id);
                assert!(is_there, "{kind:?} refers to a {name} that is not there: {value}");
            }
        };
        for name in
            ["case", "need", "goal", "party", "request", "series", "note", "superseded_by", "supersedes"]
        {
            refers(name, &value[name]);
        }
        refers("party", &value["responsible"]["party"]);
        refers("appointment", &value["content"]["appointment"]);
        refers("party", &value["content"]["party"]);
        for goal in value["content"]["goals"].as_array().into_iter().flatten() {
            refers("goal", goal);
        }
    };
    // A measure may wait for a request that stands further down.
    for request in all::<Request>(&records) {
        seen.insert(request.id.to_string(), Kind::Request);
    }
    for (kind, value) in &records {
        check(&seen, *kind, value);
        seen.insert(kind.project(value).unwrap().0.to_string(), *kind);
    }
    for measure in all::<Measure>(&records) {
        if let Responsible::Party { party } = measure.responsible {
            assert_eq!(seen[&party.to_string()], Kind::Party);
        }
        assert_eq!(seen[&measure.goal.to_string()], Kind::Goal);
    }
    for amendment in all::<Amendment>(&records) {
        let note = all::<Note>(&records).into_iter().find(|note| note.id == amendment.note).unwrap();
        assert!(amendment.signed_at > note.signed_at);
    }
}

#[test]
fn today_is_alive_whatever_day_it_is() {
    for today in year() {
        let records = sample_caseload(today).unwrap();
        let count = on_day(&records, today);
        assert_eq!(count, 4, "{today} ({}) has {count} appointments", chrono::Datelike::weekday(&today));
        let waited: Vec<u32> = all::<Request>(&records)
            .iter()
            .filter(|request| request.is_waiting())
            .map(|request| request.days_waited(today))
            .collect();
        assert!(waited.contains(&34), "{today}: nobody waits 34 days");
    }
}

#[test]
fn only_two_appointments_of_the_past_lack_a_signed_note() {
    for today in year() {
        let records = sample_caseload(today).unwrap();
        let told: HashSet<_> =
            all::<Note>(&records).iter().filter_map(|note| note.content.appointment).collect();
        let appointments = all::<Appointment>(&records);
        let untold: Vec<_> = appointments
            .iter()
            .filter(|it| {
                it.outcome.as_ref().is_some_and(|outcome| outcome.kind.is_contact()) && !told.contains(&it.id)
            })
            .map(|it| it.content.title.as_str())
            .collect();
        assert_eq!(untold, ["Samtal om ensamhet och helger", "Läkarbesök"], "{today}");
        for series in all::<Series>(&records) {
            let beginnings = Recurrence::parse(&series.rule, series.starts_at).unwrap();
            for at in beginnings.between(series.starts_at.date(), today).unwrap() {
                let id = Appointment::id_in_series(series.id, at);
                assert!(appointments.iter().any(|it| it.id == id), "{today}: {at} has no outcome");
            }
        }
        let past = appointments.iter().filter(|it| it.starts_at.date() < today && it.outcome.is_none());
        assert_eq!(past.count(), 0, "{today}: a past appointment has no outcome");
    }
}

#[test]
fn one_person_has_not_been_heard_of_for_31_days() {
    for today in year().step_by(5) {
        let records = sample_caseload(today).unwrap();
        let mut latest: HashMap<_, NaiveDate> = HashMap::new();
        let notes = all::<Note>(&records).into_iter().filter(|note| note.content.note_type.is_contact());
        let notes = notes.map(|note| (note.case, note.content.occurred_at.date()));
        let met = all::<Appointment>(&records)
            .into_iter()
            .filter(|it| it.outcome.as_ref().is_some_and(|outcome| outcome.kind.is_contact()))
            .map(|it| (it.case, it.starts_at.date()));
        for (case, day) in notes.chain(met) {
            assert!(day <= today);
            let known = latest.entry(case).or_insert(day);
            *known = day.max(*known);
        }
        for case in all::<Case>(&records) {
            let days = (today - latest[&case.id]).num_days();
            if case.alias == "Rönn" {
                assert_eq!(days, 31, "{today}")
            } else {
                assert!(days < 30, "{today} {}", case.alias)
            }
        }
    }
}

#[test]
fn reschedules_point_at_each_other() {
    let records = sample_caseload(monday()).unwrap();
    let appointments: HashMap<_, _> =
        all::<Appointment>(&records).into_iter().map(|it| (it.id, it)).collect();
    let mut links = 0;
    for appointment in appointments.values() {
        if let Some(next) = appointment.superseded_by {
            assert_eq!(appointments[&next].supersedes, Some(appointment.id));
            assert!(appointment.outcome.is_some());
            links += 1;
        }
    }
    assert_eq!(links, 3, "one chain of three and one of two");
}

#[test]
fn nothing_was_written_before_it_happened_or_ticked_before_its_day() {
    for today in year() {
        let records = sample_caseload(today).unwrap();
        for note in all::<Note>(&records) {
            let written = crate::clock::wall_of(note.created_at);
            assert!(written >= note.content.occurred_at, "{today}: a note of {}", note.content.occurred_at);
            assert!(note.signed_at > note.created_at);
            assert!(note.content.scales.are_valid());
        }
        for draft in all::<NoteDraft>(&records) {
            assert!(crate::clock::wall_of(draft.changed_at).date() < today);
        }
        let routines: HashMap<String, Routine> =
            all::<Routine>(&records).into_iter().map(|routine| (routine.id.to_string(), routine)).collect();
        for week in all::<RoutineWeek>(&records) {
            for key in week.ticks.keys().chain(week.why_not.keys()) {
                let (routine, day) = key.rsplit_once('.').unwrap();
                let day = week.week.days()[day.parse::<usize>().unwrap() - 1];
                assert!(day < today, "{today}: a tick on {day}");
                assert!(routines[routine].applies_on(day), "{today}: {} on {day}", routines[routine].title);
            }
        }
        for entry in all::<Disclosure>(&records) {
            assert!(entry.at.date_naive() < today);
        }
    }
}

#[test]
fn everybody_working_with_a_plan_has_enough_in_it() {
    let records = sample_caseload(monday()).unwrap();
    let cases = all::<Case>(&records);
    assert_eq!(cases.len(), 8);
    for case in cases.iter().filter(|case| case.phase == farled_case::Phase::Active) {
        let goals = all::<Goal>(&records).iter().filter(|goal| goal.case == case.id).count();
        let measures = all::<Measure>(&records).iter().filter(|measure| measure.case == case.id).count();
        let notes = all::<Note>(&records).iter().filter(|note| note.case == case.id).count();
        assert!(goals >= 2 && measures >= 4 && notes >= 6, "{}: {goals} {measures} {notes}", case.alias);
    }
    for goal in all::<Goal>(&records) {
        assert!(goal.title.starts_with("Jag ska "), "a goal is in the first person: {}", goal.title);
    }
    for note in all::<Note>(&records) {
        let words = note.content.body.split_whitespace().count();
        assert!((45..=250).contains(&words), "{words} words");
    }
}

#[test]
fn every_telephone_number_is_kept_free_for_fiction() {
    let records = sample_caseload(monday()).unwrap();
    let parties = all::<Party>(&records);
    let numbers = parties
        .iter()
        .flat_map(|party| party.people.iter().map(|person| &person.phone).chain([&party.phone]))
        .cloned()
        .chain(all::<Case>(&records).into_iter().flat_map(|case| case.calls).map(|call| call.number))
        .filter(|number| !number.is_empty());
    let mut count = 0;
    for number in numbers {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let is_free = [
            ("0701740605", "0701740699"),
            ("0846500400", "0846500499"),
            ("0313900600", "0313900699"),
            ("0406280400", "0406280499"),
            ("0980319200", "0980319299"),
        ]
        .iter()
        .any(|(first, last)| digits.len() == first.len() && (*first..=*last).contains(&digits.as_str()));
        assert!(is_free, "{number} may be somebody's");
        count += 1;
    }
    assert!(count > 20);
}

#[test]
fn no_word_that_must_not_leave_the_app_is_in_it() {
    let text = TEXT.to_lowercase();
    for word in ["avhoppare", "defector", "kriminell", "gängmedlem"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_line_that_can_not_be_read_is_told_by_its_number() {
    let good = r##"{"kind": "need", "value": {"id": "#a", "on": "@-1"}}"##;
    let read = |second: &str| read(&format!("{good}\n{second}"), monday()).unwrap_err();
    assert_eq!(read("{"), SampleError::NotARecord { line: 2 });
    assert_eq!(read(r#"{"kind": "nothing", "value": {}}"#), SampleError::NotARecord { line: 2 });
    let date = read(r#"{"kind": "need", "value": {"on": ["@someday"]}}"#);
    assert_eq!(date, SampleError::Date { line: 2, written: "someday".to_owned() });
}
