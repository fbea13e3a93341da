//! A measure: one step towards a goal, with who does it and by when.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CaseId, GoalId, Kind, MeasureId, Noun, PartyId, Projection, RecordId, RequestId,
    vocabulary::{Vocabulary, vocabulary},
};

vocabulary! {
    /// Kinds of measure.
    MeasureKind "measure-kind" {
        /// Counselling.
        Counselling "counselling",
        /// Protection.
        Protection "protection",
        /// Financial support.
        FinancialSupport "financial_support",
        /// Medical examination.
        MedicalExamination "medical_examination",
        /// Addiction care.
        AddictionCare "addiction_care",
        /// Therapy.
        Therapy "therapy",
        /// Employment.
        Employment "employment",
        /// Education.
        Education "education",
        /// Emergency housing.
        EmergencyHousing "emergency_housing",
        /// Long-term housing.
        LongTermHousing "long_term_housing",
        /// Relocation.
        Relocation "relocation",
        /// Social network.
        SocialNetwork "social_network",
        /// Help with routines.
        Routines "routines",
        /// Debt relief.
        DebtRelief "debt_relief",
        /// Other.
        Other "other",
    }
}

vocabulary! {
    /// How far a measure has come.
    MeasureStatus "measure-status" {
        /// Not started.
        NotStarted "not_started",
        /// In progress.
        InProgress "in_progress",
        /// Cannot be done yet.
        CannotYet "cannot_yet",
        /// No longer needed.
        NotNeeded "not_needed",
        /// Completed.
        Completed "completed",
    }
}

/// Who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Responsible {
    /// The person.
    Person,
    /// The contact person.
    ContactPerson,
    /// An authority or other organisation.
    Party {
        /// Which.
        party: PartyId,
    },
}

/// A step towards a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// The case.
    pub case: CaseId,
    /// The goal.
    pub goal: GoalId,
    /// What is done.
    pub description: String,
    /// Its kind.
    pub kind: MeasureKind,
    /// Who does it.
    pub responsible: Responsible,
    /// How far it has come.
    pub status: MeasureStatus,
    /// The day by which it should be done.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// The day it was completed.
    #[serde(default)]
    pub completed_on: Option<NaiveDate>,
    /// What it waits for, in words.
    #[serde(default)]
    pub waits_for: String,
    /// The request whose decision it waits for.
    #[serde(default)]
    pub request: Option<RequestId>,
    /// Who carries the cost.
    #[serde(default)]
    pub cost_carrier: String,
    /// Its place under the goal, from 0.
    #[serde(default)]
    pub order: u32,
}

impl Measure {
    /// Moves the measure to `status`; the day it was completed follows.
    pub fn set_status(&mut self, status: MeasureStatus, on: NaiveDate) {
        if self.status != status {
            self.completed_on = (status == MeasureStatus::Completed).then_some(on);
            self.status = status;
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status, MeasureStatus::NotNeeded | MeasureStatus::Completed)
    }
}

impl Noun for Measure {
    const KIND: Kind = Kind::Measure;
    fn id(&self) -> RecordId {
        self.id.into()
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection {
            due_on: self.due_on,
            status: Some(self.status.term()),
            text: [self.description.as_str(), &self.waits_for].join("\n"),
            ..Projection::default()
        }
    }
}
