//! What Farled says, in the languages it speaks.
//!
//! The words lie in Fluent catalogues under `assets/locales`, which the interface reads too. All of them
//! are embedded when the program is built.

mod arg;
mod catalogue;
mod language;
mod source;

pub use arg::Arg;
pub use catalogue::Catalogue;
pub use language::{Language, UnknownLanguage};
pub use source::{SOURCES, Source};
