//! What holds for any records, any cards and any bytes.

use chrono::{Days, NaiveDate};
use farled_bundle::{Card, CardText, Identity, RecordPart, inspect, open, seal};
use farled_case::{CaseId, Kind, RecordId};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::fixture::{Sealed, card, encrypt, request};

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map(".*", inner, 0..5).prop_map(|map| json!(map)),
        ]
    })
}

fn any_records() -> impl Strategy<Value = Vec<RecordPart>> {
    let kinds = prop::sample::select(vec![Kind::Case, Kind::Party, Kind::Need, Kind::Goal, Kind::Note]);
    let record = (any::<u128>(), prop::option::of(any::<u128>()), kinds, any_value(), any::<Vec<u8>>());
    prop::collection::vec(record, 0..12).prop_map(|records| {
        let mut seen = std::collections::HashSet::new();
        records
            .into_iter()
            .map(|(id, case, kind, value, document)| RecordPart {
                id: RecordId(Uuid::from_u128(id)),
                case: case.map(|id| CaseId(Uuid::from_u128(id))),
                kind,
                value,
                document,
            })
            .filter(|record| seen.insert(record.id))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_records_come_out_as_they_went_in(records in any_records(), recipients in 1_usize..5) {
        let alice = Identity::generate();
        let people: Vec<Identity> = (0..recipients).map(|_| Identity::generate()).collect();
        let cards: Vec<Card> = people.iter().map(|person| card(person, "Någon")).collect();
        let mut request = request(&cards, &records);
        request.erased.retain(|id| records.iter().all(|record| record.id != *id));
        let bytes = seal(&request, &alice).unwrap();
        for person in &people {
            let opened = open(&bytes, person).unwrap();
            prop_assert_eq!(&opened.records, &records);
            prop_assert_eq!(opened.sender, alice.key());
        }
    }

    #[test]
    fn any_card_that_is_made_is_read_as_it_is(
        name in ".{0,90}", role in ".{0,90}", organisation in ".{0,130}",
        from in 0_u64..80_000, days in 0_u64..80_000, revision in any::<u32>(),
    ) {
        let created = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(from);
        let text = CardText { name, role, organisation };
        if let Ok(card) = Identity::generate().card(text, created, created + Days::new(days), revision) {
            prop_assert_eq!(Card::parse(&card.encode()).unwrap(), card);
        }
    }

    #[test]
    fn any_ordinary_name_makes_a_card(
        name in "[A-ZÅÄÖ][a-zåäöéü]{1,20}( [A-ZÅÄÖ][a-zåäö]{1,20}){0,2}", revision in any::<u32>(),
    ) {
        let text = CardText { name, role: String::new(), organisation: String::new() };
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let card = Identity::generate().card(text, day, day, revision).unwrap();
        prop_assert_eq!(Card::parse(&card.encode()).unwrap(), card);
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in any::<Vec<u8>>()) {
        prop_assert!(inspect(&bytes).is_err());
        prop_assert!(Card::parse(&bytes).is_err());
        let mut named = b"age-encryption.org/v1\n".to_vec();
        named.extend_from_slice(&bytes);
        prop_assert!(open(&named, &Identity::generate()).is_err());
    }

    #[test]
    fn no_text_after_the_first_line_stops_the_card_reader(text in ".*") {
        let file = format!("farled card 1\nname: {text}\nrole: {text}\n");
        prop_assert!(Card::parse(file.as_bytes()).is_err());
    }

    #[test]
    fn no_damage_inside_the_encryption_stops_the_reader(
        edits in prop::collection::vec((0_usize..8_192, any::<u8>()), 1..20), cut in 0_usize..66_000,
    ) {
        // Anybody who knows a recipient can make such a file: only the content's own checks are left.
        let sealed = Sealed::new();
        let good = sealed.workshop().archive(&sealed.alice);
        let mut archive = good.clone();
        for (at, byte) in edits {
            archive[at] = byte;
        }
        archive.truncate(cut);
        if archive != good {
            prop_assert!(open(&encrypt(&archive, &[sealed.bob.recipient()]), &sealed.bob).is_err());
        }
    }
}
