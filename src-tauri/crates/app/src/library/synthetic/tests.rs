#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{HashMap, HashSet};

use farled_case::{Appointment, Noun, Recurrence, Series};

use super::*;

fn sunday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

#[test]
fn a_caseload_has_exactly_the_people_and_notes_asked_for() {
    for (cases, notes) in [(0, 0), (0, 5), (1, 0), (3, 10), (30, 7)] {
        let mut kinds: HashMap<Kind, u32> = HashMap::new();
        for (kind, _) in synthetic(cases, notes, 1, sunday()) {
            *kinds.entry(kind).or_default() += 1;
        }
        assert_eq!(kinds.get(&Kind::Case).copied().unwrap_or(0), cases);
        let expected = if cases == 0 { 0 } else { notes };
        assert_eq!(kinds.get(&Kind::Note).copied().unwrap_or(0), expected);
    }
}

#[test]
fn the_same_seed_gives_the_same_caseload_and_another_seed_another() {
    let text = |seed| serde_json::to_string(&synthetic(4, 40, seed, sunday()).collect::<Vec<_>>()).unwrap();
    assert_eq!(text(1), text(1));
    assert_ne!(text(1), text(2));
    let ids = |seed| synthetic(4, 40, seed, sunday()).map(|(kind, value)| kind.project(&value).unwrap().0);
    let first: HashSet<_> = ids(1).collect();
    assert!(ids(2).all(|id| !first.contains(&id)), "two caseloads share an id");
}

#[test]
fn every_record_is_sound_and_refers_to_what_came_before() {
    let mut seen = HashSet::new();
    let mut aliases = HashSet::new();
    for (kind, value) in synthetic(60, 300, 9, sunday()) {
        let (id, case, projection) = kind.project(&value).unwrap();
        assert!(seen.insert(id.to_string()), "{kind:?} {id} stands there twice");
        if let Some(case) = case {
            assert!(seen.contains(&case.to_string()), "{kind:?} {id} belongs to nobody");
        }
        for name in ["need", "goal", "series", "party"] {
            if let Some(other) = value.get(name).and_then(Value::as_str) {
                assert!(seen.contains(other), "{kind:?} {id} refers to a {name} that is not there");
            }
        }
        match kind {
            Kind::Case => assert!(aliases.insert(value["alias"].to_string())),
            Kind::Note => {
                assert!(projection.starts_at.unwrap().date() < sunday(), "a note tells of the future");
                let about = value["content"]["appointment"].as_str();
                assert!(about.is_none_or(|about| seen.contains(about)));
            }
            Kind::Series => {
                let series: Series = serde_json::from_value(value).unwrap();
                Recurrence::parse(&series.rule, series.starts_at).unwrap();
            }
            Kind::Appointment => {
                let appointment: Appointment = serde_json::from_value(value).unwrap();
                appointment.validate().unwrap();
                assert_eq!(appointment.id(), id);
            }
            _ => {}
        }
    }
}

#[test]
fn twenty_thousand_notes_for_two_hundred_people_are_as_much_text_as_real_ones() {
    let bytes: usize = synthetic(200, 20_000, 1, sunday()).map(|(_, value)| value.to_string().len()).sum();
    assert!(bytes > 20_000 * 1_200, "{bytes}");
}
