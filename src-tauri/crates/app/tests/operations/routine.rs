//! Routines and the ticks of a week.

use farled_app::routine::{TickEdit, board, end, remove, save, tick};
use farled_case::{CaseId, IsoWeek, RoutineId, Tick, Weekdays};

use crate::support::{Place, day, refused, routine};

const WORKDAYS: Weekdays =
    Weekdays { mon: true, tue: true, wed: true, thu: true, fri: true, sat: false, sun: false };

fn edit(case: CaseId, routine: RoutineId, on: &str, says: Option<Tick>) -> TickEdit {
    TickEdit { case, routine, on: day(on), tick: says, why_not: "Sov över".to_owned() }
}

#[test]
fn a_tick_fills_its_box_and_counts() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.routine(case, "Frukost", WORKDAYS);
    tick(&mut place, &edit(case, id, "2026-11-23", Some(Tick::Done))).unwrap();
    tick(&mut place, &edit(case, id, "2026-11-24", Some(Tick::Missed))).unwrap();
    let week = IsoWeek::of(day("2026-11-25"));
    let shown = board(&place, case, week).unwrap();
    assert_eq!((shown.count.done, shown.count.of), (1, 5));
    let boxes = &shown.rows[0].boxes;
    assert_eq!((boxes[0].tick, boxes[0].why_not.as_str()), (Some(Tick::Done), ""), "done needs no excuse");
    assert_eq!((boxes[1].tick, boxes[1].why_not.as_str()), (Some(Tick::Missed), "Sov över"));
    assert!(!boxes[5].applies);

    tick(&mut place, &edit(case, id, "2026-11-24", None)).unwrap();
    let emptied = board(&place, case, week).unwrap();
    assert_eq!((emptied.rows[0].boxes[1].tick, emptied.rows[0].boxes[1].why_not.as_str()), (None, ""));
    let trend = board(&place, case, week.plus(1)).unwrap().trend;
    assert_eq!(trend.last().map(|count| (count.week, count.done)), Some((week, 1)));
}

#[test]
fn a_day_on_which_the_routine_does_not_apply_takes_no_tick() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let other = place.case("Alm");
    let id = place.routine(case, "Frukost", WORKDAYS);
    for on in ["2026-11-28", "2026-10-30"] {
        refused(tick(&mut place, &edit(case, id, on, Some(Tick::Done))), "routine-not-that-day");
    }
    let of_another = edit(other, id, "2026-11-24", Some(Tick::Done));
    refused(tick(&mut place, &of_another), "routine-not-that-day");
}

#[test]
fn a_routine_that_ends_keeps_its_ticks() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = place.routine(case, "Frukost", Weekdays::ALL);
    tick(&mut place, &edit(case, id, "2026-11-23", Some(Tick::Done))).unwrap();
    end(&mut place, id).unwrap();
    let week = IsoWeek::of(day("2026-11-25"));
    let shown = board(&place, case, week).unwrap();
    let applies: Vec<bool> = shown.rows[0].boxes.iter().map(|cell| cell.applies).collect();
    assert_eq!(applies, [true, true, false, false, false, false, false]);
    assert_eq!(shown.rows[0].boxes[0].tick, Some(Tick::Done));
    assert!(board(&place, case, week.plus(1)).unwrap().rows.is_empty());

    let mut begun_today = routine(case, "Promenad", Weekdays::ALL);
    begun_today.from = day("2026-11-25");
    save(&mut place, begun_today.clone()).unwrap();
    end(&mut place, begun_today.id).unwrap();
    refused(end(&mut place, begun_today.id), "record-missing");
}

#[test]
fn a_routine_has_a_title_days_and_an_end_after_its_beginning() {
    let mut place = Place::new();
    let case = place.case("Ek");
    refused(save(&mut place, routine(case, " ", Weekdays::ALL)), "routine-missing");
    refused(save(&mut place, routine(case, "Frukost", Weekdays::NONE)), "routine-without-days");
    let mut backwards = routine(case, "Frukost", Weekdays::ALL);
    backwards.until = Some(day("2026-11-01"));
    refused(save(&mut place, backwards), "end-before-start");
    let id = place.routine(case, "Frukost", Weekdays::ALL);
    place.routine(case, "Promenad", Weekdays::ALL);
    let titles = |place: &Place| -> Vec<String> {
        let shown = board(place, case, IsoWeek::of(day("2026-11-25"))).unwrap();
        shown.rows.into_iter().map(|row| row.routine.title).collect()
    };
    assert_eq!(titles(&place), ["Frukost", "Promenad"]);
    remove(&mut place, id).unwrap();
    assert_eq!(titles(&place), ["Promenad"]);
}
