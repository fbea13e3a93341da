//! Merging: any order, any number of times, the same result; nothing signed changes, nothing erased
//! comes back.

use farled_case::{IsoWeek, Kind, RoutineId, RoutineWeek, Tick};
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{Conflict, Foreign, Keeping, MergeChange, document::Document, reconcile::Unnamed};

fn document(fixture: &Fixture, number: u128) -> Vec<u8> {
    crate::record::load(&fixture.connection, record(number)).unwrap().unwrap().document.clone()
}

/// A document that somebody made by hand.
fn forged(value: &Value) -> Vec<u8> {
    let mut document =
        Document::begin(record(1), &json!({}), crate::document::make_actor().unwrap()).unwrap();
    document.reconcile(value, Unnamed::Kept, now()).unwrap();
    document.save()
}

#[test]
fn the_ticks_of_one_week_merge_box_by_box_though_made_apart() {
    let (mut here, mut there) = (Fixture::new(), Fixture::new());
    let week = IsoWeek::of(at(23, 0).date());
    let (routine, monday) = (RoutineId(uuid(50)), week.monday());
    let tuesday = monday.succ_opt().unwrap();
    let ticked = |boxes: &[(NaiveDate, Tick)]| {
        let mut ticks = RoutineWeek::empty(case(1), week);
        for (day, tick) in boxes {
            ticks.ticks.insert(RoutineWeek::key(routine, *day), *tick);
        }
        ticks
    };
    here.put(&ticked(&[(monday, Tick::Done)]));
    there.put(&ticked(&[(tuesday, Tick::Missed)]));
    here.send_to(&mut there);
    there.send_to(&mut here);
    let both = ticked(&[(monday, Tick::Done), (tuesday, Tick::Missed)]);
    let id = both.id();
    assert_eq!(here.get_id::<RoutineWeek>(id), Some(both.clone()));
    assert_eq!(there.get_id::<RoutineWeek>(id), Some(both));
    assert!(here.conflicts(id).unwrap().is_empty());

    // A box that is emptied is empty there as well.
    here.put(&ticked(&[(tuesday, Tick::Missed)]));
    here.send_to(&mut there);
    assert_eq!(there.get_id::<RoutineWeek>(id), Some(ticked(&[(tuesday, Tick::Missed)])));
}

#[test]
fn two_fields_changed_apart_are_both_kept() {
    let mut here = Fixture::new();
    here.put(&appointment(1, 5, "Möte"));
    let mut there = here.copy();
    let mut mine = appointment(1, 5, "Möte");
    mine.content.place = "Torget".into();
    here.put(&mine);
    let mut theirs = appointment(1, 6, "Möte");
    theirs.content.bring = "Legitimation".into();
    there.put(&theirs);
    there.send_to(&mut here);
    let merged = here.get::<Appointment>(1).unwrap();
    assert_eq!((merged.content.place.as_str(), merged.content.bring.as_str()), ("Torget", "Legitimation"));
    assert_eq!(merged.starts_at, at(6, 10));
}

#[test]
fn one_field_changed_apart_shows_as_a_conflict_until_it_is_settled() {
    let mut here = Fixture::new();
    here.put(&appointment(1, 5, "Möte"));
    let mut there = here.copy();
    here.put(&appointment(1, 5, "Möte med skolan"));
    there.put(&appointment(1, 5, "Möte med socialtjänsten"));
    let theirs = document(&there, 1);
    let (merged, _) = here.write(|writer| writer.merge(Kind::Appointment, &theirs));
    assert!(merged.has_conflicts);
    here.send_to(&mut there);

    let [Conflict { path, winner, others }] = here.conflicts(record(1)).unwrap().try_into().unwrap();
    assert_eq!(path, ["content", "title"]);
    let mut all = vec![winner.clone(), others[0].clone()];
    all.sort_by_key(Value::to_string);
    assert_eq!((others.len(), all), (1, vec![json!("Möte med skolan"), json!("Möte med socialtjänsten")]));
    assert_eq!(here.get::<Appointment>(1).unwrap().content.title, winner);
    assert_eq!(here.state(), there.state());
    assert_eq!(there.conflicts(record(1)).unwrap()[0].winner, winner, "everybody sees the same");

    // Changing another field settles nothing that nobody looked at.
    let mut edited = here.get::<Appointment>(1).unwrap();
    edited.minutes = 30;
    here.put(&edited);
    assert_eq!(here.conflicts(record(1)).unwrap().len(), 1);

    here.write(|writer| writer.settle(record(1), &path, &others[0]));
    assert!(here.conflicts(record(1)).unwrap().is_empty());
    here.send_to(&mut there);
    assert_eq!(there.get::<Appointment>(1).unwrap().content.title, others[0]);
    assert!(there.conflicts(record(1)).unwrap().is_empty());
    let error = here.try_write(|writer| writer.settle(record(1), &["no".into()], &json!(1))).unwrap_err();
    assert_eq!(error.code(), "field-missing");
}

