//! The person's week on paper.

mod compose;
mod disclose;
mod preview;

pub use compose::{PaperFormat, PrintItem, PrintItemKind, WeekPlanChoice};
pub use disclose::{record_print, save_pdf};
pub use preview::{PrintLeak, WeekPlanPreview, preview};
