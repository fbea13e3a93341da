//! One line of a caseload file.

use farled_case::{
    Agreement, Amendment, Appointment, Case, CivilIdentity, Goal, Kind, Measure, Need, Note, Noun, Party,
    Request, Routine, RoutineWeek, Series,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Failure, Result};

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

impl Line {
    /// Reads a record of a kind. What is wrong with it is told by where it stands: what stands there
    /// may be about a person.
    pub(super) fn read(kind: Kind, value: &Value) -> Result<Self> {
        Ok(match kind {
            Kind::Case => Self::Case(noun(value)?),
            Kind::CivilIdentity => Self::CivilIdentity(noun(value)?),
            Kind::Need => Self::Need(noun(value)?),
            Kind::Goal => Self::Goal(noun(value)?),
            Kind::Measure => Self::Measure(noun(value)?),
            Kind::Agreement => Self::Agreement(noun(value)?),
            Kind::Party => Self::Party(noun(value)?),
            Kind::Request => Self::Request(noun(value)?),
            Kind::Series => Self::Series(noun(value)?),
            Kind::Appointment => Self::Appointment(noun(value)?),
            Kind::Routine => Self::Routine(noun(value)?),
            Kind::RoutineWeek => Self::RoutineWeek(noun(value)?),
            Kind::Note => Self::Note(noun(value)?),
            Kind::Amendment => Self::Amendment(noun(value)?),
            Kind::Attachment | Kind::NoteDraft | Kind::AmendmentDraft | Kind::Disclosure => {
                return Err(Failure::new("import-unknown-kind"));
            }
        })
    }
}

fn noun<T: Noun>(value: &Value) -> Result<T> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        let detail = error.inner().to_string();
        let quoted = |prefix: &str| detail.strip_prefix(prefix).and_then(|rest| rest.split('`').next());
        if let Some(field) = quoted("missing field `") {
            let dot = if path.is_empty() { "" } else { "." };
            return Failure::new("import-missing-field").with("field", format!("{path}{dot}{field}"));
        }
        let is_term = detail.starts_with("unknown variant");
        Failure::new(if is_term { "import-unknown-term" } else { "import-wrong-value" })
            .with("field", if path.is_empty() { "value" } else { &path })
    })
}

/// The first line of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub format: String,
    pub version: u32,
}
