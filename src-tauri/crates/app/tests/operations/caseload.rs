//! Caseload files: read whole or not at all, and written so that they read back the same.

use farled_app::{caseload, library};
use serde_json::{Value, json};

use crate::support::{Place, day, import};

const CASE: &str = "01900000-0000-7000-8000-000000000001";

fn case(alias: &str) -> Value {
    json!({ "kind": "case", "value": {
        "id": CASE, "alias": alias, "phase": "active", "opened_on": "2026-01-01", "protection": "none",
    }})
}

fn appointment(fields: Value) -> Value {
    let mut value = json!({
        "id": farled_app::new_id(), "case": CASE, "starts_at": "2026-11-26T10:00:00", "minutes": 60,
        "content": { "title": "Möte" },
    });
    value.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({ "kind": "appointment", "value": value })
}

/// Reads a good line and then a bad one: the code, the line that is told and its other parameters.
/// Nothing of the file is there afterwards.
fn told(bad: &[u8]) -> (String, Vec<(String, String)>) {
    let mut place = Place::new();
    let before = place.exported();
    let file = [b"\n", case("Ek").to_string().as_bytes(), b"\n", bad, b"\n"].concat();
    let failure = import(&mut place, file.as_slice()).unwrap_err();
    assert_eq!(place.exported(), before, "nothing of the file was applied");
    (failure.code, failure.params.into_iter().collect())
}

