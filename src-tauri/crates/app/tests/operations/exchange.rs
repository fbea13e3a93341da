//! Cases that travel from one vault to another.

use std::{fs, ops::ControlFlow};

use farled_app::{
    Progress, caseload, disclosure,
    exchange::{self, BundlePreview, Direction, SealChoice, inspect, journal},
    note::{self, NoteView},
    people::{self, IdentityView},
    plan, request, search,
};
use farled_case::{CaseId, Kind, RequestStatus, Section, Vocabulary, Weekdays};
use farled_vault::RecordFilter;

use crate::support::{Place, colleagues, merge, new_case, open, refused, seal, sealed, send, trust};

const SURNAME: &str = "Vallmosson";

/// Somebody with something of every section.
fn somebody(place: &mut Place, alias: &str) -> CaseId {
    let case = place.case(alias);
    let need = place.need(case, "bostad");
    place.goal(need.id, "Jag ska ha en egen dörr");
    place.appointment(case, "Tandläkaren", "2026-11-26 10:00");
    place.routine(case, "Frukost", Weekdays::ALL);
    place.note(case, "Vi talade om veckan.");
    place.request(case, "Bostad", "2026-11-01");
    let identity = IdentityView {
        given_name: "Vera".to_owned(),
        surname: SURNAME.to_owned(),
        identity_number: "19900101-2384".to_owned(),
    };
    people::save_identity(place, case, &identity).unwrap();
    case
}

fn kinds(place: &Place) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = place
        .vault()
        .records(&RecordFilter::default())
        .unwrap()
        .into_iter()
        .map(|record| record.kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// What was opened, as it was decrypted.
fn decrypted(place: &mut Place, bytes: &[u8]) -> String {
    // The identity's own key, as it is handed out for disaster recovery.
    let path = place.file("identity");
    exchange::save_identity_key(place, "own_programme", &path).unwrap();
    let bundle = place.file("bundle.farled");
    fs::write(&bundle, bytes).unwrap();
    let age = std::process::Command::new("age").arg("-d").arg("-i").arg(&path).arg(&bundle).output();
    match age {
        Ok(output) => {
            assert!(output.status.success(), "age opens it: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8_lossy(&output.stdout).into_owned()
        }
        Err(error) => panic!("the age command is needed (apt install age): {error}"),
    }
}

#[test]
fn what_arrives_is_what_was_sent_and_the_preview_says_what_merging_does() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let before = there.exported();
    let (bundle, preview) = open(&mut there, &bytes).unwrap();
    assert_eq!(there.exported(), before, "a preview changes nothing");
    assert_eq!(merge(&mut there, &bundle).unwrap(), preview);
    assert_eq!(there.exported(), here.exported());
    assert_eq!((preview.sender.as_str(), preview.parties, preview.same), ("Kim Exempel", 1, 0));
    assert!(preview.cases[0].is_new && !preview.cases[0].is_alias_taken);
    assert!(preview.cases[0].counts.iter().all(|count| (count.new, count.changed) == (1, 0)));
    assert_eq!(search::find(&there, "veckan", None).unwrap().len(), 1, "and is found there");
}

#[test]
fn only_the_chosen_sections_travel_and_the_identity_only_when_it_is_chosen() {
    for section in Section::ALL {
        let (mut here, mut there) = colleagues();
        let case = somebody(&mut here, "Ek");
        // With everybody chosen, every party would go along.
        here.case("Alm");
        let bytes = sealed(&mut here, &[case], &[*section]).unwrap();
        let text = decrypted(&mut there, &bytes);
        let (bundle, _) = open(&mut there, &bytes).unwrap();
        merge(&mut there, &bundle).unwrap();
        for kind in kinds(&there) {
            let of = Section::of(kind);
            let log = kind == Kind::Disclosure;
            assert!(log || of.is_none() || of == Some(*section), "{kind:?} with {section:?}");
        }
        let has_identity = *section == Section::Identity;
        assert_eq!(people::show(&there, case).unwrap().has_identity, has_identity);
        assert_eq!(text.contains(SURNAME), has_identity, "{section:?}: the value");
        assert!(text.contains("\"alias\":\"Ek\""), "the bytes are looked at in the clear");
        let tells_of_parties = [Section::Requests].contains(section);
        assert_eq!(text.contains("Socialtjänsten"), tells_of_parties, "{section:?}: the parties named");
    }
}

#[test]
fn other_peoples_files_do_not_travel_along() {
    let (mut here, mut there) = colleagues();
    let ek = somebody(&mut here, "Ek");
    let alm = somebody(&mut here, "Alm");
    let hidden = here.need(alm, "hemligt");
    plan::remove_need(&mut here, hidden.id).unwrap();
    let gone = here.need(ek, "misstag");
    plan::remove_need(&mut here, gone.id).unwrap();
    let bytes = sealed(&mut here, &[ek], Section::ALL).unwrap();
    let text = decrypted(&mut there, &bytes);
    assert!(!text.contains(&alm.to_string()) && !text.contains("\"Alm\""));
    assert!(text.contains(&gone.id.to_string()), "what was erased in the case is told");
    assert!(!text.contains(&hidden.id.to_string()), "what was erased in another case is nobody's business");
}

#[test]
fn nothing_is_sealed_for_somebody_whose_card_was_not_compared() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let case = here.case("Ek");
    let card = exchange::import_card(&mut here, &exchange::my_card_file(&mut there).unwrap().bytes).unwrap();
    let path = here.file("out.farled");
    let choice = |recipients: Vec<String>, cases: Vec<CaseId>| SealChoice {
        cases,
        recipients,
        sections: Section::ALL.to_vec(),
        ground: "consent".to_owned(),
    };
    refused(seal(&mut here, &choice(vec![card.key.clone()], vec![case]), &path), "card-not-verified");
    refused(seal(&mut here, &choice(vec!["nobody".to_owned()], vec![case]), &path), "card-unknown");
    refused(seal(&mut here, &choice(Vec::new(), vec![case]), &path), "nothing-chosen");
    refused(seal(&mut here, &choice(vec![card.key], Vec::new()), &path), "nothing-chosen");
    assert!(!path.exists());
    assert!(disclosure::list(&here, None).unwrap().is_empty());
}

