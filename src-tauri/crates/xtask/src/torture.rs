//! `cargo xtask torture`: processes killed, power cut and disks failing, for as long as one likes.

use std::process::Command;

use crate::error::Error;
use crate::project::Project;
use crate::shell;
use crate::tally::Tally;

/// Rounds of killing when nobody says how many.
const ROUNDS: u64 = 5_000;

/// What the proofs print their figures after.
const FIGURES: &str = "torture: ";

/// Runs the proofs of `src-tauri/crates/app/tests/torture`, with so many rounds of killing, every step
/// at which the power can be cut and every call that can fail; closes with their figures.
pub fn torture(project: &Project, rounds: Option<&str>) -> Result<(), Error> {
    let rounds = match rounds {
        None => ROUNDS,
        Some(word) => word.parse().map_err(|_| Error::Usage)?,
    };
    let words = ["test", "--workspace", "--test", "torture", "--", "--nocapture"];
    let mut command: Command = shell::cargo(project.root(), &words);
    command.env("FARLED_TORTURE_ROUNDS", rounds.to_string());
    let mut figures = Vec::new();
    let mut tally = Tally::default();
    let done = shell::run_read(&mut command, |line| {
        tally.read(line);
        figures.extend(line.split_once(FIGURES).map(|(_, figure)| figure.to_owned()));
    });
    println!("\n== Figures ==");
    for figure in &figures {
        println!("{}", laid_out(figure));
    }
    println!("\n{}", tally.closing_line());
    done
}

/// A line of figures, `what | figure | figure`, as a row under what it is about.
fn laid_out(figure: &str) -> String {
    let mut parts = figure.split(" | ");
    let what = parts.next().unwrap_or_default();
    let rows: String = parts.map(|part| format!("\n    {part}")).collect();
    format!("{what}{rows}")
}

#[cfg(test)]
mod tests {
    #![allow(missing_docs)]
    use super::*;

    #[test]
    fn figures_stand_below_what_they_are_about() {
        assert_eq!(laid_out("kill -9 | rounds 5 | lost 0"), "kill -9\n    rounds 5\n    lost 0");
        assert_eq!(laid_out("seed 7"), "seed 7");
    }
}
