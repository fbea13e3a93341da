//! Notes: drafted, signed, amended.

use automerge::AutoCommit;
use farled_app::{
    Desk,
    calendar::OutcomeEdit,
    new_id,
    note::{self, AdditionEdit, DraftEdit, NewAmendment, NewNote, NoteView},
    people, settings,
};
use farled_case::{
    Amendment, AmendmentId, Kind, NoteId, NoteType, Outcome, OutcomeKind, Section, Vocabulary,
};
use farled_vault::RecordFilter;

use crate::support::{NOW, Place, colleagues, import, merge, open, refused, sealed};

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

/// What is being added to a note.
fn addition(place: &Place, id: NoteId) -> Option<String> {
    match note::show(place, id).unwrap() {
        NoteView::Signed { addition, .. } => addition.map(|draft| draft.text),
        NoteView::Draft { .. } => panic!("a signed note"),
    }
}

fn amendments(place: &Place, id: NoteId) -> Vec<Amendment> {
    match note::show(place, id).unwrap() {
        NoteView::Signed { amendments, .. } => amendments,
        NoteView::Draft { .. } => panic!("a signed note"),
    }
}

fn add(place: &mut Place, note: NoteId, text: &str) {
    note::save_addition(place, AdditionEdit { note, text: text.to_owned() }).unwrap();
}

#[test]
fn an_addition_is_kept_while_it_is_written_and_signed_without_a_trace_of_what_was_deleted() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    let id = here.note(case, "Vi talade om veckan.").id;
    assert_eq!(addition(&here, id), None);
    add(&mut here, id, "Kanariefågeln sjöng om brodern.");
    assert!(
        history(&here, Kind::AmendmentDraft).contains("Kanariefågeln"),
        "a draft's text is seen this way"
    );
    add(&mut here, id, "Mötet var på tisdagen.");
    assert_eq!(addition(&here, id).as_deref(), Some("Mötet var på tisdagen."));
    assert!(!history(&here, Kind::AmendmentDraft).contains("Kanariefågeln"), "not even in the draft");
    here.sit_down(NOW);
    assert_eq!(addition(&here, id).as_deref(), Some("Mötet var på tisdagen."), "it outlives the lock");

    let bytes = sealed(&mut here, &[case], Section::ALL).unwrap();
    let (bundle, _) = open(&mut there, &bytes).unwrap();
    merge(&mut there, &bundle).unwrap();
    assert_eq!(addition(&there, id), None, "what isn't signed never travels");

    let signed = note::sign_addition(&mut here, id).unwrap();
    assert_eq!((signed.text.as_str(), signed.author.as_str()), ("Mötet var på tisdagen.", "Kim Exempel"));
    assert_eq!(amendments(&here, id), [signed]);
    assert_eq!(addition(&here, id), None);
    assert!(!history(&here, Kind::Amendment).contains("Kanariefågeln"));
    refused(note::sign_addition(&mut here, id), "record-missing");
    add(&mut here, id, "Och en sak till.");
    note::sign_addition(&mut here, id).unwrap();
    assert_eq!(amendments(&here, id).len(), 2, "the next one is another");
}

#[test]
fn an_addition_belongs_to_a_signed_note_says_something_and_is_signed_by_somebody() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let draft = place.draft(case, "Ett utkast");
    let edit = AdditionEdit { note: draft, text: "Mer".to_owned() };
    refused(note::save_addition(&mut place, edit), "note-not-signed");
    let id = note::sign(&mut place, draft).unwrap().id;
    refused(note::sign_addition(&mut place, id), "record-missing");
    add(&mut place, id, "Mer");
    add(&mut place, id, " \n ");
    assert_eq!(addition(&place, id), None, "what says nothing is not kept");
    add(&mut place, id, "Mer");
    let nameless = settings::Settings { name: String::new(), ..settings::show(&place).unwrap() };
    settings::save(&mut place, &nameless).unwrap();
    refused(note::sign_addition(&mut place, id), "name-missing");
    assert_eq!(addition(&place, id).as_deref(), Some("Mer"));
}

#[test]
fn an_addition_that_was_thrown_away_can_be_had_back_unless_another_was_begun() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.note(case, "Vi talade om veckan.").id;
    refused(note::discard_addition(&mut place, id), "record-missing");
    add(&mut place, id, "Att ångra");
    note::discard_addition(&mut place, id).unwrap();
    assert_eq!(addition(&place, id), None);
    place.undo().unwrap();
    assert_eq!(addition(&place, id).as_deref(), Some("Att ångra"));
    note::discard_addition(&mut place, id).unwrap();
    add(&mut place, id, "Ett annat");
    refused(place.undo(), "undo-overtaken");
    assert_eq!(
        addition(&place, id).as_deref(),
        Some("Ett annat"),
        "one at a time, and none is lost for another"
    );
}

#[test]
fn what_is_being_added_counts_among_the_drafts_and_is_found_by_its_words() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.note(case, "Vi talade om veckan.").id;
    add(&mut place, id, "Klarinetten ska lagas");
    let today = farled_app::today::show(&place).unwrap();
    let drafts: Vec<_> = today.drafts.iter().map(|draft| (draft.of, draft.id, draft.words)).collect();
    assert_eq!(drafts, [(people::DraftOf::Addition, id, 3)]);
    assert_eq!(people::list(&place).unwrap()[0].drafts, 1);
    assert_eq!(people::show(&place, case).unwrap().drafts.len(), 1);
    assert!(note::list(&place, case).unwrap()[0].is_added_to);
    let hits = farled_app::search::find(&place, "klarinetten", None).unwrap();
    assert_eq!((hits.len(), hits[0].kind, hits[0].note), (1, Kind::AmendmentDraft, Some(id)));
    note::sign_addition(&mut place, id).unwrap();
    assert!(farled_app::today::show(&place).unwrap().drafts.is_empty());
    assert!(!note::list(&place, case).unwrap()[0].is_added_to);
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