/// That opening is refused, and that nothing has changed then.
#[track_caller]
fn shut(place: &mut Place, bytes: &[u8], code: &str) {
    let before = place.exported();
    refused(open(place, bytes).map(drop), code);
    assert_eq!(place.exported(), before);
    assert!(journal(place).unwrap().is_empty());
}

#[test]
fn a_bundle_from_somebody_unknown_or_not_compared_stays_shut() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let case = somebody(&mut here, "Ek");
    trust(&mut here, &mut there);
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    shut(&mut there, &bytes, "bundle-unknown-sender");
    exchange::import_card(&mut there, &exchange::my_card_file(&mut here).unwrap().bytes).unwrap();
    shut(&mut there, &bytes, "bundle-sender-unverified");
    trust(&mut there, &mut here);
    open(&mut there, &bytes).unwrap();
}

#[test]
fn a_bundle_that_is_altered_cut_or_for_somebody_else_stays_shut() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let mut altered = bytes.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    shut(&mut there, &altered, "bundle-altered");
    shut(&mut there, &bytes[..bytes.len() / 2], "bundle-truncated");
    shut(&mut there, b"something else", "bundle-not-a-bundle");
    shut(&mut there, b"", "bundle-not-a-bundle");
    let mut stranger = Place::of("Någon Annan");
    trust(&mut stranger, &mut here);
    shut(&mut stranger, &bytes, "bundle-not-for-you");
}

#[test]
fn a_bundle_tells_which_change_its_vault_ended_with() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    for written in ["Vi sågs.", "Vi talades vid."] {
        here.note(case, written);
        let head = here.vault().audit_head().unwrap();
        let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
        let hash: String = head.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let said: String = decrypted(&mut there, &bytes).split_whitespace().collect();
        assert!(
            said.contains(&format!("\"sequence\":{},\"hash\":\"{hash}\"", head.sequence)),
            "after {written}"
        );
    }
}

#[test]
fn a_bundle_is_taken_in_once() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (bundle, _) = open(&mut there, &bytes).unwrap();
    let (twin, _) = open(&mut there, &bytes).unwrap();
    merge(&mut there, &bundle).unwrap();
    let after = there.exported();
    refused(merge(&mut there, &twin).map(drop), "bundle-already-opened");
    refused(open(&mut there, &bytes).map(drop), "bundle-already-opened");
    assert_eq!(there.exported(), after);
    let received = journal(&there).unwrap();
    assert_eq!((received.len(), received[0].direction), (1, Direction::Received));
    assert_eq!(received[0].aliases, ["Ek"]);
    assert_eq!(journal(&here).unwrap()[0].direction, Direction::Sent);
}

