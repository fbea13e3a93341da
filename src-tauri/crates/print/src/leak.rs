//! Finds words that must not stand on paper.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use crate::WeekPlan;

/// The words that never may, whoever the paper is for.
const BUILT_IN: &str = include_str!("../../../../assets/print/forbidden-words.txt");

/// Forbidden words shorter than this give nobody away.
const SHORTEST: usize = 2;

/// Forbidden words shorter than this are only found whole, or in the genitive: “Li” is not in “Lidl”.
const SHORTEST_STEM: usize = 4;

/// How much of a text is shown with what was found in it.
const SHOWN: usize = 60;

/// A word that must not stand on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// The whole word as it stands there.
    pub word: String,
    /// The beginning of the text that it stands in.
    pub text: String,
    /// Where it stands.
    pub place: LeakPlace,
}

/// Where on the paper something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeakPlace {
    /// In an appointment on this day.
    Appointment(NaiveDate),
    /// In the title of a routine.
    Routine,
    /// In a goal.
    Goal,
    /// In what to keep in mind.
    Remember,
    /// In a number to call.
    Call,
}

/// The words of a week that must not stand on paper: those that are built in, and `forbidden` ones such as
/// the person's surname and the programme's name. Case, hyphens and line breaks make no difference.
#[must_use]
pub fn leaks(plan: &WeekPlan, forbidden: &[String]) -> Vec<Leak> {
    let patterns: Vec<Pattern> =
        built_in().chain(forbidden.iter().filter_map(|word| Pattern::of_forbidden(word))).collect();
    let mut leaks = Vec::new();
    for (place, text) in texts(plan) {
        let folded = Folded::new(text);
        for word in patterns.iter().filter_map(|pattern| folded.find(pattern)) {
            let leak = Leak { word, text: text.chars().take(SHOWN).collect(), place };
            if !leaks.contains(&leak) {
                leaks.push(leak);
            }
        }
    }
    leaks
}

/// Every text of a week.
fn texts(plan: &WeekPlan) -> Vec<(LeakPlace, &str)> {
    let mut texts = Vec::new();
    for day in &plan.days {
        for appointment in &day.appointments {
            let fields = [&appointment.title, &appointment.place, &appointment.bring, &appointment.company];
            texts.extend(fields.map(|field| (LeakPlace::Appointment(day.date), field.as_str())));
        }
    }
    texts.extend(plan.routines.iter().map(|routine| (LeakPlace::Routine, routine.title.as_str())));
    texts.extend(plan.goals.iter().map(|goal| (LeakPlace::Goal, goal.as_str())));
    texts.push((LeakPlace::Remember, &plan.remember));
    for call in &plan.calls {
        texts.extend([&call.label, &call.number].map(|field| (LeakPlace::Call, field.as_str())));
    }
    texts
}

/// How a pattern is found.
#[derive(Clone, Copy)]
enum Extent {
    /// Anywhere in a word.
    Within,
    /// At the beginning of a word.
    Start,
    /// As a word of its own, or in the genitive.
    Whole,
}

/// What is looked for.
struct Pattern {
    letters: Vec<char>,
    extent: Extent,
}

impl Pattern {
    fn of_forbidden(word: &str) -> Option<Self> {
        let letters = Folded::new(word).trimmed();
        let extent = if letters.len() < SHORTEST_STEM { Extent::Whole } else { Extent::Start };
        (letters.len() >= SHORTEST).then_some(Self { letters, extent })
    }
}

/// The patterns that are built in.
fn built_in() -> impl Iterator<Item = Pattern> {
    BUILT_IN.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (entry, extent) = match line.strip_prefix('*') {
            Some(entry) => (entry, Extent::Within),
            None => (line, Extent::Start),
        };
        Pattern { letters: Folded::new(entry).trimmed(), extent }
    })
}

/// A text with its differences of case, form and space taken away, and its letters as they stand.
struct Folded<'a> {
    text: &'a str,
    letters: Vec<char>,
    /// For each letter, where the character that it comes from begins and ends.
    origins: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    fn new(text: &'a str) -> Self {
        let mut folded = Self { text, letters: Vec::new(), origins: Vec::new() };
        let mut cluster = String::new();
        let mut start = 0;
        // A letter and its marks (“a” and “¨”) are composed together.
        for (index, character) in text.char_indices() {
            if !cluster.is_empty() && !unicode_normalization::char::is_combining_mark(character) {
                folded.push(&cluster, (start, index));
                cluster.clear();
            }
            if cluster.is_empty() {
                start = index;
            }
            cluster.push(character);
        }
        folded.push(&cluster, (start, text.len()));
        folded
    }

    fn push(&mut self, cluster: &str, origin: (usize, usize)) {
        for character in cluster.nfkc().flat_map(char::to_lowercase) {
            let letter = match character {
                c if is_unseen(c) => continue,
                c if c.is_whitespace() || is_hyphen(c) => ' ',
                c => c,
            };
            if letter != ' ' || self.letters.last() != Some(&' ') {
                self.letters.push(letter);
                self.origins.push(origin);
            }
        }
    }

    fn trimmed(&self) -> Vec<char> {
        let text: String = self.letters.iter().collect();
        text.trim().chars().collect()
    }

    /// The whole word in which a pattern is first found, as it stands.
    fn find(&self, pattern: &Pattern) -> Option<String> {
        let length = pattern.letters.len();
        let found = self.letters.windows(length.max(1)).enumerate().find(|(at, window)| {
            *window == pattern.letters
                && match pattern.extent {
                    Extent::Within => true,
                    Extent::Start => self.begins_word(*at),
                    Extent::Whole => self.begins_word(*at) && self.ends_word(at + length),
                }
        });
        let (at, _) = found?;
        let in_word = |index: &usize| self.letters.get(*index).is_some_and(|c| c.is_alphanumeric());
        let first = (0..at).rev().take_while(in_word).last().unwrap_or(at);
        let last = (at + length..self.letters.len()).take_while(in_word).last().unwrap_or(at + length - 1);
        let (start, _) = self.origins.get(first)?;
        let (_, end) = self.origins.get(last)?;
        self.text.get(*start..*end).map(str::to_owned)
    }

    fn begins_word(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.letters.get(before)).is_none_or(|c| !c.is_alphanumeric())
    }

    fn ends_word(&self, at: usize) -> bool {
        let is_end = |at: usize| self.letters.get(at).is_none_or(|c| !c.is_alphanumeric());
        is_end(at) || (self.letters.get(at) == Some(&'s') && is_end(at + 1))
    }
}

