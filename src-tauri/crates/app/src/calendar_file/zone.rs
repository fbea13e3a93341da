//! Names of time zones in calendar files: those of the tz database, those of Windows, and the ways in
//! which programs dress them up.

use std::collections::HashMap;

use chrono::{NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;

use super::moment::HOME;

/// The zones that a file names, by their name in the file. What a file says of a zone's rules is not
/// used: the tz database knows them better. A zone that is not known by its name is not guessed.
#[derive(Debug, Default)]
pub(super) struct Zones {
    /// The name in the tz database that a file gives for its own (X-LIC-LOCATION).
    pub aliases: HashMap<String, String>,
}

impl Zones {
    /// The zone that a file calls `name`.
    pub(super) fn find(&self, name: &str) -> Option<Tz> {
        let zone = known(name).or_else(|| self.aliases.get(name).and_then(|alias| known(alias)))?;
        Some(if has_our_time(zone) { HOME } else { zone })
    }
}

/// Whether clocks there show what they show here, as in most of Europe: looked at on both sides of
/// both changes of the clock, in a year long ago and in one of now.
fn has_our_time(zone: Tz) -> bool {
    let days = [(1, 15), (3, 24), (4, 2), (7, 15), (10, 24), (11, 2)];
    [2010, 2026].into_iter().flat_map(|year| days.map(|(month, day)| (year, month, day))).all(|(y, m, d)| {
        let noon =
            NaiveDate::from_ymd_opt(y, m, d).and_then(|day| day.and_hms_opt(12, 0, 0)).unwrap_or_default();
        zone.offset_from_utc_datetime(&noon).fix() == HOME.offset_from_utc_datetime(&noon).fix()
    })
}

fn known(name: &str) -> Option<Tz> {
    let name = name.trim();
    name.parse().ok().or_else(|| windows(name)).or_else(|| in_a_path(name)).or_else(|| with_a_label(name))
}

/// `/mozilla.org/20050126_1/Europe/Stockholm` and the like.
fn in_a_path(name: &str) -> Option<Tz> {
    if !name.starts_with('/') {
        return None;
    }
    let parts: Vec<&str> = name.split('/').collect();
    [3, 2, 1]
        .into_iter()
        .filter(|tail| *tail < parts.len())
        .find_map(|tail| parts[parts.len() - tail..].join("/").parse().ok())
}

/// `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`: one of the cities is enough.
fn with_a_label(name: &str) -> Option<Tz> {
    let (_, cities) = name.strip_prefix('(')?.split_once(')')?;
    cities.split(',').find_map(|city| {
        let city = city.trim().replace(' ', "_");
        ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"]
            .into_iter()
            .find_map(|area| format!("{area}/{city}").parse().ok())
    })
}

/// What Windows calls the zones that calendars from Sweden and its neighbours meet; after the
/// "windowsZones" table of the Unicode CLDR, territory 001.
fn windows(name: &str) -> Option<Tz> {
    let zone = match name {
        "W. Europe Standard Time" => "Europe/Berlin",
        "Central Europe Standard Time" => "Europe/Budapest",
        "Central European Standard Time" => "Europe/Warsaw",
        "Romance Standard Time" => "Europe/Paris",
        "GMT Standard Time" => "Europe/London",
        "Greenwich Standard Time" => "Atlantic/Reykjavik",
        "FLE Standard Time" => "Europe/Kyiv",
        "GTB Standard Time" => "Europe/Bucharest",
        "E. Europe Standard Time" => "Europe/Chisinau",
        "Kaliningrad Standard Time" => "Europe/Kaliningrad",
        "Belarus Standard Time" => "Europe/Minsk",
        "Russian Standard Time" => "Europe/Moscow",
        "Turkey Standard Time" => "Europe/Istanbul",
        "Georgian Standard Time" => "Asia/Tbilisi",
        "Caucasus Standard Time" => "Asia/Yerevan",
        "Azerbaijan Standard Time" => "Asia/Baku",
        "Iran Standard Time" => "Asia/Tehran",
        "Arabic Standard Time" => "Asia/Baghdad",
        "Arab Standard Time" => "Asia/Riyadh",
        "Arabian Standard Time" => "Asia/Dubai",
        "Syria Standard Time" => "Asia/Damascus",
        "Middle East Standard Time" => "Asia/Beirut",
        "Jordan Standard Time" => "Asia/Amman",
        "West Bank Standard Time" => "Asia/Hebron",
        "Israel Standard Time" => "Asia/Jerusalem",
        "Egypt Standard Time" => "Africa/Cairo",
        "Morocco Standard Time" => "Africa/Casablanca",
        "W. Central Africa Standard Time" => "Africa/Lagos",
        "South Africa Standard Time" => "Africa/Johannesburg",
        "E. Africa Standard Time" => "Africa/Nairobi",
        "Afghanistan Standard Time" => "Asia/Kabul",
        "Pakistan Standard Time" => "Asia/Karachi",
        "India Standard Time" => "Asia/Kolkata",
        "Bangladesh Standard Time" => "Asia/Dhaka",
        "SE Asia Standard Time" => "Asia/Bangkok",
        "China Standard Time" => "Asia/Shanghai",
        "Singapore Standard Time" => "Asia/Singapore",
        "Tokyo Standard Time" => "Asia/Tokyo",
        "Korea Standard Time" => "Asia/Seoul",
        "AUS Eastern Standard Time" => "Australia/Sydney",
        "New Zealand Standard Time" => "Pacific/Auckland",
        "Azores Standard Time" => "Atlantic/Azores",
        "Atlantic Standard Time" => "America/Halifax",
        "Eastern Standard Time" => "America/New_York",
        "Central Standard Time" => "America/Chicago",
        "Mountain Standard Time" => "America/Denver",
        "Pacific Standard Time" => "America/Los_Angeles",
        "E. South America Standard Time" => "America/Sao_Paulo",
        "SA Pacific Standard Time" => "America/Bogota",
        "UTC" | "Etc/UTC" | "Coordinated Universal Time" | "GMT" | "Greenwich Mean Time" => "Etc/UTC",
        "Customized Time Zone" => return None,
        _ => return None,
    };
    zone.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn a_zone_is_known_by_all_its_names() {
        let zones = Zones::default();
        let cases = [
            ("Europe/Stockholm", Tz::Europe__Stockholm),
            ("W. Europe Standard Time", Tz::Europe__Stockholm),
            ("Romance Standard Time", Tz::Europe__Stockholm),
            ("FLE Standard Time", Tz::Europe__Kyiv),
            ("Africa/Lagos", Tz::Africa__Lagos),
            ("/mozilla.org/20050126_1/Europe/Stockholm", Tz::Europe__Stockholm),
            ("/freeassociation.sourceforge.net/Europe/Stockholm", Tz::Europe__Stockholm),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", Tz::Europe__Stockholm),
            ("GMT Standard Time", Tz::Europe__London),
            ("UTC", Tz::UTC),
        ];
        for (name, expected) in cases {
            assert_eq!(zones.find(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_zone_of_the_files_own_making_is_not_guessed() {
        let mut zones = Zones::default();
        for name in ["Customized Time Zone", "Nowhere/Else", "", "/", "(", "(UTC+01:00)"] {
            assert_eq!(zones.find(name), None, "{name}");
        }
        zones.aliases.insert("Own".into(), "Europe/Stockholm".into());
        assert_eq!(zones.find("Own"), Some(Tz::Europe__Stockholm));
    }

    #[test]
    fn every_windows_name_leads_to_a_zone() {
        let source = include_str!("zone.rs");
        let names = source.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" => \""));
        assert!(names.filter(|(name, _)| !name.contains('|')).all(|(name, _)| windows(name).is_some()));
    }
}