#[test]
fn bundles_are_numbered() {
    let (mut here, _there) = colleagues();
    let case = somebody(&mut here, "Ek");
    for _ in 0..3 {
        sealed(&mut here, &[case], Section::ALL).unwrap();
    }
    let numbers: Vec<u32> = journal(&here).unwrap().into_iter().map(|entry| entry.sequence).collect();
    assert_eq!(numbers, [3, 2, 1]);
}

#[test]
fn the_outside_of_a_bundle_tells_its_size_alone() {
    let (mut here, _there) = colleagues();
    let case = somebody(&mut here, "Ek");
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let outside = inspect(&bytes).unwrap();
    assert_eq!((outside.bytes as usize, outside.stanzas % 8), (bytes.len(), 1), "{outside:?}");
    // Long words only: a short one comes up in random bytes by chance.
    for word in [SURNAME, "Kansliet", "manifest"] {
        assert!(!String::from_utf8_lossy(&bytes).contains(word), "{word}");
    }
    refused(inspect(b"something else"), "bundle-not-a-bundle");
}

/// Both send to each other what they have.
fn meet(here: &mut Place, there: &mut Place, case: CaseId) -> (BundlePreview, BundlePreview) {
    let first = send(here, there, &[case]);
    let second = send(there, here, &[case]);
    (first, second)
}

#[test]
fn what_both_changed_apart_comes_together_and_what_disagrees_is_counted() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    send(&mut here, &mut there, &[case]);
    let request = request::list(&here, case).unwrap().remove(0).request.id;

    here.note(case, "Skrivet i fält.");
    there.note(case, "Skrivet på kansliet.");
    request::remind(&mut here, request).unwrap();
    request::decide(&mut there, request, RequestStatus::Accepted, "").unwrap();
    let mut ek = here.desk_case(case);
    ek.summary = "Som fältet ser det".to_owned();
    people::save(&mut here, ek.clone()).unwrap();
    ek.summary = "Som kansliet ser det".to_owned();
    people::save(&mut there, ek).unwrap();

    let (first, second) = meet(&mut here, &mut there, case);
    assert_eq!(here.exported(), there.exported());
    assert_eq!(first.cases[0].conflicts, 1, "the summary, and nothing else: {first:?}");
    assert_eq!(second.cases[0].conflicts, 1);
    let row = request::list(&here, case).unwrap().remove(0).request;
    assert_eq!((row.status, row.reminded_on.len()), (RequestStatus::Accepted, 1), "both changes hold");
    assert_eq!(farled_app::note::list(&here, case).unwrap().len(), 3);

    let third = send(&mut here, &mut there, &[case]);
    assert!(third.cases.is_empty() && third.same > 0, "nothing is new any more: {third:?}");
}

#[test]
fn the_same_ticks_made_apart_are_no_conflict() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    let routine = here.routine(case, "Frukost", Weekdays::ALL);
    send(&mut here, &mut there, &[case]);
    let tick = |place: &mut Place, on: &str| {
        let edit = farled_app::routine::TickEdit {
            case,
            routine,
            on: crate::support::day(on),
            tick: Some(farled_case::Tick::Done),
            why_not: String::new(),
        };
        farled_app::routine::tick(place, &edit).unwrap();
    };
    tick(&mut here, "2026-11-23");
    tick(&mut here, "2026-11-24");
    tick(&mut there, "2026-11-24");
    tick(&mut there, "2026-11-25");
    let (first, _) = meet(&mut here, &mut there, case);
    assert_eq!(here.exported(), there.exported());
    assert_eq!(first.cases[0].conflicts, 0);
    let week = farled_case::IsoWeek::of(crate::support::day("2026-11-25"));
    assert_eq!(farled_app::routine::board(&here, case, week).unwrap().count.done, 3);
}

