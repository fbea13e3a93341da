//! Cards: read as written, refused when touched.

use farled_bundle::{Card, CardError, CardField, CardKey, CardText, FieldFault, Identity};

use crate::fixture::{card, day, sign};

fn text(name: &str) -> CardText {
    CardText { name: name.to_owned(), role: String::new(), organisation: String::new() }
}

fn make(text: CardText) -> Result<Card, CardError> {
    Identity::generate().card(text, day("2026-11-22"), day("2027-11-22"), 1)
}

/// A card's file with one thing replaced, signed anew by its owner.
fn resigned(identity: &Identity, from: &str, to: &str) -> Result<Card, CardError> {
    let file = String::from_utf8(card(identity, "Åsa Öberg").encode()).unwrap();
    assert!(file.contains(from), "{from:?} is in the card");
    let changed = file.replacen(from, to, 1);
    let signed = &changed[..changed.find("signature:").unwrap()];
    let signature: String = sign(identity, signed.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    Card::parse(format!("{signed}signature: {signature}\n").as_bytes())
}

#[test]
fn a_card_is_the_same_after_it_was_read() {
    let identity = Identity::generate();
    let card = card(&identity, "Åsa Öberg-Ćirić");
    let file = card.encode();
    assert_eq!(Card::parse(&file).unwrap(), card);
    assert_eq!(card.key(), identity.key());
    assert_eq!(card.recipient, identity.recipient());
    assert_eq!(card.key().to_string().parse::<CardKey>().unwrap(), card.key());
    let file = String::from_utf8(file).unwrap();
    assert!(file.starts_with("farled card 1\nname: Åsa Öberg-Ćirić\nrole: Kontaktperson\n"), "{file}");
    assert_eq!(file.lines().count(), 10);
}

#[test]
fn a_card_survives_the_line_ends_of_another_system() {
    let card = card(&Identity::generate(), "Åsa");
    let file = String::from_utf8(card.encode()).unwrap().replace('\n', "\r\n");
    assert_eq!(Card::parse(file.as_bytes()).unwrap(), card);
}

#[test]
fn role_and_organisation_may_be_empty_and_the_name_may_not() {
    let card = make(text("Åsa")).unwrap();
    assert_eq!(Card::parse(&card.encode()).unwrap(), card);
    let error = make(text("")).unwrap_err();
    assert_eq!(error, CardError::Field { field: CardField::Name, fault: FieldFault::Missing });
}

#[test]
fn every_flipped_bit_of_a_card_is_noticed() {
    let file = card(&Identity::generate(), "Åsa Öberg").encode();
    for bit in 0..8 * file.len() {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(Card::parse(&flipped).is_err(), "bit {bit}");
    }
    for length in 0..file.len() {
        assert!(Card::parse(&file[..length]).is_err(), "cut off at {length}");
    }
}

#[test]
fn the_digits_are_sixty_and_tell_both_keys() {
    let identity = Identity::generate();
    let digits = card(&identity, "Åsa").digits();
    assert!(digits.iter().all(|group| group.len() == 5 && group.bytes().all(|byte| byte.is_ascii_digit())));
    let text =
        CardText { name: "Någon annan".to_owned(), role: "x".to_owned(), organisation: String::new() };
    let renewed = identity.card(text, day("2027-01-01"), day("2028-01-01"), 2).unwrap();
    assert_eq!(renewed.digits(), digits, "the digits are the keys', not the card's");
    assert_eq!(renewed.key(), identity.key());
    // One key of two exchanged.
    let other = Identity::generate();
    let secret = identity.to_secret_bytes();
    let others = other.to_secret_bytes();
    for mixed in [[&secret[..50], &others[50..]].concat(), [&others[..50], &secret[50..]].concat()] {
        let mixed = card(&Identity::from_secret_bytes(&mixed).unwrap(), "Åsa");
        assert_ne!(mixed.digits(), digits);
        assert_ne!(mixed.key(), identity.key());
    }
}

#[test]
fn texts_that_mislead_are_refused() {
    for bad in [
        "\u{202e}nnA",      // right-to-left override
        "Anna\u{2066}",     // isolate
        "An\u{200b}na",     // zero-width space
        "Anna\u{feff}",     // byte order mark
        "Anna\nrole: Chef", // a line of one's own
        "Anna\r",
        "Anna\0",
        "Anna\u{7f}",
        "Anna\u{85}",
        "Anna\u{2028}",
        "An\u{ad}na",    // soft hyphen
        "Anna\u{e0041}", // tag
        "Anna\u{e000}",  // private use
        " Anna",
        "Anna ",
        "Anna\u{a0}",
    ] {
        let error = make(text(bad)).unwrap_err();
        assert_eq!(
            error,
            CardError::Field { field: CardField::Name, fault: FieldFault::Character },
            "{bad:?}"
        );
        assert_eq!(error.code(), "card-invalid");
        assert_eq!(error.params(), [("field", "name".to_owned()), ("fault", "character".to_owned())]);
        let role = CardText { role: bad.to_owned(), ..text("Anna") };
        assert!(make(role).is_err(), "{bad:?} as a role");
        let organisation = CardText { organisation: bad.to_owned(), ..text("Anna") };
        assert!(make(organisation).is_err(), "{bad:?} as an organisation");
    }
    for good in ["Åsa Öberg", "محمد رضا", "Nguyễn Thị", "O’Brien-Ćirić", "李明", "שרה"]
    {
        let card = make(text(good)).unwrap();
        assert_eq!(Card::parse(&card.encode()).unwrap().name, good);
    }
}

#[test]
fn texts_that_are_too_long_are_refused() {
    assert!(make(text(&"å".repeat(80))).is_ok());
    let error = make(text(&"å".repeat(81))).unwrap_err();
    assert_eq!(error, CardError::Field { field: CardField::Name, fault: FieldFault::TooLong });
    let organisation = CardText { organisation: "😀".repeat(121), ..text("Anna") };
    assert!(make(organisation).is_err());
    let longest =
        CardText { name: "😀".repeat(80), role: "😀".repeat(80), organisation: "😀".repeat(120) };
    assert!(Card::parse(&make(longest).unwrap().encode()).is_ok(), "the longest card is below the limit");
}

#[test]
fn a_card_that_its_owner_signed_wrongly_is_refused() {
    let identity = Identity::generate();
    assert!(resigned(&identity, "role: Kontaktperson", "role: Chef").is_ok(), "the workshop works");
    let zero = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5xf63";
    for (from, to) in [
        ("role: Kontaktperson", "role: "),
        ("role: Kontaktperson", "role:Chef"),
        ("role: Kontaktperson", "role:  Chef"),
        ("role: Kontaktperson\n", ""),
        ("role: Kontaktperson", "role: a\nrole: b"),
        ("name: Åsa Öberg", "name: Åsa\u{202e} Öberg"),
        ("name: Åsa Öberg", "name:"),
        ("revision: 1", "revision: 01"),
        ("revision: 1", "revision: +1"),
        ("revision: 1", "revision: 4294967296"),
        ("revision: 1", "revision: 1\nextra: line"),
        ("created_on: 2026-01-01", "created_on: 2026-1-1"),
        ("created_on: 2026-01-01", "created_on: 2028-01-01"),
        ("created_on: 2026-01-01", "created_on: 2026-02-30"),
        (identity.recipient(), &identity.recipient().to_uppercase()),
        (identity.recipient(), zero),
        (identity.recipient(), "age1"),
        ("farled card 1", "farled card 01"),
    ] {
        assert!(resigned(&identity, from, to).is_err(), "{to:?} instead of {from:?}");
    }
    assert_eq!(resigned(&identity, "card 1", "card 2").unwrap_err(), CardError::Newer { format: 2 });
}

#[test]
fn a_card_signed_by_another_key_is_refused() {
    let (asa, mallory) = (Identity::generate(), Identity::generate());
    let mut stolen = card(&asa, "Åsa");
    stolen.recipient = mallory.recipient().to_owned();
    assert_eq!(Card::parse(&stolen.encode()).unwrap_err(), CardError::Signature);
    let mut stolen = card(&asa, "Åsa");
    stolen.signing_key = mallory.signing_key();
    assert_eq!(Card::parse(&stolen.encode()).unwrap_err(), CardError::Signature);
    let mut renamed = card(&asa, "Åsa");
    renamed.name = "Anna".to_owned();
    assert_eq!(Card::parse(&renamed.encode()).unwrap_err(), CardError::Signature);
}

#[test]
fn what_is_no_card_is_refused() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let large = [card(&Identity::generate(), "Åsa").encode(), vec![b'\n'; 5_000]].concat();
    for bytes in [&b""[..], b"hej", b"farled card \n", b"farled card x\n", png, &[0xff; 300], &large] {
        assert_eq!(Card::parse(bytes).unwrap_err(), CardError::NotACard);
    }
    let followed = [card(&Identity::generate(), "Åsa").encode(), b"PS\n".to_vec()].concat();
    assert_eq!(Card::parse(&followed).unwrap_err(), CardError::NotCanonical);
}

#[test]
fn a_card_is_valid_up_to_its_last_day() {
    let card = card(&Identity::generate(), "Åsa");
    assert!(card.check_expiry(day("2027-12-31")).is_ok());
    let error = card.check_expiry(day("2028-01-01")).unwrap_err();
    assert_eq!(error.code(), "card-expired");
    assert_eq!(error.params(), [("date", "2027-12-31".to_owned())]);
    let backwards = Identity::generate().card(text("Åsa"), day("2026-11-22"), day("2026-11-21"), 1);
    assert!(backwards.is_err());
}
