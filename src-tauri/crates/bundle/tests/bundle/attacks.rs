//! Bundles that decrypt, made by people who know the format, some of them with a right to send.

use farled_bundle::{Fault, Identity, OpenError, open, seal};
use farled_case::Kind;
use serde_json::json;

use crate::fixture::{
    Honest, Sealed, Workshop, card, decrypt, encrypt, push_entry, record, records, request, sign,
    write_archive,
};

/// A change to a bundle.
type Change = fn(&mut Workshop);

/// What Bob's copy says to a changed bundle that Alice herself signed and padded as it should be.
fn refusal(sealed: &Sealed, change: impl Fn(&mut Workshop)) -> OpenError {
    let mut workshop = sealed.workshop();
    change(&mut workshop);
    workshop.fit_padding(&sealed.alice);
    sealed.reopen(&workshop).map(|_| ()).unwrap_err()
}

#[test]
fn the_workshop_makes_bundles_that_open() {
    // Otherwise the refusals below would prove nothing.
    let sealed = Sealed::new();
    let mut workshop = sealed.workshop();
    assert_eq!(sealed.reopen(&workshop).unwrap().records, sealed.records);
    workshop.erased = None;
    workshop.fit_padding(&sealed.alice);
    assert!(sealed.reopen(&workshop).unwrap().erased.is_empty());
    workshop.manifest["later"] = json!("a field of a later version that may be ignored");
    workshop.fit_padding(&sealed.alice);
    assert!(sealed.reopen(&workshop).is_ok());
}

#[test]
fn a_bundle_passed_on_by_its_recipient_is_refused() {
    let sealed = Sealed::new();
    let carol = Identity::generate();
    // Bob encrypts what he got, with Alice's signature, to Carol.
    let forwarded = encrypt(&decrypt(&sealed.bytes, &sealed.bob), &[carol.recipient()]);
    let error = open(&forwarded, &carol).unwrap_err();
    assert_eq!(error, OpenError::Forwarded);
    assert_eq!(error.code(), "bundle-forwarded");
}

#[test]
fn a_recipient_who_adds_a_name_has_no_signature() {
    let sealed = Sealed::new();
    let carol = Identity::generate();
    let mut workshop = sealed.workshop();
    let other = seal(&request(&[card(&carol, "Carol")], &[]), &sealed.bob).unwrap();
    workshop.manifest["recipients"] =
        Workshop::take_apart(&decrypt(&other, &carol)).manifest["recipients"].clone();
    workshop.fit_padding(&sealed.bob);
    // Signed by Bob in Alice's name.
    let forged = encrypt(&workshop.archive(&sealed.bob), &[carol.recipient()]);
    let error = open(&forged, &carol).unwrap_err();
    assert_eq!(error, OpenError::Forged);
    assert_eq!(error.code(), "bundle-forged");
    // In his own name it opens, and is his.
    workshop.manifest["sender"]["signing_key"] =
        Workshop::take_apart(&decrypt(&other, &carol)).manifest["sender"]["signing_key"].clone();
    workshop.fit_padding(&sealed.bob);
    let opened = open(&encrypt(&workshop.archive(&sealed.bob), &[carol.recipient()]), &carol).unwrap();
    assert_ne!(opened.sender, sealed.alice.key());
    assert_ne!(opened.sender, sealed.bob.key(), "both keys count: this pair is nobody's");
}

#[test]
fn a_bundle_for_somebody_else_is_refused() {
    let sealed = Sealed::new();
    let error = open(&sealed.bytes, &Identity::generate()).unwrap_err();
    assert_eq!((error.code(), error), ("bundle-not-for-you", OpenError::NotForYou));
}

#[test]
fn an_altered_manifest_or_signature_is_refused() {
    let sealed = Sealed::new();
    let mut entries = sealed.workshop().signed_entries(&sealed.alice);
    let text = String::from_utf8(entries[0].1.clone()).unwrap();
    assert!(text.contains("\"sequence\": 3"));
    entries[0].1 = text.replace("\"sequence\": 3", "\"sequence\": 4").into_bytes();
    assert_eq!(sealed.open_archive(&write_archive(&entries)).unwrap_err(), OpenError::Forged);

    let entries = sealed.workshop().signed_entries(&sealed.alice);
    for bit in 0..8 * 64 {
        let mut entries = entries.clone();
        entries[1].1[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            sealed.open_archive(&write_archive(&entries)).unwrap_err(),
            OpenError::Forged,
            "bit {bit}"
        );
    }
    for signature in [vec![], vec![0; 64], vec![0; 63], [entries[1].1.clone(), vec![0]].concat()] {
        let mut entries = entries.clone();
        entries[1].1 = signature;
        assert_eq!(sealed.open_archive(&write_archive(&entries)).unwrap_err(), OpenError::Forged);
    }
}

