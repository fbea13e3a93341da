//! What the nouns and rules promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;
mod independent;
mod nouns;
mod occurrence;
mod pattern;
mod quick_line;
mod recurrence;
mod scope;
mod split;
