//! The parts of a case that are chosen when it is sent.

use crate::{Kind, vocabulary::vocabulary};

vocabulary! {
    /// A part of a case.
    Section "section" {
        /// Needs, goals, measures and agreements.
        Plan "plan",
        /// Appointments and series.
        Calendar "calendar",
        /// Routines and their weeks.
        Routines "routines",
        /// Signed notes and what was added to them.
        Notes "notes",
        /// Requests to parties.
        Requests "requests",
        /// Photos and PDFs of documents.
        Documents "documents",
        /// Who the person is outside the programme.
        Identity "identity",
    }
}

impl Section {
    /// The section that a kind of record belongs to. `None` for the case itself and for parties,
    /// which always come along, and for drafts and the disclosure log, which never do
    /// (see [`Kind::travels`]).
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Need | Kind::Goal | Kind::Measure | Kind::Agreement => Some(Self::Plan),
            Kind::Series | Kind::Appointment => Some(Self::Calendar),
            Kind::Routine | Kind::RoutineWeek => Some(Self::Routines),
            Kind::Note | Kind::Amendment => Some(Self::Notes),
            Kind::Request => Some(Self::Requests),
            Kind::Attachment => Some(Self::Documents),
            Kind::CivilIdentity => Some(Self::Identity),
            Kind::Case | Kind::Party | Kind::NoteDraft | Kind::AmendmentDraft | Kind::Disclosure => None,
        }
    }
}

impl Kind {
    /// Whether records of this kind may leave the vault.
    #[must_use]
    pub fn travels(self) -> bool {
        !matches!(self, Self::NoteDraft | Self::AmendmentDraft | Self::Disclosure)
    }
}
