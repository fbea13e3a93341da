//! What every noun promises.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use farled_case::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::common::{at, content, day, record, series};

const ID: Uuid = Uuid::from_u128(7);
const CASE: CaseId = CaseId(Uuid::from_u128(2));

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// One value of every kind, as a document of an earlier day might hold it: only what is required.
fn smallest(kind: Kind) -> Value {
    let content = json!({ "note_type": "counselling", "occurred_at": "2026-11-23T09:00:00" });
    match kind {
        Kind::Case => json!({
            "id": CASE, "alias": "Fiol", "phase": "active", "opened_on": "2026-01-02", "protection": "none",
        }),
        Kind::CivilIdentity => json!({ "case": CASE }),
        Kind::Need => json!({ "id": ID, "case": CASE, "area": "protection", "status": "need" }),
        Kind::Goal => json!({ "id": ID, "case": CASE, "need": ID, "title": "Jag ska", "status": "active" }),
        Kind::Measure => json!({
            "id": ID, "case": CASE, "goal": ID, "description": "Ringa", "kind": "counselling",
            "responsible": { "who": "person" }, "status": "not_started",
        }),
        Kind::Agreement => json!({ "id": ID, "case": CASE, "on": "2026-11-23", "state": "agreed" }),
        Kind::Party => json!({ "id": ID, "name": "Socialtjänsten", "kind": "social_services" }),
        Kind::Request => json!({
            "id": ID, "case": CASE, "party": ID, "what": "Bistånd", "submitted_on": "2026-11-23",
            "status": "submitted",
        }),
        Kind::Series => json!({
            "id": ID, "case": CASE, "starts_at": "2026-11-23T09:00:00", "minutes": 60,
            "rule": "FREQ=WEEKLY", "content": { "title": "Samtal" },
        }),
        Kind::Appointment => json!({
            "id": ID, "case": CASE, "starts_at": "2026-11-23T09:00:00", "minutes": 60,
            "content": { "title": "Samtal" },
        }),
        Kind::Routine => json!({
            "id": ID, "case": CASE, "title": "Frukost", "from": "2026-11-23",
            "days": { "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": false, "sun": false },
        }),
        Kind::RoutineWeek => json!({ "case": CASE, "week": "2026-W48" }),
        Kind::NoteDraft => json!({
            "id": ID, "case": CASE, "created_at": "2026-11-23T09:00:00Z",
            "changed_at": "2026-11-23T09:00:00Z", "content": content,
        }),
        Kind::Note => json!({
            "id": ID, "case": CASE, "created_at": "2026-11-23T09:00:00Z",
            "signed_at": "2026-11-23T10:00:00Z", "author": "K", "content": content,
        }),
        Kind::AmendmentDraft => json!({
            "note": ID, "case": CASE, "becomes": ID, "created_at": "2026-11-23T09:00:00Z",
            "changed_at": "2026-11-23T09:00:00Z",
        }),
        Kind::Amendment => json!({
            "id": ID, "case": CASE, "note": ID, "text": "Rättelse", "signed_at": "2026-11-23T10:00:00Z",
            "author": "K",
        }),
        Kind::Attachment => json!({
            "id": ID, "case": CASE, "name": "Beslut.pdf", "media": "pdf", "size": 3,
            "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "added_at": "2026-11-23T10:00:00Z",
        }),
        Kind::Disclosure => json!({
            "id": ID, "at": "2026-11-23T10:00:00Z", "kind": "print", "what": "2026-W48", "ground": "g",
        }),
    }
}

fn term(kind: Kind) -> &'static str {
    kind.term()
}

#[test]
fn every_kind_is_read_from_what_is_required_alone() {
    for kind in Kind::ALL {
        let (_, case, _) = kind.project(&smallest(*kind)).unwrap_or_else(|e| panic!("{}: {e}", term(*kind)));
        let is_shared = matches!(kind, Kind::Party | Kind::Disclosure);
        assert_eq!(case.is_none(), is_shared, "{}", term(*kind));
    }
}

#[test]
fn a_missing_required_field_is_refused() {
    for kind in Kind::ALL {
        let value = smallest(*kind);
        for field in value.as_object().unwrap().keys() {
            let mut lacking = value.clone();
            lacking.as_object_mut().unwrap().remove(field);
            assert!(kind.project(&lacking).is_err(), "{} without {field}", term(*kind));
        }
    }
}