fn params(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A file, the code that it is refused with, and what the sentence needs.
type BadFile = (Vec<u8>, &'static str, Vec<(String, String)>);

#[test]
fn a_bad_line_is_told_by_its_number_and_where_in_it_and_nothing_is_applied() {
    let record = |kind: &str, value: Value| json!({ "kind": kind, "value": value }).to_string();
    let routine = json!({
        "id": CASE, "case": CASE, "title": "Frukost", "from": "2026-11-01", "until": "2026-10-01",
        "days": { "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true },
    });
    let mut no_saturday = routine.clone();
    no_saturday["days"].as_object_mut().unwrap().remove("sat");
    let no_title = appointment(json!({ "content": { "title": " " } })).to_string();
    let wrong_medium = appointment(json!({ "content": { "title": "Möte", "medium": "pigeon" } })).to_string();
    let wrong_time = appointment(json!({ "starts_at": "tomorrow" })).to_string();
    let too_long = appointment(json!({ "minutes": 100_000 })).to_string();
    let elsewhere = appointment(json!({ "case": "01900000-0000-7000-8000-000000000002" })).to_string();
    let endless = record(
        "series",
        json!({
            "id": CASE, "case": CASE, "starts_at": "2026-11-26T10:00:00", "minutes": 60,
            "rule": "FREQ=SECONDLY", "content": { "title": "Möte" },
        }),
    );
    let cases: Vec<BadFile> = vec![
        (b"{\"kind\":".to_vec(), "import-not-json", params(&[("column", "8"), ("line", "3")])),
        (b"[]".to_vec(), "import-not-a-record", params(&[("line", "3")])),
        (b"{\"kind\":\"note\"}".to_vec(), "import-not-a-record", params(&[("line", "3")])),
        (record("horse", json!({})).into(), "import-unknown-kind", params(&[("line", "3")])),
        (record("note_draft", json!({})).into(), "import-unknown-kind", params(&[("line", "3")])),
        (record("disclosure", json!({})).into(), "import-unknown-kind", params(&[("line", "3")])),
        (
            record("case", json!({ "id": CASE })).into(),
            "import-missing-field",
            params(&[("field", "alias"), ("line", "3")]),
        ),
        (
            record("routine", no_saturday).into(),
            "import-missing-field",
            params(&[("field", "days.sat"), ("line", "3")]),
        ),
        (wrong_medium.into(), "import-unknown-term", params(&[("field", "content.medium"), ("line", "3")])),
        (wrong_time.into(), "import-wrong-value", params(&[("field", "starts_at"), ("line", "3")])),
        (record("case", json!(7)).into(), "import-wrong-value", params(&[("field", "value"), ("line", "3")])),
        (vec![b'"', 0xff, b'"'], "import-not-utf8", params(&[("line", "3")])),
        (vec![b' '; 5 << 20], "import-line-too-long", params(&[("line", "3")])),
        (elsewhere.into(), "import-without-case", params(&[("line", "3")])),
        (
            case("EK").to_string().replace(CASE, "01900000-0000-7000-8000-000000000003").into(),
            "alias-taken",
            params(&[("in_line", "3")]),
        ),
        (record("routine", routine).into(), "end-before-start", params(&[("in_line", "3")])),
        (no_title.into(), "appointment-no-title", params(&[("in_line", "3")])),
        (too_long.into(), "appointment-too-long", params(&[("in_line", "3")])),
        (endless.into(), "recurrence-too-many", params(&[("in_line", "3")])),
    ];
    for (bad, code, params) in cases {
        assert_eq!(
            told(&bad),
            (code.to_owned(), params),
            "{}",
            String::from_utf8_lossy(&bad[..40.min(bad.len())])
        );
    }
}

#[test]
fn a_file_of_a_newer_version_is_not_guessed_at() {
    let mut place = Place::new();
    let failure = import(&mut place, br#"{"format":"farled-caseload","version":2}"#.as_slice()).unwrap_err();
    assert_eq!(failure.code, "import-newer");
    let failure = import(&mut place, br#"{"format":"other","version":1}"#.as_slice()).unwrap_err();
    assert_eq!(failure.code, "import-not-a-record");
}

#[test]
fn what_is_exported_reads_back_the_same_in_another_vault_and_twice_changes_nothing() {
    let mut place = Place::with_sample();
    let file = place.exported();
    let mut other = Place::new();
    let report = import(&mut other, file.as_bytes()).unwrap();
    assert_eq!(other.exported(), file);
    let again = import(&mut other, file.as_bytes()).unwrap();
    assert_eq!((again.new, again.changed, again.same), (0, 0, report.new));
    assert_eq!(other.exported(), file);
}

#[test]
fn lines_may_come_in_any_order() {
    let mut place = Place::new();
    let file = format!("{}\n\n{}\n", appointment(json!({})), case("Ek"));
    assert_eq!(import(&mut place, file.as_bytes()).unwrap().new, 2);
}

#[test]
fn two_people_may_trade_aliases_once_one_is_free() {
    let mut place = Place::new();
    let other = |alias: &str| case(alias).to_string().replace(CASE, "01900000-0000-7000-8000-000000000003");
    import(&mut place, format!("{}\n{}", case("Ek"), other("Alm")).as_bytes()).unwrap();
    let traded = format!("{}\n{}\n{}", case("Tall"), other("Ek"), case("Alm"));
    assert_eq!(import(&mut place, traded.as_bytes()).unwrap().changed, 3);
}

#[test]
fn a_changed_line_changes_its_record() {
    let mut place = Place::new();
    import(&mut place, case("Ek").to_string().as_bytes()).unwrap();
    let report = import(&mut place, case("Alm").to_string().as_bytes()).unwrap();
    assert_eq!((report.new, report.changed), (0, 1));
}

#[test]
fn every_line_of_a_made_up_caseload_is_as_the_schema_says() {
    let schema = caseload::schema();
    let text = schema.to_string();
    for (kind, _) in library::synthetic(2, 4, 1, day("2026-11-25")) {
        assert!(text.contains(&format!("\"{}\"", serde_json::to_value(kind).unwrap().as_str().unwrap())));
    }
    assert!(!text.contains("_draft"), "a draft is in no such file");
}

#[test]
fn drafts_of_the_sample_people_come_in_with_them_and_are_in_no_export() {
    let mut place = Place::with_sample();
    let drafts = place.vault().list::<farled_case::NoteDraft>(&farled_vault::Filter::default()).unwrap();
    assert!(!drafts.is_empty());
    assert!(!place.exported().contains("note_draft"));
}
