//! Bundles, cards and identities from outside: what goes through, and what does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod age_command;
mod attacks;
mod cards;
mod damage;
mod fixture;
mod golden;
mod hostile_headers;
mod identities;
mod properties;
mod sealing;
mod speed;
mod vectors;
