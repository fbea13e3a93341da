//! People: aliases, closing, and who they are outside the programme.

use farled_app::people::{self, IdentityView, add, save};
use farled_case::{Phase, Section, Vocabulary, Weekdays};

use crate::support::{Place, merge, new_case, open, refused, sealed};

#[test]
fn an_alias_belongs_to_one_person_however_it_is_written() {
    let mut place = Place::new();
    place.case("Älg");
    refused(add(&mut place, new_case(" älg ")), "alias-taken");
    refused(add(&mut place, new_case("  ")), "alias-missing");
    let other = place.case("Björk");
    let mut björk = place.desk_case(other);
    björk.alias = "ÄLG".to_owned();
    refused(save(&mut place, björk), "alias-taken");
    let aliases: Vec<String> = people::list(&place).unwrap().into_iter().map(|row| row.alias).collect();
    assert_eq!(aliases, ["Björk", "Älg"]);
}

#[test]
fn opened_twice_with_one_id_is_one_case() {
    let mut place = Place::new();
    let new = new_case("Ek");
    let first = add(&mut place, new.clone()).unwrap();
    assert_eq!(add(&mut place, new).unwrap(), first);
    assert_eq!(people::list(&place).unwrap().len(), 1);
    assert_eq!(first.contact_person, "Kim Exempel");
}

#[test]
fn in_a_closed_case_nothing_is_written_until_it_is_opened_again() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let need = place.need(case, "bostad");
    let goal = place.goal(need.id, "Jag ska ha en egen dörr");
    let measure = place.measure(goal.id, "ansöka", None);
    let target = place.appointment(case, "Möte", "2026-11-26 10:00");
    let routine = place.routine(case, "Frukost", Weekdays::ALL);
    let draft = place.draft(case, "Ett utkast");
    let request = place.request(case, "Bostad", "2026-11-01");
    place.close(case);
    let before = place.exported();

    use crate::support as s;
    use farled_app::{calendar, note, plan, request as requests, routine as routines};
    use farled_case::{GoalStatus, MeasureStatus, NeedStatus, RequestStatus, Scope};
    refused(plan::assess_need(&mut place, need.id, NeedStatus::Met, ""), "case-closed");
    refused(plan::set_goal_status(&mut place, goal.id, GoalStatus::Achieved, ""), "case-closed");
    refused(plan::set_measure_status(&mut place, measure.id, MeasureStatus::Completed), "case-closed");
    refused(plan::remove_need(&mut place, need.id), "case-closed");
    refused(calendar::add(&mut place, s::new_appointment(case, "Nytt", "2026-11-27 10:00")), "case-closed");
    let removal = calendar::AppointmentRemoval { target, scope: Scope::This };
    refused(calendar::remove(&mut place, &removal), "case-closed");
    refused(routines::save(&mut place, s::routine(case, "Ny", Weekdays::ALL)), "case-closed");
    refused(routines::end(&mut place, routine), "case-closed");
    refused(note::sign(&mut place, draft), "case-closed");
    refused(requests::remind(&mut place, request.id), "case-closed");
    refused(requests::decide(&mut place, request.id, RequestStatus::Accepted, ""), "case-closed");
    let identity = IdentityView {
        given_name: String::new(),
        surname: "Vallmosson".to_owned(),
        identity_number: String::new(),
    };
    refused(people::save_identity(&mut place, case, &identity), "case-closed");
    let mut closed = place.desk_case(case);
    closed.summary = "ändrat".to_owned();
    refused(save(&mut place, closed.clone()), "case-closed");
    assert_eq!(place.exported(), before);

    closed.phase = Phase::FollowUp;
    save(&mut place, closed).unwrap();
    note::sign(&mut place, draft).unwrap();
}

#[test]
fn closed_cases_come_last() {
    let mut place = Place::new();
    let ask = place.case("Ask");
    place.case("Tall");
    place.close(ask);
    let aliases: Vec<String> = people::list(&place).unwrap().into_iter().map(|row| row.alias).collect();
    assert_eq!(aliases, ["Tall", "Ask"]);
}

#[test]
fn a_civil_identity_is_revealed_only_on_a_ground_and_every_time_logged() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let identity = IdentityView {
        given_name: "Vera".to_owned(),
        surname: "Vallmosson".to_owned(),
        identity_number: "19900101-2384".to_owned(),
    };
    people::save_identity(&mut place, case, &identity).unwrap();
    assert!(people::show(&place, case).unwrap().has_identity);
    refused(people::reveal_identity(&mut place, case, " "), "ground-missing");
    assert!(farled_app::disclosure::list(&place, Some(case)).unwrap().is_empty());
    let revealed = people::reveal_identity(&mut place, case, "consent").unwrap();
    assert_eq!(revealed.surname, "Vallmosson");
    let log = farled_app::disclosure::list(&place, Some(case)).unwrap();
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].what.as_str(), log[0].ground.as_str()), ("identity", "consent"));
}

#[test]
fn what_the_list_says_of_a_person_follows_from_what_is_kept() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.appointment(case, "Tandläkare", "2026-11-26 10:00");
    place.appointment(case, "Senare", "2026-11-27 10:00");
    place.appointment(case, "Förbi", "2026-11-25 08:00");
    place.request(case, "Bostad", "2026-11-01");
    place.draft(case, "Ett utkast");
    place.note(case, "Vi talade om veckan.");
    let row = people::list(&place).unwrap().remove(0);
    assert_eq!(row.next_appointment.unwrap().title, "Tandläkare");
    assert_eq!((row.drafts, row.waiting), (1, 1));
    assert_eq!(row.days_since_contact, Some(0));
    let view = people::show(&place, case).unwrap();
    assert_eq!((view.drafts.len(), view.waiting.len(), view.recent_notes.len()), (1, 1, 1));
}

#[test]
fn a_draft_and_the_log_stay_in_the_vault() {
    let (mut here, mut there) = crate::support::colleagues();
    let case = here.case("Ek");
    here.draft(case, "Ett utkast som stannar");
    people::reveal_identity(&mut here, case, "consent").unwrap();
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (bundle, _) = open(&mut there, &bytes).unwrap();
    merge(&mut there, &bundle).unwrap();
    assert!(farled_app::note::list(&there, case).unwrap().is_empty());
    assert!(farled_app::disclosure::list(&there, None).unwrap().is_empty());
}
