//! All messages of one language.

use std::{fmt, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::Pattern;

use crate::{Arg, Language, SOURCES, Source};

/// All messages of one language.
///
/// A message that is missing shows as its id: a gap that is seen is mended.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads every catalogue of a language. [`Catalogue::of`] does so once.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::from_sources(language, SOURCES)
    }

    /// The catalogue of a language, read when it is first asked for.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static SV: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::Sv));
        static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::En));
        match language {
            Language::Sv => &SV,
            Language::En => &EN,
        }
    }

    /// Reads the sources of a language. What doesn't parse is left out: its messages show as their ids,
    /// and the tests refuse it.
    fn from_sources(language: Language, sources: &[Source]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Isolating marks would stand in JSON, in PDF and in a terminal. Both languages run one way.
        bundle.set_use_isolating(false);
        for source in sources.iter().filter(|source| source.language == language) {
            let resource =
                FluentResource::try_new(source.text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            // The first of two equal ids stays; the tests refuse the second.
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// What a message says; its id if it is missing.
    #[must_use]
    pub fn text(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        pattern.map_or_else(|| id.to_owned(), |pattern| self.format(pattern, args))
    }

    /// What an attribute of a message says; `id.name` if it is missing.
    #[must_use]
    pub fn attribute(&self, id: &str, name: &str) -> String {
        self.attribute_with(id, name, &[])
    }

    /// What an attribute of a message says with these values; `id.name` if it is missing.
    #[must_use]
    pub fn attribute_with(&self, id: &str, name: &str, args: &[(&str, Arg<'_>)]) -> String {
        let attribute = self.bundle.get_message(id).and_then(|message| message.get_attribute(name));
        attribute.map_or_else(|| format!("{id}.{name}"), |attribute| self.format(attribute.value(), args))
    }

    /// Puts the values in. One that is missing shows as `{$name}`.
    fn format(&self, pattern: &Pattern<&str>, args: &[(&str, Arg<'_>)]) -> String {
        let values: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    const SWEDISH: &[Source] = &[
        Source {
            area: "ui/one",
            language: Language::Sv,
            text: "hello = Hej { $name }!\n    .data = Allt är sparat.\n    .todo = Vänta { $minutes } min.\n",
        },
        Source {
            area: "ui/two",
            language: Language::Sv,
            text: "visits = { $count ->\n    [one] ett besök\n   *[other] { $count } besök\n }\n",
        },
        Source { area: "ui/two", language: Language::En, text: "only-english = Only\n" },
    ];

    fn catalogue() -> Catalogue {
        Catalogue::from_sources(Language::Sv, SWEDISH)
    }

    #[test]
    fn a_message_says_its_words_with_the_values_and_no_isolating_marks() {
        assert_eq!(catalogue().text("hello", &[("name", "Åsa".into())]), "Hej Åsa!");
    }

    #[test]
    fn a_number_decides_on_the_plural() {
        assert_eq!(catalogue().text("visits", &[("count", 1_u32.into())]), "ett besök");
        assert_eq!(catalogue().text("visits", &[("count", 12_usize.into())]), "12 besök");
    }

    #[test]
    fn an_attribute_says_its_words() {
        assert_eq!(catalogue().attribute("hello", "data"), "Allt är sparat.");
        assert_eq!(catalogue().attribute_with("hello", "todo", &[("minutes", 3.into())]), "Vänta 3 min.");
    }

    #[test]
    fn what_is_missing_shows() {
        let catalogue = catalogue();
        assert_eq!(catalogue.text("nothing-here", &[]), "nothing-here");
        assert_eq!(catalogue.text("only-english", &[]), "only-english");
        assert_eq!(catalogue.attribute("hello", "nothing"), "hello.nothing");
        assert_eq!(catalogue.text("hello", &[]), "Hej {$name}!");
        assert!(!catalogue.has("nothing-here"));
    }

    #[test]
    fn a_value_is_not_read_as_fluent() {
        assert_eq!(
            catalogue().text("hello", &[("name", "{ $x } { -term }".into())]),
            "Hej { $x } { -term }!"
        );
    }

    #[test]
    fn a_catalogue_is_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(Catalogue::of(Language::Sv));
        assert_eq!(Catalogue::of(Language::En).language(), Language::En);
    }
}
