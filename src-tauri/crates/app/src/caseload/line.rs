//! One line of a caseload file.

use farled_case::{
    Agreement, Amendment, Appointment, Case, CivilIdentity, Goal, Measure, Need, Note, Party, Request,
    Routine, RoutineWeek, Series,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The format's name, in the first line.
pub(super) const FORMAT: &str = "farled-caseload";
/// Its version.
pub(super) const VERSION: u32 = 1;

/// A record in a caseload file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "each variant is the noun of its name")]
pub enum Line {
    Case(Case),
    CivilIdentity(CivilIdentity),
    Need(Need),
    Goal(Goal),
    Measure(Measure),
    Agreement(Agreement),
    Party(Party),
    Request(Request),
    Series(Series),
    Appointment(Appointment),
    Routine(Routine),
    RoutineWeek(RoutineWeek),
    Note(Note),
    Amendment(Amendment),
}

/// The first line of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub format: String,
    pub version: u32,
}