#[test]
fn the_same_change_made_apart_is_no_conflict() {
    let mut here = Fixture::new();
    here.put(&need(1, "a"));
    let mut there = here.copy();
    here.put(&need(1, "b"));
    there.put(&need(1, "b"));
    there.send_to(&mut here);
    assert!(here.conflicts(record(1)).unwrap().is_empty());
}

#[test]
fn merging_again_changes_nothing() {
    let mut here = Fixture::new();
    here.put(&need(1, "a"));
    here.put(&note(2, "b"));
    let mut there = Fixture::new();
    here.send_to(&mut there);
    let (head, state) = (there.audit_head().unwrap(), there.state());
    here.send_to(&mut there);
    assert_eq!((there.audit_head().unwrap(), there.state()), (head, state));
    let bytes = document(&here, 1);
    let (merged, _) = there.write(|writer| writer.merge(Kind::Need, &bytes));
    assert_eq!((merged.id, merged.case, merged.change), (record(1), Some(case(1)), MergeChange::Same));
}

#[test]
fn another_wording_of_a_signed_note_is_refused_whichever_came_first() {
    let (mut here, mut there) = (Fixture::new(), Fixture::new());
    here.put(&note(1, "som det var"));
    there.put(&note(1, "som det borde ha varit"));
    for (one, other) in
        [(&mut here, document(&there, 1)), (&mut there, document(&Fixture::new_with_note(), 1))]
    {
        let before = one.state();
        let error = one.try_write(|writer| writer.merge(Kind::Note, &other)).unwrap_err();
        assert_eq!(error.code(), "signed-changed");
        assert_eq!(one.state(), before);
    }
}

impl Fixture {
    fn new_with_note() -> Self {
        let mut fixture = Self::new();
        fixture.put(&note(1, "som det var"));
        fixture
    }
}

#[test]
fn a_change_that_goes_on_from_a_signed_note_is_refused() {
    let mut here = Fixture::new_with_note();
    let mut value = serde_json::to_value(note(1, "som det var")).unwrap();
    value["content"]["body"] = json!("förfalskat");
    let mut document = Document::load(&document(&here, 1), crate::document::make_actor().unwrap()).unwrap();
    document.reconcile(&value, Unnamed::Kept, now()).unwrap();
    let bytes = document.save();
    let error = here.try_write(|writer| writer.merge(Kind::Note, &bytes)).unwrap_err();
    assert_eq!((error.code(), error.params()[0].1.clone()), ("signed-changed", record(1).to_string()));
    assert_eq!(here.get(1), Some(note(1, "som det var")));
}

#[test]
fn a_note_signed_on_one_copy_replaces_the_draft_on_the_other() {
    let mut here = Fixture::new();
    here.put(&draft(1, "utkast"));
    let mut there = here.copy();
    there.write(|writer| writer.put_fresh(&note(1, "utkast, färdigt")));
    here.send_to(&mut there);
    there.send_to(&mut here);
    assert_eq!(here.state(), there.state());
    assert_eq!(here.get(1), Some(note(1, "utkast, färdigt")));
}

