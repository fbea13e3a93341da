//! Whatever can go wrong has its sentences in every language, and no sentence is left over.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use farled_locale::{Catalogue, Language};

#[test]
fn every_code_has_its_three_sentences_in_every_language() {
    let mut problems = Vec::new();
    for (code, place) in returned() {
        for language in Language::ALL {
            let catalogue = Catalogue::of(language);
            let id = format!("error-{code}");
            if !catalogue.has(&id) {
                problems.push(format!("{id} ({language}) is missing; {place} returns it"));
                continue;
            }
            for attribute in ["data", "todo"] {
                if catalogue.attribute(&id, attribute) == format!("{id}.{attribute}") {
                    problems.push(format!("{id}.{attribute} ({language}) is missing"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn no_sentence_about_an_error_is_left_over() {
    let mut text = String::new();
    for file in sources("src-tauri", &["rs"]).into_iter().chain(sources("ui/src", &["ts", "svelte"])) {
        text.push_str(&without_tests(&file));
    }
    let is_returned =
        |code: &str| ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}{code}{quote}")));
    let unused: Vec<String> = described().into_iter().filter(|code| !is_returned(code)).collect();
    assert!(unused.is_empty(), "nothing returns: {}", unused.join(", "));
}

/// The codes that the catalogue has sentences for.
fn described() -> Vec<String> {
    let text = fs::read_to_string(root().join("assets/locales/ui/errors.sv.ftl")).unwrap();
    let codes: Vec<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("error-")?.split_once(" =").map(|(code, _)| code.to_owned()))
        .collect();
    assert!(codes.len() > 100, "the catalogue has its errors where they are looked for");
    codes
}

/// The codes that the program returns, each with a file that does.
fn returned() -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    for file in sources("src-tauri", &["rs"]) {
        let text = without_tests(&file);
        let place = file.strip_prefix(root()).unwrap().display().to_string();
        for call in ["Failure::new(", "required_text(", "text(&", ".skip(", ".note("] {
            for (index, _) in text.match_indices(call) {
                let arguments = &text[index + call.len() - 1..];
                codes.extend(quoted(&arguments[..closing(arguments)]).map(|code| (code, place.clone())));
            }
        }
        for (index, _) in text.match_indices("fn code(") {
            let body = &text[index..];
            let end =
                body.find("\n    }\n").into_iter().chain(body.find("\n}\n")).min().unwrap_or(body.len());
            codes.extend(quoted(&body[..end]).map(|code| (code, place.clone())));
        }
    }
    // These codes are no errors: of a field within a card, and of a language.
    codes.retain(|_, place| !["card_text.rs", "language.rs"].iter().any(|other| place.ends_with(other)));
    for file in sources("ui/src", &["ts", "svelte"]) {
        let text = without_tests(&file);
        let thrown = text.split("new Failure('").skip(1).filter_map(|rest| rest.split('\'').next());
        codes.extend(thrown.map(|code| (code.to_owned(), file.display().to_string())));
    }
    assert!(codes.len() > 100, "only {} codes were found", codes.len());
    codes
}

/// What stands alone between quotes, in kebab case.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('"')
        .skip(1)
        .step_by(2)
        .filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .map(str::to_owned)
}

/// Where the first bracket is closed, or the text ends.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (index, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth <= 1 => return index,
            ')' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// A source without its tests, which mention codes that nothing need return.
fn without_tests(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned()
}

/// The sources under a folder, tests and what is built left out.
fn sources(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["tests", "target", "gen", "examples", "gallery"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if extensions.iter().any(|extension| path.extension().is_some_and(|e| e == *extension))
                && !name.contains(".test.")
                && !name.ends_with("tests.rs")
            {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
