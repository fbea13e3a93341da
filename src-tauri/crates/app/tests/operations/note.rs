//! Notes: drafted, signed, amended.

use automerge::AutoCommit;
use farled_app::{
    Desk,
    calendar::OutcomeEdit,
    new_id,
    note::{self, DraftEdit, NewAmendment, NewNote, NoteView},
    settings,
};
use farled_case::{AmendmentId, Kind, NoteId, NoteType, Outcome, OutcomeKind, Section, Vocabulary};
use farled_vault::RecordFilter;

use crate::support::{Place, colleagues, import, merge, open, refused, sealed};

/// Every change that the documents of a kind hold, as text.
fn history(desk: &Desk, kind: Kind) -> String {
    let filter = RecordFilter { cases: None, kinds: vec![kind] };
    let mut text = String::new();
    for record in desk.vault().records(&filter).unwrap() {
        let mut document = AutoCommit::load(&record.document).unwrap();
        for change in document.get_changes(&[]) {
            text.push_str(&format!("{:?}", change.decode()));
        }
    }
    text
}

fn body(place: &Place, id: NoteId) -> String {
    match note::show(place, id).unwrap() {
        NoteView::Draft { draft } => draft.content.body,
        NoteView::Signed { note, .. } => note.content.body,
    }
}

#[test]
fn what_was_deleted_while_writing_leaves_no_trace_in_what_is_signed_and_sent() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    let id = here.draft(case, "Kanariefågeln sjöng om brodern.");
    assert!(history(&here, Kind::NoteDraft).contains("Kanariefågeln"), "a draft's text is seen this way");
    let NoteView::Draft { mut draft } = note::show(&here, id).unwrap() else { panic!("a draft") };
    draft.content.body = "Vi talade om veckan.".to_owned();
    note::save_draft(&mut here, DraftEdit { id, case, content: draft.content }).unwrap();
    assert!(!history(&here, Kind::NoteDraft).contains("Kanariefågeln"), "not even in the draft");
    note::sign(&mut here, id).unwrap();
    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (bundle, _) = open(&mut there, &bytes).unwrap();
    merge(&mut there, &bundle).unwrap();
    for desk in [&here, &there] {
        let history = history(desk, Kind::Note);
        assert!(history.contains("Vi talade om veckan."));
        assert!(!history.contains("Kanariefågeln"));
    }
}

#[test]
fn a_signed_note_never_changes() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let signed = place.note(case, "Vi talade om veckan.");
    let content = farled_case::NoteContent { body: "Något annat".to_owned(), ..signed.content.clone() };
    refused(note::save_draft(&mut place, DraftEdit { id: signed.id, case, content }), "note-signed");
    refused(note::discard_draft(&mut place, signed.id), "note-signed");
    refused(note::sign(&mut place, signed.id), "record-missing");
    assert_eq!(body(&place, signed.id), "Vi talade om veckan.");
    let line = serde_json::json!({ "kind": "note", "value": {
        "id": signed.id, "case": case, "created_at": signed.created_at, "signed_at": signed.signed_at,
        "author": "Någon annan", "content": signed.content,
    }});
    refused(import(&mut place, line.to_string().as_bytes()), "signed-changed");
    assert_eq!(signed.author, "Kim Exempel");
}

#[test]
fn a_draft_belongs_to_its_case() {
    let mut place = Place::new();
    let (ek, alm) = (place.case("Ek"), place.case("Alm"));
    let id = place.draft(ek, "Till Ek");
    let NoteView::Draft { draft } = note::show(&place, id).unwrap() else { panic!("a draft") };
    let edit = DraftEdit { id, case: alm, content: draft.content };
    refused(note::save_draft(&mut place, edit), "draft-of-other-case");
    assert_eq!(note::list(&place, ek).unwrap().len(), 1);
    assert!(note::list(&place, alm).unwrap().is_empty());
}

#[test]
fn an_empty_note_is_not_signed_and_nobody_signs_without_a_name() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let empty = place.draft(case, " \n ");
    refused(note::sign(&mut place, empty), "note-empty");
    let draft = place.draft(case, "Något");
    let nameless = settings::Settings { name: String::new(), ..settings::show(&place).unwrap() };
    settings::save(&mut place, &nameless).unwrap();
    refused(note::sign(&mut place, draft), "name-missing");
    assert_eq!(body(&place, draft), "Något");
}

