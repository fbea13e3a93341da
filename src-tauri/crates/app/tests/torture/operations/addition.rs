//! Additions to signed notes: drafted, and signed.

use farled_app::{
    Result,
    note::{self, AdditionEdit},
};
use farled_case::{AmendmentDraft, Kind, NoteId};

use super::Operation;
use crate::{
    dice::Dice,
    place::Place,
    state::{State, text},
};

/// So many notes are added to: few, so that what is being added is also changed.
const NOTES: usize = 4;

struct Save {
    note: NoteId,
    text: String,
}

impl Operation for Save {
    fn name(&self) -> &'static str {
        "addition"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        note::save_addition(place, AdditionEdit { note: self.note, text: self.text.clone() })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::AmendmentDraft, AmendmentDraft::id_of(self.note).0, &self.text);
    }
}

pub fn draw_save(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let mut notes = state.kept.of_kind(Kind::Note);
    notes.truncate(NOTES);
    let note = NoteId(*dice.pick(&notes)?);
    Some(Box::new(Save { note, text: text(state.next, 1 + dice.below(60)) }))
}

/// Signs what is being added, after saying what it says.
struct Sign(Save);

impl Operation for Sign {
    fn name(&self) -> &'static str {
        "sign an addition"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        self.0.perform(place)?;
        note::sign_addition(place, self.0.note)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.records.remove(&AmendmentDraft::id_of(self.0.note).to_string());
        // It gets its id inside the operation.
        state.kept.put_named(Kind::Amendment, &self.0.text);
    }

    fn between(&self, before: &State) -> Vec<State> {
        let mut saved = before.clone();
        self.0.effect(&mut saved, "");
        vec![saved]
    }
}

pub fn draw_sign(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let drafts = state.kept.of_kind(Kind::AmendmentDraft);
    let is_added_to = |note: &NoteId| drafts.contains(&AmendmentDraft::id_of(*note).0);
    let notes: Vec<NoteId> =
        state.kept.of_kind(Kind::Note).into_iter().map(NoteId).filter(is_added_to).collect();
    let note = *dice.pick(&notes)?;
    Some(Box::new(Sign(Save { note, text: text(state.next, 1 + dice.below(60)) })))
}