/// Characters that are not seen, and could part a word.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe0f}')
        || (c.is_control() && !c.is_whitespace())
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;
    use crate::{DayPlan, PrintedAppointment, PrintedCall, PrintedRoutine};

    fn week() -> WeekPlan {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut date = monday.iter_days();
        WeekPlan {
            week: 48,
            monday,
            days: std::array::from_fn(|_| DayPlan { date: date.next().unwrap(), appointments: Vec::new() }),
            routines: Vec::new(),
            goals: Vec::new(),
            remember: String::new(),
            calls: Vec::new(),
        }
    }

    fn found(text: &str, forbidden: &[&str]) -> Vec<String> {
        let forbidden: Vec<String> = forbidden.iter().map(|word| (*word).to_owned()).collect();
        let plan = WeekPlan { remember: text.to_owned(), ..week() };
        leaks(&plan, &forbidden).into_iter().map(|leak| leak.word).collect()
    }

    #[test]
    fn the_words_for_who_the_person_is_are_found_in_every_form() {
        for text in [
            "avhoppare",
            "Avhopparen",
            "AVHOPPARVERKSAMHETEN",
            "exavhoppare",
            "avhoppet",
            "avhoppar-gruppen",
            "defector",
            "Defectors",
            "ex-defector",
            "exitprogrammet",
            "Exit-programmet",
            "exit\nprogram",
            "EXITVERKSAMHET",
            "skyddad identitet",
            "sekretessmarkering",
            "Farled",
        ] {
            let word = found(&format!("Möte om {text} kl. 9"), &[]);
            assert_eq!(word.len(), 1, "{text}: {word:?}");
            assert!(text.contains(&word[0]), "{text}: {word:?}");
        }
    }

    #[test]
    fn everyday_words_are_let_through() {
        let text = "Hoppa inte över frukosten. Exit B vid stationen. Gå en gång till, gångvägen, \
                    Bergsprängargatan, defekt cykel, tvättstuga, gängse. Ring Lisa, köp mat på Lidl.";
        assert_eq!(found(text, &["Li"]), Vec::<String>::new());
    }

    #[test]
    fn a_surname_is_found_at_the_beginning_of_words_in_any_case() {
        assert_eq!(found("Hos fam. LINDQVISTS, Lindqvistvägen", &["Lindqvist"]), ["LINDQVISTS"]);
        assert_eq!(found("ring åström", &["Åström"]), ["åström"]);
        assert_eq!(found("Ring A\u{30a}stro\u{308}m", &["åström"]), ["A\u{30a}stro\u{308}m"]);
        assert_eq!(found("Ring Lin\u{ad}dqvist", &["lindqvist"]), ["Lin\u{ad}dqvist"]);
        assert!(found("Ramlindqvist", &["Lindqvist"]).is_empty());
    }

    #[test]
    fn a_short_surname_is_found_whole_or_in_the_genitive() {
        assert_eq!(found("Möt Li och Lis syster", &["Li"]), ["Li"]);
        assert_eq!(found("Hos Eks", &["ek"]), ["Eks"]);
        assert!(found("livet, ekonomi", &["Li", "Ek", "l", " "]).is_empty());
    }

    #[test]
    fn a_name_of_several_words_is_found_however_it_is_parted() {
        for text in ["Nya Vägen", "nya   vägens", "NYA-VÄGEN", "nya\nvägen"] {
            assert_eq!(found(&format!("Till {text}"), &["Nya Vägen"]).len(), 1, "{text}");
        }
        assert_eq!(found("19900101-1234", &["19900101-1234"]), ["19900101-1234"]);
    }

    #[test]
    fn every_text_on_the_paper_is_read() {
        let word = || "avhoppare".to_owned();
        let mut plan = week();
        plan.goals.push(word());
        plan.remember = word();
        plan.routines.push(PrintedRoutine { title: word(), ..PrintedRoutine::default() });
        plan.calls.push(PrintedCall { label: word(), number: String::new() });
        plan.calls.push(PrintedCall { label: String::new(), number: format!("x {}", word()) });
        for index in 0..4 {
            let mut fields: [String; 4] = Default::default();
            fields[index] = format!("{index} {}", word());
            let [title, place, bring, company] = fields;
            plan.days[index].appointments.push(PrintedAppointment {
                title,
                place,
                bring,
                company,
                ..PrintedAppointment::default()
            });
        }
        let places: Vec<LeakPlace> = leaks(&plan, &[]).into_iter().map(|leak| leak.place).collect();
        for day in 0..4 {
            assert!(places.contains(&LeakPlace::Appointment(plan.days[day].date)));
        }
        assert_eq!(places.len(), 9);
        assert_eq!(leaks(&plan, &[])[0].text, "0 avhoppare");
    }

    #[test]
    fn the_list_is_written_as_it_is_read() {
        for pattern in built_in() {
            assert!(pattern.letters.len() >= SHORTEST_STEM, "{:?}", pattern.letters);
        }
    }
}
