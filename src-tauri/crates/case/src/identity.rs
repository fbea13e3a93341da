//! Who the person is outside the programme.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{CaseId, Kind, Noun, Projection, RecordId};

/// Who the person is outside the programme. A record of its own, so that a case can be sent without
/// it, history included. Optional; hidden until revealed; never printed; never found by search.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type, JsonSchema)]
pub struct CivilIdentity {
    /// The case.
    pub case: CaseId,
    /// Given names.
    #[serde(default)]
    pub given_name: String,
    /// Surname.
    #[serde(default)]
    pub surname: String,
    /// Personnummer or samordningsnummer, as written. Never required.
    #[serde(default)]
    pub identity_number: String,
}

impl std::fmt::Debug for CivilIdentity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CivilIdentity(hidden)")
    }
}

impl CivilIdentity {
    /// The id of a case's civil identity, the same in every vault.
    #[must_use]
    pub fn id_of(case: CaseId) -> RecordId {
        RecordId::derived(case.0, "civil-identity")
    }
}

impl Noun for CivilIdentity {
    const KIND: Kind = Kind::CivilIdentity;
    fn id(&self) -> RecordId {
        Self::id_of(self.case)
    }
    fn case_id(&self) -> Option<CaseId> {
        Some(self.case)
    }
    fn projection(&self) -> Projection {
        Projection::default()
    }
}
