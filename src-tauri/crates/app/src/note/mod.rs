//! Notes: drafted, signed, amended.

mod addition;
mod amend;
mod draft;
mod list;
mod show;
mod sign;
mod start;
mod write;

pub use addition::{AdditionEdit, discard_addition, save_addition, sign_addition};
pub use amend::{NewAmendment, amend};
pub use draft::{DraftEdit, discard_draft, save_draft};
pub use list::{NoteRow, list};
pub use show::{NoteView, show};
pub use sign::sign;
pub use start::{NewNote, start};
pub use write::{WholeNote, write, write_signed};

/// The number of words in a text.
#[must_use]
pub(crate) fn words(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX)
}
