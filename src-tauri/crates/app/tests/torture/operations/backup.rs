//! Backups into a folder beside the vault.

use farled_app::{Result, backup};

use super::Operation;
use crate::{dice::Dice, place::Place, state::State};

struct BackUp;

impl Operation for BackUp {
    fn name(&self) -> &'static str {
        "backup"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let folder = place.outside();
        Ok(backup::back_up(place, Some(folder))?.name)
    }

    fn effect(&self, state: &mut State, told: &str) {
        state.next += 1;
        if !told.is_empty() {
            state.files.insert(told.to_owned());
        }
    }
}

pub fn draw(_: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(BackUp))
}
