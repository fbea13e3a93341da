//! The text of made-up notes, put together from phrases.

use std::{collections::BTreeMap, sync::LazyLock};

use farled_case::Theme;
use serde::Deserialize;

use super::random::Random;

/// How long a note becomes, in characters: about what a thorough note of an hour's conversation has.
const SHORTEST: usize = 1_200;
/// See [`SHORTEST`].
#[cfg(test)]
const LONGEST: usize = 1_600;

/// The phrases, `assets/library/phrases.sv.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    /// How a note begins.
    openings: Vec<String>,
    /// How the person is.
    states: Vec<String>,
    /// What was said about a theme.
    themes: BTreeMap<Theme, Vec<String>>,
    /// What they did.
    actions: Vec<String>,
    /// What was agreed, as bullets.
    agreed: Vec<String>,
    /// How a note ends.
    closings: Vec<String>,
    /// What happens next.
    pub(super) next_steps: Vec<String>,
    /// What may stand for `{name}` in a phrase.
    slots: BTreeMap<String, Vec<String>>,
}

#[allow(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../../../assets/library/phrases.sv.json"))
        .expect("the phrases can be read")
});

/// The phrases.
pub(super) fn phrases() -> &'static Phrases {
    &PHRASES
}

impl Phrases {
    /// Puts a note together about `themes`.
    pub(super) fn body(&self, themes: &[Theme], random: &mut Random) -> String {
        let mut body = String::with_capacity(1_800);
        self.add(&mut body, random.pick::<String>(&self.openings), random);
        for state in random.pick_some(&self.states, 2) {
            self.add(&mut body, state, random);
        }
        let mut told: Vec<Vec<&String>> = themes
            .iter()
            .filter_map(|theme| self.themes.get(theme))
            .map(|sentences| random.pick_some(sentences, sentences.len()))
            .collect();
        let mut done = random.pick_some(&self.actions, self.actions.len());
        let agreed = random.pick_some(&self.agreed, 3);
        let closing = random.pick::<String>(&self.closings);
        // What is still to come, by and large: three bullets and the end.
        let end: usize =
            agreed.iter().map(|text| text.chars().count() + 3).sum::<usize>() + closing.chars().count();
        let mut length = body.chars().count();
        let mut turn = 0;
        while length + end < SHORTEST + 40 {
            if turn % 4 == 0 {
                body.push_str("\n\n");
            }
            let theme = turn % (told.len() + 1);
            let sentence = told.get_mut(theme).and_then(Vec::pop).or_else(|| done.pop());
            let Some(sentence) = sentence else { break };
            self.add(&mut body, sentence, random);
            length = body.chars().count();
            turn += 1;
        }
        body.push_str("\n\n");
        for bullet in agreed {
            body.push_str("- ");
            self.add(&mut body, bullet, random);
            body.push('\n');
        }
        body.push('\n');
        self.add(&mut body, closing, random);
        body
    }

    /// What happens next.
    pub(super) fn next_step(&self, random: &mut Random) -> String {
        let mut step = String::new();
        self.add(&mut step, random.pick::<String>(&self.next_steps), random);
        step
    }

    /// Adds a phrase with its slots filled, after a space where one is needed.
    fn add(&self, text: &mut String, phrase: &str, random: &mut Random) {
        if !text.is_empty() && !text.ends_with(['\n', ' ']) {
            text.push(' ');
        }
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some(choices) = self.slots.get(name).filter(|choices| !choices.is_empty()) {
                text.push_str(random.pick::<String>(choices));
            }
            rest = after;
        }
        text.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::collections::HashSet;

    use farled_case::Vocabulary;

    use super::*;

    #[test]
    fn every_theme_has_phrases_and_every_slot_has_choices() {
        let phrases = phrases();
        for theme in Theme::ALL {
            assert!(phrases.themes[theme].len() >= 5, "{} has too few phrases", theme.term());
        }
        let all = [&phrases.openings, &phrases.states, &phrases.actions, &phrases.agreed, &phrases.closings];
        let all = all.into_iter().chain(phrases.themes.values()).chain([&phrases.next_steps]).flatten();
        for phrase in all {
            for slot in phrase.split('{').skip(1) {
                let name = slot.split_once('}').expect("a slot ends").0;
                assert!(phrases.slots[name].len() >= 6, "{name} has too few choices");
            }
        }
    }

    #[test]
    fn notes_are_as_long_as_real_ones_and_seldom_alike() {
        let mut random = Random::new(7);
        let mut bodies = HashSet::new();
        for round in 0..2_000 {
            let themes = random.pick_some(Theme::ALL, 1 + round % 3).into_iter().copied().collect::<Vec<_>>();
            let body = phrases().body(&themes, &mut random);
            let length = body.chars().count();
            assert!((SHORTEST..=LONGEST).contains(&length), "{length} characters:\n{body}");
            assert!(!body.contains(['{', '}']), "a slot was left open: {body}");
            bodies.insert(body);
        }
        assert_eq!(bodies.len(), 2_000);
    }
}
