//! The person's week on paper.

mod compose;
mod disclose;
mod preview;

pub use compose::{PaperFormat, PrintItem, PrintItemKind, WeekPlanChoice};
pub use disclose::{pdf, record_print};
pub use preview::{PrintLeak, WeekPlanPreview, preview};
