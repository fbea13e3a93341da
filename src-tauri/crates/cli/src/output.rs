//! What a command says: as text for people, or as JSON for programs.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
    process::ExitCode,
};

use farled_app::{
    Failure,
    settings::Language,
    vault::{CheckProblem, RescueView},
};
use farled_case::Vocabulary;
use farled_locale::{Arg, Catalogue};
use serde::Serialize;
use serde_json::Value;

/// What a command says.
pub struct Output {
    text: String,
    data: Value,
    /// Whether the command found something wrong that it was asked to look for.
    is_bad: bool,
}

impl Output {
    /// Data, with the same for people.
    pub fn new(data: impl Serialize, text: impl Into<String>) -> Self {
        Self { text: text.into(), data: serde_json::to_value(data).unwrap_or(Value::Null), is_bad: false }
    }

    /// Text that is the same for people and programs.
    pub fn raw(text: String) -> Self {
        Self { text, data: Value::Null, is_bad: false }
    }

    /// The same, ending with exit code 1.
    pub fn bad(mut self) -> Self {
        self.is_bad = true;
        self
    }

    /// Prints it.
    pub fn print(self, json: bool) -> ExitCode {
        let mut out = io::stdout().lock();
        let printed = if json && !self.data.is_null() {
            writeln!(out, "{:#}", self.data)
        } else if self.text.is_empty() || self.text.ends_with('\n') {
            write!(out, "{}", self.text)
        } else {
            writeln!(out, "{}", self.text)
        };
        // A reader that went away (a closed pipe) is no failure of the command.
        match printed.and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            _ if self.is_bad => ExitCode::FAILURE,
            _ => ExitCode::SUCCESS,
        }
    }
}

/// A refusal: its code, what happened, whether the data is safe and what to do.
pub fn refusal(language: Language, failure: &Failure) -> String {
    let catalogue = Catalogue::of(language.into());
    let id = format!("error-{}", failure.code);
    let args: Vec<(&str, Arg<'_>)> = failure
        .params
        .iter()
        .map(|(name, value)| {
            let arg = value.parse::<i64>().map_or_else(|_| Arg::from(value), Arg::Number);
            (name.as_str(), arg)
        })
        .collect();
    let mut text = String::new();
    let sentence = if catalogue.has(&id) { catalogue.text(&id, &args) } else { failure.code.clone() };
    let place = if failure.params.contains_key("in_line") {
        format!("{} ", catalogue.text("cli-in-line", &args))
    } else {
        String::new()
    };
    let _ = writeln!(text, "{}: {place}{sentence}", failure.code);
    for attribute in ["data", "todo"] {
        let said = catalogue.attribute_with(&id, attribute, &args);
        if !said.ends_with(&format!(".{attribute}")) {
            let _ = writeln!(text, "  {said}");
        }
    }
    text
}

/// What could be read of a damaged vault.
pub fn rescued(language: Language, rescued: &RescueView) -> String {
    let catalogue = Catalogue::of(language.into());
    let lost = rescued.lost.iter().map(|lost| lost.count).sum::<u32>() + rescued.lost_unknown;
    let args = [
        ("found", Arg::Number(rescued.found.into())),
        ("lost", Arg::Number(lost.into())),
        ("bare", Arg::Number(rescued.without_history.into())),
    ];
    let mut text = catalogue.text("cli-rescued", &args);
    for lost in &rescued.lost {
        let _ = write!(text, "\n  {}: {}", lost.kind.term(), lost.count);
    }
    text
}

/// A problem that a check found: its code, what it is, whether the data is safe and what to do.
pub fn problem(language: Language, problem: &CheckProblem) -> String {
    let failure =
        Failure::new(&problem.code).with("count", problem.count).with("names", problem.names.join(", "));
    refusal(language, &failure)
}

/// A sentence of the command line's own catalogue.
pub fn say(language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    Catalogue::of(language.into()).text(id, args)
}

/// Rows as columns, each as wide as its widest cell.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(line, "{cell:<width$}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
