//! What was asked of a party, and how long the answer has been waited for.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, Kind, Noun, PartyId, Projection, RecordId, RequestId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Where a request stands.
    RequestStatus "request-status" {
        /// Submitted: waits for a decision.
        Submitted "submitted",
        /// Accepted.
        Accepted "accepted",
        /// Not accepted.
        NotAccepted "not_accepted",
        /// Withdrawn; a reason says why.
        Withdrawn "withdrawn",
    }
}

/// Something asked of a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// The case.
    pub case: CaseId,
    /// Of whom.
    pub party: PartyId,
    /// What.
    pub what: String,
    /// The party's own reference number.
    #[serde(default)]
    pub reference: String,
    /// The day it was submitted.
    pub submitted_on: NaiveDate,
    /// The days on which the party was reminded, oldest first.
    #[serde(default)]
    pub reminded_on: Vec<NaiveDate>,
    /// Where it stands.
    pub status: RequestStatus,
    /// The day it was decided or withdrawn.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// Why it was not accepted or was withdrawn.
    #[serde(default)]
    pub reason: String,
}

impl Request {
    /// The number of days from submission to the decision, or to `today` while it waits.
    #[must_use]
    pub fn days_waited(&self, today: NaiveDate) -> u32 {
        let until = self.decided_on.unwrap_or(today);
        u32::try_from((until - self.submitted_on).num_days()).unwrap_or(0)
    }

    /// Whether the decision is still waited for.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.status == RequestStatus::Submitted
    }
}

impl Noun for Request {
    const KIND: Kind = Kind::Request;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            due_on: self.is_waiting().then_some(self.submitted_on),
            status: Some(self.status.term()),
            text: [self.what.as_str(), &self.reference, &self.reason].join("\n"),
            ..Projection::default()
        }
    }
}