#[test]
fn a_value_of_one_kind_is_not_taken_for_an_unrelated_one() {
    assert!(Kind::Goal.project(&smallest(Kind::Need)).is_err());
    assert!(Kind::Note.project(&smallest(Kind::NoteDraft)).is_err());
    assert!(Kind::Amendment.project(&smallest(Kind::Note)).is_err());
    assert!(Kind::Amendment.project(&smallest(Kind::AmendmentDraft)).is_err());
}

fn check_terms<
    T: Vocabulary + serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
>() {
    let mut terms = BTreeSet::new();
    for item in T::ALL {
        let term = item.term();
        assert!(terms.insert(term), "{}: {term} twice", T::LIST);
        assert!(term.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}: {term}", T::LIST);
        assert_eq!(serde_json::to_value(item).unwrap(), json!(term));
        assert_eq!(serde_json::from_value::<T>(json!(term)).unwrap(), *item);
    }
    assert!(serde_json::from_value::<T>(json!("no-such-term")).is_err());
}

#[test]
fn every_term_is_the_same_in_documents_and_catalogues() {
    check_terms::<Kind>();
    check_terms::<Section>();
    check_terms::<Phase>();
    check_terms::<Protection>();
    check_terms::<ConditionKind>();
    check_terms::<ConditionState>();
    check_terms::<NeedArea>();
    check_terms::<NeedStatus>();
    check_terms::<GoalStatus>();
    check_terms::<Achievement>();
    check_terms::<MeasureKind>();
    check_terms::<MeasureStatus>();
    check_terms::<AgreementState>();
    check_terms::<PartyKind>();
    check_terms::<RequestStatus>();
    check_terms::<Medium>();
    check_terms::<OutcomeKind>();
    check_terms::<Absence>();
    check_terms::<NoteType>();
    check_terms::<Theme>();
    check_terms::<Tick>();
    check_terms::<DisclosureKind>();
    check_terms::<Scope>();
    check_terms::<Unit>();
    check_terms::<Weekday>();
}

#[test]
fn an_appointment_and_a_series_need_a_title_and_an_end() {
    let weekly = series("2026-11-23 09:00", "FREQ=WEEKLY");
    assert_eq!(weekly.validate(), Ok(()));
    let mut appointment = record(&weekly, "2026-11-23 09:00");
    appointment.content = content(" \t");
    assert_eq!(appointment.validate(), Err(AppointmentIssue::NoTitle));
    appointment.content = content("Samtal");
    appointment.minutes = 7 * 24 * 60;
    assert_eq!(appointment.validate(), Ok(()));
    appointment.minutes += 1;
    assert_eq!(appointment.validate(), Err(AppointmentIssue::TooLong));
}

#[test]
fn an_appointment_passes_midnight() {
    let mut night = record(&series("2026-11-23 22:00", "FREQ=WEEKLY"), "2026-11-23 22:00");
    night.minutes = 8 * 60;
    assert_eq!(night.ends_at(), at("2026-11-24 06:00"));
}

#[test]
fn two_colleagues_make_the_same_derived_records() {
    let series = SeriesId(ID);
    let one = Appointment::id_in_series(series, at("2026-11-23 09:00"));
    assert_eq!(one, Appointment::id_in_series(series, at("2026-11-23 09:00")));
    assert_ne!(one, Appointment::id_in_series(series, at("2026-11-23 09:01")));
    assert_ne!(one, Appointment::id_in_series(SeriesId(Uuid::from_u128(8)), at("2026-11-23 09:00")));
    let week = IsoWeek::of(day("2026-11-23"));
    assert_eq!(RoutineWeek::empty(CASE, week).id(), RoutineWeek::id_of(CASE, week));
    assert_ne!(RoutineWeek::id_of(CASE, week), RoutineWeek::id_of(CASE, week.plus(1)));
    assert_ne!(RoutineWeek::id_of(CASE, week), CivilIdentity::id_of(CASE));
}

fn goal() -> Goal {
    serde_json::from_value(smallest(Kind::Goal)).unwrap()
}

