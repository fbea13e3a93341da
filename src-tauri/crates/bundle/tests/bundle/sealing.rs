//! Sealing and opening as they should be.

use farled_bundle::{
    CardText, Identity, MAX_RECIPIENTS, OpenError, SealError, bundle_hash, inspect, open, random_file_name,
    seal,
};
use farled_case::{Kind, RecordId, Section};
use uuid::Uuid;

use crate::fixture::{Sealed, card, day, decrypt, entries, now, record, records, request};

#[test]
fn what_is_sealed_is_what_is_opened() {
    let sealed = Sealed::new();
    let opened = open(&sealed.bytes, &sealed.bob).unwrap();
    assert_eq!(opened.records, sealed.records);
    assert_eq!(opened.erased, [66, 77].map(|number| RecordId(Uuid::from_u128(number))));
    assert_eq!(opened.sender, sealed.alice.key());
    assert_eq!(opened.sender, card(&sealed.alice, "Alice").key());
    let manifest = opened.manifest;
    assert_eq!(manifest.sections, [Section::Plan, Section::Notes]);
    assert_eq!(manifest.id, request(&[], &[]).id);
    assert_eq!((manifest.sequence, manifest.previous), (3, Some([7; 32])));
    assert_eq!(manifest.created_at, now());
    assert_eq!(manifest.audit_head, request(&[], &[]).audit_head);
    assert_eq!(manifest.sender.recipient, sealed.alice.recipient());
    assert_eq!(manifest.recipients.len(), 1);
}

#[test]
fn a_record_keeps_every_character_and_the_order_of_its_fields() {
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let mut awkward = record(Kind::Note, 9, "");
    awkward.value = serde_json::from_str(
        r#"{"z": 1, "a": "\u0000\u2028 \\ \" </script>", "m": [1.5, -0.0, 12345678901234567890, null]}"#,
    )
    .unwrap();
    awkward.document = (0..=255).collect();
    let records = [awkward];
    let bytes = seal(&request(&[card(&bob, "Bob")], &records), &alice).unwrap();
    let opened = open(&bytes, &bob).unwrap();
    assert_eq!(opened.records, records);
    assert_eq!(opened.records[0].value.to_string(), records[0].value.to_string());
}

#[test]
fn a_bundle_may_be_empty_and_have_nothing_erased() {
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let recipients = [card(&bob, "Bob")];
    let mut request = request(&recipients, &[]);
    request.erased.clear();
    request.sections.clear();
    request.expires_on = None;
    request.previous = None;
    let bytes = seal(&request, &alice).unwrap();
    let opened = open(&bytes, &bob).unwrap();
    assert!(opened.records.is_empty() && opened.erased.is_empty());
    assert!(opened.manifest.check_expiry(day("2999-01-01")).is_ok());
    let names: Vec<String> = entries(&decrypt(&bytes, &bob)).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["manifest", "manifest.sig", "records", "pad"]);
}

#[test]
fn every_recipient_can_open_and_nobody_can_tell_how_many_there_are() {
    let alice = Identity::generate();
    let records = records();
    let people: Vec<Identity> = (0..MAX_RECIPIENTS).map(|_| Identity::generate()).collect();
    let cards: Vec<_> = people.iter().map(|person| card(person, "Någon")).collect();
    // The recipients' stanzas, and one that age adds.
    for (recipients, stanzas) in [(1, 9), (2, 9), (8, 9), (9, 17), (24, 25)] {
        let bytes = seal(&request(&cards[..recipients], &records), &alice).unwrap();
        assert_eq!(inspect(&bytes).unwrap().stanzas, stanzas, "for {recipients} recipients");
        for person in &people[..recipients] {
            assert_eq!(open(&bytes, person).unwrap().records, records);
        }
    }
    let [.., last] = &people[..] else { panic!() };
    let bytes = seal(&request(&cards[..8], &records), &alice).unwrap();
    assert_eq!(open(&bytes, last).unwrap_err(), OpenError::NotForYou);
    assert_eq!(open(&bytes, &alice).unwrap_err(), OpenError::NotForYou, "the sender is no recipient");
}

#[test]
fn small_bundles_have_the_same_length_whatever_they_hold() {
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let recipients = [card(&bob, "Bob")];
    for text_length in [0, 1, 500, 10_000, 40_000] {
        let records = [record(Kind::Note, 4, &"x".repeat(text_length / 3))];
        let bytes = seal(&request(&recipients, &records), &alice).unwrap();
        assert_eq!(decrypt(&bytes, &bob).len(), 65_536);
        // Only the stanza of arbitrary form that age adds differs from file to file.
        let envelope = inspect(&bytes).unwrap();
        assert_eq!(envelope.size - envelope.header_size, 16 + 65_536 + 16);
    }
    let mut lengths = std::collections::HashSet::new();
    for text_length in (70_000..100_000).step_by(1_111) {
        let records = [record(Kind::Note, 4, &"x".repeat(text_length))];
        let bytes = seal(&request(&recipients, &records), &alice).unwrap();
        assert_eq!(open(&bytes, &bob).unwrap().records, records);
        lengths.insert(decrypt(&bytes, &bob).len());
    }
    assert!(lengths.len() < 20, "27 bundles show only these lengths: {lengths:?}");
    assert!(lengths.iter().all(|length| length % 4_096 == 0), "{lengths:?}");
}

