//! Writes down that a party was reminded.

use farled_case::{Request, RequestId};

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
};

/// Writes down that the party was reminded today. Twice on one day counts once.
///
/// # Errors
/// `request-decided`, `record-missing`, `case-closed`, or what the vault says.
pub fn remind(desk: &mut Desk, id: RequestId) -> Result<()> {
    let today = desk.today();
    desk.write(|writer| {
        let mut request: Request = require(writer, id)?;
        ensure_open(writer, request.case)?;
        if !request.is_waiting() {
            return Err(Failure::new("request-decided"));
        }
        if request.reminded_on.last() != Some(&today) {
            request.reminded_on.push(today);
        }
        writer.put(&request)?;
        Ok(())
    })
}
