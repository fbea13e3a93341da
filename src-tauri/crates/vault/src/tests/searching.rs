//! Full-text search.

use farled_case::Kind;
use proptest::prelude::*;

use super::*;

fn found(fixture: &Fixture, query: &str) -> Vec<RecordId> {
    let mut ids: Vec<_> =
        fixture.search(query, &[], None, 50).unwrap().into_iter().map(|hit| hit.id).collect();
    ids.sort();
    ids
}

fn library() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        writer.put(&note(1, "Ringde Försäkringskassan om hans ansökan. Åkte dit i ösregn."))?;
        writer.put(&note(2, "Forsakringskassan utan prickar, akte om an inte."))?;
        writer.put(&need(3, "Trygg bostad nära skolan"))?;
        writer.put(&need(4, "Sa: \"jag vill NOT hem\" AND (kanske) near* ^"))?;
        let mut other = need(5, "Bostad i annan stad");
        other.case = case(2);
        writer.put(&other)
    });
    fixture
}

#[test]
fn swedish_letters_are_letters_of_their_own() {
    let fixture = library();
    assert_eq!(found(&fixture, "försäkringskassan"), [record(1)]);
    assert_eq!(found(&fixture, "FÖRSÄKRINGSKASSAN"), [record(1)]);
    assert_eq!(found(&fixture, "forsakringskassan"), [record(2)]);
    assert_eq!(found(&fixture, "åkte"), [record(1)]);
    assert_eq!(found(&fixture, "Ösregn"), [record(1)]);
    assert_eq!(found(&fixture, "a\u{30a}kte o\u{308}sregn"), [record(1)], "typed as letter and mark");
}

#[test]
fn every_word_must_stand_there_and_the_last_may_be_a_beginning() {
    let fixture = library();
    assert_eq!(found(&fixture, "bost"), [record(3), record(5)]);
    assert_eq!(found(&fixture, "bostad sko"), [record(3)]);
    assert_eq!(found(&fixture, "bost skolan"), [], "only the last word may be a beginning");
    assert_eq!(found(&fixture, "ostad"), []);
}

#[test]
fn operators_and_quotes_are_words_like_any_other() {
    let fixture = library();
    assert_eq!(found(&fixture, "vill NOT hem"), [record(4)]);
    assert_eq!(found(&fixture, "\"jag vill\""), [record(4)]);
    assert_eq!(found(&fixture, "bostad OR hem"), []);
    assert_eq!(found(&fixture, "text:bostad"), []);
    for odd in
        ["\"", "*", "(", ")", "^", "-", "AND", "NEAR(", "a\"b", "'; DROP TABLE records; --", "\u{0}", " ", ""]
    {
        fixture.search(odd, &[], None, 50).unwrap();
    }
    assert_eq!(found(&fixture, "kanske"), [record(4)]);
}

#[test]
fn search_keeps_to_kinds_case_and_limit() {
    let fixture = library();
    assert_eq!(fixture.search("bostad", &[], Some(case(2)), 50).unwrap()[0].id, record(5));
    assert!(fixture.search("bostad", &[Kind::Note], None, 50).unwrap().is_empty());
    assert_eq!(fixture.search("bostad", &[Kind::Note, Kind::Need], None, 1).unwrap().len(), 1);
    let hit = fixture.search("ringde", &[], None, 50).unwrap().remove(0);
    assert_eq!((hit.kind, hit.case, hit.starts_at), (Kind::Note, Some(case(1)), Some(at(3, 10))));
}

#[test]
fn a_snippet_marks_what_was_searched_for() {
    let fixture = library();
    let snippet = fixture.search("trygg sko", &[], None, 50).unwrap().remove(0).snippet;
    let shown: Vec<_> = snippet.iter().map(|part| (part.text.as_str(), part.is_match)).collect();
    assert_eq!(shown, [("Trygg", true), (" bostad nära ", false), ("skolan", true)]);
}

#[test]
fn what_changed_is_found_by_its_new_words_alone() {
    let mut fixture = library();
    fixture.put(&need(3, "Eget kontrakt"));
    assert_eq!(found(&fixture, "bostad"), [record(5)]);
    assert_eq!(found(&fixture, "kontrakt"), [record(3)]);
    fixture.put(&need(3, ""));
    assert_eq!(found(&fixture, "kontrakt"), []);
    fixture.assert_sound();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_a_safe_query(queries in prop::collection::vec(any::<String>(), 20)) {
        let fixture = Fixture::new();
        for query in queries {
            fixture.search(&query, &[], None, 5).unwrap();
        }
    }
}
