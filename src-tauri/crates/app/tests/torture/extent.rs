//! How long the proofs go on.

/// Rounds of killing in the test command.
const ROUNDS: u64 = 500;

/// Rounds of killing: `FARLED_TORTURE_ROUNDS`, or as many as the test command does.
pub fn rounds() -> u64 {
    asked().unwrap_or(ROUNDS)
}

/// Whether everything is tried that can be, and not a sample of it: when rounds were asked for.
pub fn is_whole() -> bool {
    asked().is_some()
}

fn asked() -> Option<u64> {
    std::env::var("FARLED_TORTURE_ROUNDS").ok()?.parse().ok()
}
