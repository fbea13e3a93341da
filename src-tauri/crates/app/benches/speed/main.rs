//! What safety costs, measured side by side in one run: `cargo xtask bench`.
//!
//! - Unlocking, beyond deriving the key: at most 15 % of that.
//! - A save, beside the same commit on plain SQLite with the same journal and sync, on the same disk: at
//!   most 1.5 times as long.
//!
//! The two of a pair are measured in turn, so that what else the machine does falls on both, and what
//! counts is the median of the pairs' ratios. Ends with a failure when one is above its limit.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod pairs;
mod plain;
mod saves;
mod unlocking;

use std::{path::Path, process::ExitCode};

/// The program's own: freed memory is wiped.
#[global_allocator]
static ALLOCATOR: farled_memory::Wiping = farled_memory::Wiping;

/// What unlocking may take beyond deriving the key, as a part of that.
const UNLOCKING: f64 = 0.15;
/// What a save may take, in commits on plain SQLite.
const SAVE: f64 = 1.5;

fn main() -> ExitCode {
    // On the disk that this is built on: in memory nothing would be synced.
    let folder = tempfile::TempDir::new_in(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap();
    println!("{:<44}{:>10}{:>10}{:>8}  {:<16}limit", "", "ours", "beside", "ratio", "middle half");
    let mut are_kept = Vec::new();
    let (mut desk, ratio) = unlocking::measure(&folder.path().join("vault"));
    are_kept.push(ratio.print(Some(UNLOCKING)));
    for ratio in saves::measure(&mut desk, folder.path()) {
        are_kept.push(ratio.print(Some(SAVE)));
    }
    if are_kept.iter().all(|is_kept| *is_kept) {
        println!("\nbench: every limit is kept");
        ExitCode::SUCCESS
    } else {
        println!("\nbench: a limit is exceeded");
        ExitCode::FAILURE
    }
}