#[test]
fn what_was_erased_stays_erased_whatever_comes_and_in_whichever_order() {
    let mut old = Fixture::new();
    old.put(&need(1, "ska bort"));
    old.put(&need(2, "kvar"));
    let mut here = old.copy();
    let mut there = old.copy();
    here.write(|writer| writer.erase(record(1)));
    there.put(&need(1, "ändrad under tiden"));

    old.send_to(&mut here);
    there.send_to(&mut here);
    assert_eq!(here.get::<Need>(1), None);
    let bytes = document(&there, 1);
    let (merged, _) = here.write(|writer| writer.merge(Kind::Need, &bytes));
    assert_eq!(merged.change, MergeChange::Erased);

    here.send_to(&mut there);
    assert_eq!(there.get::<Need>(1), None);
    assert_eq!(here.state(), there.state());
    old.send_to(&mut there);
    assert_eq!(here.state(), there.state(), "an old bundle brings nothing back");
    there.assert_sound();

    let (change, _) = there.write(|writer| writer.merge_erased(record(1)));
    assert_eq!(change, MergeChange::Same);
    let (change, _) = there.write(|writer| writer.merge_erased(record(2)));
    assert_eq!(change, MergeChange::Erased);
    let (change, _) = there.write(|writer| writer.merge_erased(record(3)));
    assert_eq!(change, MergeChange::New);
}

#[test]
fn a_document_that_is_not_what_it_says_is_refused() {
    let mut here = Fixture::new();
    here.put(&need(1, "som förr"));
    let before = here.state();
    let good = document(&here, 1);
    let value = |change: fn(&mut Value)| {
        let mut value = serde_json::to_value(need(1, "förfalskat")).unwrap();
        change(&mut value);
        forged(&value)
    };
    let mut deep = json!(1);
    for _ in 0..100 {
        deep = json!({ "deeper": deep });
    }
    let mut bottomless = serde_json::to_value(need(1, "djupt")).unwrap();
    bottomless["deep"] = deep;
    let mut bytes_field = automerge::AutoCommit::new();
    automerge::transaction::Transactable::put(
        &mut bytes_field,
        automerge::ROOT,
        "id",
        automerge::ScalarValue::Bytes(vec![1]),
    )
    .unwrap();

    for (name, kind, bytes, code) in [
        ("nothing", Kind::Need, Vec::new(), "record-damaged"),
        ("noise", Kind::Need, vec![7; 500], "record-damaged"),
        ("half", Kind::Need, good[..good.len() / 2].to_vec(), "record-damaged"),
        ("wrong kind", Kind::Goal, good.clone(), "record-damaged"),
        (
            "no id",
            Kind::Need,
            value(|value| drop(value.as_object_mut().unwrap().remove("id"))),
            "record-damaged",
        ),
        ("wrong type", Kind::Need, value(|value| value["order"] = json!("first")), "record-damaged"),
        ("bytes", Kind::Need, bytes_field.save(), "record-damaged"),
        ("bottomless", Kind::Need, forged(&bottomless), "record-damaged"),
        ("huge", Kind::Need, vec![0; (16 << 20) + 1], "record-damaged"),
        (
            "other kind's id",
            Kind::Appointment,
            forged(&serde_json::to_value(appointment(1, 1, "x")).unwrap()),
            "record-kind-mismatch",
        ),
    ] {
        let error = here.try_write(|writer| writer.merge(kind, &bytes)).unwrap_err();
        assert_eq!(error.code(), code, "{name}");
        assert_eq!(here.state(), before, "{name}");
    }

    // A change that goes on from ours and turns the record into another one, or another case's.
    for (key, code) in [("id", "record-damaged"), ("case", "record-moved")] {
        let mut value = serde_json::to_value(need(1, "som förr")).unwrap();
        value[key] = json!(uuid(77));
        let mut document = Document::load(&good, crate::document::make_actor().unwrap()).unwrap();
        document.reconcile(&value, Unnamed::Kept, now()).unwrap();
        let bytes = document.save();
        match here.try_write(|writer| writer.merge(Kind::Need, &bytes)) {
            Err(error) => assert_eq!(error.code(), code),
            // Under its own id it is a record of its own; the one that it goes on from is not touched.
            Ok((merged, _)) => assert_eq!((key, merged.id), ("id", record(77))),
        }
        assert_eq!(here.get(1), Some(need(1, "som förr")));
    }
    here.assert_sound();
}

