//! Fields that two people changed apart: both values are kept until somebody says which one stays.

mod list;
mod settle;

pub use list::{FieldConflict, list};
pub use settle::{Settlement, settle};
