//! Undoing a write.

use farled_case::{Amendment, AmendmentDraft, Case};

use super::*;

/// Undoes and checks that the records are what they were.
fn assert_undone(fixture: &mut Fixture, before: &(BTreeMap<RecordId, Value>, Vec<RecordId>), undo: &Undo) {
    let folder = fixture.folder.clone();
    fixture.undo(undo, now()).unwrap_or_else(|error| panic!("{error} in {}", folder.display()));
    assert_eq!(&fixture.state(), before);
    fixture.assert_sound();
}

#[test]
fn what_was_made_is_gone_and_can_be_made_again() {
    let mut fixture = Fixture::new();
    let before = fixture.state();
    let (_, undo) = fixture.write(|writer| writer.put(&note(1, "nytt")));
    assert_undone(&mut fixture, &before, &undo);
    assert!(fixture.erased().unwrap().is_empty(), "undone is not erased");
    fixture.put(&note(1, "ett annat"));
}

#[test]
fn what_was_changed_says_again_what_it_said_and_goes_on() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "ett"));
    let before = fixture.state();
    let (_, undo) = fixture.write(|writer| {
        writer.put(&need(1, "två"))?;
        writer.put(&need(1, "tre"))
    });
    assert_undone(&mut fixture, &before, &undo);
    let (_, undo) = fixture.write(|writer| writer.put(&need(1, "fyra")));
    assert_undone(&mut fixture, &before, &undo);
}

#[test]
fn what_was_erased_is_back_and_is_found() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, "tillbaka"));
    fixture.put(&need(2, "kvar"));
    let before = fixture.state();
    let (_, undo) = fixture.write(|writer| {
        writer.erase(record(1))?;
        writer.erase(record(2))
    });
    assert!(fixture.search("tillbaka", &[], None, 5).unwrap().is_empty());
    assert_undone(&mut fixture, &before, &undo);
    assert_eq!(fixture.search("tillbaka", &[], None, 5).unwrap().len(), 1);
    fixture.put(&need(2, "ändras som förr"));
}

#[test]
fn a_discarded_draft_and_a_signing_are_undone() {
    let mut fixture = Fixture::new();
    fixture.put(&draft(1, "utkast"));
    let before = fixture.state();
    let (_, undo) = fixture.write(|writer| writer.discard(record(1)));
    assert_undone(&mut fixture, &before, &undo);
    let (_, undo) = fixture.write(|writer| writer.put_fresh(&note(1, "utkast")));
    assert_undone(&mut fixture, &before, &undo);
    assert_eq!(fixture.get(1), Some(draft(1, "utkast")));
}

#[test]
fn writes_are_undone_one_after_the_other_backwards() {
    let mut fixture = Fixture::new();
    let mut undos = Vec::new();
    let mut states = vec![fixture.state()];
    for step in 0..6_u128 {
        let (_, undo) = fixture.write(|writer| {
            match step {
                0 => writer.put(&need(1, "a")).map(drop)?,
                1 => writer.put(&need(1, "b")).map(drop)?,
                2 => writer.put(&need(2, "a")).map(drop)?,
                3 => writer.erase(record(1))?,
                4 => writer.put(&need(2, "c")).map(drop)?,
                _ => writer.erase(record(2))?,
            }
            Ok(())
        });
        undos.push(undo);
        states.push(fixture.state());
    }
    for undo in undos.iter().rev() {
        states.pop();
        assert_undone(&mut fixture, states.last().unwrap(), undo);
    }
}

#[test]
fn undoing_never_loses_what_came_after() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "ett"));
    fixture.put(&need(2, "ett"));
    let (_, undo) = fixture.write(|writer| {
        writer.put(&need(1, "två"))?;
        writer.put(&need(2, "två"))
    });
    fixture.put(&need(2, "tre"));
    let before = fixture.state();
    assert_eq!(fixture.undo(&undo, now()).unwrap_err().code(), "undo-overtaken");
    assert_eq!(fixture.state(), before, "nothing of it was undone");
}

#[test]
fn what_was_begun_after_a_draft_was_discarded_outlives_undoing_that() {
    let mut fixture = Fixture::new();
    fixture.put(&draft(1, "bortkastat"));
    let (_, undo) = fixture.write(|writer| writer.discard(record(1)));
    // It gets the row that has become free.
    fixture.put(&draft(2, "påbörjat sedan"));
    fixture.undo(&undo, now()).unwrap();
    assert_eq!(fixture.get(1), Some(draft(1, "bortkastat")));
    assert_eq!(fixture.get(2), Some(draft(2, "påbörjat sedan")));
    fixture.assert_sound();
}

#[test]
fn a_case_with_something_in_it_is_not_unmade() {
    let mut fixture = Fixture::new();
    let person: Case = serde_json::from_value(serde_json::json!({
        "id": case(1), "alias": "Lo", "phase": "active", "opened_on": "2026-11-22", "protection": "none",
    }))
    .unwrap();
    let (_, undo) = fixture.write(|writer| writer.put(&person));
    fixture.put(&note(2, "skriven sedan"));
    assert_eq!(fixture.undo(&undo, now()).unwrap_err().code(), "undo-overtaken");
    assert_eq!(fixture.get(1), Some(person.clone()));

    let before = fixture.state();
    let (_, undo) = fixture.write(|writer| {
        writer.put(&Case { id: case(3), ..person })?;
        writer.put(&Need { case: case(3), ..need(4, "i samma skrivning") })
    });
    assert_undone(&mut fixture, &before, &undo);
}

#[test]
fn a_note_with_an_amendment_is_not_unmade() {
    let mut fixture = Fixture::new();
    let note = Note { case: case(9), ..note(1, "inläst") };
    let (_, undo) = fixture.write(|writer| writer.put(&note));
    let amendment = Amendment {
        id: record(2).into(),
        case: note.case,
        note: note.id,
        text: "tillagt sedan".to_owned(),
        signed_at: now(),
        author: "Kim Lind".to_owned(),
    };
    fixture.put(&amendment);
    assert_eq!(fixture.undo(&undo, now()).unwrap_err().code(), "undo-overtaken");
    assert_eq!(fixture.get(1), Some(note));
}

#[test]
fn a_note_that_is_being_added_to_is_not_unmade() {
    let mut fixture = Fixture::new();
    let note = Note { case: case(9), ..note(1, "inläst") };
    let (_, undo) = fixture.write(|writer| writer.put(&note));
    let addition = AmendmentDraft {
        note: note.id,
        case: note.case,
        becomes: record(2).into(),
        created_at: now(),
        changed_at: now(),
        text: "påbörjat sedan".to_owned(),
    };
    fixture.write(|writer| writer.put_fresh(&addition));
    assert_eq!(fixture.undo(&undo, now()).unwrap_err().code(), "undo-overtaken");
    fixture.write(|writer| writer.discard(AmendmentDraft::id_of(note.id)));
    fixture.undo(&undo, now()).unwrap();
    assert_eq!(fixture.get::<Note>(1), None);
}