/// A flipped byte is refused by the document's own checksum. Somebody with a valid card can send any
/// bytes under a right checksum: those may be refused or read, but never stop the program.
#[test]
fn no_byte_of_a_document_is_altered_unseen_or_stops_the_program() {
    use sha2::{Digest, Sha256};
    let mut here = Fixture::new();
    here.put(&appointment(1, 5, "Möte"));
    here.put(&appointment(1, 6, "Möte i skolan"));
    let good = document(&here, 1);
    let mut there = Fixture::new();
    for place in 0..good.len() {
        for flip in [0x01, 0x80, 0x7f] {
            let mut bytes = good.clone();
            bytes[place] ^= flip;
            let refused = there.try_write(|writer| writer.merge(Kind::Appointment, &bytes));
            assert_eq!(refused.map(|_| ()).unwrap_err().code(), "record-damaged", "byte {place} ^ {flip}");
            // An Automerge chunk: magic, four bytes of SHA-256 over the rest, the rest.
            let checksum = Sha256::digest(&bytes[8..]);
            bytes[4..8].copy_from_slice(&checksum[..4]);
            let merged = there.rehearse(|writer| {
                writer.merge(Kind::Appointment, &bytes)?;
                writer.list::<Appointment>(&crate::Filter::default())
            });
            if let Err(error) = merged.map_err(|error: VaultError| error) {
                assert_eq!(error.code(), "record-damaged", "byte {place} ^ {flip}");
            }
        }
    }
    assert_eq!(there.state(), Default::default());
}

#[test]
fn many_records_merge_as_one_by_one_and_a_rehearsal_says_the_same() {
    let mut here = Fixture::new();
    for number in 1..=200 {
        here.put(&appointment(number, 5, "Möte"));
    }
    let (mut one_by_one, mut at_once) = (here.copy(), here.copy());
    let mut there = here.copy();
    for number in 150..=400 {
        there.put(&appointment(number, 6, "Möte i skolan"));
    }
    let records = there.records(&RecordFilter::default()).unwrap();
    let foreign: Vec<Foreign<'_>> = records
        .iter()
        .map(|record| Foreign { id: record.id, kind: record.kind, document: &record.document })
        .collect();
    let (expected, _) = one_by_one.write(|writer| {
        records
            .iter()
            .map(|record| writer.merge(record.kind, &record.document))
            .collect::<Result<Vec<_>, _>>()
    });
    let rehearsed: Vec<_> = at_once.rehearse(|writer| writer.merge_all(&foreign, Keeping::Cases)).unwrap();
    let (merged, _) = at_once.write(|writer| writer.merge_all(&foreign, Keeping::Everything));
    assert_eq!((&rehearsed, &merged), (&expected, &expected));
    let count = |change| merged.iter().filter(|merged| merged.change == change).count();
    assert_eq!(
        [MergeChange::Same, MergeChange::Changed, MergeChange::New].map(count),
        [149, 51, 200],
        "the three ways there are"
    );
    assert_eq!(at_once.state(), one_by_one.state());

    let mut broken = foreign.clone();
    broken[390].document = b"nothing";
    let before = here.state();
    let error = here.try_write(|writer| writer.merge_all(&broken, Keeping::Everything)).unwrap_err();
    assert_eq!(error.code(), "record-damaged");
    assert_eq!(here.state(), before, "all or nothing");
}

/// What one colleague does between two meetings.
#[derive(Clone, Debug)]
enum Edit {
    Need(u128, String),
    Title(u128, String),
    Minutes(u128, u32),
    Tick(u8, bool),
    Erase(u128),
}

