//! The main job with two hundred people and twenty thousand notes, by the commands: what goes in comes
//! out of a second vault the same. Says how long each step takes (`--nocapture`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code)]

#[path = "../../app/tests/support/mod.rs"]
mod desks;
#[path = "command/support.rs"]
mod support;

use std::{
    fs,
    time::{Duration, Instant},
};

use desks::{NOW, Place, pdf_text};
use support::Cli;

/// Far more than any step takes on the slowest machine meant for Farled; what takes this long hangs.
const LONGEST: Duration = Duration::from_secs(240);

/// Does a step and says how long it took.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    let took = began.elapsed();
    eprintln!("{:>8} ms  {what}", took.as_millis());
    assert!(took < LONGEST, "{what} took {took:?}");
    done
}

#[test]
fn a_large_caseload_goes_through_the_main_job_and_arrives_the_same() {
    let (mut field, mut office) = (Place::new(), Place::of("Kansliet Exempel"));
    desks::trust(&mut field, &mut office);
    desks::trust(&mut office, &mut field);
    let (mut field, office) = (Cli::at(field), Cli::at(office));

    let (file, bundle, week) =
        (field.path("large.jsonl"), field.path("large.farled"), field.path("week.pdf"));
    let sample = ["sample", "--cases", "200", "--notes", "20000", "--seed", "1", "--out", &file];
    timed("sample", || field.done(&sample));
    let report = timed("import", || field.data(&["import", &file]));
    assert_eq!(report["new"].as_u64(), Some(fs::read_to_string(&file).unwrap().lines().count() as u64));

    let people = timed("case list", || field.data(&["case", "list"]));
    assert_eq!(people.as_array().unwrap().len(), 200);
    let alias = people[0]["alias"].as_str().unwrap();
    let agenda = timed("agenda", || field.data(&["agenda"]));
    assert!(agenda.as_array().unwrap().len() >= 100);
    let hits = timed("search", || field.data(&["search", "möte"]));
    assert_eq!(hits.as_array().unwrap().len(), 50, "as many as one search gives");
    timed("week-plan", || field.done(&["--lang", "sv", "week-plan", alias, "--out", &week]));
    assert!(pdf_text(&field.file("week.pdf")).contains("Vecka 48"));

    timed("unlock by the recovery key, in the app", || field.place.sit_down(NOW));
    let today = timed("today, in the app", || farled_app::today::show(&field.place).unwrap());
    assert!(!today.appointments.is_empty());
    timed("people, in the app", || farled_app::people::list(&field.place).unwrap());
    let case = farled_app::people::list(&field.place).unwrap()[0].case;
    timed("one person, in the app", || farled_app::people::show(&field.place, case).unwrap());
    timed("a word, in the app", || farled_app::search::find(&field.place, "möte", None).unwrap());
    timed("a draft begun and saved, in the app", || field.place.draft(case, "Vi talade om hösten."));
    timed("a signed note, in the app", || field.place.note(case, "Vi talade om veckan."));
    field.place.lock();

    let sections = "plan,calendar,routines,notes,requests,identity";
    let to = ["seal", "--all", "--to", "Kansliet Exempel", "--sections", sections, "--out", &bundle];
    timed("seal", || field.done(&to));
    let opened = timed("open", || office.data(&["open", &bundle]));
    assert_eq!(opened["cases"].as_array().unwrap().len(), 200);
    let sent = timed("export", || field.done(&["export"]));
    let arrived = office.done(&["export"]);
    assert!(sent == arrived, "the two exports are identical");
    assert_eq!(office.data(&["search", "möte"]), field.data(&["search", "möte"]));
    timed("check", || office.done(&["check"]));
}
