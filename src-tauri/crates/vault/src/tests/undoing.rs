//! Undoing a write.

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
