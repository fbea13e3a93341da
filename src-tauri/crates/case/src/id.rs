//! Ids: a UUID each, typed by what it names, so that a note's id can't be passed for a case's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type, JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }

        impl From<RecordId> for $name {
            fn from(id: RecordId) -> Self {
                Self(id.0)
            }
        }
    )+};
}

/// The id of any record, whatever its kind.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type, JsonSchema,
)]
#[serde(transparent)]
pub struct RecordId(pub Uuid);

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl RecordId {
    /// The id of a record that is determined by its parts, so that two colleagues who make it apart
    /// make the same record (UUID version 5, RFC 9562 §5.5).
    #[must_use]
    pub fn derived(namespace: Uuid, name: &str) -> Self {
        Self(Uuid::new_v5(&namespace, name.as_bytes()))
    }
}

ids! {
    /// Names a [`Case`](crate::Case).
    CaseId,
    /// Names a [`Need`](crate::Need).
    NeedId,
    /// Names a [`Goal`](crate::Goal).
    GoalId,
    /// Names a [`Measure`](crate::Measure).
    MeasureId,
    /// Names an [`Agreement`](crate::Agreement).
    AgreementId,
    /// Names a [`Party`](crate::Party).
    PartyId,
    /// Names a [`Request`](crate::Request).
    RequestId,
    /// Names an [`Appointment`](crate::Appointment).
    AppointmentId,
    /// Names a [`Series`](crate::Series).
    SeriesId,
    /// Names a [`Routine`](crate::Routine).
    RoutineId,
    /// Names a [`Note`](crate::Note), as a draft and once signed.
    NoteId,
    /// Names an [`Amendment`](crate::Amendment).
    AmendmentId,
    /// Names an [`Attachment`](crate::Attachment).
    AttachmentId,
    /// Names a [`Disclosure`](crate::Disclosure).
    DisclosureId,
}
