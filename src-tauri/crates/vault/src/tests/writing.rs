//! Writing: what is put comes back, all of a write or nothing of it.

use farled_case::{Kind, Outcome, OutcomeKind, Party};
use serde_json::json;

use super::*;
use crate::document::Document;

fn actors(fixture: &Fixture, number: u128) -> Vec<String> {
    let image = crate::record::load(&fixture.connection, record(number)).unwrap().unwrap();
    let mut document = automerge::AutoCommit::load(&image.document).unwrap();
    document.get_changes(&[]).iter().map(|change| change.actor_id().to_hex_string()).collect()
}

#[test]
fn what_is_put_comes_back() {
    let mut fixture = Fixture::new();
    let mut need = need(1, "Egen bostad");
    assert_eq!(fixture.put(&need), Change::New);
    assert_eq!(fixture.put(&need), Change::Same);
    need.description = "Egen bostad i annan kommun".into();
    need.order = u32::MAX;
    assert_eq!(fixture.put(&need), Change::Changed);
    fixture.unlock().unwrap();
    assert_eq!(fixture.get(1), Some(need));
    assert_eq!(fixture.get::<Party>(1), None, "a record is found by its own kind alone");
    fixture.assert_sound();
}

#[test]
fn a_field_that_is_emptied_is_empty() {
    let mut fixture = Fixture::new();
    let mut appointment = appointment(1, 5, "Arbetsförmedlingen");
    appointment.outcome = Some(Outcome { kind: OutcomeKind::Attended, reason: None, text: "i tid".into() });
    fixture.put(&appointment);
    appointment.outcome = None;
    fixture.put(&appointment);
    assert_eq!(fixture.get(1), Some(appointment));
}

#[test]
fn lists_follow_their_entries() {
    let mut fixture = Fixture::new();
    let party = |names: &[&str]| -> Party {
        let people: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
        serde_json::from_value(json!({
            "id": uuid(1), "name": "Boendet", "kind": "housing", "people": people,
        }))
        .unwrap()
    };
    for names in [
        ["a", "b", "c"].as_slice(),
        &["c", "a"],
        &["x", "c", "y", "a", "z"],
        &["z", "a", "y", "c", "x"],
        &[],
        &["a", "a", "b"],
        &["a", "b", "a"],
    ] {
        fixture.put(&party(names));
        assert_eq!(fixture.get(1), Some(party(names)), "{names:?}");
    }
}

#[test]
fn fields_of_a_newer_version_are_kept() {
    let mut fixture = Fixture::new();
    let mut value = serde_json::to_value(need(1, "Bostad")).unwrap();
    value["colour"] = json!("grön");
    assert_eq!(fixture.write(|writer| writer.put_value(Kind::Need, &value)).0, Change::New);
    assert_eq!(fixture.put(&need(1, "Bostad")), Change::Same);
    fixture.put(&need(1, "Lägenhet"));
    let stored = fixture.records(&RecordFilter::default()).unwrap().remove(0).value;
    assert_eq!((&stored["colour"], &stored["description"]), (&json!("grön"), &json!("Lägenhet")));
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "Bostad"));
    let value = serde_json::to_value(need(2, "Bostad")).unwrap();
    let mut refuse = |kind: Kind, value: &Value, code: &str| {
        let error = fixture.try_write(|writer| writer.put_value(kind, value)).unwrap_err();
        assert_eq!(error.code(), code);
    };
    refuse(Kind::Goal, &value, "record-damaged");
    refuse(Kind::Need, &json!([1, 2]), "record-damaged");
    let other = serde_json::to_value(appointment(1, 3, "Möte")).unwrap();
    refuse(Kind::Appointment, &other, "record-kind-mismatch");
    let mut moved = serde_json::to_value(need(1, "Bostad")).unwrap();
    moved["case"] = json!(uuid(99));
    refuse(Kind::Need, &moved, "record-moved");
}

