//! The documents that newcomers read name only what exists.

use std::{fs, path::Path};

#[test]
fn every_path_that_a_document_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for path in paths(&text) {
            named += 1;
            assert!(root.join(path).exists(), "{document} names {path}, which does not exist");
        }
    }
    assert!(named > 20, "the documents name paths in backticks; only {named} were found");
}

/// What stands in backticks and looks like a path of this project.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    const TOP: [&str; 6] = ["src-tauri/", "ui/", "assets/", "tests/", ".cargo/", ".ci/"];
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|quoted| TOP.iter().any(|top| quoted.starts_with(top)))
        .filter(|quoted| !quoted.contains(['<', '*', ' ', '{']))
}
