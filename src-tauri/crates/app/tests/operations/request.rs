//! Requests, and how long they wait.

use farled_app::request::{decide, list, remind, save, waiting};
use farled_case::RequestStatus;

use crate::support::{Place, day, refused};

#[test]
fn a_request_waits_until_it_is_decided_and_is_late_after_four_weeks() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let late = place.request(case, "Bostad", "2026-10-28");
    let young = place.request(case, "Försörjning", "2026-10-29");
    let days: Vec<_> =
        waiting(&place, None).unwrap().into_iter().map(|row| (row.request, row.days, row.is_late)).collect();
    assert_eq!(days, [(late.id, 28, true), (young.id, 27, false)]);

    decide(&mut place, late.id, RequestStatus::Accepted, "").unwrap();
    place.sit_down("2026-12-25 09:00");
    let rows = list(&place, case).unwrap();
    assert_eq!(rows[0].request.id, young.id, "what waits comes first");
    assert!(rows[0].is_late);
    assert_eq!((rows[1].days, rows[1].is_late), (28, false), "the wait ended with the decision");

    decide(&mut place, late.id, RequestStatus::Submitted, "").unwrap();
    assert_eq!(waiting(&place, Some(case)).unwrap()[0].days, 58, "it waits again, from when it was asked");
}

#[test]
fn a_reminder_counts_once_a_day_and_only_while_it_waits() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let request = place.request(case, "Bostad", "2026-10-28");
    remind(&mut place, request.id).unwrap();
    remind(&mut place, request.id).unwrap();
    place.sit_down("2026-11-26 09:00");
    remind(&mut place, request.id).unwrap();
    let row = list(&place, case).unwrap().remove(0);
    assert_eq!(row.request.reminded_on, [day("2026-11-25"), day("2026-11-26")]);
    decide(&mut place, request.id, RequestStatus::NotAccepted, "").unwrap();
    refused(remind(&mut place, request.id), "request-decided");
}

#[test]
fn a_request_says_what_it_is_about_and_does_not_come_from_the_future() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let mut request = place.request(case, "Bostad", "2026-11-25");
    request.what = " ".to_owned();
    refused(save(&mut place, request.clone()), "request-missing");
    request.what = "Bostad".to_owned();
    request.submitted_on = day("2026-11-26");
    refused(save(&mut place, request.clone()), "day-in-future");
    refused(decide(&mut place, request.id, RequestStatus::Withdrawn, " "), "reason-missing");
}
