//! What the app leaves behind: on the disk, in memory once it is locked, and when it crashes.
//!
//! A vault gets a canary in every text of every kind of record ([`caseload`]), also of what a colleague sent
//! ([`colleague`]); the real app is driven by a keyboard ([`keyboard`]) through what people do ([`day`],
//! [`session`]); then every file below its home and every file that it opened elsewhere ([`trace`]) is read
//! ([`scan`]), and the memory of its processes ([`memory`]), for every form of every canary ([`canary`]). Each
//! search has its positive control. A window that is closed while the disk is full is tried here too
//! ([`closing`]).
//!
//! Something new that must leave no trace: give it a canary of [`canary::Flock`] in [`session`], before the
//! app starts when it stands in the vault, or where it is typed.
//!
//! The `e2e` build keeps a browser's data and an open door for WebDriver, and so these tests leave it out.
#![cfg(not(feature = "e2e"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod app;
mod canary;
mod caseload;
mod closing;
mod colleague;
mod day;
mod keyboard;
mod keys;
mod memory;
mod scan;
mod session;
mod trace;
