//! The words from which passphrases are suggested.
//!
//! Each list has 1,296 (6⁴) words of three to eight letters a–z, so that four dice choose one and
//! every keyboard types it. No two words of a list share their first five letters, none is another
//! with a letter more, and none names a crime, a threat or an illness: people read them aloud.

use std::sync::LazyLock;

use farled_locale::Language;

static SV: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../../../../assets/library/words.sv.txt").lines().collect());
static EN: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../../../../assets/library/words.en.txt").lines().collect());

/// The word list of a language, in alphabetical order.
#[must_use]
pub fn words(language: Language) -> &'static [&'static str] {
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_list_has_as_many_words_as_four_dice_can_choose() {
        for language in [Language::Sv, Language::En] {
            assert_eq!(words(language).len(), 6_usize.pow(4));
        }
    }

    #[test]
    fn every_word_can_be_typed_on_any_keyboard() {
        for word in [Language::Sv, Language::En].into_iter().flat_map(words) {
            assert!((3..=8).contains(&word.len()), "{word} is not three to eight letters");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word} needs another keyboard");
        }
    }

    #[test]
    fn no_two_words_are_easily_taken_for_each_other() {
        for language in [Language::Sv, Language::En] {
            let list = words(language);
            let beginnings: HashSet<_> = list.iter().map(|word| &word[..word.len().min(5)]).collect();
            assert_eq!(beginnings.len(), list.len(), "two words begin with the same five letters");
            assert!(list.is_sorted());
        }
    }
}