#[test]
fn a_write_that_fails_leaves_nothing() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "före"));
    let (before, head) = (fixture.state(), fixture.audit_head().unwrap());
    let result = fixture.try_write(|writer| {
        writer.put(&need(1, "efter"))?;
        writer.put(&need(2, "ny"))?;
        writer.erase(record(1))?;
        writer.set_setting("namn", b"Kim")?;
        assert_eq!(writer.get::<Need>(record(2))?, Some(need(2, "ny")));
        writer.put(&appointment(2, 1, "samma id"))
    });
    assert_eq!(result.unwrap_err().code(), "record-kind-mismatch");
    assert_eq!(fixture.state(), before);
    assert_eq!(fixture.audit_head().unwrap(), head);
    assert!(fixture.setting("namn").unwrap().is_none());
    fixture.assert_sound();
}

#[test]
fn a_rehearsal_tells_what_would_be_and_leaves_nothing() {
    let mut fixture = Fixture::new();
    let before = fixture.state();
    let seen = fixture
        .rehearse(|writer| {
            writer.put(&need(1, "prov"))?;
            writer.list::<Need>(&crate::Filter::default())
        })
        .map_err(|error: VaultError| error)
        .unwrap();
    assert_eq!(seen, [need(1, "prov")]);
    assert_eq!(fixture.state(), before);
}

#[test]
fn a_signed_note_never_changes() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, "som det var"));
    assert_eq!(fixture.put(&note(1, "som det var")), Change::Same);
    let other = note(1, "som det borde ha varit");
    let code = |result: Result<_, VaultError>| result.map(|_: (Change, Undo)| ()).unwrap_err().code();
    assert_eq!(code(fixture.try_write(|writer| writer.put(&other))), "signed-changed");
    assert_eq!(code(fixture.try_write(|writer| writer.put_fresh(&other))), "signed-changed");
    let error = fixture.try_write(|writer| writer.put_fresh(&draft(1, "tillbaka"))).unwrap_err();
    assert_eq!(error.code(), "signed-changed");
    let path = ["content".to_owned(), "body".to_owned()];
    let error = fixture.try_write(|writer| writer.settle(record(1), &path, &json!("nytt"))).unwrap_err();
    assert_eq!(error.code(), "signed-changed");
    let error = fixture.try_write(|writer| writer.discard(record(1))).unwrap_err();
    assert_eq!(error.code(), "record-kind-mismatch");
    assert_eq!(fixture.get(1), Some(note(1, "som det var")));
}

#[test]
fn what_was_deleted_while_drafting_does_not_travel() {
    let mut fixture = Fixture::new();
    fixture.put(&draft(1, "hemligheten hon bad mig stryka"));
    fixture.write(|writer| writer.put_fresh(&draft(1, "hennes ord")));
    let signed = note(1, "hennes ord");
    fixture.write(|writer| writer.put_fresh(&signed));
    let stored = fixture.records(&RecordFilter::default()).unwrap().remove(0);
    assert_eq!((stored.kind, fixture.get(1)), (Kind::Note, Some(signed)));
    let mut document = automerge::AutoCommit::load(&stored.document).unwrap();
    assert_eq!(document.get_changes(&[]).len(), 1);
    let nocompress = document.save_nocompress();
    let holds = |text: &str| nocompress.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("hennes ord") && !holds("stryka"), "only what was signed");
}

#[test]
fn only_drafts_are_discarded_and_leave_no_trace() {
    let mut fixture = Fixture::new();
    fixture.put(&draft(1, "utkast"));
    fixture.write(|writer| writer.discard(record(1)));
    assert_eq!(fixture.state(), Default::default());
    fixture.put(&draft(1, "igen"));
    fixture.assert_sound();
}

