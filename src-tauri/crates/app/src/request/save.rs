//! Keeps a request.

use farled_case::{Party, Request};

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require, required_text},
};

/// Keeps a request.
///
/// # Errors
/// `request-missing` when it says nothing, `day-in-future`, `record-missing`, `case-closed`, or what
/// the vault says.
pub fn save(desk: &mut Desk, mut request: Request) -> Result<()> {
    request.what = required_text(&request.what, "request-missing")?;
    if request.submitted_on > desk.today() {
        return Err(Failure::new("day-in-future"));
    }
    desk.write(|writer| {
        ensure_open(writer, request.case)?;
        require::<Party>(writer, request.party)?;
        writer.put(&request)?;
        Ok(())
    })
}