#[test]
fn a_signature_for_a_card_is_none_for_a_manifest() {
    let sealed = Sealed::new();
    let mut entries = sealed.workshop().signed_entries(&sealed.alice);
    entries[1].1 = card(&sealed.alice, "Alice").signature.to_vec();
    assert_eq!(sealed.open_archive(&write_archive(&entries)).unwrap_err(), OpenError::Forged);
}

#[test]
fn the_manifest_of_another_bundle_is_refused() {
    let sealed = Sealed::new();
    let others = [record(Kind::Note, 40, "Något annat, men lika giltigt.")];
    let other = seal(&request(&[card(&sealed.bob, "Bob")], &others), &sealed.alice).unwrap();
    let other = Workshop::take_apart(&decrypt(&other, &sealed.bob)).signed_entries(&sealed.alice);
    let mut entries = sealed.workshop().signed_entries(&sealed.alice);
    entries[..2].clone_from_slice(&other[..2]);
    let error = sealed.open_archive(&write_archive(&entries)).unwrap_err();
    assert_eq!(error, OpenError::Malformed(Fault::PartLength));
    assert_eq!(error.code(), "bundle-altered");
}

#[test]
fn altered_parts_are_refused() {
    let sealed = Sealed::new();
    let entries = sealed.workshop().signed_entries(&sealed.alice);
    for (part, fault) in [(2, Fault::PartHash), (3, Fault::PartHash), (4, Fault::Fill)] {
        for byte in [0, entries[part].1.len() / 2, entries[part].1.len() - 1] {
            let mut entries = entries.clone();
            entries[part].1[byte] ^= 1;
            let error = sealed.open_archive(&write_archive(&entries)).unwrap_err();
            assert_eq!(error, OpenError::Malformed(fault), "{} at {byte}", entries[part].0);
        }
    }
}

#[test]
fn entries_that_do_not_belong_there_are_refused() {
    let sealed = Sealed::new();
    let good = sealed.workshop().signed_entries(&sealed.alice);
    let extra = |name: &str| (name.to_owned(), b"root::0:0::/:/bin/sh\n".to_vec());
    for name in
        ["../../etc/passwd", "/etc/passwd", "attachments/picture", "./records", "records ", "Records", ""]
    {
        for place in 0..=good.len() {
            let mut entries = good.clone();
            entries.insert(place, extra(name));
            let error = sealed.open_archive(&write_archive(&entries)).unwrap_err();
            let fault = if place == good.len() { Fault::End } else { Fault::Entry };
            assert_eq!(error, OpenError::Malformed(fault), "{name:?} in place {place}");
        }
    }
    // Each a second time, each missing, each two in the other order.
    for place in 0..good.len() {
        let mut twice = good.clone();
        twice.insert(place, good[place].clone());
        assert!(sealed.open_archive(&write_archive(&twice)).is_err(), "{} twice", good[place].0);
        let mut missing = good.clone();
        missing.remove(place);
        assert!(sealed.open_archive(&write_archive(&missing)).is_err(), "{} missing", good[place].0);
        if place > 0 {
            let mut swapped = good.clone();
            swapped.swap(place - 1, place);
            assert!(sealed.open_archive(&write_archive(&swapped)).is_err(), "{} too early", good[place].0);
        }
    }
}

