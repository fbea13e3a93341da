//! The JSON Schema of a line, generated from the types.

use super::Line;

/// The JSON Schema (draft 2020-12) of one line of a caseload file.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Line).to_value()
}
