//! What a crash, a power cut and a failing disk do to a vault: nothing.
//!
//! Three proofs over the same operations (`operations`, one small entry each) and the same notion of
//! what a vault says (`state`):
//!
//! - `kill`: real processes are killed (`SIGKILL`) at random moments while they work.
//! - `power`: what reaches the disk is recorded below SQLite (`layer`), and the power is cut after
//!   every step of it (`disk` says what a disk may then hold).
//! - `fault`: every call that changes a file fails once, and from there on, with `ENOSPC` and `EIO`.
//!
//! `migration` does all three to vaults of earlier versions while their tables are brought to the newest.
//!
//! Each prints a line of figures that begins with `torture:`. `cargo xtask torture` runs them for
//! longer; what it sets is told in `extent`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/mod.rs"]
mod support;

mod dice;
mod disk;
mod extent;
mod fault;
mod kill;
mod layer;
mod migration;
mod operations;
mod place;
mod power;
mod state;
