//! Typed text as the templates take it: lines of pieces, the long words with the places where they may be
//! divided. It stays data: nothing in it is read as markup.

use farled_locale::Language;
use hypher::{Lang, hyphenate};
use serde::Serialize;

/// Words up to this length fit into the narrowest column.
const SHORT: usize = 8;

/// Text as lines. Empty if nothing was typed.
pub(crate) type Lines = Vec<Vec<Piece>>;

/// A part of a line.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    /// Words that fit, with the spaces between them.
    Words(String),
    /// A word that may be too wide, by its syllables.
    Long(Vec<String>),
}

/// Text as lines.
pub(crate) fn lines(text: &str, language: Language) -> Lines {
    let clean = clean(text);
    if clean.is_empty() {
        return Lines::new();
    }
    clean.lines().map(|line| pieces(line.trim_end(), language)).collect()
}

/// Takes away what is not seen and could disturb the page: control characters, marks that turn the
/// direction of writing, and break hints. Joiners stay, for Persian and emoji need them.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let seen = text.chars().filter_map(|c| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
        | '\u{fffc}' => None,
        '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    seen.collect::<String>().trim().to_owned()
}

/// A line as pieces.
fn pieces(line: &str, language: Language) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    for (index, word) in line.split(' ').enumerate() {
        if index > 0 {
            words.push(' ');
        }
        if word.chars().count() <= SHORT {
            words.push_str(word);
            continue;
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        pieces.push(Piece::Long(syllables(word, language)));
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// The syllables of a word: of what is written in letters. Digits and addresses have none.
fn syllables(word: &str, language: Language) -> Vec<String> {
    let is_edge = |c: char| !c.is_alphanumeric();
    let core = word.trim_matches(is_edge);
    if core.is_empty() || !core.chars().all(char::is_alphabetic) {
        return vec![word.to_owned()];
    }
    let before = &word[..word.len() - word.trim_start_matches(is_edge).len()];
    let after = &word[word.trim_end_matches(is_edge).len()..];
    let lang = match language {
        Language::Sv => Lang::Swedish,
        Language::En => Lang::English,
    };
    let mut syllables: Vec<String> = hyphenate(core, lang).map(str::to_owned).collect();
    if let Some(first) = syllables.first_mut() {
        first.insert_str(0, before);
    }
    if let Some(last) = syllables.last_mut() {
        last.push_str(after);
    }
    syllables
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    fn joined(lines: &Lines) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Long(syllables) => syllables.concat(),
        };
        let line = |line: &Vec<Piece>| line.iter().map(piece).collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn nothing_typed_is_lost() {
        for text in [
            "Ring  Arbetsförmedlingen (kl. 9)!",
            "«Försäkringskassan», rad ett\n\nrad två",
            "#import \"x\" $a$ *b* \\ ]",
        ] {
            assert_eq!(joined(&lines(text, Language::Sv)), text);
        }
    }

    #[test]
    fn a_long_word_is_divided_between_syllables() {
        let Piece::Long(syllables) = &lines("arbetsförmedlingen", Language::Sv)[0][0] else { panic!() };
        assert!(syllables.len() > 2, "{syllables:?}");
    }

    #[test]
    fn an_address_and_a_number_have_no_syllables() {
        assert_eq!(syllables("https://exempel.se/abc", Language::Sv).len(), 1);
        assert_eq!(syllables("070-0000000", Language::Sv).len(), 1);
    }

    #[test]
    fn only_what_is_not_seen_is_taken_away() {
        assert_eq!(clean("\u{202e}a\u{200b}b\u{0}c\u{feff}\td\r\ne\u{2028}f "), "abc d\ne\nf");
        assert!(lines(" \n\t", Language::En).is_empty());
    }
}
