//! What stands in a calendar.

use farled_case::{Appointment, AppointmentId, Occurrence, RecurrenceError, SeriesId, expand, occurrences};
use uuid::Uuid;

use crate::common::{at, attended, content, day, record, series};

fn begins(of: &[Occurrence]) -> Vec<String> {
    of.iter().map(|o| o.starts_at.format("%m-%d %H:%M").to_string()).collect()
}

#[test]
fn a_series_leaves_out_what_it_excludes() {
    let mut weekly = series("2026-11-23 09:00", "FREQ=WEEKLY");
    weekly.excluded = vec![at("2026-11-30 09:00")];
    let found =
        occurrences(std::slice::from_ref(&weekly), &[], day("2026-11-23"), day("2026-12-08")).unwrap();
    assert_eq!(begins(&found), ["11-23 09:00", "12-07 09:00"]);
    assert_eq!(found[0].appointment, None);
    assert_eq!(found[0].series, Some(weekly.id));
    assert_eq!(found[0].recurrence_id, Some(at("2026-11-23 09:00")));
    assert_eq!(found[0].ends_at, at("2026-11-23 10:00"));
}

#[test]
fn a_record_replaces_its_occurrence_also_when_it_moved_into_or_out_of_the_range() {
    let weekly = series("2026-11-23 09:00", "FREQ=WEEKLY");
    let mut out = record(&weekly, "2026-11-30 09:00");
    out.starts_at = at("2026-12-20 09:00");
    let mut into = record(&weekly, "2027-01-04 09:00");
    into.starts_at = at("2026-12-01 15:00");
    let records = [out.clone(), into.clone()];
    let found =
        occurrences(std::slice::from_ref(&weekly), &records, day("2026-11-30"), day("2026-12-08")).unwrap();
    assert_eq!(begins(&found), ["12-01 15:00", "12-07 09:00"]);
    assert_eq!(found[0].appointment, Some(into.id));
    let january = occurrences(&[weekly], &records, day("2027-01-01"), day("2027-01-12")).unwrap();
    assert_eq!(begins(&january), ["01-11 09:00"]);
}

#[test]
fn a_record_with_an_outcome_outlives_the_place_it_had_in_the_series() {
    let mut weekly = series("2026-11-23 09:00", "FREQ=WEEKLY;COUNT=1");
    weekly.excluded = vec![at("2026-11-30 09:00")];
    let mut met = record(&weekly, "2026-11-30 09:00");
    met.outcome = attended();
    let found = occurrences(&[weekly], &[met], day("2026-11-23"), day("2026-12-08")).unwrap();
    assert_eq!(begins(&found), ["11-23 09:00", "11-30 09:00"]);
}

#[test]
fn single_and_repeated_ones_stand_in_order_whole_days_first() {
    let weekly = series("2026-11-23 09:00", "FREQ=WEEKLY");
    let mut single = record(&weekly, "2026-11-23 08:00");
    (single.id, single.series, single.recurrence_id) = (AppointmentId(Uuid::from_u128(7)), None, None);
    let mut whole_day = single.clone();
    (whole_day.id, whole_day.all_day) = (AppointmentId(Uuid::from_u128(8)), true);
    whole_day.starts_at = at("2026-11-24 00:00");
    let mut midnight = whole_day.clone();
    (midnight.id, midnight.all_day) = (AppointmentId(Uuid::from_u128(6)), false);
    let singles = [midnight.clone(), whole_day.clone(), single.clone()];
    let found = occurrences(&[weekly], &singles, day("2026-11-23"), day("2026-11-25")).unwrap();
    let ids: Vec<_> = found.iter().map(|o| o.appointment).collect();
    assert_eq!(ids, [Some(single.id), None, Some(whole_day.id), Some(midnight.id)]);
}

#[test]
fn a_broken_series_does_not_hide_the_rest() {
    let good = series("2026-11-23 09:00", "FREQ=WEEKLY");
    let mut broken = series("2026-11-23 09:00", "FREQ=SECONDLY");
    broken.id = SeriesId(Uuid::from_u128(5));
    let both = [broken.clone(), good];
    let range = (day("2026-11-23"), day("2026-11-30"));
    assert_eq!(occurrences(&both, &[], range.0, range.1), Err(RecurrenceError::TooMany));
    let expansion = expand(&both, &[], range.0, range.1);
    assert_eq!(expansion.occurrences.len(), 1);
    assert_eq!(expansion.broken, [(broken.id, RecurrenceError::TooMany)]);
}

#[test]
fn an_occurrence_becomes_the_same_record_in_every_vault() {
    let weekly = series("2026-11-23 09:00", "FREQ=WEEKLY");
    let occurrence = Occurrence::of_series(&weekly, at("2026-11-30 09:00"));
    let one = occurrence.to_appointment(AppointmentId(Uuid::from_u128(10)));
    let other = occurrence.to_appointment(AppointmentId(Uuid::from_u128(11)));
    assert_eq!(one, other);
    assert_eq!(one.id, Appointment::id_in_series(weekly.id, at("2026-11-30 09:00")));
    assert_eq!(one.content, content("Samtal"));
}
