//! The recovery key as it is printed and typed.

use proptest::prelude::*;

use crate::{RecoveryKey, RecoveryKeyError};

#[test]
fn the_key_is_printed_in_thirteen_groups_of_five() {
    let groups = RecoveryKey::make().unwrap().groups();
    assert_eq!(groups.len(), 13);
    assert!(groups.iter().all(|group| group.len() == 5));
}

#[test]
fn confusable_letters_count_as_what_they_look_like() {
    let key = (0..).find_map(|_| {
        let key = RecoveryKey::make().unwrap();
        let text = key.groups().join("-");
        ["0", "1", "V"].iter().all(|letter| text.contains(letter)).then_some(text)
    });
    let printed = key.unwrap();
    for (letter, typed) in [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l"), ("V", "U"), ("V", "u")] {
        let parsed = RecoveryKey::parse(&printed.replace(letter, typed)).unwrap();
        assert_eq!(parsed.groups().join("-"), printed);
    }
}

#[test]
fn a_missing_character_is_told_by_its_group_or_counted() {
    let mut groups = RecoveryKey::make().unwrap().groups();
    groups[4].pop();
    assert_eq!(RecoveryKey::parse(&groups.join(" ")).unwrap_err(), RecoveryKeyError::Group { group: 5 });
    let error = RecoveryKey::parse(&groups.concat()).unwrap_err();
    assert_eq!(error, RecoveryKeyError::Length { found: 64, expected: 65 });
    assert_eq!(RecoveryKey::parse("").unwrap_err().code(), "recovery-key-length");
}

#[test]
fn a_letter_outside_the_alphabet_is_told_by_its_group() {
    let mut groups = RecoveryKey::make().unwrap().groups();
    groups[6].replace_range(2..3, "Å");
    assert_eq!(RecoveryKey::parse(&groups.join("-")).unwrap_err(), RecoveryKeyError::Group { group: 7 });
}

#[test]
fn debugging_shows_nothing_of_the_key() {
    assert_eq!(format!("{:?}", RecoveryKey::make().unwrap()), "RecoveryKey(…)");
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(separator in "[ \\-]{1,3}", lower in any::<bool>()) {
        let key = RecoveryKey::make().unwrap();
        let mut typed = key.groups().join(&separator);
        if lower {
            typed = typed.to_lowercase();
        }
        prop_assert_eq!(RecoveryKey::parse(&typed).unwrap().groups(), key.groups());
        prop_assert_eq!(RecoveryKey::parse(&key.groups().concat()).unwrap().groups(), key.groups());
    }

    #[test]
    fn one_wrong_character_is_located(place in 0..65_usize, shift in 1..32_usize) {
        const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let mut typed: Vec<char> = RecoveryKey::make().unwrap().groups().concat().chars().collect();
        let right = ALPHABET.find(typed[place]).unwrap();
        typed[place] = ALPHABET.chars().nth((right + shift) % 32).unwrap();
        let error = RecoveryKey::parse(&typed.iter().collect::<String>()).unwrap_err();
        prop_assert_eq!(error, RecoveryKeyError::Group { group: place / 5 + 1 });
    }

    #[test]
    fn two_neighbours_swapped_are_located(group in 0..13_usize, place in 0..4_usize) {
        let mut typed: Vec<char> = RecoveryKey::make().unwrap().groups().concat().chars().collect();
        let at = group * 5 + place;
        prop_assume!(typed[at] != typed[at + 1]);
        typed.swap(at, at + 1);
        let error = RecoveryKey::parse(&typed.iter().collect::<String>()).unwrap_err();
        prop_assert_eq!(error, RecoveryKeyError::Group { group: group + 1 });
    }

    #[test]
    fn two_groups_swapped_are_found(first in 0..13_usize, second in 0..13_usize) {
        let mut groups = RecoveryKey::make().unwrap().groups();
        prop_assume!(first < second && groups[first] != groups[second]);
        groups.swap(first, second);
        let error = RecoveryKey::parse(&groups.concat()).unwrap_err();
        prop_assert_eq!(error, RecoveryKeyError::Group { group: first + 1 });
    }

    #[test]
    fn anything_typed_is_refused_without_a_panic(typed in any::<String>()) {
        prop_assert!(RecoveryKey::parse(&typed).is_err());
    }
}