#[test]
fn what_was_erased_is_not_made_again() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "Bostad"));
    fixture.write(|writer| writer.erase(record(1)));
    assert_eq!(fixture.state(), (BTreeMap::new(), vec![record(1)]));
    let error = fixture.try_write(|writer| writer.put(&need(1, "Bostad"))).unwrap_err();
    assert_eq!(error.code(), "record-erased");
    assert!(fixture.search("bostad", &[], None, 9).unwrap().is_empty());
    fixture.assert_sound();
}

#[test]
fn each_session_and_each_new_document_writes_under_a_name_of_its_own() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "a"));
    fixture.put(&need(2, "a"));
    fixture.put(&need(1, "b"));
    fixture.unlock().unwrap();
    fixture.put(&need(1, "c"));
    let one = actors(&fixture, 1);
    assert_eq!(one.len(), 3);
    assert!(one[0] != one[1] && one[1] != one[2] && one[0] != one[2], "{one:?}");
    assert_ne!(actors(&fixture, 2)[0], one[0]);
}

#[test]
fn every_write_that_changes_something_lengthens_the_audit_chain() {
    let mut fixture = Fixture::new();
    let first = fixture.audit_head().unwrap();
    assert_eq!(first.sequence, 1, "making the vault is its first entry");
    fixture.put(&need(1, "a"));
    let second = fixture.audit_head().unwrap();
    assert_eq!(second.sequence, 2);
    assert_ne!(second.hash, first.hash);
    fixture.put(&need(1, "a"));
    assert_eq!(fixture.audit_head().unwrap(), second, "nothing changed");
    fixture.write(|writer| writer.set_setting("namn", b"Kim"));
    assert_eq!(fixture.audit_head().unwrap().sequence, 3);

    fixture.connection.execute("UPDATE audit SET at = at + 60 WHERE sequence = 2", []).unwrap();
    assert_eq!(fixture.check().unwrap().problems, [crate::Problem::AuditBroken]);
    fixture.connection.execute("UPDATE audit SET at = at - 60 WHERE sequence = 2", []).unwrap();
    fixture.assert_sound();
    fixture.connection.execute("DELETE FROM audit WHERE sequence = 2", []).unwrap();
    assert_eq!(fixture.check().unwrap().problems, [crate::Problem::AuditBroken]);
}

#[test]
fn settings_are_kept_and_removed() {
    let mut fixture = Fixture::new();
    assert!(fixture.setting("namn").unwrap().is_none());
    fixture.write(|writer| writer.set_setting("namn", b"Kim"));
    fixture.write(|writer| writer.set_setting("namn", b"Kim Lind"));
    fixture.unlock().unwrap();
    assert_eq!(fixture.setting("namn").unwrap().unwrap().as_slice(), b"Kim Lind");
    fixture.write(|writer| writer.remove_setting("namn"));
    assert!(fixture.setting("namn").unwrap().is_none());
}

#[test]
fn numbers_come_back_as_they_were() {
    let value = json!({
        "small": 0, "u32": u32::MAX, "i64": i64::MIN, "u64": u64::MAX, "half": 0.5, "no": false,
        "none": null, "list": [1, [2, {"three": 3}]], "text": "å\u{0}\"",
    });
    // Written at once, and field by field beside a seed.
    for seed in [json!({}), json!({ "list": [] })] {
        let actor = crate::document::make_actor().unwrap();
        let mut document = Document::begin(record(1), &seed, actor).unwrap();
        document.reconcile(&value, crate::reconcile::Unnamed::Removed, now()).unwrap();
        assert_eq!(Document::read(&document.save()).unwrap().value().unwrap(), value);
    }
}

#[test]
fn two_vaults_seed_a_record_with_the_very_same_change() {
    let start = || {
        let actor = crate::document::make_actor().unwrap();
        let seed = json!({ "ticks": {}, "why_not": {}, "c": {}, "d": {}, "e": {} });
        Document::begin(record(1), &seed, actor).unwrap().save()
    };
    assert_eq!(start(), start());
}