#[test]
fn links_folders_and_devices_are_refused() {
    let sealed = Sealed::new();
    let good = sealed.workshop().signed_entries(&sealed.alice);
    // Hard link, symbolic link, character and block device, folder, pipe, contiguous file, pax and GNU
    // extensions, the old regular file.
    for kind in [b'1', b'2', b'3', b'4', b'5', b'6', b'7', b'x', b'g', b'L', b'K', b'S', 0] {
        for place in 0..good.len() {
            let mut archive = Vec::new();
            for (at, (name, content)) in good.iter().enumerate() {
                let kind = if at == place { kind } else { b'0' };
                push_entry(&mut archive, name, kind, content.len() as u64, content);
            }
            archive.resize(archive.len() + 1_024, 0);
            let error = sealed.open_archive(&archive).unwrap_err();
            assert_eq!(error, OpenError::Malformed(Fault::Entry), "kind {kind} in place {place}");
        }
    }
}

#[test]
fn entries_that_lie_about_their_length_are_refused() {
    let sealed = Sealed::new();
    let good = sealed.workshop().signed_entries(&sealed.alice);
    for place in 0..good.len() {
        let honest = good[place].1.len() as u64;
        for length in [0, honest.saturating_sub(1), honest + 1, honest + 512, 1 << 30, 0o77_777_777_777] {
            if length == honest {
                continue;
            }
            let mut archive = Vec::new();
            for (at, (name, content)) in good.iter().enumerate() {
                let length = if at == place { length } else { content.len() as u64 };
                push_entry(&mut archive, name, b'0', length, content);
            }
            archive.resize(archive.len() + 1_024, 0);
            assert!(sealed.open_archive(&archive).is_err(), "{} of {length}", good[place].0);
        }
    }
}

#[test]
fn an_archive_that_is_none_is_refused() {
    let sealed = Sealed::new();
    let good = sealed.workshop().archive(&sealed.alice);
    for archive in [&b""[..], b"hej", &[0; 512], &[0; 65_536], &[0xff; 65_536], &good[..good.len() - 512]] {
        assert!(matches!(sealed.open_archive(archive).unwrap_err(), OpenError::Malformed(_)));
    }
    let longer = [good.as_slice(), &[0; 512]].concat();
    assert_eq!(sealed.open_archive(&longer).unwrap_err(), OpenError::Malformed(Fault::End));
}

#[test]
fn padding_of_another_length_is_refused_even_if_signed() {
    let sealed = Sealed::new();
    for extra in [512, 1_024, 1_536] {
        let mut workshop = sealed.workshop();
        workshop.pad.resize(workshop.pad.len() + extra, 0);
        assert_eq!(sealed.reopen(&workshop).unwrap_err(), OpenError::Malformed(Fault::Padding));
    }
    let mut workshop = sealed.workshop();
    workshop.pad.clear();
    assert_eq!(sealed.reopen(&workshop).unwrap_err(), OpenError::Malformed(Fault::Padding));
    workshop = sealed.workshop();
    workshop.pad[7] = 1;
    assert_eq!(sealed.reopen(&workshop).unwrap_err(), OpenError::Malformed(Fault::Fill));
}

#[test]
fn a_manifest_that_lies_about_its_parts_is_refused() {
    let sealed = Sealed::new();
    let honest: serde_json::Value = serde_json::from_str(
        std::str::from_utf8(&sealed.workshop().text()).unwrap().split_once('\n').unwrap().1,
    )
    .unwrap();
    let lie = |pointer: &str, value: serde_json::Value| {
        let mut workshop = sealed.workshop();
        workshop.honest = Honest::No;
        workshop.manifest = honest.clone();
        *workshop.manifest.pointer_mut(pointer).unwrap() = value;
        sealed.reopen(&workshop).map(|_| ()).unwrap_err()
    };
    let length = honest["parts"][0]["length"].as_u64().unwrap();
    for (pointer, value, fault) in [
        ("/parts/0/length", json!(length + 1), Fault::PartLength),
        ("/parts/0/length", json!(0), Fault::PartLength),
        ("/parts/0/length", json!(u64::MAX), Fault::PartLength),
        ("/parts/0/length", json!(-1), Fault::Manifest),
        ("/parts/0/sha256", honest["parts"][1]["sha256"].clone(), Fault::PartHash),
        ("/parts/0/sha256", json!("00"), Fault::Manifest),
        ("/parts/0/name", json!("erased"), Fault::Parts),
        ("/parts/0/name", json!("../records"), Fault::Manifest),
        ("/parts", json!([]), Fault::Parts),
        ("/parts", json!([honest["parts"][0]]), Fault::Parts),
        ("/parts", json!([honest["parts"][1], honest["parts"][0]]), Fault::Parts),
        ("/pad", json!(0), Fault::PartLength),
        ("/pad", json!(u64::MAX), Fault::PartLength),
    ] {
        assert_eq!(lie(pointer, value.clone()), OpenError::Malformed(fault), "{pointer} = {value}");
    }
}

