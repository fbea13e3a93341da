//! Search.

use farled_app::{
    people::{self, IdentityView},
    search::find,
};
use farled_case::Kind;

use crate::support::Place;

fn found(place: &Place, query: &str) -> Vec<String> {
    find(place, query, None)
        .unwrap()
        .into_iter()
        .map(|hit| hit.snippet.iter().map(|part| part.text.as_str()).collect())
        .collect()
}

#[test]
fn swedish_words_are_found_as_they_are_written() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.note(case, "Vi åkte buss till Ängelholm och åt räksmörgås.");
    place.note(case, "En angelägen fråga om ak och rok.");
    for query in ["räksmörgås", "RÄKSMÖRGÅS", "räksm", "ängelholm buss"] {
        assert_eq!(found(&place, query).len(), 1, "{query}");
    }
    for query in ["raksmorgas", "åka", "ängelägen"] {
        assert!(found(&place, query).is_empty(), "{query}: å, ä and ö are letters of their own");
    }
}

#[test]
fn the_words_that_were_searched_for_are_marked() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let note = place.note(case, "Tandläkaren ringde.");
    let hits = find(&place, "tandläk", None).unwrap();
    assert_eq!((hits[0].id, hits[0].kind, hits[0].alias.as_str()), (note.id.into(), Kind::Note, "Ek"));
    let marked: Vec<&str> =
        hits[0].snippet.iter().filter(|part| part.is_match).map(|part| part.text.as_str()).collect();
    assert_eq!(marked, ["Tandläkaren"]);
}

#[test]
fn a_search_in_one_file_finds_nothing_of_others() {
    let mut place = Place::new();
    let (ek, alm) = (place.case("Ek"), place.case("Alm"));
    place.note(ek, "Vi talade om jakten.");
    place.note(alm, "Vi talade om fisket.");
    assert_eq!(find(&place, "talade", Some(ek)).unwrap().len(), 1);
    assert_eq!(find(&place, "talade", None).unwrap().len(), 2);
}

#[test]
fn any_text_is_a_safe_query() {
    let mut place = Place::new();
    let case = place.case("Ek");
    place.note(case, "Vi talade.");
    for query in ["", "\"", "' OR 1=1", "NEAR(", "talade AND", "*", "ta*la", "(((", "\u{0}", "é\u{301}"] {
        find(&place, query, None).unwrap();
    }
}

#[test]
fn a_civil_identity_is_never_found() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let identity = IdentityView {
        given_name: "Vera".to_owned(),
        surname: "Vallmosson".to_owned(),
        identity_number: "19900101-2384".to_owned(),
    };
    people::save_identity(&mut place, case, &identity).unwrap();
    for query in ["Vera", "Vallmosson", "vallmo", "19900101", "2384", "19900101-2384"] {
        assert!(found(&place, query).is_empty(), "{query}");
    }
}
