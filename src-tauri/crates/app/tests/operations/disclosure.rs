//! The disclosure log: no ground, nothing leaves.

use farled_app::{
    calendar, caseload, disclosure,
    exchange::{SealChoice, save_identity_key},
};
use farled_case::{DisclosureKind, Section, Vocabulary};

use crate::support::{colleagues, refused, seal};

#[test]
fn nothing_leaves_without_a_ground() {
    let (mut place, _there) = colleagues();
    let case = place.case("Ek");
    let path = place.file("out");
    refused(caseload::export_file(&mut place, " ", &path), "ground-missing");
    refused(caseload::export(&mut place, "", &mut Vec::new()), "ground-missing");
    refused(calendar::export_file(&mut place, case, "\n", &path), "ground-missing");
    refused(save_identity_key(&mut place, "", &path), "ground-missing");
    let choice = SealChoice {
        cases: vec![case],
        recipients: vec![farled_app::exchange::cards(&place).unwrap().remove(0).key],
        sections: Section::ALL.to_vec(),
        ground: " ".to_owned(),
    };
    refused(seal(&mut place, &choice, &path), "ground-missing");
    assert!(!path.exists());
    assert!(disclosure::list(&place, None).unwrap().is_empty());
}

#[test]
fn whatever_leaves_is_logged_with_what_to_whom_and_on_what_ground_the_latest_first() {
    let (mut place, _there) = colleagues();
    let (ek, alm) = (place.case("Ek"), place.case("Alm"));
    crate::support::sealed(&mut place, &[ek, alm], &[Section::Plan, Section::Notes]).unwrap();
    place.sit_down("2026-11-25 10:00");
    let (ics, all) = (place.file("ek.ics"), place.file("all.jsonl"));
    calendar::export_file(&mut place, ek, "consent", &ics).unwrap();
    place.sit_down("2026-11-25 11:00");
    caseload::export_file(&mut place, "own_programme", &all).unwrap();
    let log = disclosure::list(&place, None).unwrap();
    let said: Vec<_> = log
        .iter()
        .map(|entry| (entry.kind, entry.what.as_str(), entry.recipient.as_str(), entry.ground.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (DisclosureKind::Export, "caseload", "", "own_programme"),
            (DisclosureKind::Export, "calendar", "", "consent"),
            (DisclosureKind::Share, "plan notes", "Kansliet Exempel", "own_programme"),
            (DisclosureKind::Share, "plan notes", "Kansliet Exempel", "own_programme"),
        ]
    );
    assert_eq!(disclosure::list(&place, Some(alm)).unwrap().len(), 1);
    assert_eq!(disclosure::list(&place, Some(ek)).unwrap().len(), 2);
}

#[test]
fn what_can_not_be_saved_is_not_logged_and_leaves_nothing_behind() {
    let (mut place, _there) = colleagues();
    let case = place.case("Ek");
    let nowhere = place.file("no such folder").join("out");
    refused(caseload::export_file(&mut place, "consent", &nowhere), "folder-missing");
    refused(calendar::export_file(&mut place, case, "consent", &nowhere), "folder-missing");
    refused(save_identity_key(&mut place, "consent", &nowhere), "folder-missing");
    let choice = SealChoice {
        cases: vec![case],
        recipients: vec![farled_app::exchange::cards(&place).unwrap().remove(0).key],
        sections: Section::ALL.to_vec(),
        ground: "consent".to_owned(),
    };
    refused(seal(&mut place, &choice, &nowhere), "folder-missing");
    assert!(disclosure::list(&place, None).unwrap().is_empty());
    assert!(farled_app::exchange::journal(&place).unwrap().is_empty());
}
