//! A case: one person's file, shown by its alias.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, Kind, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Where in the support a person is.
    Phase "phase" {
        /// Asked for support; not yet decided.
        Intake "intake",
        /// Needs are being assessed.
        Assessment "assessment",
        /// Support is given.
        Active "active",
        /// Support is thinned out.
        WindingDown "winding_down",
        /// Only followed up.
        FollowUp "follow_up",
        /// Closed: nothing is written any more.
        Closed "closed",
    }
}

vocabulary! {
    /// How the person's identity is protected in the population register (Swedish Tax Agency) or by the Police.
    Protection "protection" {
        /// None.
        None "none",
        /// Sekretessmarkering.
        SecrecyMarking "secrecy_marking",
        /// Skyddad folkbokföring.
        ProtectedRegistration "protected_registration",
        /// Fingerade personuppgifter.
        AssumedIdentity "assumed_identity",
    }
}

vocabulary! {
    /// What a programme asks of the person before and during support.
    ConditionKind "condition-kind" {
        /// Free from drugs.
        FreeFromDrugs "free_from_drugs",
        /// Free from crime.
        FreeFromCrime "free_from_crime",
        /// A police report is made.
        PoliceReport "police_report",
        /// The risk can be shown.
        DemonstrableRisk "demonstrable_risk",
        /// Consents to exchange of information.
        InformationExchange "information_exchange",
    }
}

vocabulary! {
    /// Whether a condition holds.
    ConditionState "condition-state" {
        /// Agreed and kept.
        Kept "kept",
        /// Broken.
        Broken "broken",
    }
}

/// A programme condition that the person agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Condition {
    /// Which one.
    pub kind: ConditionKind,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// Whether it is kept.
    pub state: ConditionState,
    /// The day since which that is so, when it isn't the day it was agreed.
    #[serde(default)]
    pub since: Option<NaiveDate>,
}

/// A number to call, printed at the foot of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct CallNumber {
    /// As the person knows who answers: a letter, a first name.
    pub label: String,
    /// The number, as it is dialled.
    pub number: String,
}

/// One person's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The name used everywhere; never the person's own.
    pub alias: String,
    /// Where in the support the person is.
    pub phase: Phase,
    /// The day the case was opened.
    pub opened_on: NaiveDate,
    /// How the identity is protected.
    pub protection: Protection,
    /// Who is responsible, as colleagues know them.
    #[serde(default)]
    pub contact_person: String,
    /// The day since which they are.
    #[serde(default)]
    pub contact_person_since: Option<NaiveDate>,
    /// Who steps in.
    #[serde(default)]
    pub deputies: Vec<String>,
    /// A short warning shown beside the alias, such as a place to avoid.
    #[serde(default)]
    pub safety_flag: String,
    /// Programme conditions agreed.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// Numbers to call.
    #[serde(default)]
    pub calls: Vec<CallNumber>,
    /// What the person should keep in mind this week; printed.
    #[serde(default)]
    pub remember: String,
    /// What the contact person wants at hand: a few lines shown first.
    #[serde(default)]
    pub summary: String,
    /// The day the assessment of risk is to be looked over.
    #[serde(default)]
    pub risk_review_on: Option<NaiveDate>,
}

impl Noun for Case {
    const KIND: Kind = Kind::Case;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.id)
    }
    fn projection(&self) -> Projection {
        Projection {
            due_on: self.risk_review_on,
            status: Some(self.phase.term()),
            text: [&self.alias, &self.summary, &self.remember].map(String::as_str).join("\n"),
            ..Projection::default()
        }
    }
}
