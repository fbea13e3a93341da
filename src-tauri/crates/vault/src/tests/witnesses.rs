//! Witnesses outside the folder: an old copy that is put back is told from the vault that was there.

use super::*;
use crate::Testimony;

#[test]
fn an_old_copy_put_back_is_told_and_a_newer_vault_is_not() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "först"));
    let old = fixture.copy();
    let early = fixture.make_witness().unwrap();
    fixture.put(&need(1, "sedan"));
    let late = fixture.make_witness().unwrap();
    let seen = fixture.audit_head().unwrap();
    assert_eq!(fixture.hear_witness(&early).unwrap(), Testimony::Confirms, "an earlier head is part of it");
    assert_eq!(fixture.hear_witness(&late).unwrap(), Testimony::Confirms);
    assert_eq!(old.hear_witness(&early).unwrap(), Testimony::Confirms);
    assert_eq!(old.hear_witness(&late).unwrap(), Testimony::Contradicts { seen });
    assert_eq!(old.witness_name(), fixture.witness_name());
}

#[test]
fn a_vault_that_went_another_way_is_told() {
    let mut fixture = Fixture::new();
    let mut other = fixture.copy();
    fixture.put(&need(1, "här"));
    other.put(&need(1, "där"));
    let witness = other.make_witness().unwrap();
    let seen = other.audit_head().unwrap();
    assert_eq!(fixture.hear_witness(&witness).unwrap(), Testimony::Contradicts { seen });
}

#[test]
fn a_witness_tells_nobody_else_anything_and_can_not_be_made_up() {
    let fixture = Fixture::new();
    let witness = fixture.make_witness().unwrap();
    assert_eq!(witness.len(), 24 + 48 + 16, "always as long");
    assert_ne!(fixture.make_witness().unwrap(), witness, "never the same bytes");
    for place in 0..witness.len() {
        let mut altered = witness.clone();
        altered[place] ^= 1;
        assert_eq!(fixture.hear_witness(&altered).unwrap(), Testimony::Unreadable);
    }
    assert_eq!(fixture.hear_witness(&[]).unwrap(), Testimony::Unreadable);
}

#[test]
fn what_is_kept_is_counted_the_same_however_it_came_about() {
    let mut fixture = Fixture::new();
    let state = |fixture: &Fixture| crate::audit::state(&fixture.connection).unwrap().unwrap();
    let empty = state(&fixture);
    let (_, first) = fixture.write(|writer| writer.put(&need(1, "a")));
    let one = state(&fixture);
    let (_, second) = fixture.write(|writer| {
        writer.put(&need(1, "b"))?;
        writer.put(&need(2, "c"))?;
        writer.erase(record(2))?;
        writer.erase(record(9))
    });
    assert_ne!(state(&fixture), one);
    fixture.assert_sound();
    fixture.undo(&second, now()).unwrap();
    fixture.assert_sound();
    fixture.undo(&first, now()).unwrap();
    fixture.assert_sound();
    assert_eq!(state(&fixture), empty, "nothing is kept, so it is what it was");
    fixture.write(|writer| writer.put_fresh(&draft(5, "utkast")));
    fixture.write(|writer| writer.put_fresh(&note(5, "signerad")));
    fixture.write(|writer| writer.discard(record(6)));
    fixture.write(|writer| writer.set_setting("a", b"1"));
    fixture.write(|writer| writer.set_setting("a", b"2"));
    fixture.write(|writer| writer.remove_setting("a"));
    fixture.write(|writer| writer.remove_setting("b"));
    fixture.assert_sound();
}

#[test]
fn a_vault_from_before_the_count_is_counted_at_its_next_write() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "a"));
    fixture.connection.execute_batch("DELETE FROM audit").unwrap();
    fixture.write(|writer| writer.put(&need(2, "b")));
    assert!(!fixture.check().unwrap().problems.contains(&crate::Problem::StateDiffers));
}
