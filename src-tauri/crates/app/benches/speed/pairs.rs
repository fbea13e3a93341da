//! Two times, measured in turn.

use std::time::{Duration, Instant};

/// How long each of a pair took, again and again.
pub struct Pairs {
    what: String,
    ours: Vec<Duration>,
    beside: Vec<Duration>,
}

pub fn timed<R>(work: impl FnOnce() -> R) -> (Duration, R) {
    let begun = Instant::now();
    let result = work();
    (begun.elapsed(), result)
}

impl Pairs {
    pub fn new(what: &str) -> Self {
        Self { what: what.to_owned(), ours: Vec::new(), beside: Vec::new() }
    }

    pub fn add(&mut self, ours: Duration, beside: Duration) {
        self.ours.push(ours);
        self.beside.push(beside);
    }

    /// Prints the medians, the median of the ratios and the middle half of them, and says whether it is
    /// within the limit, where one was promised.
    pub fn print(&self, limit: Option<f64>) -> bool {
        let seconds = |times: &[Duration]| times.iter().map(Duration::as_secs_f64).collect();
        let ratios: Vec<f64> = self
            .ours
            .iter()
            .zip(&self.beside)
            .map(|(ours, beside)| ours.as_secs_f64() / beside.as_secs_f64())
            .collect();
        let ratio = part(ratios.clone(), 0.5);
        let is_kept = limit.is_none_or(|limit| ratio <= limit);
        let judged = limit.map_or("none".to_owned(), |limit| {
            format!("{limit:.2} {}", if is_kept { "kept" } else { "EXCEEDED" })
        });
        println!(
            "{:<44}{:>7.2} ms{:>7.2} ms{:>8.2}  {:<16}{judged}",
            format!("{} ({} pairs)", self.what, self.ours.len()),
            part(seconds(&self.ours), 0.5) * 1000.0,
            part(seconds(&self.beside), 0.5) * 1000.0,
            ratio,
            format!("{:.2} to {:.2}", part(ratios.clone(), 0.25), part(ratios, 0.75)),
        );
        is_kept
    }
}

/// The value below which this part of them lies.
fn part(mut values: Vec<f64>, part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((last as f64 * part).round() as usize).copied().unwrap_or(f64::NAN)
}
