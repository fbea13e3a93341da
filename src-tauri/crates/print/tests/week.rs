//! The week stands on the paper, whole, in both languages and on both papers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use chrono::NaiveDate;
use farled_locale::Language;
use farled_print::{Paper, WeekPlan, week_plan};
use support::{ALL, appointment, empty_week, letters, pdf, poppler, routine, text, week, week_from};

/// That a paper says everything that a week holds.
fn assert_says_all(text: &str, plan: &WeekPlan) {
    let text = letters(text);
    let mut expected: Vec<&str> = vec![&plan.remember];
    for appointment in plan.days.iter().flat_map(|day| &day.appointments) {
        expected.extend(
            [&appointment.title, &appointment.place, &appointment.company, &appointment.bring]
                .map(String::as_str),
        );
    }
    expected.extend(plan.routines.iter().map(|routine| routine.title.as_str()));
    expected.extend(plan.goals.iter().map(String::as_str));
    expected.extend(plan.calls.iter().flat_map(|call| [call.label.as_str(), call.number.as_str()]));
    for expected in expected {
        assert!(text.contains(&letters(expected)), "“{expected}” is missing in {text}");
    }
    for appointment in plan.days.iter().flat_map(|day| &day.appointments) {
        for time in [appointment.time, appointment.until].into_iter().flatten() {
            assert!(text.contains(&time.format("%H:%M").to_string()), "{time}");
        }
    }
}

#[test]
fn everything_planned_stands_on_one_page() {
    for (language, paper) in ALL {
        let plan = week(language);
        let printed = week_plan(&plan, language, paper).unwrap();
        assert_eq!(printed.page_count(), 1, "{language} {paper:?}");
        assert_eq!(printed.svg_pages().len(), 1);
        assert_says_all(&text(&printed.pdf().unwrap()), &plan);
    }
}

#[test]
fn the_words_around_it_are_in_the_language() {
    let swedish = [
        "Vecka 48 23–29 november",
        "Måndag 23",
        "Söndag 29",
        "Med D",
        "Ta med: handduk",
        "Det här jobbar jag med",
        "Kom ihåg",
        "Ring",
        "D 070-000 00 00",
        "07:30 · helg 09:00",
        "10:00–11:00",
    ];
    let english = [
        "Week 48 23–29 November",
        "Monday 23",
        "Sunday 29",
        "With D",
        "Bring: towel",
        "What I’m working on",
        "Remember",
        "Call",
        "D 070-000 00 00",
        "07:30 · weekend 09:00",
        "10:00–11:00",
    ];
    for (language, expected) in [(Language::Sv, swedish), (Language::En, english)] {
        let text = text(&pdf(&week(language), language, Paper::Landscape));
        for expected in expected {
            assert!(text.contains(expected), "“{expected}” is missing in {text}");
        }
    }
}

#[test]
fn the_heading_says_the_week_and_its_dates_and_nothing_else() {
    for (language, expected) in
        [(Language::Sv, "Vecka 48 23–29 november"), (Language::En, "Week 48 23–29 November")]
    {
        let raw = poppler("pdftotext", &["-layout", "-"], &pdf(&empty_week(), language, Paper::Landscape));
        assert_eq!(support::squeeze(raw.lines().next().unwrap()), expected);
    }
}

#[test]
fn dates_across_months_and_years_name_both_months() {
    let monday = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap();
    let plan = week_from(monday, 53);
    assert!(text(&pdf(&plan, Language::Sv, Paper::Portrait)).contains("Vecka 53 28 december – 3 januari"));
    assert!(text(&pdf(&plan, Language::En, Paper::Landscape)).contains("Week 53 28 December – 3 January"));
}

#[test]
fn a_box_stands_on_each_day_on_which_a_routine_applies_and_on_no_other() {
    let mut plan = empty_week();
    plan.routines = vec![
        routine("Ett", "", "", "xxxxx.."),
        routine("Två", "", "", "......x"),
        routine("Tre", "", "", "......."),
    ];
    for (language, paper) in ALL {
        let svg = week_plan(&plan, language, paper).unwrap().svg_pages().concat();
        assert_eq!(svg.matches("stroke-width=\"0.7\"").count(), 6, "{paper:?}");
    }
}

#[test]
fn a_routines_weekend_time_stands_only_where_it_says_something() {
    let mut plan = empty_week();
    plan.routines = vec![
        routine("Samma", "08:00", "08:00", "xxxxxxx"),
        routine("Bara vardag", "08:10", "09:10", "xxxxx.."),
        routine("Bara helg", "08:20", "09:20", ".....xx"),
        routine("Olika", "08:30", "09:30", "xxxxxxx"),
    ];
    let text = text(&pdf(&plan, Language::Sv, Paper::Landscape));
    let expected = "Samma 08:00 Bara vardag 08:10 Bara helg 09:20 Olika 08:30 · helg 09:30";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_day_runs_by_the_clock() {
    let mut plan = empty_week();
    for (from, title) in [("18:00", "Sist"), ("", "Heldag"), ("09:00", "Först")] {
        plan.days[2].appointments.push(appointment(from, "", title, ["", "", ""]));
    }
    for (language, paper) in ALL {
        let text = text(&pdf(&plan, language, paper));
        let at = |title: &str| text.find(title).unwrap();
        assert!(at("Heldag") < at("Först") && at("Först") < at("Sist"), "{text}");
    }
}

#[test]
fn a_goal_stands_in_quotes_once() {
    let mut plan = empty_week();
    plan.goals = vec!["Jag vill bo själv.".to_owned(), "”Jag vill jobba.”".to_owned()];
    let text = text(&pdf(&plan, Language::Sv, Paper::Landscape));
    assert!(text.contains("”Jag vill bo själv.” ”Jag vill jobba.”"), "{text}");
}

#[test]
fn what_is_empty_has_no_label() {
    let text = text(&pdf(&empty_week(), Language::Sv, Paper::Landscape));
    for label in ["Det här jobbar jag med", "Kom ihåg", "Ring"] {
        assert!(!text.contains(label), "{text}");
    }
}

#[test]
fn lines_that_were_typed_stay_lines() {
    let mut plan = empty_week();
    plan.remember = "Rad ett\r\nRad två\n\nRad tre".to_owned();
    let raw = poppler("pdftotext", &["-raw", "-"], &pdf(&plan, Language::Sv, Paper::Landscape));
    assert!(raw.contains("Rad ett\nRad två\n"), "{raw}");
}

#[test]
fn the_same_week_gives_the_same_bytes() {
    for (language, paper) in ALL {
        let plan = week(language);
        assert_eq!(pdf(&plan, language, paper), pdf(&plan, language, paper));
    }
}
