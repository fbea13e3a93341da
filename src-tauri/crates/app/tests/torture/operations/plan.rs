//! Needs: added, changed and erased.

use farled_app::{
    Result,
    plan::{self, NewNeed},
};
use farled_case::{Kind, Need, NeedArea, NeedId, NeedStatus};
use uuid::Uuid;

use super::{Operation, id};
use crate::{
    dice::Dice,
    place::{CASE, Place},
    state::{State, text},
};

struct EditNeed {
    id: Uuid,
    text: String,
}

impl Operation for EditNeed {
    fn name(&self) -> &'static str {
        "edit"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        match place.vault().get::<Need>(NeedId(self.id).into())? {
            Some(need) => plan::save_need(place, Need { description: self.text.clone(), ..need })?,
            None => {
                let (area, status) = (NeedArea::HousingLongTerm, NeedStatus::Need);
                let description = self.text.clone();
                plan::add_need(
                    place,
                    NewNeed { id: NeedId(self.id), case: CASE, area, status, description },
                )?;
            }
        }
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::Need, self.id, &self.text);
    }
}

/// Writes a need of so many words, new or not.
pub fn edit_need(id: Uuid, number: u64, words: u64) -> Box<dyn Operation> {
    Box::new(EditNeed { id, text: text(number, words) })
}

pub fn draw_edit(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let present = state.kept.of_kind(Kind::Need);
    let words = 1 + dice.below(600);
    let is_new = present.len() < 10 || (present.len() < 60 && dice.chance(40));
    let id = if is_new { id(1, state.next) } else { *dice.pick(&present)? };
    Some(edit_need(id, state.next, words))
}

struct RemoveNeed(Uuid);

impl Operation for RemoveNeed {
    fn name(&self) -> &'static str {
        "erase"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        plan::remove_need(place, NeedId(self.0))?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.erase(self.0);
    }
}

pub fn draw_removal(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    let present = state.kept.of_kind(Kind::Need);
    Some(Box::new(RemoveNeed(*dice.pick(&present)?)))
}