#[test]
fn a_later_format_is_refused_by_name() {
    let sealed = Sealed::new();
    let newer: [(Change, u32); 4] = [
        (|workshop| workshop.first_line = "farled bundle manifest 2".to_owned(), 2),
        (|workshop| workshop.first_line = "farled bundle manifest 4000000000".to_owned(), 4_000_000_000),
        (|workshop| workshop.manifest["minimum_reader"] = json!(3), 3),
        (|workshop| workshop.manifest["schema"] = json!(9), 9),
    ];
    for (change, format) in newer {
        assert_eq!(refusal(&sealed, change), OpenError::Newer { format });
    }
    // Of a later format nothing else needs to be as this version knows it.
    let archive = write_archive(&[
        ("manifest".to_owned(), b"farled bundle manifest 2\n\x00\x01\x02".to_vec()),
        ("something new".to_owned(), vec![]),
    ]);
    assert_eq!(sealed.open_archive(&archive).unwrap_err(), OpenError::Newer { format: 2 });
}

#[test]
fn a_manifest_of_another_shape_is_refused() {
    let sealed = Sealed::new();
    let changes: [(Change, OpenError); 16] = [
        (|w| w.first_line = "farled card 1".to_owned(), Fault::Manifest.into()),
        (|w| w.first_line = "farled bundle manifest 01".to_owned(), Fault::Manifest.into()),
        (|w| w.first_line = "farled bundle manifest -1".to_owned(), Fault::Manifest.into()),
        (|w| w.first_line = "farled bundle manifest 99999999999".to_owned(), Fault::Manifest.into()),
        (
            |w| {
                w.manifest = json!([]);
                w.honest = Honest::No;
            },
            Fault::Manifest.into(),
        ),
        (|w| w.manifest["kind"] = json!("takeover"), Fault::Manifest.into()),
        (|w| w.manifest["format"] = json!(2), Fault::Manifest.into()),
        (|w| w.manifest["id"] = json!("1"), Fault::Manifest.into()),
        (|w| w.manifest["created_at"] = json!("yesterday"), Fault::Manifest.into()),
        (|w| w.manifest["sections"] = json!(["everything"]), Fault::Manifest.into()),
        (|w| w.manifest["sender"]["recipient"] = json!("age1"), Fault::Manifest.into()),
        (|w| w.manifest["sender"]["signing_key"] = json!("00".repeat(32)), OpenError::Forged),
        (|w| w.manifest["recipients"] = json!([]), Fault::Recipients.into()),
        (
            |w| {
                let own = w.manifest["recipients"][0].clone();
                w.manifest["recipients"] = json!([own, own]);
            },
            Fault::Recipients.into(),
        ),
        (
            |w| {
                let own = w.manifest["recipients"][0].clone();
                w.manifest["recipients"] = json!(["ff".repeat(32), own]);
            },
            Fault::Recipients.into(),
        ),
        (|w| w.manifest["recipients"] = json!(["00".repeat(32)]), OpenError::Forwarded),
    ];
    for (index, (change, error)) in changes.into_iter().enumerate() {
        assert_eq!(refusal(&sealed, change), error, "change {index}");
    }
}

#[test]
fn a_manifest_that_is_too_long_or_too_deep_is_refused() {
    let sealed = Sealed::new();
    let deep = "[".repeat(30_000);
    let text = format!("farled bundle manifest 1\n{deep}").into_bytes();
    let long = format!("farled bundle manifest 1\n{}", " ".repeat(70_000)).into_bytes();
    for (text, fault) in [(text, Fault::Manifest), (long, Fault::ManifestLength)] {
        let archive = write_archive(&[
            ("manifest".to_owned(), text.clone()),
            ("manifest.sig".to_owned(), sign(&sealed.alice, &text)),
        ]);
        assert_eq!(sealed.open_archive(&archive).unwrap_err(), OpenError::Malformed(fault));
    }
}

