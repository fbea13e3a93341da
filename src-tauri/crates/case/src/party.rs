//! An authority or other organisation, and the people there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, Kind, Noun, PartyId, Projection, RecordId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Kinds of party.
    PartyKind "party-kind" {
        /// Social services.
        SocialServices "social_services",
        /// The Police.
        Police "police",
        /// The Prison and Probation Service.
        Probation "probation",
        /// Health care.
        HealthCare "health_care",
        /// The Public Employment Service.
        EmploymentService "employment_service",
        /// The Social Insurance Agency.
        SocialInsurance "social_insurance",
        /// The Enforcement Authority.
        Enforcement "enforcement",
        /// A landlord or housing company.
        Housing "housing",
        /// A school.
        School "school",
        /// A voluntary association.
        Association "association",
        /// An employer.
        Employer "employer",
        /// Other.
        Other "other",
    }
}

/// Somebody at a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct PartyPerson {
    /// Their name.
    pub name: String,
    /// What they do there.
    #[serde(default)]
    pub role: String,
    /// Their number.
    #[serde(default)]
    pub phone: String,
}

/// An authority or other organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: PartyKind,
    /// Its number.
    #[serde(default)]
    pub phone: String,
    /// The people there.
    #[serde(default)]
    pub people: Vec<PartyPerson>,
}

impl Noun for Party {
    const KIND: Kind = Kind::Party;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        None
    }
    fn projection(&self) -> Projection {
        let mut text = self.name.clone();
        for person in &self.people {
            text.push('\n');
            text.push_str(&person.name);
        }
        Projection { status: Some(self.kind.term()), text, ..Projection::default() }
    }
}