#[test]
fn a_goal_is_not_removed_or_taken_up_again_without_a_reason() {
    let mut goal = goal();
    let on = day("2026-11-23");
    assert_eq!(goal.set_status(GoalStatus::Removed, "  ", on), Err(GoalError::ReasonNeeded));
    assert_eq!(goal.status, GoalStatus::Active);
    assert!(goal.updates.is_empty());
    goal.set_status(GoalStatus::Removed, " flyttat ", on).unwrap();
    assert_eq!(goal.updates[0].reason, "flyttat");
    assert_eq!(goal.set_status(GoalStatus::Active, "", on), Err(GoalError::ReasonNeeded));
    goal.set_status(GoalStatus::Active, "tillbaka", on).unwrap();
    goal.set_status(GoalStatus::Achieved, "", on).unwrap();
    goal.set_status(GoalStatus::Achieved, "", on).unwrap();
    assert_eq!(goal.updates.len(), 3);
}

#[test]
fn a_measure_is_completed_on_the_day_it_was_and_not_after_it_is_reopened() {
    let mut measure: Measure = serde_json::from_value(smallest(Kind::Measure)).unwrap();
    measure.set_status(MeasureStatus::Completed, day("2026-11-23"));
    measure.set_status(MeasureStatus::Completed, day("2026-11-30"));
    assert_eq!(measure.completed_on, Some(day("2026-11-23")));
    assert!(!measure.is_open());
    measure.set_status(MeasureStatus::InProgress, day("2026-12-01"));
    assert_eq!(measure.completed_on, None);
    assert!(measure.is_open());
}

#[test]
fn a_request_waits_until_it_is_decided() {
    let mut request: Request = serde_json::from_value(smallest(Kind::Request)).unwrap();
    assert_eq!(request.days_waited(day("2026-12-23")), 30);
    assert!(request.is_waiting());
    assert_eq!(request.days_waited(day("2026-11-01")), 0);
    (request.status, request.decided_on) = (RequestStatus::Accepted, Some(day("2026-12-01")));
    assert_eq!(request.days_waited(day("2026-12-23")), 8);
    assert!(!request.is_waiting());
}

#[test]
fn an_answer_that_is_not_yes_needs_to_say_with_what() {
    let mut agreement: Agreement = serde_json::from_value(smallest(Kind::Agreement)).unwrap();
    assert!(!agreement.lacks_detail());
    for state in [AgreementState::DoesNotAgree, AgreementState::CouldNotAnswer] {
        agreement.state = state;
        agreement.detail = " ".into();
        assert!(agreement.lacks_detail());
        agreement.detail = "med boendet".into();
        assert!(!agreement.lacks_detail());
    }
}

#[test]
fn an_empty_note_is_not_signed_and_a_signed_one_says_what_the_draft_said() {
    let draft: NoteDraft = serde_json::from_value(smallest(Kind::NoteDraft)).unwrap();
    let signed_at = moment("2026-11-23T10:00:00Z");
    assert_eq!(draft.clone().sign("K", signed_at), None);
    let mut written = draft;
    written.content.body = "- Talade om arbete".into();
    let note = written.clone().sign("K", signed_at).unwrap();
    assert_eq!((note.id, note.case, note.created_at), (written.id, written.case, written.created_at));
    assert_eq!((note.signed_at, note.author.as_str()), (signed_at, "K"));
    assert_eq!(note.content, written.content);
}

#[test]
fn an_addition_is_written_once_a_note_and_signed_once_it_says_something() {
    let draft: AmendmentDraft = serde_json::from_value(smallest(Kind::AmendmentDraft)).unwrap();
    let signed_at = moment("2026-11-23T10:00:00Z");
    assert_eq!(draft.id(), AmendmentDraft::id_of(draft.note));
    assert_ne!(draft.id(), draft.note.into());
    assert_ne!(draft.id(), draft.becomes.into());
    assert_eq!(AmendmentDraft { text: " \n".into(), ..draft.clone() }.sign("K", signed_at), None);
    let written = AmendmentDraft { text: " Mötet var på tisdagen.\n".into(), ..draft };
    let added = written.clone().sign("K", signed_at).unwrap();
    assert_eq!((added.id, added.note, added.case), (written.becomes, written.note, written.case));
    assert_eq!((added.text.as_str(), added.author.as_str()), ("Mötet var på tisdagen.", "K"));
}

#[test]
fn a_scale_ends_at_ten() {
    let mut scales = Scales { motivation: Some(10), safety: Some(0), ..Scales::default() };
    assert!(scales.are_valid());
    scales.sleep = Some(11);
    assert!(!scales.are_valid());
}

