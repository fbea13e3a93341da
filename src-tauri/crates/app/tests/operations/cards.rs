//! Cards: whose keys are trusted.

use farled_app::{
    exchange::{CardState, DigitGroup, cards, import_card, my_card, my_card_file, remove_card, verify_card},
    settings::{self, Settings},
};
use farled_case::{Section, Vocabulary};

use crate::support::{Place, refused, sealed, trust};

fn heard(digits: &[String], indices: &[u32]) -> Vec<DigitGroup> {
    indices
        .iter()
        .map(|index| DigitGroup { index: *index, digits: digits[*index as usize].clone() })
        .collect()
}

#[test]
fn a_card_is_trusted_once_three_groups_of_its_digits_were_typed_back() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let card = import_card(&mut here, &my_card_file(&mut there).unwrap().bytes).unwrap();
    assert_eq!((card.name.as_str(), card.state), ("Kansliet Exempel", CardState::Unverified));
    assert_eq!(card.digits, my_card(&mut there).unwrap().digits, "both see the same digits");
    let digits = card.digits.clone();
    refused(verify_card(&mut here, &card.key, &heard(&digits, &[3, 7])), "digits-too-few");
    refused(verify_card(&mut here, &card.key, &heard(&digits, &[3, 7, 3, 7])), "digits-too-few");
    let mut wrong = heard(&digits, &[3, 7, 9]);
    wrong[1].digits = "00000".to_owned();
    refused(verify_card(&mut here, &card.key, &wrong), "digits-differ");
    refused(verify_card(&mut here, "somebody", &heard(&digits, &[3, 7, 9])), "card-unknown");
    assert_eq!(cards(&here).unwrap()[0].state, CardState::Unverified);
    let mut typed = heard(&digits, &[3, 7, 9]);
    typed[0].digits = format!(" {} ", typed[0].digits);
    assert_eq!(verify_card(&mut here, &card.key, &typed).unwrap().state, CardState::Verified);
}

#[test]
fn the_same_keys_under_a_new_role_stay_trusted_and_an_older_card_does_not_come_back() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let older = my_card_file(&mut there).unwrap().bytes;
    trust(&mut here, &mut there);
    let promoted = Settings { role: "Samordnare".to_owned(), ..settings::show(&there).unwrap() };
    settings::save(&mut there, &promoted).unwrap();
    let newer = my_card_file(&mut there).unwrap().bytes;
    let card = import_card(&mut here, &newer).unwrap();
    assert_eq!((card.role.as_str(), card.state), ("Samordnare", CardState::Verified));
    refused(import_card(&mut here, &older), "card-older");
    assert_eq!(cards(&here).unwrap().len(), 1);
    assert_eq!(cards(&here).unwrap()[0].role, "Samordnare");
}

#[test]
fn other_keys_under_a_known_name_are_not_trusted_and_nothing_is_sent_to_them() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let case = here.case("Ek");
    trust(&mut here, &mut there);
    let mut forger = Place::of("Kansliet Exempel");
    let card = import_card(&mut here, &my_card_file(&mut forger).unwrap().bytes).unwrap();
    assert_eq!(card.state, CardState::Changed);
    refused(sealed(&mut here, &[case], Section::ALL).map(drop), "card-not-verified");
}

#[test]
fn ones_own_card_is_no_colleagues() {
    let mut place = Place::new();
    let own = my_card_file(&mut place).unwrap().bytes;
    refused(import_card(&mut place, &own), "card-own");
    refused(import_card(&mut place, b"not a card"), "card-invalid");
    let mut altered = own.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    refused(import_card(&mut place, &altered), "card-invalid");
    assert!(cards(&place).unwrap().is_empty());
}

#[test]
fn a_card_is_made_for_somebody_with_a_name() {
    let mut place = Place::of(" ");
    refused(my_card(&mut place), "name-missing");
}

#[test]
fn an_expired_card_is_sent_nothing_until_it_is_renewed() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let case = here.case("Ek");
    trust(&mut here, &mut there);
    here.sit_down("2028-11-26 09:00");
    assert!(cards(&here).unwrap()[0].is_expired);
    refused(sealed(&mut here, &[case], Section::ALL).map(drop), "card-expired");
    there.sit_down("2028-11-26 09:00");
    let renewed = my_card_file(&mut there).unwrap().bytes;
    assert_eq!(import_card(&mut here, &renewed).unwrap().state, CardState::Verified);
    sealed(&mut here, &[case], Section::ALL).unwrap();
}

#[test]
fn a_forgotten_card_is_gone() {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    let card = trust(&mut here, &mut there);
    remove_card(&mut here, &card.key).unwrap();
    assert!(cards(&here).unwrap().is_empty());
}
