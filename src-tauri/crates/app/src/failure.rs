//! What goes wrong, as a code and its parameters. The sentence is the catalogue's.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;

/// The result of an operation.
pub type Result<T> = std::result::Result<T, Failure>;

/// What went wrong: the catalogue holds `error-<code>` with what happened, whether the data is safe
/// and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[error("{code}")]
pub struct Failure {
    /// A stable name in kebab case.
    pub code: String,
    /// What the sentence needs. Never a secret, never a name of a person.
    pub params: BTreeMap<String, String>,
}

impl Failure {
    /// A failure without parameters.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::new() }
    }

    /// The same failure with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Takes over the code and the parameters of an error that has them.
macro_rules! from_coded {
    ($($error:ty),+ $(,)?) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                let mut failure = Self::new(error.code());
                for (name, value) in error.params() {
                    failure = failure.with(name, value);
                }
                failure
            }
        }
    )+};
}

impl From<farled_case::ScopeError> for Failure {
    fn from(error: farled_case::ScopeError) -> Self {
        Self::new(error.code())
    }
}

from_coded!(
    crate::calendar_file::CalendarFileError,
    farled_bundle::CardError,
    farled_bundle::OpenError,
    farled_bundle::SealError,
    farled_print::PrintError,
    farled_vault::RecoveryKeyError,
    farled_vault::VaultError,
);

impl From<farled_case::AppointmentIssue> for Failure {
    fn from(issue: farled_case::AppointmentIssue) -> Self {
        Self::new(issue.code())
    }
}

impl From<farled_case::RecurrenceError> for Failure {
    fn from(error: farled_case::RecurrenceError) -> Self {
        Self::new(error.code())
    }
}

impl From<farled_case::QuickLineError> for Failure {
    fn from(error: farled_case::QuickLineError) -> Self {
        Self::new(error.code())
    }
}

impl From<farled_case::GoalError> for Failure {
    fn from(error: farled_case::GoalError) -> Self {
        match error {
            farled_case::GoalError::ReasonNeeded => Self::new("reason-missing"),
        }
    }
}
