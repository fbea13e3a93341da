//! A paper that is found says nothing that was not typed, and what was typed cannot reach out of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use farled_locale::Language;
use farled_print::{Paper, PrintError, Printed, RecoverySheet, recovery_sheet, week_plan};
use support::{ALL, appointment, empty_week, letters, long_week, pdf, poppler, routine, squeeze, text, week};

fn sheet() -> RecoverySheet {
    RecoverySheet {
        groups: (0..13).map(|n| format!("W{:X}WMW", n)).collect(),
        made_on: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
    }
}

fn papers() -> Vec<Printed> {
    let mut papers: Vec<Printed> = ALL
        .into_iter()
        .map(|(language, paper)| week_plan(&week(language), language, paper).unwrap())
        .collect();
    papers.push(week_plan(&long_week(), Language::Sv, Paper::Landscape).unwrap());
    papers.extend(Language::ALL.map(|language| recovery_sheet(&sheet(), language).unwrap()));
    papers
}

#[test]
fn the_file_says_nothing_about_itself() {
    for printed in papers() {
        let bytes = printed.pdf().unwrap();
        let info = poppler("pdfinfo", &[], &bytes);
        for key in
            ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"]
        {
            assert!(!info.lines().any(|line| line.starts_with(&format!("{key}:"))), "{info}");
        }
        assert!(info.contains("Custom Metadata: no") && info.contains("JavaScript:      no"), "{info}");
        let metadata = poppler("pdfinfo", &["-meta"], &bytes).to_lowercase();
        for word in ["typst", "krilla", "farled", "date"] {
            assert!(!metadata.contains(word), "{metadata}");
        }
        assert_eq!(poppler("pdfinfo", &["-dests"], &bytes).lines().count(), 1);
        assert_eq!(poppler("pdfinfo", &["-url"], &bytes).lines().count(), 1);
    }
}

#[test]
fn every_font_is_embedded() {
    for printed in papers() {
        let fonts = poppler("pdffonts", &[], &printed.pdf().unwrap());
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(rows.len() >= 2, "{fonts}");
        for row in rows {
            let columns: Vec<&str> = row.split_whitespace().collect();
            assert_eq!(&columns[columns.len() - 5..columns.len() - 3], ["yes", "yes"], "{fonts}");
        }
    }
}

#[test]
fn a_page_is_no_larger_than_the_web_view_prints_on_one_sheet() {
    for printed in papers() {
        let info = poppler("pdfinfo", &[], &printed.pdf().unwrap());
        let size = info.lines().find(|line| line.starts_with("Page size:")).unwrap();
        let points: Vec<f64> = size.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let millimetres: Vec<f64> = points.iter().map(|points| (points / 72.0 * 25.4).round()).collect();
        assert!(millimetres == [290.0, 205.0] || millimetres == [205.0, 290.0], "{size}");
    }
}

#[test]
fn typed_text_is_never_read_as_markup() {
    let hostile = [
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\")",
        "#include \"common.typ\"",
        "$x^2$ *fet* _kursiv_ `kod` = Rubrik",
        "]]] ) } \\ \\u{41} \" ' ''' --- ~ // /* @ref <label>",
        "- punkt + lista / term: x",
        "{\"json\": [1, \"\\n\"]}",
        "<svg onload=alert(1)> &amp; <script>",
    ];
    for (language, paper) in ALL {
        for line in hostile {
            let mut plan = empty_week();
            plan.days[0].appointments.push(appointment("09:00", "", line, [line, line, line]));
            plan.routines.push(routine(line, "", "", "xxxxxxx"));
            plan.goals.push(line.to_owned());
            plan.remember = line.to_owned();
            plan.calls.push(farled_print::PrintedCall { label: line.to_owned(), number: line.to_owned() });
            let printed = week_plan(&plan, language, paper).unwrap();
            let letters = letters(&text(&printed.pdf().unwrap()));
            assert_eq!(letters.matches(&support::letters(line)).count(), 9, "{line}: {letters}");
            let svg = printed.svg_pages().concat();
            assert!(!svg.contains("<script") && !svg.contains("onload"));
        }
    }
}

#[test]
fn other_scripts_and_signs_are_printed_as_they_are() {
    let mut plan = empty_week();
    let signs =
        ["Łódź İstanbul Çağrı Đặng Thị", "Привет Ελλάδα", "☎ ✓ → € ½ №", "😀 👍🏽 ❤️ 🏋️", "a\u{30a}o\u{308}"];
    plan.remember = signs.join("\n");
    plan.goals = vec!["مرحبا سلام".to_owned(), "שלום".to_owned()];
    let printed = week_plan(&plan, Language::Sv, Paper::Landscape).unwrap();
    let text = text(&printed.pdf().unwrap());
    for word in ["Łódź", "İstanbul", "Đặng", "Привет", "Ελλάδα", "☎", "✓", "→", "№", "😀", "👍"]
    {
        assert!(text.contains(word), "{word} is missing in {text}");
    }
}

#[test]
fn what_is_not_seen_cannot_turn_or_part_the_text() {
    let mut plan = empty_week();
    plan.remember = "Ring\u{202e} D\u{2066} kl\u{200b}ockan\u{0} 9\u{1b}[31m".to_owned();
    let text = text(&pdf(&plan, Language::Sv, Paper::Landscape));
    assert!(text.contains("Ring D klockan 9[31m"), "{text}");
}

#[test]
fn a_character_that_no_font_has_is_an_error_and_not_a_gap() {
    let mut plan = empty_week();
    plan.days[6].appointments.push(appointment("", "", "ሰላም", ["你好", "", ""]));
    let error = week_plan(&plan, Language::Sv, Paper::Portrait).unwrap_err();
    assert_eq!(error.code(), "print-characters");
    let PrintError::Characters(characters) = &error else { panic!("{error}") };
    for character in "ሰላም你好".chars() {
        assert!(characters.contains(&character), "{error}");
    }
    assert_eq!(error.params()[0].0, "characters");
}

#[test]
fn the_recovery_sheet_is_one_page_with_every_group_and_no_word_of_its_purpose() {
    for (language, expected) in [
        (Language::Sv, ["Återställningsnyckel", "Gjord 22 november 2026"]),
        (Language::En, ["Recovery key", "Made 22 November 2026"]),
    ] {
        let printed = recovery_sheet(&sheet(), language).unwrap();
        assert_eq!(printed.page_count(), 1);
        let text = text(&printed.pdf().unwrap());
        for expected in expected {
            assert!(text.contains(expected), "{text}");
        }
        let places: Vec<usize> = sheet().groups.iter().map(|group| text.find(group).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
        let lower = text.to_lowercase();
        for word in
            ["farled", "avhopp", "defector", "stöd", "klient", "client", "person", "ärende", "case", "exit"]
        {
            assert!(!lower.contains(word), "{word}: {text}");
        }
        assert!(!format!("{:?}", sheet()).contains("W0WMW"));
    }
}

#[test]
fn the_words_that_are_ours_give_nobody_away() {
    for (language, paper) in ALL {
        let plan = farled_print::WeekPlan {
            remember: squeeze(&text(&pdf(&week(language), language, paper))),
            ..empty_week()
        };
        assert_eq!(farled_print::leaks(&plan, &[]), []);
    }
    for language in Language::ALL {
        let remember = text(&recovery_sheet(&sheet(), language).unwrap().pdf().unwrap());
        assert_eq!(farled_print::leaks(&farled_print::WeekPlan { remember, ..empty_week() }, &[]), []);
    }
}
