//! Sample weeks, and Poppler's tools to read papers back.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use chrono::{NaiveDate, NaiveTime};
use farled_locale::Language;
use farled_print::{DayPlan, Paper, PrintedAppointment, PrintedCall, PrintedRoutine, WeekPlan, week_plan};

pub const ALL: [(Language, Paper); 4] = [
    (Language::Sv, Paper::Landscape),
    (Language::Sv, Paper::Portrait),
    (Language::En, Paper::Landscape),
    (Language::En, Paper::Portrait),
];

pub fn time(text: &str) -> Option<NaiveTime> {
    Some(NaiveTime::parse_from_str(text, "%H:%M").unwrap())
}

pub fn appointment(
    from: &str,
    until: &str,
    title: &str,
    [place, company, bring]: [&str; 3],
) -> PrintedAppointment {
    let clock = |text: &str| if text.is_empty() { None } else { time(text) };
    PrintedAppointment {
        time: clock(from),
        until: clock(until),
        title: title.to_owned(),
        place: place.to_owned(),
        company: company.to_owned(),
        bring: bring.to_owned(),
    }
}

pub fn routine(title: &str, weekday: &str, weekend: &str, days: &str) -> PrintedRoutine {
    let clock = |text: &str| if text.is_empty() { None } else { time(text) };
    let mut applies = days.chars().map(|day| day == 'x');
    PrintedRoutine {
        title: title.to_owned(),
        weekday_time: clock(weekday),
        weekend_time: clock(weekend),
        days: std::array::from_fn(|_| applies.next().unwrap()),
    }
}

pub fn empty_week() -> WeekPlan {
    week_from(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(), 48)
}

pub fn week_from(monday: NaiveDate, week: u32) -> WeekPlan {
    let mut dates = monday.iter_days();
    WeekPlan {
        week,
        monday,
        days: std::array::from_fn(|_| DayPlan { date: dates.next().unwrap(), appointments: Vec::new() }),
        routines: Vec::new(),
        goals: Vec::new(),
        remember: String::new(),
        calls: Vec::new(),
    }
}

/// A week as it usually is.
pub fn week(language: Language) -> WeekPlan {
    match language {
        Language::Sv => swedish_week(),
        Language::En => english_week(),
    }
}

fn swedish_week() -> WeekPlan {
    let mut plan = empty_week();
    let days = &mut plan.days;
    days[0].appointments.push(appointment(
        "10:00",
        "11:00",
        "S-kontoret",
        ["Plats B", "D", "hyreskontrakt och legitimation"],
    ));
    days[1].appointments.push(appointment("14:00", "", "Tandläkare", ["", "", ""]));
    days[2].appointments.push(appointment("18:00", "19:30", "Boxning", ["", "", "handduk"]));
    days[2].appointments.push(appointment("09:00", "10:00", "Samtal", ["Plats A", "", ""]));
    days[3].appointments.push(appointment(
        "13:15",
        "14:00",
        "Arbetsförmedlingen",
        ["Entrén vid torget", "", ""],
    ));
    days[4].appointments.push(appointment("15:30", "16:00", "Visning", ["Ring D när du är framme", "", ""]));
    days[5].appointments.push(appointment("", "", "Mamma fyller år", ["", "", ""]));
    days[6].appointments.push(appointment("11:00", "", "Promenad med K", ["", "", ""]));
    plan.routines = vec![
        routine("Upp och frukost", "07:30", "09:00", "xxxxxxx"),
        routine("Medicin", "08:00", "08:00", "xxxxxxx"),
        routine("Träning eller promenad", "", "", "xxxxxxx"),
        routine("Laga mat", "", "", "xxxxxxx"),
        routine("Telefonen av", "22:30", "", "xxxxx.."),
        routine("I säng", "23:00", "00:30", "xxxxxxx"),
    ];
    plan.goals = vec!["Jag ska ha något att göra på söndagar.".to_owned(), "Jag vill bo själv.".to_owned()];
    plan.remember = "Visningen på fredag. Ring om något ändras.".to_owned();
    plan.calls = vec![
        PrintedCall { label: "D".to_owned(), number: "070-000 00 00".to_owned() },
        PrintedCall { label: "Fara".to_owned(), number: "112".to_owned() },
    ];
    plan
}

