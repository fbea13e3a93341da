//! Photos and PDFs of documents: added, shown, renamed, handed out, removed.

mod add;
mod edit;
mod list;
mod look;
mod original;
mod remove;
mod save;

pub use add::{Added, add};
pub use edit::{Wording, edit};
pub use list::{AttachmentRow, ensure_kept, file_name, list};
pub use look::{Look, Picture, look, look_small, pages, picture};
pub use original::Original;
pub use remove::remove;
pub use save::save_copy;

/// The endings of the names of files that can be added.
pub const ENDINGS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "pdf"];
