//! Photos and PDFs of documents, in and out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    desks::Place,
    support::{Cli, bare},
};

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/e2e/documents").join(name);
    path.to_str().unwrap().to_owned()
}

fn cli() -> Cli {
    let mut place = Place::new();
    place.case("Ek");
    place.case("Alm");
    Cli::at(place)
}

fn rows(cli: &Cli, alias: &str) -> Vec<Value> {
    cli.data(&["attachment", "list", alias]).as_array().unwrap().clone()
}

#[test]
fn documents_go_in_are_listed_come_out_and_are_removed() {
    let cli = cli();
    assert!(rows(&cli, "Ek").is_empty());
    let (photo, letter) = (document("photo.jpg"), document("letter.pdf"));
    let added = cli.data(&["attachment", "add", "Ek", &photo, &letter]);
    let id = |at: usize| added[at]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        (added[0]["name"].as_str(), added[1]["name"].as_str()),
        (Some("photo.jpg"), Some("letter.pdf"))
    );
    assert!(added[0]["size"].as_u64().unwrap() < fs::metadata(&photo).unwrap().len(), "what tells is out");

    let listed = rows(&cli, "Ek");
    assert_eq!(listed.len(), 2);
    let media: Vec<_> =
        ["jpeg", "pdf"].into_iter().filter(|kind| listed.iter().any(|row| row["media"] == *kind)).collect();
    assert_eq!(media, ["jpeg", "pdf"]);
    assert!(rows(&cli, "Alm").is_empty(), "nobody else's");
    let [swedish, english] =
        ["sv", "en"].map(|language| cli.done(&["--lang", language, "attachment", "list", "Ek"]));
    assert!(swedish.contains("letter.pdf") && english.contains("letter.pdf") && swedish != english);

    let out = cli.path("ut.pdf");
    let said =
        cli.done(&["--lang", "sv", "attachment", "save", &id(1), "--out", &out, "--ground", "consent"]);
    assert!(said.contains("ut.pdf"), "{said}");
    assert_eq!(fs::read(&out).unwrap(), fs::read(&letter).unwrap());
    let out = cli.path("ut.jpg");
    assert_eq!(cli.data(&["attachment", "save", &id(0), "--out", &out])["file"], Value::from(out.clone()));
    let kept = fs::read(&out).unwrap();
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(holds(&fs::read(&photo).unwrap(), b"hemlig plats") && !holds(&kept, b"hemlig plats"));

    let said = ["sv", "en"].map(|language| {
        let another = cli.data(&["attachment", "add", "Alm", &letter])[0]["id"].as_str().unwrap().to_owned();
        cli.done(&["--lang", language, "attachment", "remove", &another])
    });
    assert_ne!(said[0], said[1]);
    assert_eq!(cli.data(&["attachment", "remove", &id(1)])["id"], Value::from(id(1)));
    assert_eq!(rows(&cli, "Ek").len(), 1);
    cli.done(&["check"]);
}

#[test]
fn what_cannot_be_done_with_a_document_is_refused_in_words_and_changes_nothing() {
    let cli = cli();
    let id =
        cli.data(&["attachment", "add", "Ek", &document("letter.pdf")])[0]["id"].as_str().unwrap().to_owned();
    let text = cli.write("x.txt", "hej");
    let empty = cli.write("empty.pdf", "");
    let broken = cli.write("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR");
    let heic = cli.write("x.heic", b"\0\0\0\x18ftypheic\0\0\0\0");
    for (file, code) in [
        (&text, "attachment-unknown-kind"),
        (&empty, "attachment-empty"),
        (&broken, "attachment-broken"),
        (&heic, "attachment-heic"),
        (&cli.path("none"), "file-missing"),
    ] {
        cli.refused(&["attachment", "add", "Ek", file], code);
    }
    cli.refused(&["attachment", "add", "Tall", &document("letter.pdf")], "alias-unknown");
    cli.refused(&["attachment", "list", "Tall"], "alias-unknown");
    let out = cli.path("ut.pdf");
    cli.refused(&["attachment", "save", &id, "--out", &out, "--ground", ""], "ground-missing");
    assert!(!PathBuf::from(&out).exists());
    let unknown = "01900000-0000-7000-8000-000000000000";
    cli.refused(&["attachment", "save", unknown, "--out", &out], "record-missing");
    cli.refused(&["attachment", "remove", unknown], "record-missing");
    // Wrong usage ends with 2.
    for wrong in [
        vec!["attachment"],
        vec!["attachment", "add", "Ek"],
        vec!["attachment", "list"],
        vec!["attachment", "save", &id],
        vec!["attachment", "remove", "letter.pdf"],
    ] {
        assert_eq!(cli.run(&wrong).code, 2, "{wrong:?}");
    }
    assert_eq!(rows(&cli, "Ek").len(), 1);
}

#[test]
fn an_export_says_how_many_documents_it_leaves_out() {
    let cli = cli();
    assert_eq!(cli.data(&["export", "--out", &cli.path("none.jsonl")])["documents_left_out"], 0);
    cli.done(&["attachment", "add", "Ek", &document("photo.jpg"), &document("letter.pdf")]);
    let out = cli.path("out.jsonl");
    let said = ["sv", "en"].map(|language| {
        let ran = cli.run(&["--lang", language, "export", "--out", &out]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.err.starts_with("2 ") && ran.err.contains("attachment save"), "{}", ran.err);
        ran.err
    });
    assert_ne!(said[0], said[1]);
    let ran = cli.run(&["--json", "export", "--out", &out]);
    let data: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(data["documents_left_out"], 2);
    // On standard output comes the caseload and nothing else; what it holds goes in again, all of it.
    let ran = cli.run(&["export"]);
    assert!(ran.err.starts_with("2 ") && !ran.out.contains("\"attachment\""));
    let file = cli.write("again.jsonl", &ran.out);
    let there = Cli::new();
    let report = there.data(&["import", &file]);
    assert_eq!(report["new"].as_u64(), Some(ran.out.lines().count() as u64 - 1));
    assert_eq!(there.done(&["export"]), ran.out);
    assert!(bare(&["export", "--help"]).done().contains("attachment save"));
}
