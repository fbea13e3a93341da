//! The start of a record's document, found from a value of any kind.

use farled_case::{Kind, Noun};
use serde_json::Value;

/// The seed of a value of this kind.
pub(crate) fn seed(kind: Kind, value: &Value) -> Result<Value, serde_json::Error> {
    fn of<T: Noun>(value: &Value) -> Result<Value, serde_json::Error> {
        Ok(T::deserialize(value)?.seed())
    }
    match kind {
        Kind::Case => of::<farled_case::Case>(value),
        Kind::CivilIdentity => of::<farled_case::CivilIdentity>(value),
        Kind::Need => of::<farled_case::Need>(value),
        Kind::Goal => of::<farled_case::Goal>(value),
        Kind::Measure => of::<farled_case::Measure>(value),
        Kind::Agreement => of::<farled_case::Agreement>(value),
        Kind::Party => of::<farled_case::Party>(value),
        Kind::Request => of::<farled_case::Request>(value),
        Kind::Series => of::<farled_case::Series>(value),
        Kind::Appointment => of::<farled_case::Appointment>(value),
        Kind::Routine => of::<farled_case::Routine>(value),
        Kind::RoutineWeek => of::<farled_case::RoutineWeek>(value),
        Kind::NoteDraft => of::<farled_case::NoteDraft>(value),
        Kind::Note => of::<farled_case::Note>(value),
        Kind::AmendmentDraft => of::<farled_case::AmendmentDraft>(value),
        Kind::Amendment => of::<farled_case::Amendment>(value),
        Kind::Attachment => of::<farled_case::Attachment>(value),
        Kind::Disclosure => of::<farled_case::Disclosure>(value),
    }
}
