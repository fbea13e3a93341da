//! Lists, counts and filters.

use super::*;
use crate::{Filter, Order};
use farled_case::{Kind, OutcomeKind, Party};

fn titles(fixture: &Fixture, filter: &Filter) -> Vec<String> {
    fixture.list::<Appointment>(filter).unwrap().into_iter().map(|found| found.content.title).collect()
}

fn calendar() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        for (number, day) in [(1, 5), (2, 3), (3, 9)] {
            writer.put(&appointment(number, day, &format!("dag {day}")))?;
        }
        let mut other = appointment(4, 4, "dag 4");
        other.case = case(2);
        writer.put(&other)
    });
    fixture
}

#[test]
fn a_filter_lets_through_what_it_names() {
    let fixture = calendar();
    let all = Filter::default();
    assert_eq!(titles(&fixture, &all), ["dag 5", "dag 3", "dag 9", "dag 4"]);
    let ascending = Filter { order: Order::StartsAscending, ..all.clone() };
    assert_eq!(titles(&fixture, &ascending), ["dag 3", "dag 4", "dag 5", "dag 9"]);
    let latest = Filter { order: Order::StartsDescending, limit: Some(2), ..all.clone() };
    assert_eq!(titles(&fixture, &latest), ["dag 9", "dag 5"]);
    assert_eq!(fixture.count::<Appointment>(&latest).unwrap(), 2);
    let of_case = Filter { case: Some(case(2)), ..all.clone() };
    assert_eq!(titles(&fixture, &of_case), ["dag 4"]);
    let between = Filter { starts_from: Some(at(4, 10)), starts_before: Some(at(5, 10)), ..all.clone() };
    assert_eq!(titles(&fixture, &between), ["dag 4"], "from is in, before is out");
    assert_eq!(fixture.count::<Appointment>(&all).unwrap(), 4);
    assert_eq!(fixture.count::<Need>(&all).unwrap(), 0);
}

#[test]
fn status_and_due_day_are_columns() {
    let mut fixture = Fixture::new();
    let mut met = need(2, "klart");
    met.status = NeedStatus::ALL[1];
    fixture.put(&need(1, "öppet"));
    fixture.put(&met);
    let filter = Filter { status: Some(NeedStatus::ALL[1].term()), ..Filter::default() };
    assert_eq!(fixture.list::<Need>(&filter).unwrap(), [met]);
    let case: farled_case::Case = serde_json::from_value(serde_json::json!({
        "id": uuid(3), "alias": "Björk", "phase": farled_case::Phase::ALL[0].term(),
        "opened_on": "2026-01-02", "protection": farled_case::Protection::ALL[0].term(),
        "risk_review_on": "2026-12-01",
    }))
    .unwrap();
    fixture.put(&case);
    let due = |day| Filter { due_before: NaiveDate::from_ymd_opt(2026, 12, day), ..Filter::default() };
    assert_eq!(fixture.count::<farled_case::Case>(&due(1)).unwrap(), 0);
    assert_eq!(fixture.count::<farled_case::Case>(&due(2)).unwrap(), 1);
}

#[test]
fn the_latest_start_of_each_case_is_that_of_what_happened() {
    let mut fixture = calendar();
    let mut attended = appointment(5, 2, "dag 2");
    attended.outcome =
        Some(farled_case::Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() });
    fixture.put(&attended);
    attended.id = record(6).into();
    attended.starts_at = at(1, 9);
    fixture.put(&attended);
    let statuses = [OutcomeKind::Attended.term()];
    let latest = fixture.latest_start::<Appointment>(at(30, 0), &statuses).unwrap();
    assert_eq!(latest.into_iter().collect::<Vec<_>>(), [(case(1), at(2, 10))]);
    let latest = fixture.latest_start::<Appointment>(at(2, 10), &statuses).unwrap();
    assert_eq!(latest.into_iter().collect::<Vec<_>>(), [(case(1), at(1, 9))]);
    assert!(fixture.latest_start::<Appointment>(at(30, 0), &[]).unwrap().is_empty());
}

#[test]
fn records_are_chosen_by_case_and_kind() {
    let mut fixture = calendar();
    fixture.put(&need(9, "Bostad"));
    let party: Party =
        serde_json::from_value(serde_json::json!({ "id": uuid(8), "name": "Boendet", "kind": "housing" }))
            .unwrap();
    fixture.put(&party);
    let numbers = |cases: Option<Vec<CaseId>>, kinds: Vec<Kind>| -> Vec<RecordId> {
        let found = fixture.records(&RecordFilter { cases, kinds }).unwrap();
        found.into_iter().map(|record| record.id).collect()
    };
    assert_eq!(numbers(Some(vec![case(2)]), vec![]), [record(4)]);
    assert_eq!(numbers(Some(vec![case(1), case(2)]), vec![Kind::Need]), [record(9)]);
    assert_eq!(numbers(None, vec![Kind::Party, Kind::Need]), [record(9), record(8)]);
    assert_eq!(numbers(Some(vec![]), vec![]), []);
    assert_eq!(numbers(None, vec![]).len(), 6);
}

#[test]
fn what_was_erased_is_told_of_its_case_alone() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "bostad"));
    fixture.put(&Need { case: case(2), ..need(2, "arbete") });
    fixture.write(|writer| {
        writer.erase(record(1))?;
        writer.erase(record(2))?;
        writer.merge_erased(record(3))
    });
    assert_eq!(fixture.erased_in(&[case(1)]).unwrap(), [record(1)]);
    assert_eq!(fixture.erased_in(&[case(1), case(2)]).unwrap(), [record(1), record(2)]);
    assert!(fixture.erased_in(&[]).unwrap().is_empty());
    assert_eq!(fixture.erased().unwrap(), [record(1), record(2), record(3)]);
}
