//! The projection follows from the documents alone.

use proptest::prelude::*;

use super::*;
use crate::Problem;

/// Everything that is derived, read past the vault.
fn derived(fixture: &Fixture) -> Vec<String> {
    let mut statement = fixture
        .connection
        .prepare(
            "SELECT hex(id), hex(case_id), kind, starts_at, due_on, status, value,
                (SELECT text FROM fts WHERE rowid = seq) FROM records ORDER BY seq",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        let cells: Vec<rusqlite::types::Value> = (0..8).map(|cell| row.get(cell).unwrap()).collect();
        Ok(format!("{cells:?}"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_stale_projection_is_found_and_mended() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "Bostad"));
    fixture.put(&appointment(2, 5, "Möte"));
    fixture.assert_sound();
    let before = derived(&fixture);
    for damage in [
        "UPDATE records SET status = 'elsewhere' WHERE kind = 'need'",
        "UPDATE records SET value = replace(value, 'Bostad', 'Koja') WHERE kind = 'need'",
        "UPDATE records SET starts_at = NULL",
        "UPDATE fts SET text = 'annat' WHERE rowid = 1",
        "DELETE FROM fts",
    ] {
        fixture.connection.execute_batch(damage).unwrap();
        let problems = fixture.check().unwrap().problems;
        assert!(
            problems.iter().any(|problem| matches!(problem, Problem::ProjectionStale { .. })),
            "{damage}: {problems:?}"
        );
        fixture.rebuild_projection().unwrap();
        assert_eq!(derived(&fixture), before, "{damage}");
        fixture.assert_sound();
    }
    fixture.connection.execute_batch("INSERT INTO fts (rowid, text) VALUES (99, 'ingens')").unwrap();
    assert_eq!(fixture.check().unwrap().problems, [Problem::SearchDamaged]);
    fixture.rebuild_projection().unwrap();
    fixture.assert_sound();
}

#[test]
fn a_document_that_does_not_read_is_named() {
    let mut fixture = Fixture::new();
    fixture.put(&need(1, "Bostad"));
    fixture.put(&need(2, "Bostad"));
    fixture.connection.execute_batch("UPDATE records SET document = x'00' WHERE seq = 2").unwrap();
    let problems = fixture.check().unwrap().problems;
    assert_eq!(problems, [Problem::DocumentDamaged { id: record(2) }, Problem::StateDiffers]);
    let error = fixture.rebuild_projection().unwrap_err();
    assert_eq!((error.code(), error.params()), ("record-damaged", vec![("id", record(2).to_string())]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn rebuilding_gives_exactly_what_was_there(
        edits in prop::collection::vec((1..5_u128, any::<String>(), 1..28_u32, 0..4_u8), 1..20),
    ) {
        let mut fixture = Fixture::new();
        for (number, text, day, what) in &edits {
            match what {
                0 => drop(fixture.put(&need(*number, text))),
                1 => drop(fixture.put(&appointment(number + 10, *day, text))),
                2 => drop(fixture.write(|writer| writer.put_fresh(&draft(number + 20, text)))),
                _ => drop(fixture.try_write(|writer| writer.put(&note(number + 30, &format!("x{text}"))))),
            }
        }
        let before = derived(&fixture);
        fixture.rebuild_projection().unwrap();
        prop_assert_eq!(derived(&fixture), before);
        fixture.assert_sound();
    }
}
