//! What the person said to the plan.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    AgreementId, CaseId, Kind, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// The person's answer to the plan.
    AgreementState "agreement-state" {
        /// Not yet asked.
        Draft "draft",
        /// Agrees.
        Agreed "agreed",
        /// Does not agree; the detail says with what.
        DoesNotAgree "does_not_agree",
        /// Could not answer; the detail says why.
        CouldNotAnswer "could_not_answer",
    }
}

/// One answer to the plan. The latest counts; earlier ones are its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The case.
    pub case: CaseId,
    /// The day the plan was fixed.
    pub on: NaiveDate,
    /// The answer.
    pub state: AgreementState,
    /// With what the person does not agree, or why there is no answer.
    #[serde(default)]
    pub detail: String,
    /// Who took part.
    #[serde(default)]
    pub took_part: String,
    /// How the person influenced the plan.
    #[serde(default)]
    pub influence: String,
    /// The day the plan is gone through again.
    #[serde(default)]
    pub review_on: Option<NaiveDate>,
}

impl Agreement {
    /// Whether the answer needs a detail that is missing.
    #[must_use]
    pub fn lacks_detail(&self) -> bool {
        matches!(self.state, AgreementState::DoesNotAgree | AgreementState::CouldNotAnswer)
            && self.detail.trim().is_empty()
    }
}

impl Noun for Agreement {
    const KIND: Kind = Kind::Agreement;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            due_on: self.review_on,
            status: Some(self.state.term()),
            text: [self.detail.as_str(), &self.took_part, &self.influence].join("\n"),
            ..Projection::default()
        }
    }
}