fn english_week() -> WeekPlan {
    let mut plan = empty_week();
    let days = &mut plan.days;
    days[0].appointments.push(appointment(
        "10:00",
        "11:00",
        "The S office",
        ["Place B", "D", "tenancy agreement and ID"],
    ));
    days[1].appointments.push(appointment("14:00", "", "Dentist", ["", "", ""]));
    days[2].appointments.push(appointment("09:00", "10:00", "Talk", ["Place A", "", ""]));
    days[2].appointments.push(appointment("18:00", "19:30", "Boxing", ["", "", "towel"]));
    days[4].appointments.push(appointment(
        "15:30",
        "16:00",
        "Viewing",
        ["Ring D when you are there", "", ""],
    ));
    days[6].appointments.push(appointment("11:00", "", "Walk with K", ["", "", ""]));
    plan.routines = vec![
        routine("Up and breakfast", "07:30", "09:00", "xxxxxxx"),
        routine("Training or a walk", "", "", "xxxxxxx"),
        routine("Phone off", "22:30", "", "xxxxx.."),
        routine("Big clean", "", "11:00", ".....x."),
    ];
    plan.goals = vec!["I want something to do on Sundays.".to_owned()];
    plan.remember = "The viewing on Friday. Call if anything changes.".to_owned();
    plan.calls = vec![PrintedCall { label: "D".to_owned(), number: "070-000 00 00".to_owned() }];
    plan
}

/// A week that is far too full: 60 appointments on a day, 40 routines, fields of 5,000 characters.
pub fn long_week() -> WeekPlan {
    let mut plan = swedish_week();
    plan.days[3].appointments = (0..60)
        .map(|n| {
            let from = format!("{:02}:{:02}", 6 + n / 4, n % 4 * 15);
            let title = format!("Besök nummer{n}");
            let place = format!("Plats{n} intill Försäkringskassan");
            appointment(&from, "", &title, [&place, &format!("Vän{n}"), &format!("sak{n}")])
        })
        .collect();
    plan.routines =
        (0..40).map(|n| routine(&format!("Rutin{n} före frukost"), "07:30", "09:15", "xxxx.xx")).collect();
    plan.goals = vec![prose("mål", 5_000), "Ett mål till.".to_owned()];
    plan.remember = prose("minne", 5_000);
    plan.days[1].appointments[0].bring = prose("packning", 5_000);
    plan.days[5].appointments[0].title = "Å".repeat(200);
    plan.calls.push(PrintedCall { label: "0123456789".repeat(20), number: "070-111 11 11".to_owned() });
    plan
}

/// Numbered words up to about this many characters.
pub fn prose(stem: &str, length: usize) -> String {
    let mut text = String::new();
    for n in 0.. {
        if text.chars().count() >= length {
            break;
        }
        text.push_str(&format!("{stem}{n} "));
    }
    text.trim_end().to_owned()
}

pub fn pdf(plan: &WeekPlan, language: Language, paper: Paper) -> Vec<u8> {
    week_plan(plan, language, paper).unwrap().pdf().unwrap()
}

/// Runs one of Poppler's tools on a PDF.
pub fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut command = Command::new(tool);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    // Poppler grumbles about a value of a tagged PDF that is as it should be.
    command.arg(file.path()).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("poppler-utils");
    let mut text = String::new();
    std::io::Read::read_to_string(child.stdout.as_mut().unwrap(), &mut text).unwrap();
    assert!(child.wait().unwrap().success());
    text
}

/// The text of a PDF in the order in which it was set, as it is read: words that a line break divides are
/// whole again, and every run of spaces is one.
pub fn text(pdf: &[u8]) -> String {
    squeeze(&poppler("pdftotext", &["-raw", "-enc", "UTF-8", "-"], pdf))
}

pub fn squeeze(text: &str) -> String {
    let seen: String = text.chars().filter(|c| *c != '\u{200b}').collect();
    let whole = seen.replace("\u{ad}\n", "").replace("\u{ad}", "");
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without any space: for words that are divided anywhere.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{ad}')).collect()
}
