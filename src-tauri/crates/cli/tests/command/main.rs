//! The command line as others meet it: the real program, its output and its exit code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../../../app/tests/support/mod.rs"]
mod desks;
mod support;
mod terminal;

mod attachments;
mod backup;
mod bad_bundles;
mod bad_files;
mod bad_storage;
mod bad_vaults;
mod commands;
mod exchange;
mod files;
mod help;
mod hostile_header;
mod init;
mod keys;
mod prompt;
