//! The catalogues as they were written, embedded.

use crate::Language;

/// One catalogue file.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// What it is about: `print`, or `ui/` and the area.
    pub area: &'static str,
    /// The language it is in.
    pub language: Language,
    /// What it says, in Fluent's notation.
    pub text: &'static str,
}

/// Every catalogue file, in the order of their names.
pub const SOURCES: &[Source] = include!(concat!(env!("OUT_DIR"), "/sources.rs"));
