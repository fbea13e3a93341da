//! The week on paper.

use std::path::Path;

use farled_app::{
    Result,
    week_plan::{self, PaperFormat, WeekPlanChoice},
};
use farled_case::IsoWeek;
use serde_json::json;

use crate::{
    context::{Context, case_of},
    output::{Output, say},
};

/// Whose week, which, and how it lies.
pub struct Paper {
    pub alias: String,
    pub week: Option<IsoWeek>,
    pub portrait: bool,
}

/// Prints a person's week as PDF.
pub fn week_plan(context: &Context, paper: &Paper, out: &Path, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    let choice = WeekPlanChoice {
        case: case_of(&desk, &paper.alias)?,
        week: paper.week.unwrap_or_else(|| IsoWeek::of(desk.today())),
        language: context.language(),
        paper: if paper.portrait { PaperFormat::Portrait } else { PaperFormat::Landscape },
        left_out: Vec::new(),
    };
    let size = week_plan::save_pdf(&mut desk, &choice, ground, out)?;
    let text = say(context.language(), "cli-week-printed", &[]);
    Ok(Output::new(json!({ "week": choice.week, "bytes": size }), text))
}
