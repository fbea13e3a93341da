//! A need: an area of life in which something has to change.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, Kind, NeedId, Noun, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Areas of need.
    NeedArea "need-area" {
        /// Protection against threats.
        Protection "protection",
        /// A safe place now.
        HousingEmergency "housing_emergency",
        /// A home.
        HousingLongTerm "housing_long_term",
        /// Livelihood and debts.
        Livelihood "livelihood",
        /// Employment.
        Employment "employment",
        /// Education.
        Education "education",
        /// Physical health.
        PhysicalHealth "physical_health",
        /// Addiction.
        Addiction "addiction",
        /// Mental health and therapy.
        MentalHealth "mental_health",
        /// Family.
        Family "family",
        /// Social network.
        SocialNetwork "social_network",
        /// Identity and belonging.
        Identity "identity",
        /// Routines and life skills.
        Routines "routines",
        /// Legal matters.
        Legal "legal",
        /// Contact with authorities.
        Authorities "authorities",
    }
}

vocabulary! {
    /// How far a need is from being met.
    NeedStatus "need-status" {
        /// Not assessed.
        NotAssessed "not_assessed",
        /// No need.
        NoNeed "no_need",
        /// A need.
        Need "need",
        /// Being met.
        BeingMet "being_met",
        /// Met.
        Met "met",
        /// The person declined.
        Declined "declined",
    }
}

/// One step in a need's history. Updates are added, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct NeedUpdate {
    /// The day.
    pub on: NaiveDate,
    /// The status from that day.
    pub status: NeedStatus,
    /// What was seen.
    #[serde(default)]
    pub text: String,
}

/// An assessed need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// The case.
    pub case: CaseId,
    /// The area.
    pub area: NeedArea,
    /// The present status.
    pub status: NeedStatus,
    /// What the need consists of.
    #[serde(default)]
    pub description: String,
    /// Its history, oldest first.
    #[serde(default)]
    pub updates: Vec<NeedUpdate>,
    /// Its place in the plan, from 0.
    #[serde(default)]
    pub order: u32,
}

impl Noun for Need {
    const KIND: Kind = Kind::Need;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        let mut text = self.description.clone();
        for update in &self.updates {
            text.push('\n');
            text.push_str(&update.text);
        }
        Projection { status: Some(self.status.term()), text, ..Projection::default() }
    }
}
