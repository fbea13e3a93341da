//! Nothing is cut off, however long.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use farled_locale::Language;
use farled_print::{Paper, week_plan};
use support::{ALL, empty_week, letters, long_week, pdf, poppler, text};

/// The page's margin in points, less a hair.
const MARGIN: f64 = 13.0 / 25.4 * 72.0 - 0.5;

#[test]
fn a_week_that_is_far_too_full_flows_over_pages_and_keeps_every_word() {
    let plan = long_week();
    for (language, paper) in ALL {
        let printed = week_plan(&plan, language, paper).unwrap();
        assert!(printed.page_count() > 3, "{}", printed.page_count());
        let bytes = printed.pdf().unwrap();
        let text = text(&bytes);
        let letters = letters(&text);
        for n in 0..60 {
            for word in [format!("nummer{n}"), format!("Plats{n}"), format!("Vän{n}"), format!("sak{n}")] {
                assert!(letters.contains(&word), "{word} is missing ({language} {paper:?})");
            }
        }
        for n in 0..40 {
            assert!(
                letters.contains(&format!("Rutin{n}förefrukost07:30")),
                "routine {n} ({language} {paper:?})"
            );
        }
        for field in [&plan.remember, &plan.goals[0], &plan.days[1].appointments[0].bring] {
            let field: String = field.split_whitespace().collect();
            // The heading of the next page may stand between two words.
            let found = field_parts(&field).filter(|part| letters.contains(part)).count();
            assert_eq!(found, field_parts(&field).count(), "{language} {paper:?}");
        }
        assert_eq!(letters.matches('Å').count(), 200);
        assert!(letters.matches("0123456789").count() >= 19);
        assert_stays_inside(&bytes);
    }
}

/// A field by its numbered words, each closed by the first letter of the next.
fn field_parts(field: &str) -> impl Iterator<Item = &str> {
    let is_start =
        |(at, c): (usize, char)| c.is_alphabetic() && field[..at].ends_with(|c: char| c.is_numeric());
    let starts: Vec<usize> =
        field.char_indices().filter(move |found| is_start(*found)).map(|(at, _)| at).collect();
    let mut begin = 0;
    starts.into_iter().map(move |at| &field[std::mem::replace(&mut begin, at)..at])
}

/// That every word of a PDF stands between the margins of its page.
fn assert_stays_inside(pdf: &[u8]) {
    let boxes = poppler("pdftotext", &["-bbox", "-"], pdf);
    let (mut width, mut height, mut words) = (0.0, 0.0, 0);
    for line in boxes.lines().map(str::trim) {
        let value = |name: &str| -> f64 {
            let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            line[start..].split('"').next().unwrap().parse().unwrap()
        };
        if line.starts_with("<page") {
            (width, height) = (value("width"), value("height"));
        } else if line.starts_with("<word") {
            words += 1;
            assert!(value("xMin") >= MARGIN && value("xMax") <= width - MARGIN, "{line}");
            assert!(value("yMin") >= 0.0 && value("yMax") <= height - 20.0, "{line} of {height}");
        }
    }
    assert!(words > 1_000);
}

#[test]
fn every_page_repeats_the_week_and_says_which_page_it_is() {
    for (paper, day) in [(Paper::Landscape, "Torsdag 26"), (Paper::Portrait, "Torsdag 26")] {
        let printed = week_plan(&long_week(), Language::Sv, paper).unwrap();
        let pages = printed.page_count();
        let text = poppler("pdftotext", &["-raw", "-"], &printed.pdf().unwrap());
        let mut is_named = 0;
        for (index, page) in text.split('\u{c}').take(pages).enumerate() {
            let page = support::squeeze(page);
            assert!(page.starts_with("Vecka 48 23–29 november"), "{page}");
            assert!(page.contains(&format!("{}/{pages}", index + 1)), "{page}");
            if page.contains("Besök nummer") {
                is_named += 1;
                assert!(page.contains(day), "page {index}: {page}");
            }
            if page.contains("Rutin") {
                assert!(
                    page.contains(if paper == Paper::Landscape { "Söndag 29" } else { "Sön 29" }),
                    "{page}"
                );
            }
        }
        assert!(is_named > 1);
    }
}

#[test]
fn a_word_without_an_end_is_divided_and_stays_in_its_column() {
    for (language, paper) in ALL {
        let mut plan = empty_week();
        let word = "https://exempel.se/".to_owned() + &"abcdefghij".repeat(20);
        // One field a day, so that no page ends within a word.
        for day in 0..4 {
            let mut fields = [""; 4];
            fields[day] = &word;
            let [title, place, company, bring] = fields;
            plan.days[day + 1].appointments.push(support::appointment(
                "",
                "",
                title,
                [place, company, bring],
            ));
        }
        plan.routines.push(support::routine(&word, "08:00", "", "xxxxxxx"));
        plan.goals.push(word.clone());
        plan.remember.clone_from(&word);
        for (label, number) in [(word.as_str(), "112"), ("D", word.as_str())] {
            plan.calls.push(farled_print::PrintedCall { label: label.to_owned(), number: number.to_owned() });
        }
        let bytes = pdf(&plan, language, paper);
        let letters = letters(&text(&bytes));
        assert_eq!(letters.matches(word.as_str()).count(), 9, "{language} {paper:?}: {letters}");
        let boxes = poppler("pdftotext", &["-bbox", "-"], &bytes);
        let width = if paper == Paper::Landscape { 290.0 } else { 205.0 } / 25.4 * 72.0;
        for word in boxes.lines().filter(|line| line.contains("<word")) {
            let right: f64 =
                word.split("xMax=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            assert!(right <= width - MARGIN, "{word}");
        }
    }
}
