//! The operations, each with what it does, what it refuses and what it leaves alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../support/mod.rs"]
mod support;

mod attachment;
mod backup;
mod calendar;
mod cards;
mod caseload;
mod disclosure;
mod exchange;
mod file;
mod form;
mod note;
mod people;
mod plan;
mod request;
mod routine;
mod search;
mod series;
mod settings;
mod today;
mod undo;
mod week_plan;
