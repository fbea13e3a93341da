//! The caseload as lines of JSON: what other programs and scripts read and write.
//!
//! A file is UTF-8 text. Its first line may be `{"format":"farled-caseload","version":1}`; every other
//! line is one record, `{"kind":"note","value":{…}}`, in any order. [`schema`] describes the lines.
//! Drafts and the disclosure log belong to one vault and are in no such file. Photos and PDFs are not
//! lines of text: they are handed out one by one, or travel in bundles.

mod export;
mod import;
mod line;
mod schema;
mod validate;

pub use export::{documents_left_out, export, export_file};
#[doc(hidden)]
pub use import::check_line;
pub use import::{ImportReport, import, import_values};
pub use line::Line;
pub use schema::schema;
