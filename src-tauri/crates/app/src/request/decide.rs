//! Writes down what became of a request.

use farled_case::{Request, RequestId, RequestStatus};

use crate::{
    Desk, Failure, Result,
    desk::{ensure_open, require},
};

/// Writes down the decision, or that the request waits again.
///
/// # Errors
/// `reason-missing` for a request withdrawn without one, `record-missing`, `case-closed`, or what the
/// vault says.
pub fn decide(desk: &mut Desk, id: RequestId, status: RequestStatus, reason: &str) -> Result<()> {
    let reason = reason.trim();
    if status == RequestStatus::Withdrawn && reason.is_empty() {
        return Err(Failure::new("reason-missing"));
    }
    let today = desk.today();
    desk.write(|writer| {
        let mut request: Request = require(writer, id)?;
        ensure_open(writer, request.case)?;
        request.status = status;
        request.decided_on = (!request.is_waiting()).then_some(today);
        request.reason = reason.to_owned();
        writer.put(&request)?;
        Ok(())
    })
}
