//! Documents: added, in pieces.

use farled_app::{Result, attachment, unwatched};
use farled_case::Kind;

use super::Operation;
use crate::{
    dice::Dice,
    place::{CASE, Place, documents},
    state::State,
};

struct Add(String);

impl Operation for Add {
    fn name(&self) -> &'static str {
        "attachment"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let path = place.inbox().join(&self.0);
        attachment::add(place, CASE, &path, &mut unwatched)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put_named(Kind::Attachment, &self.0);
    }
}

pub fn draw(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    let name = documents().into_iter().find(|name| !state.kept.records.contains_key(name))?;
    Some(Box::new(Add(name)))
}
