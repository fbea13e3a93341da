//! Suggestions: areas for an empty plan, routines, and openings for a note. No personal data.

use std::sync::LazyLock;

use chrono::NaiveTime;
use farled_case::{NeedArea, NoteType, Weekdays};
use farled_locale::Language;
use serde::{Deserialize, Serialize};

/// The suggestions in one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Templates {
    /// The areas that an empty plan suggests, the most urgent first.
    pub areas: Vec<AreaTemplate>,
    /// Routines, in the order of the day.
    pub routines: Vec<RoutineTemplate>,
    /// Openings for notes, by type.
    pub notes: Vec<TemplateGroup>,
}

/// An area that an empty plan suggests.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct AreaTemplate {
    /// The area.
    pub area: NeedArea,
    /// A question to begin the conversation with.
    pub question: String,
    /// How a goal there may begin.
    pub goal: String,
}

/// A routine that can be taken over and changed.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RoutineTemplate {
    /// What is done.
    pub title: String,
    /// The days, Monday first.
    pub days: [bool; 7],
    /// The time, Monday to Friday.
    #[serde(default)]
    pub weekday_time: Option<NaiveTime>,
    /// The time on Saturday and Sunday.
    #[serde(default)]
    pub weekend_time: Option<NaiveTime>,
}

impl RoutineTemplate {
    /// The days on which it applies.
    #[must_use]
    pub fn weekdays(&self) -> Weekdays {
        Weekdays::from_array(self.days)
    }
}

/// Openings for one type of note.
#[derive(Clone, Debug, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct TemplateGroup {
    /// The type.
    pub note_type: NoteType,
    /// Beginnings of sentences.
    pub openings: Vec<String>,
}

const SV: &str = include_str!("../../../../../assets/library/templates.sv.json");
const EN: &str = include_str!("../../../../../assets/library/templates.en.json");

#[allow(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
fn read(text: &str) -> Templates {
    serde_json::from_str(text).expect("the suggestions can be read")
}

static SWEDISH: LazyLock<Templates> = LazyLock::new(|| read(SV));
static ENGLISH: LazyLock<Templates> = LazyLock::new(|| read(EN));

/// The suggestions in a language.
#[must_use]
pub fn templates(language: Language) -> &'static Templates {
    match language {
        Language::Sv => &SWEDISH,
        Language::En => &ENGLISH,
    }
}

/// The areas that an empty plan suggests, the same in every language.
#[must_use]
pub fn suggested_areas() -> Vec<NeedArea> {
    SWEDISH.areas.iter().map(|template| template.area).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn an_empty_plan_suggests_three_areas() {
        assert_eq!(suggested_areas().len(), 3);
    }

    #[test]
    fn both_languages_suggest_the_same() {
        let (sv, en) = (templates(Language::Sv), templates(Language::En));
        let areas = |templates: &Templates| templates.areas.iter().map(|it| it.area).collect::<Vec<_>>();
        assert_eq!(areas(sv), areas(en));
        let times = |templates: &Templates| {
            templates
                .routines
                .iter()
                .map(|it| (it.days, it.weekday_time, it.weekend_time))
                .collect::<Vec<_>>()
        };
        assert_eq!(times(sv), times(en));
        let notes = |templates: &Templates| {
            templates.notes.iter().map(|it| (it.note_type, it.openings.len())).collect::<Vec<_>>()
        };
        assert_eq!(notes(sv), notes(en));
    }

    #[test]
    fn every_routine_applies_on_some_day() {
        for routine in &templates(Language::Sv).routines {
            assert_ne!(routine.weekdays(), Weekdays::NONE, "{}", routine.title);
            let [.., sat, sun] = routine.days;
            let has_weekend = sat || sun;
            assert_eq!(routine.weekend_time.is_some(), has_weekend, "{}", routine.title);
        }
    }
}