#[test]
fn sealing_twice_gives_nothing_in_common() {
    let sealed = Sealed::new();
    let again = seal(&request(&[card(&sealed.bob, "Bob")], &sealed.records), &sealed.alice).unwrap();
    assert_ne!(bundle_hash(&sealed.bytes), bundle_hash(&again));
    let envelope = inspect(&again).unwrap();
    let tail = |bytes: &[u8]| bytes[bytes.len() - 65_536..].to_vec();
    let same = tail(&sealed.bytes).iter().zip(tail(&again)).filter(|(a, b)| **a == *b).count();
    assert!(same < 65_536 / 256 * 2, "{same} bytes in common, by chance there are 256");
    assert!(envelope.header_size < 64 * 1_024);
}

#[test]
fn nothing_of_the_case_can_be_read_in_the_sealed_file() {
    let sealed = Sealed::new();
    for word in ["Räven", "våfflor", "manifest", sealed.bob.recipient(), sealed.alice.recipient()] {
        assert!(!sealed.bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    let plaintext = decrypt(&sealed.bytes, &sealed.bob);
    assert!(plaintext.windows(7).any(|window| window == b"records"), "the search itself works");
}

#[test]
fn the_last_day_still_counts() {
    let sealed = Sealed::new();
    let manifest = open(&sealed.bytes, &sealed.bob).unwrap().manifest;
    assert!(manifest.check_expiry(day("2026-12-31")).is_ok());
    let expired = manifest.check_expiry(day("2027-01-01")).unwrap_err();
    assert_eq!(expired, OpenError::Expired { on: day("2026-12-31") });
    assert_eq!(expired.code(), "bundle-expired");
    assert_eq!(expired.params(), [("date", "2026-12-31".to_owned())]);
}

#[test]
fn sealing_refuses_what_opening_would() {
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let recipients = [card(&bob, "Bob")];
    let attempt = |change: &dyn Fn(&mut farled_bundle::SealRequest<'_>)| {
        let records = records();
        let mut request = request(&recipients, &records);
        change(&mut request);
        seal(&request, &alice).map(|_| ()).unwrap_err()
    };
    let draft = [record(Kind::NoteDraft, 8, "utkast")];
    let log = [record(Kind::Disclosure, 8, "logg")];
    let identity = [record(Kind::CivilIdentity, 8, "personnummer")];
    let erased_too = [record(Kind::Note, 66, "")];
    let twice = [record(Kind::Note, 8, ""), record(Kind::Note, 8, "")];
    for (records, error) in [
        (&draft[..], SealError::RecordStays),
        (&log, SealError::RecordStays),
        (&identity, SealError::OutsideSections),
        (&erased_too, SealError::RecordTwice),
        (&twice, SealError::RecordTwice),
    ] {
        let mut request = request(&recipients, records);
        request.sections = vec![Section::Notes];
        assert_eq!(seal(&request, &alice).unwrap_err(), error);
    }
    assert_eq!(attempt(&|request| request.recipients = &[]), SealError::NoRecipients);
    assert_eq!(
        attempt(&|request| request.expires_on = Some(day("2026-11-21"))),
        SealError::AlreadyExpired { on: day("2026-11-21") }
    );
    let same_key = [card(&bob, "Bob"), card(&bob, "Robert")];
    assert_eq!(seal(&request(&same_key, &records()), &alice).unwrap_err(), SealError::RecipientTwice);
    let many: Vec<_> = (0..=MAX_RECIPIENTS).map(|_| card(&Identity::generate(), "Någon")).collect();
    let error = seal(&request(&many, &records()), &alice).unwrap_err();
    assert_eq!(error, SealError::TooManyRecipients);
    assert_eq!(error.params(), [("limit", "24".to_owned())]);
}

#[test]
fn sealing_checks_each_card_again() {
    let (alice, bob, mallory) = (Identity::generate(), Identity::generate(), Identity::generate());
    let text = CardText { name: "Bob".to_owned(), role: String::new(), organisation: String::new() };
    let old = bob.card(text, day("2025-01-01"), day("2026-11-21"), 1).unwrap();
    assert_eq!(seal(&request(&[old], &[]), &alice).unwrap_err().code(), "card-expired");

    let mut swapped = card(&bob, "Bob");
    swapped.recipient = mallory.recipient().to_owned();
    let error = seal(&request(&[swapped], &[]), &alice).unwrap_err();
    assert_eq!(error.code(), "card-invalid", "a key put into somebody else's card");
}

#[test]
fn file_names_are_random_and_say_nothing() {
    let names: std::collections::HashSet<String> = (0..100).map(|_| random_file_name()).collect();
    assert_eq!(names.len(), 100);
    for name in names {
        let stem = name.strip_suffix(".farled").unwrap();
        assert!(stem.len() == 20 && stem.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}

#[test]
fn records_do_not_show_themselves_in_debug_texts() {
    let sealed = Sealed::new();
    let opened = open(&sealed.bytes, &sealed.bob).unwrap();
    let shown = format!("{opened:?} {:?}", request(&[], &sealed.records));
    assert!(!shown.contains("Räven") && !shown.contains("våfflor"), "{shown}");
}
