//! Preferences.

use farled_app::{Result, settings};

use super::Operation;
use crate::{
    dice::Dice,
    place::Place,
    state::{State, text},
};

struct Rename(String);

impl Operation for Rename {
    fn name(&self) -> &'static str {
        "preferences"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let present = settings::show(place)?;
        settings::save(place, &settings::Settings { programme: self.0.clone(), ..present })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.programme.clone_from(&self.0);
    }
}

pub fn draw(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Rename(text(state.next, 0))))
}
