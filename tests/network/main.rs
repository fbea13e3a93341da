//! No network: what the kernel's filter promises, shown from outside in the real engine.
//!
//! Two proofs, each with its positive control. A page in the webview tries every way out that it has,
//! against a server that counts what arrives: with the filter nothing does, without it everything.
//! And the real app is watched by `strace` from its start: no internet socket ever opens.
//!
//! The `e2e` build leaves the filter out, since WebDriver speaks over loopback, and so these tests too.
#![cfg(not(feature = "e2e"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod display;
mod page;
mod trace;
