//! `cargo xtask test`: every check there is, in order, with times.

use std::time::{Duration, Instant};

use crate::clippy;
use crate::error::Error;
use crate::interface;
use crate::journeys;
use crate::node::Node;
use crate::project::Project;
use crate::rust_tests;
use crate::shell;
use crate::system::{self, Need};
use crate::tally::Tally;

/// A part of the whole check that can be asked for by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Format, clippy and the Rust tests.
    Rust,
    /// The interface's types and unit tests.
    Ui,
    /// Journeys in the real app.
    E2e,
}

impl Part {
    /// Everything, in the order it is run: what fails fastest first.
    pub const ALL: [Self; 3] = [Self::Ui, Self::Rust, Self::E2e];

    /// The part by its name on the command line.
    pub fn parse(word: &str) -> Result<Self, Error> {
        match word {
            "rust" => Ok(Self::Rust),
            "ui" => Ok(Self::Ui),
            "e2e" => Ok(Self::E2e),
            _ => Err(Error::Usage),
        }
    }
}

/// Runs the parts. A failing check does not hide the ones after it; what they all need stops at once.
pub fn test(project: &Project, parts: &[Part]) -> Result<(), Error> {
    let root = project.root();
    let mut steps = Steps::default();

    steps.prepare("System packages", || system::ensure(Need::Test))?;
    if parts.contains(&Part::Rust) {
        steps.check("Format", || shell::run(&mut shell::cargo(root, &["fmt", "--all", "--check"])));
    }
    let node = steps.prepare("Node", || Node::ensure(project))?;
    // The app embeds the built interface, so that Rust can't be checked without it either.
    steps.prepare("Build the interface", || interface::build(project, &node))?;
    if parts.contains(&Part::Ui) {
        steps.check("Check the interface's types", || {
            shell::run(&mut node.npm(&project.ui(), &["run", "check"]))
        });
        steps.counted("Test the interface", |tally| {
            shell::run_counted(&mut node.npm(&project.ui(), &["run", "test"]), tally)
        });
    }
    if parts.contains(&Part::Rust) {
        steps.check("Clippy", || clippy::clippy(project));
        steps.counted("Rust tests", |tally| rust_tests::run(project, tally));
    }
    if parts.contains(&Part::E2e) {
        steps.prepare("Build the app for its journeys", || journeys::build(project, &node))?;
        steps.check("Check the journeys' types", || {
            shell::run(&mut node.npm(&project.e2e(), &["run", "check"]))
        });
        steps.counted("Journeys in the real app", |tally| {
            shell::run_counted(&mut journeys::script(project, &node, "test"), tally)
        });
    }
    steps.close()
}

/// What was run, how long it took and how it ended.
#[derive(Default)]
struct Steps {
    done: Vec<(String, Duration, Outcome)>,
    tally: Tally,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
}

impl Steps {
    /// Something the rest needs: its failure ends the whole.
    fn prepare<T>(&mut self, heading: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let begun = self.begin(heading);
        let result = work();
        self.end(heading, begun, if result.is_ok() { Outcome::Passed } else { Outcome::Failed });
        result
    }

    /// A check that is counted as one.
    fn check(&mut self, heading: &str, work: impl FnOnce() -> Result<(), Error>) {
        self.counted(heading, |tally| {
            work()?;
            tally.pass();
            Ok(())
        });
    }

    /// A check whose runner reports how many tests it ran.
    fn counted(&mut self, heading: &str, work: impl FnOnce(&mut Tally) -> Result<(), Error>) {
        let begun = self.begin(heading);
        let failed_before = self.tally.failed();
        let outcome = match work(&mut self.tally) {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("{error}");
                // It may have failed before any test of it ran.
                if self.tally.failed() == failed_before {
                    self.tally.fail();
                }
                Outcome::Failed
            }
        };
        self.end(heading, begun, outcome);
    }

    fn begin(&self, heading: &str) -> Instant {
        println!("\n== {}. {heading} ==", self.done.len() + 1);
        Instant::now()
    }

    fn end(&mut self, heading: &str, begun: Instant, outcome: Outcome) {
        let took = begun.elapsed();
        println!("-- {heading}: {} in {:.1} s", word(outcome), took.as_secs_f32());
        self.done.push((heading.to_owned(), took, outcome));
    }

    fn close(self) -> Result<(), Error> {
        println!("\n== Summary ==");
        for (heading, took, outcome) in &self.done {
            println!("{:>8.1} s  {:<6}  {heading}", took.as_secs_f32(), word(*outcome));
        }
        let total: Duration = self.done.iter().map(|(_, took, _)| *took).sum();
        println!("{:>8.1} s  in all\n", total.as_secs_f32());
        println!("{}", self.tally.closing_line());
        let failed = self.done.iter().filter(|(_, _, outcome)| *outcome == Outcome::Failed).count();
        if failed == 0 && self.tally.failed() == 0 { Ok(()) } else { Err(Error::Steps(failed.max(1))) }
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "FAILED",
    }
}