#[test]
fn a_routine_applies_on_its_days_between_its_first_and_last() {
    let mut routine: Routine = serde_json::from_value(smallest(Kind::Routine)).unwrap();
    assert!(routine.applies_on(day("2026-11-23")));
    assert!(!routine.applies_on(day("2026-11-28")));
    assert!(!routine.applies_on(day("2026-11-20")));
    routine.until = Some(day("2026-11-24"));
    assert!(routine.applies_on(day("2026-11-24")));
    assert!(!routine.applies_on(day("2026-11-25")));
}

#[test]
fn a_tick_belongs_to_one_routine_and_one_day() {
    let mut week = RoutineWeek::empty(CASE, IsoWeek::of(day("2026-11-23")));
    let routine = RoutineId(ID);
    week.ticks.insert(RoutineWeek::key(routine, day("2026-11-25")), Tick::Done);
    assert_eq!(week.tick(routine, day("2026-11-25")), Some(Tick::Done));
    assert_eq!(week.tick(routine, day("2026-11-24")), None);
    assert_eq!(week.tick(RoutineId(Uuid::from_u128(8)), day("2026-11-25")), None);
}

#[test]
fn drafts_and_the_disclosure_log_never_travel() {
    let at_home: Vec<_> = Kind::ALL.iter().filter(|kind| !kind.travels()).collect();
    assert_eq!(at_home, [&Kind::NoteDraft, &Kind::AmendmentDraft, &Kind::Disclosure]);
    for kind in Kind::ALL {
        assert!(kind.travels() || Section::of(*kind).is_none());
    }
}

#[test]
fn a_civil_identity_is_in_no_log_and_no_search() {
    let identity = CivilIdentity {
        case: CASE,
        given_name: "Anna".into(),
        surname: "Andersson".into(),
        identity_number: "19900101-0017".into(),
    };
    assert_eq!(format!("{identity:?}"), "CivilIdentity(hidden)");
    assert_eq!(identity.projection(), Projection::default());
}

#[test]
fn a_goals_notes_are_found_by_search_and_change_nothing_where_there_are_none() {
    let mut goal = goal();
    assert_eq!(goal.projection().text, "Jag ska");
    goal.notes = "Vill börja med kvällskursen".into();
    assert!(goal.projection().text.contains("kvällskursen"));
}

#[test]
fn a_warning_is_found_by_search() {
    let mut appointment = record(&series("2026-11-23 09:00", "FREQ=WEEKLY"), "2026-11-23 09:00");
    appointment.content.safety_hint = "Inte torget".into();
    assert!(appointment.projection().text.contains("Inte torget"));
}

#[test]
fn nothing_from_the_end_of_all_calendars_stops_the_app() {
    let mut last = record(&series("2026-11-23 22:00", "FREQ=WEEKLY"), "2026-11-23 22:00");
    last.starts_at = chrono::NaiveDateTime::MAX;
    assert_eq!(last.ends_at(), last.starts_at);
    for day in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        let week = IsoWeek::of(day);
        let _ = (week.days(), week.plus(i32::MAX), week.plus(i32::MIN));
    }
}

#[test]
fn a_week_is_named_in_one_way() {
    assert_eq!(IsoWeek::of(day("2026-12-31")).to_string(), "2026-W53");
    assert!("2027-W53".parse::<IsoWeek>().is_err());
    assert!("2026-w48".parse::<IsoWeek>().is_err());
    for odd in ["+026-W48", "2026-W+1", "2026-W00", "2026W48", "2026-W4"] {
        assert!(odd.parse::<IsoWeek>().is_err(), "{odd}");
    }
}

proptest! {
    #[test]
    fn a_week_survives_its_name(days in -20_000_i64..20_000) {
        let any = day("2026-11-23") + chrono::TimeDelta::days(days);
        let week = IsoWeek::of(any);
        prop_assert_eq!(week.to_string().parse::<IsoWeek>().unwrap(), week);
        prop_assert!(week.days().contains(&any));
        prop_assert_eq!(week.plus(3).plus(-3), week);
    }

    #[test]
    fn any_text_is_a_week_or_not(text in "\\PC{0,10}|[0-9+-]{4}-W[0-9+ ]{2}") {
        if let Ok(week) = text.parse::<IsoWeek>() {
            prop_assert_eq!(week.to_string(), text);
        }
    }
}
