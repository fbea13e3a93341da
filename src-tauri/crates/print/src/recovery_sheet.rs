//! The sheet with the recovery key.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use farled_locale::{Catalogue, Language};
use serde::Serialize;

use crate::{PrintError, Printed, layout::lay_out, world::Template};

/// The sheet with the recovery key.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The key in groups, in the order in which they are typed.
    pub groups: Vec<String>,
    /// The day on which the key was made.
    pub made_on: NaiveDate,
}

impl fmt::Debug for RecoverySheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RecoverySheet").field("made_on", &self.made_on).finish_non_exhaustive()
    }
}

/// The sheet as its template takes it.
#[derive(Serialize)]
struct SheetInput<'a> {
    language: &'static str,
    title: String,
    made: String,
    groups: &'a [String],
    sections: [Section; 4],
}

#[derive(Serialize)]
struct Section {
    label: String,
    text: String,
}

/// Lays the sheet out. It doesn't say what the program is for.
///
/// # Errors
/// [`PrintError::Characters`] if no font has a character of it, [`PrintError::Layout`].
pub fn recovery_sheet(sheet: &RecoverySheet, language: Language) -> Result<Printed, PrintError> {
    let catalogue = Catalogue::of(language);
    let section = |name: &str| Section {
        label: catalogue.text(&format!("paper-recovery-{name}"), &[]),
        text: catalogue.text(&format!("paper-recovery-{name}-text"), &[]),
    };
    let date = catalogue.text(
        "paper-date",
        &[
            ("day", sheet.made_on.day().into()),
            ("month", catalogue.text(&format!("paper-month-{}", sheet.made_on.month()), &[]).into()),
            ("year", sheet.made_on.year().into()),
        ],
    );
    let input = SheetInput {
        language: language.code(),
        title: catalogue.text("paper-recovery-title", &[]),
        made: catalogue.text("paper-recovery-made", &[("date", date.into())]),
        groups: &sheet.groups,
        sections: [section("purpose"), section("keep"), section("use"), section("lost")],
    };
    lay_out(Template::RecoverySheet, &input)
}
