//! Begins a note.

use farled_case::{AppointmentId, CaseId, Medium, NoteContent, NoteDraft, NoteId, NoteType, Scales};
use farled_vault::Filter;
use serde::Deserialize;
use specta::Type;

use crate::{Desk, Failure, Result, calendar::OccurrenceTarget, calendar::occurrence, desk::ensure_open};

/// What is asked when a note is begun.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewNote {
    /// The id, chosen by the caller.
    pub id: NoteId,
    /// The case.
    pub case: CaseId,
    /// The appointment that it tells of: the note takes over what is known of it.
    #[serde(default)]
    pub about: Option<OccurrenceTarget>,
}

/// Begins a note, or goes on with the draft that the appointment already has.
///
/// # Errors
/// `case-closed`, `record-missing`, `draft-of-other-case`, or what the vault says.
pub fn start(desk: &mut Desk, new: &NewNote) -> Result<NoteDraft> {
    let now = desk.clock().now();
    let mut content = blank(desk);
    if let Some(about) = &new.about {
        let occurrence = occurrence(desk, about)?;
        if occurrence.case != new.case {
            // What was said to one person never begins another one's note.
            return Err(Failure::new("draft-of-other-case"));
        }
        content.appointment = Some(about.appointment_id()?);
        content.occurred_at = occurrence.starts_at;
        content.minutes = (occurrence.minutes > 0).then_some(occurrence.minutes);
        content.party = occurrence.content.party;
        content.note_type = match (occurrence.content.medium, occurrence.content.party) {
            (Medium::Phone, _) => NoteType::PhoneCall,
            (Medium::Accompanied, _) => NoteType::PracticalSupport,
            (Medium::InPerson | Medium::Video, Some(_)) => NoteType::AuthorityContact,
            (Medium::InPerson | Medium::Video, None) => NoteType::Counselling,
        };
        if let Some(draft) = draft_about(desk, new.case, content.appointment)? {
            return Ok(draft);
        }
    }
    let draft = NoteDraft { id: new.id, case: new.case, created_at: now, changed_at: now, content };
    desk.write_quietly(|writer| {
        ensure_open(writer, draft.case)?;
        if let Some(present) = writer.get::<NoteDraft>(draft.id.into())? {
            return Ok(present);
        }
        writer.put_fresh(&draft)?;
        Ok(draft)
    })
}

/// A note that says nothing yet.
pub(super) fn blank(desk: &Desk) -> NoteContent {
    NoteContent {
        note_type: NoteType::Counselling,
        occurred_at: desk.wall(),
        minutes: None,
        appointment: None,
        party: None,
        body: String::new(),
        themes: Vec::new(),
        scales: Scales::default(),
        goals: Vec::new(),
        next_step: String::new(),
    }
}

/// The draft that tells of an appointment.
fn draft_about(desk: &Desk, case: CaseId, about: Option<AppointmentId>) -> Result<Option<NoteDraft>> {
    let drafts = desk.vault().list::<NoteDraft>(&Filter { case: Some(case), ..Filter::default() })?;
    Ok(drafts.into_iter().find(|draft| draft.content.appointment == about))
}
