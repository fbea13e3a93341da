//! Notes: begun, drafted, signed, and many at once.

use farled_app::{
    Result,
    note::{self, DraftEdit, NewNote},
};
use farled_case::{Kind, NoteContent, NoteDraft, NoteId, NoteType, Scales};
use farled_vault::VaultError;
use uuid::Uuid;

use super::{Operation, id};
use crate::{
    dice::Dice,
    place::{CASE, Place},
    state::{State, text},
    support,
};

/// A note that says this.
pub fn content(body: &str) -> NoteContent {
    NoteContent {
        note_type: NoteType::Counselling,
        occurred_at: support::at(support::NOW),
        minutes: Some(45),
        appointment: None,
        party: None,
        body: body.to_owned(),
        themes: Vec::new(),
        scales: Scales::default(),
        goals: Vec::new(),
        next_step: String::new(),
    }
}

struct Start(Uuid);

impl Operation for Start {
    fn name(&self) -> &'static str {
        "begin a note"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        note::start(place, &NewNote { id: NoteId(self.0), case: CASE, about: None })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::NoteDraft, self.0, "");
    }
}

pub fn draw_start(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    let is_enough = state.kept.of_kind(Kind::NoteDraft).len() >= 6;
    if is_enough { None } else { Some(Box::new(Start(id(2, state.next)))) }
}

struct Save {
    id: Uuid,
    text: String,
}

impl Operation for Save {
    fn name(&self) -> &'static str {
        "draft"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        note::save_draft(place, DraftEdit { id: NoteId(self.id), case: CASE, content: content(&self.text) })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::NoteDraft, self.id, &self.text);
    }
}

pub fn draw_save(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let id = *dice.pick(&state.kept.of_kind(Kind::NoteDraft))?;
    Some(Box::new(Save { id, text: text(state.next, 1 + dice.below(300)) }))
}

/// Signs a draft after saying what it says.
struct Sign(Save);

impl Operation for Sign {
    fn name(&self) -> &'static str {
        "sign"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        self.0.perform(place)?;
        note::sign(place, NoteId(self.0.id))?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::Note, self.0.id, &self.0.text);
    }

    fn between(&self, before: &State) -> Vec<State> {
        let mut saved = before.clone();
        self.0.effect(&mut saved, "");
        vec![saved]
    }
}

pub fn draw_sign(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let id = *dice.pick(&state.kept.of_kind(Kind::NoteDraft))?;
    Some(Box::new(Sign(Save { id, text: text(state.next, 1 + dice.below(300)) })))
}

/// Many notes in one transaction: some hundred pages.
struct Many {
    first: u64,
    count: u64,
}

impl Many {
    fn notes(&self) -> impl Iterator<Item = (Uuid, String)> + '_ {
        (0..self.count)
            .map(|place| (Uuid::from_u128(id(3, self.first).as_u128() | u128::from(place)), place))
            .map(|(id, place)| (id, text(self.first * 1_000 + place, 400)))
    }
}

impl Operation for Many {
    fn name(&self) -> &'static str {
        "many notes"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let now = support::clock(support::NOW).now();
        place.vault_mut().write(now, |writer| {
            for (id, text) in self.notes() {
                let draft = NoteDraft {
                    id: NoteId(id),
                    case: CASE,
                    created_at: now,
                    changed_at: now,
                    content: content(&text),
                };
                let note = draft.sign("Kim Exempel", now).ok_or(VaultError::RecordDamaged { id: None })?;
                writer.put_fresh(&note)?;
            }
            Ok::<_, VaultError>(())
        })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        for (id, text) in self.notes() {
            state.kept.put(Kind::Note, id, &text);
        }
    }
}

pub fn draw_many(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Many { first: state.next, count: 5 + dice.below(25) }))
}