#[test]
fn a_scale_beyond_ten_is_refused_and_the_draft_stays_as_it_was() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.draft(case, "Något");
    let NoteView::Draft { mut draft } = note::show(&place, id).unwrap() else { panic!("a draft") };
    draft.content.body = "Annat".to_owned();
    draft.content.scales.sleep = Some(11);
    refused(
        note::save_draft(&mut place, DraftEdit { id, case, content: draft.content }),
        "scale-out-of-range",
    );
    assert_eq!(body(&place, id), "Något");
}

#[test]
fn an_amendment_is_added_to_a_signed_note_once_and_to_nothing_else() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let draft = place.draft(case, "Ett utkast");
    let add = |note, text: &str| NewAmendment { id: AmendmentId(new_id()), note, text: text.to_owned() };
    refused(note::amend(&mut place, &add(draft, "Mer")), "note-not-signed");
    let signed = note::sign(&mut place, draft).unwrap();
    refused(note::amend(&mut place, &add(signed.id, "  ")), "note-empty");
    let amendment = add(signed.id, "Mötet var på tisdagen.");
    note::amend(&mut place, &amendment).unwrap();
    note::amend(&mut place, &amendment).unwrap();
    let NoteView::Signed { note, amendments, .. } = note::show(&place, signed.id).unwrap() else {
        panic!("a signed note")
    };
    assert_eq!(note, signed);
    let texts: Vec<_> = amendments.iter().map(|amendment| amendment.text.as_str()).collect();
    assert_eq!(texts, ["Mötet var på tisdagen."]);
}

#[test]
fn a_note_about_an_appointment_takes_over_what_is_known_of_it_and_is_begun_once() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let about = place.appointment(case, "Samtal", "2026-11-24 13:15");
    let begin = |place: &mut Place| {
        let new = NewNote { id: NoteId(new_id()), case, about: Some(about.clone()) };
        note::start(place, &new).unwrap()
    };
    let draft = begin(&mut place);
    assert_eq!(draft.content.occurred_at, crate::support::at("2026-11-24 13:15"));
    assert_eq!((draft.content.minutes, draft.content.note_type), (Some(60), NoteType::Counselling));
    assert_eq!(begin(&mut place).id, draft.id, "the draft that is there goes on");
}

#[test]
fn a_draft_that_was_thrown_away_can_be_had_back() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.draft(case, "Ett utkast att ångra");
    note::discard_draft(&mut place, id).unwrap();
    refused(note::show(&place, id), "record-missing");
    place.undo().unwrap();
    assert_eq!(body(&place, id), "Ett utkast att ångra");
}

#[test]
fn drafts_come_first_and_then_the_latest_event() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.note(case, "Äldst");
    place.sit_down("2026-11-26 09:00");
    place.note(case, "Nyast");
    place.sit_down("2026-11-24 09:00");
    place.draft(case, "Utkast");
    let rows: Vec<String> = note::list(&place, case).unwrap().into_iter().map(|row| row.excerpt).collect();
    assert_eq!(rows, ["Utkast", "Nyast", "Äldst"]);
}

#[test]
fn an_outcome_and_a_note_keep_an_appointment_off_the_list_of_what_lacks_them() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let about = place.appointment(case, "Samtal", "2026-11-24 13:15");
    let outcome = Outcome { kind: OutcomeKind::Attended, reason: None, text: String::new() };
    let edit = OutcomeEdit { target: about.clone(), outcome: Some(outcome) };
    farled_app::calendar::set_outcome(&mut place, edit).unwrap();
    let lacking = |place: &Place| farled_app::today::show(place).unwrap().without_note.len();
    assert_eq!(lacking(&place), 1);
    let mut draft =
        note::start(&mut place, &NewNote { id: NoteId(new_id()), case, about: Some(about) }).unwrap();
    draft.content.body = "Vi talade.".to_owned();
    note::save_draft(&mut place, DraftEdit { id: draft.id, case, content: draft.content }).unwrap();
    note::sign(&mut place, draft.id).unwrap();
    assert_eq!(lacking(&place), 0);
}