fn edit() -> impl Strategy<Value = Edit> {
    let number = 1..4_u128;
    prop_oneof![
        4 => (number.clone(), "[a-zåäö]{0,6}").prop_map(|(number, text)| Edit::Need(number, text)),
        4 => (number.clone(), "[a-z]{1,6}").prop_map(|(number, text)| Edit::Title(number, text)),
        3 => (number.clone(), 0..600_u32).prop_map(|(number, minutes)| Edit::Minutes(number, minutes)),
        3 => (1..8_u8, any::<bool>()).prop_map(|(day, done)| Edit::Tick(day, done)),
        1 => number.prop_map(Edit::Erase),
    ]
}

fn apply(fixture: &mut Fixture, edit: &Edit) {
    let week = IsoWeek::of(at(23, 0).date());
    fixture.write(|writer| {
        match edit {
            Edit::Need(number, text) if !writer.is_erased(record(*number))? => {
                let mut changed = need(*number, text);
                if let Some(present) = writer.get::<Need>(record(*number))? {
                    changed.updates = present.updates;
                }
                changed.updates.push(
                    serde_json::from_value(json!({
                        "on": "2026-11-01", "status": NeedStatus::ALL[0].term(), "text": text,
                    }))
                    .unwrap(),
                );
                writer.put(&changed)?;
            }
            Edit::Title(number, title) => {
                let id = record(number + 100);
                let mut changed = writer.get(id)?.unwrap_or_else(|| appointment(number + 100, 5, "Möte"));
                changed.content.title = title.clone();
                writer.put(&changed)?;
            }
            Edit::Minutes(number, minutes) => {
                let id = record(number + 100);
                let mut changed = writer.get(id)?.unwrap_or_else(|| appointment(number + 100, 5, "Möte"));
                changed.minutes = *minutes;
                writer.put(&changed)?;
            }
            Edit::Tick(day, done) => {
                let id = RoutineWeek::id_of(case(1), week);
                let mut changed = writer.get(id)?.unwrap_or_else(|| RoutineWeek::empty(case(1), week));
                let key = format!("{}.{day}", uuid(50));
                if *done {
                    changed.ticks.insert(key, Tick::Done);
                } else {
                    changed.ticks.remove(&key);
                }
                writer.put(&changed)?;
            }
            Edit::Erase(number) => writer.erase(record(*number))?,
            Edit::Need(..) => {}
        }
        Ok(())
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    /// Three colleagues edit apart, from a shared beginning, and then meet in two different orders.
    #[test]
    fn merging_commutes_associates_and_is_idempotent(
        shared in prop::collection::vec(edit(), 0..4),
        apart in prop::collection::vec((0..3_usize, edit()), 1..14),
    ) {
        let mut first = Fixture::new();
        for edit in &shared {
            apply(&mut first, edit);
        }
        let mut three = [first.copy(), first.copy(), first];
        for (who, edit) in &apart {
            apply(&mut three[*who], edit);
        }
        let [a, b, c] = &three;
        // (a b) c, then c (b a), then (b c) a with everything twice.
        let mut left = Fixture::new();
        let mut right = Fixture::new();
        let mut twice = Fixture::new();
        for one in [a, b, c] {
            one.send_to(&mut left);
        }
        for one in [c, b, a] {
            one.send_to(&mut right);
        }
        let mut between = Fixture::new();
        for one in [b, c] {
            one.send_to(&mut between);
        }
        for one in [&between, a, &between, a, b] {
            one.send_to(&mut twice);
        }
        prop_assert_eq!(left.state(), right.state());
        prop_assert_eq!(left.state(), twice.state());
        for id in left.state().0.into_keys() {
            let sorted = |fixture: &Fixture| {
                let mut conflicts = fixture.conflicts(id).unwrap();
                for conflict in &mut conflicts {
                    conflict.others.sort_by_key(Value::to_string);
                }
                conflicts
            };
            prop_assert_eq!(sorted(&left), sorted(&right));
        }
        left.assert_sound();
    }
}
