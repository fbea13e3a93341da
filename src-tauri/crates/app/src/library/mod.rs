//! What ships with the app: the sample caseload, a generator of made-up caseloads of any size, word
//! lists for passphrases, and suggestions for an empty plan, routines and notes.
//!
//! Everybody in here is made up. People are trees, staff are called Exempel or Påhitt, and every
//! telephone number lies in the ranges that the Swedish regulator keeps free for fiction.

mod relative;
mod sample;
mod synthetic;
mod templates;
mod words;

pub use sample::{SAMPLE_CONTACT_PERSON, SampleError, sample_caseload};
pub use synthetic::{Synthetic, synthetic};
pub use templates::{AreaTemplate, RoutineTemplate, TemplateGroup, Templates, suggested_areas, templates};
pub use words::words;
