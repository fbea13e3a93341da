//! The catalogues agree: the same messages, attributes and variables in every language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use farled_locale::{Language, SOURCES, Source};
use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// Of each message and attribute (`area: id.attribute`), the variables and the messages it refers to.
type Shape = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_catalogue_parses_whole() {
    let mut problems = Vec::new();
    for source in SOURCES {
        if let Err((_, errors)) = parser::parse(source.text) {
            for error in errors {
                let line = source.text[..error.pos.start].lines().count();
                problems.push(format!("{}.{} line {line}: {}", source.area, source.language, error.kind));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn no_id_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeMap::new();
        let mut problems = Vec::new();
        for source in SOURCES.iter().filter(|source| source.language == language) {
            for id in ids(source) {
                if let Some(first) = seen.insert(id.clone(), source.area) {
                    problems.push(format!("{id} ({language}): in {first} and in {}", source.area));
                }
            }
        }
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }
}

#[test]
fn the_languages_have_the_same_messages_attributes_and_variables() {
    let swedish = shape(Language::Sv);
    let english = shape(Language::En);
    let mut problems = Vec::new();
    for key in swedish.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (swedish.get(key), english.get(key)) {
            (Some(_), None) => problems.push(format!("{key}: missing in English")),
            (None, Some(_)) => problems.push(format!("{key}: missing in Swedish")),
            (Some(swedish), Some(english)) if swedish != english => {
                problems.push(format!("{key}: {swedish:?} in Swedish, {english:?} in English"));
            }
            _ => {}
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn what_a_message_refers_to_is_there() {
    for language in Language::ALL {
        let shape = shape(language);
        let known: BTreeSet<&str> =
            shape.keys().filter_map(|key| key.split_once(": ").map(|(_, id)| id)).collect();
        for (key, references) in &shape {
            for reference in references.iter().filter(|reference| !reference.starts_with('$')) {
                assert!(known.contains(reference.as_str()), "{key} ({language}): {reference} is missing");
            }
        }
    }
}

#[test]
fn the_printed_words_are_embedded() {
    for language in Language::ALL {
        assert!(SOURCES.iter().any(|source| source.area == "print" && source.language == language));
    }
}

/// The ids of a catalogue, with those that stand twice.
fn ids(source: &Source) -> Vec<String> {
    let resource = parser::parse(source.text).unwrap_or_else(|(resource, _)| resource);
    let id = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        Entry::Term(term) => Some(format!("-{}", term.id.name)),
        _ => None,
    };
    resource.body.iter().filter_map(id).collect()
}

/// What the messages of a language are called and refer to.
fn shape(language: Language) -> Shape {
    let mut shape = Shape::new();
    for source in SOURCES.iter().filter(|source| source.language == language) {
        let resource = parser::parse(source.text).unwrap_or_else(|(resource, _)| resource);
        for entry in &resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                _ => continue,
            };
            if let Some(value) = value {
                shape.insert(format!("{}: {id}", source.area), references(value));
            }
            for attribute in attributes {
                let name = format!("{}: {id}.{}", source.area, attribute.id.name);
                shape.insert(name, references(&attribute.value));
            }
        }
    }
    shape
}

fn references(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
        Expression::Inline(inline) => in_inline(inline, found),
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    let dotted = |name: &str, attribute: Option<&str>| match attribute {
        Some(attribute) => format!("{name}.{attribute}"),
        None => name.to_owned(),
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(format!("${}", id.name));
        }
        InlineExpression::MessageReference { id, attribute } => {
            found.insert(dotted(id.name, attribute.as_ref().map(|attribute| attribute.name)));
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            let name = dotted(id.name, attribute.as_ref().map(|attribute| attribute.name));
            found.insert(format!("-{name}"));
            if let Some(arguments) = arguments {
                in_arguments(arguments, found);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, found),
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|argument| in_inline(argument, found));
    arguments.named.iter().for_each(|argument| in_inline(&argument.value, found));
}