#[test]
fn what_was_erased_stays_erased_on_both_sides() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    let need = here.need(case, "misstag");
    send(&mut here, &mut there, &[case]);
    plan::remove_need(&mut here, need.id).unwrap();
    plan::assess_need(&mut there, need.id, farled_case::NeedStatus::Met, "klart").unwrap();
    let back = send(&mut there, &mut here, &[case]);
    assert_eq!(back.stay_erased, 1);
    assert!(plan::show(&here, case).unwrap().needs.is_empty());
    let forth = send(&mut here, &mut there, &[case]);
    assert_eq!(forth.erased, 1);
    assert!(plan::show(&there, case).unwrap().needs.is_empty());
    assert_eq!(here.exported(), there.exported());
}

#[test]
fn another_case_with_the_same_alias_is_told_of() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    people::add(&mut there, new_case("ek")).unwrap();
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (_, preview) = open(&mut there, &bytes).unwrap();
    assert!(preview.cases[0].is_alias_taken);
}

#[test]
fn an_opened_bundle_that_meets_a_change_meanwhile_is_merged_with_it() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    send(&mut here, &mut there, &[case]);
    here.note(case, "Nytt i fält");
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (bundle, _) = open(&mut there, &bytes).unwrap();
    there.note(case, "Nytt på kansliet");
    merge(&mut there, &bundle).unwrap();
    assert_eq!(farled_app::note::list(&there, case).unwrap().len(), 3);
}

/// Calls it off when so much is done.
fn until(done: u64) -> impl FnMut(Progress) -> ControlFlow<()> {
    move |reached| if reached.done >= done { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

#[test]
fn what_is_called_off_has_never_been() {
    let (mut here, mut there) = colleagues();
    let cases: Vec<CaseId> = (1..=4).map(|number| somebody(&mut here, &format!("Ek {number}"))).collect();
    let before = here.vault().audit_head().unwrap();
    let choice = SealChoice {
        cases: cases.clone(),
        recipients: exchange::cards(&here).unwrap().into_iter().map(|card| card.key).collect(),
        sections: Section::ALL.to_vec(),
        ground: "own_programme".to_owned(),
    };
    let path = here.file("called-off.farled");
    for done in 0..=5 {
        refused(exchange::seal(&mut here, &choice, &path, &mut until(done)), "cancelled");
        assert!(
            fs::read_dir(path.parent().unwrap())
                .unwrap()
                .all(|entry| { !entry.unwrap().file_name().to_string_lossy().starts_with("called-off") })
        );
    }
    assert_eq!(here.vault().audit_head().unwrap(), before, "nothing is logged either");

    let bytes = sealed(&mut here, &cases, Section::ALL).unwrap();
    let before = there.exported();
    refused(exchange::open(&mut there, &bytes, &mut until(20)).map(drop), "cancelled");
    let (bundle, preview) = open(&mut there, &bytes).unwrap();
    assert!(preview.cases.iter().map(|case| case.counts.len()).sum::<usize>() >= 20);
    refused(exchange::merge(&mut there, &bundle, &mut until(20)), "cancelled");
    assert_eq!(there.exported(), before);
    // Called off is not put aside: it can be taken in after all.
    assert_eq!(merge(&mut there, &bundle).unwrap(), preview);

    let file = there.exported();
    let before = here.exported();
    let file = file.replace("Ek 1", "Al 1");
    refused(caseload::import(&mut here, file.as_bytes(), &mut until(20)), "cancelled");
    assert_eq!(here.exported(), before);
}

#[test]
fn a_note_tells_from_whom_it_came_and_that_is_told_to_nobody() {
    let (mut here, mut there) = colleagues();
    let case = somebody(&mut here, "Ek");
    let signed = |desk: &Place| {
        let row = note::list(desk, case).unwrap().remove(0);
        match note::show(desk, row.id).unwrap() {
            NoteView::Signed { note, came, .. } => (note.id, came),
            NoteView::Draft { .. } => panic!("it is signed"),
        }
    };
    assert_eq!(signed(&here).1, [], "what was written here came from nobody");
    send(&mut here, &mut there, &[case]);
    let (id, came) = signed(&there);
    assert_eq!(came.len(), 1);
    assert_eq!((came[0].record, came[0].sender.as_str()), (id.into(), "Kim Exempel"));
    // Sent back, it is still one's own there.
    send(&mut there, &mut here, &[case]);
    assert_eq!(signed(&here).1, []);
    assert_eq!(signed(&there).1.len(), 1);
}