#[test]
fn records_that_should_not_travel_are_refused_even_if_signed() {
    let sealed = Sealed::new();
    let line = |kind: &str, number: u8, more: &str| {
        format!(
            r#"{{"id":"00000000-0000-0000-0000-0000000000{number:02x}","case":null,"kind":"{kind}","value":{{}},"document":"AAAA"{more}}}"#
        )
    };
    let with = |records: &str| {
        let records = records.as_bytes().to_vec();
        refusal(&sealed, |workshop| workshop.records.clone_from(&records))
    };
    let good = line("note", 1, "");
    for (records, fault) in [
        (format!("{good}\n{}\n", line("note_draft", 2, "")), Fault::RecordOutside { line: 2 }),
        (format!("{}\n", line("disclosure", 2, "")), Fault::RecordOutside { line: 1 }),
        (format!("{}\n", line("civil_identity", 2, "")), Fault::RecordOutside { line: 1 }),
        (format!("{}\n", line("secret_file", 2, "")), Fault::Record { line: 1 }),
        (format!("{good}\n{good}\n"), Fault::RecordTwice { line: 2 }),
        (format!("{good}\n{good}"), Fault::Record { line: 2 }),
        (format!("{good}\n\n"), Fault::Record { line: 2 }),
        (format!("{}\n", line("note", 1, r#","path":"/etc/passwd""#)), Fault::Record { line: 1 }),
        (format!("{}\n", line("note", 1, r#","kind":"case""#)), Fault::Record { line: 1 }),
        (format!("{}\n", good.replace("AAAA", "A")), Fault::Record { line: 1 }),
        (format!("{}\n", good.replace("AAAA", "AAA\\n")), Fault::Record { line: 1 }),
        (format!("{}\n", good.replace("AAAA", "AB==")), Fault::Record { line: 1 }),
        (format!("{}\n", good.replace("{}", &"[".repeat(10_000))), Fault::Record { line: 1 }),
    ] {
        assert_eq!(with(&records), OpenError::Malformed(fault), "{}", &records[..records.len().min(300)]);
    }
}

/// A record whose value is a list of these pieces.
fn line_of_a_note(pieces: &str) -> String {
    let id = "00000000-0000-0000-0000-000000000001";
    format!(r#"{{"id":"{id}","case":null,"kind":"note","value":[{pieces}0],"document":""}}"#)
}

#[test]
fn records_that_would_fill_the_memory_are_refused() {
    let sealed = Sealed::new();
    let mut workshop = sealed.workshop();
    workshop.records = format!("{}\n", line_of_a_note(&"[],".repeat(6_000_000))).into_bytes();
    workshop.pad.clear();
    let length = workshop.archive(&sealed.alice).len();
    // 18 MB: padded to a multiple of 512 KiB.
    workshop.pad = vec![0; length.next_multiple_of(512 * 1_024) - length];
    assert_eq!(sealed.reopen(&workshop).unwrap_err(), OpenError::Malformed(Fault::TooManyPieces));
    workshop.records = format!("{}\n", line_of_a_note(&"[],".repeat(100_000))).into_bytes();
    workshop.pad.clear();
    let length = workshop.archive(&sealed.alice).len();
    workshop.pad = vec![0; length.next_multiple_of(16 * 1_024) - length];
    assert_eq!(sealed.reopen(&workshop).unwrap().records.len(), 1, "and fewer are not");
}

#[test]
fn a_list_of_erased_records_out_of_order_is_refused() {
    let sealed = Sealed::new();
    let id = |number: u8| format!("00000000-0000-0000-0000-0000000000{number:02x}");
    for erased in [
        format!("{}\n{}\n", id(9), id(8)),
        format!("{}\n{}\n", id(9), id(9)),
        id(9),
        format!("{}\n\n", id(9)),
        format!("{}\n", id(0xab).to_uppercase()),
        format!("{}\n", id(9).replace('-', "")),
        "everything\n".to_owned(),
        // One that is also sent.
        format!("{}\n", records()[3].id),
    ] {
        let error = refusal(&sealed, |workshop| workshop.erased = Some(erased.clone().into_bytes()));
        assert_eq!(error, OpenError::Malformed(Fault::Erased), "{erased:?}");
    }
}
