//! Lays a template out with its data.

use serde::Serialize;
use typst_layout::PagedDocument;

use crate::{
    PrintError, Printed, characters,
    world::{SealedWorld, Template},
};

/// Lays a template out with its data.
pub(crate) fn lay_out(template: Template, data: &impl Serialize) -> Result<Printed, PrintError> {
    let data = serde_json::to_vec(data).map_err(|_| PrintError::Layout)?;
    let world = SealedWorld::new(template, data).ok_or(PrintError::Layout)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    forget();
    // What it says of the problem could quote what was typed.
    let document = compiled.output.map_err(|_| PrintError::Layout)?;
    let missing = characters::missing(&document);
    if missing.is_empty() { Ok(Printed::new(document)) } else { Err(PrintError::Characters(missing)) }
}

/// Empties the typesetter's memory, which would keep what was typed for as long as the program runs, and
/// the stacks on which it worked.
pub(crate) fn forget() {
    typst::comemo::evict(0);
    farled_memory::wipe_stack();
    rayon::broadcast(|_| farled_memory::wipe_stack());
}
