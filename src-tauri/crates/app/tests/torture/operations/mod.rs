//! The operations that are tortured: each says what it does and what the vault must say after it.
//!
//! A new one is an entry in [`WORK`] or [`SLOTS`]. What an operation does follows from its number and
//! from what is kept, so that who kills a process knows what the process was doing.

mod addition;
mod attachment;
mod backup;
mod calendar;
mod caseload;
mod keys;
mod note;
mod plan;
mod settings;

use farled_app::Result;
use uuid::Uuid;

use crate::{dice::Dice, place::Place, state::State};

pub use caseload::is_whole_file;
pub use keys::{draw_deputy, draw_rotation};
pub use plan::edit_need;

/// Something that people do, in one go.
pub trait Operation: Send + Sync {
    fn name(&self) -> &'static str;

    /// What must be done first and is no part of it.
    fn prepare(&self, _place: &mut Place) -> Result<()> {
        Ok(())
    }

    /// Does it. Returns what its caller is told.
    fn perform(&self, place: &mut Place) -> Result<String>;

    /// What is there after it.
    fn effect(&self, state: &mut State, told: &str);

    /// What else may be there when it was cut short: only for what is several commits by intention.
    fn between(&self, _before: &State) -> Vec<State> {
        Vec::new()
    }
}

/// Chooses what to do, if there is something to do it to.
pub type Draw = fn(&State, &mut Dice) -> Option<Box<dyn Operation>>;

/// What changes records, each with how often it is done.
pub const WORK: &[(u64, Draw)] = &[
    (20, plan::draw_edit),
    (8, plan::draw_removal),
    (10, note::draw_start),
    (20, note::draw_save),
    (8, note::draw_sign),
    (8, note::draw_many),
    (8, addition::draw_save),
    (5, addition::draw_sign),
    (10, calendar::draw_booking),
    (6, calendar::draw_removal),
    (6, calendar::draw_undo),
    (5, caseload::draw_import),
    (6, caseload::draw_export),
    (10, settings::draw),
    (4, attachment::draw),
    (3, backup::draw),
];

/// As [`WORK`], without the last two, which make many calls: for what is done again and again by the
/// proofs that go through every call.
pub const SHORT: &[(u64, Draw)] = WORK.split_at(WORK.len() - 2).0;

/// What changes what opens the vault.
pub const SLOTS: &[(u64, Draw)] = &[
    (4, keys::draw_recovery),
    (5, keys::draw_passphrase),
    (10, keys::draw_deputy),
    (1, keys::draw_rotation),
];

/// The one of [`SLOTS`] that takes long.
pub const ROTATION: &[(u64, Draw)] = SLOTS.split_at(SLOTS.len() - 1).1;

/// The names of all that is in [`WORK`] and [`SLOTS`]: each proof shows that it tried each.
pub const NAMES: [&str; 20] = [
    "addition",
    "appointment",
    "attachment",
    "backup",
    "begin a note",
    "deputy added",
    "deputy removed",
    "draft",
    "edit",
    "erase",
    "export",
    "import",
    "many notes",
    "passphrase",
    "preferences",
    "recovery key",
    "rotation",
    "sign",
    "sign an addition",
    "undo",
];

/// What is done next.
pub fn next(mix: &[(u64, Draw)], state: &State, seed: u64) -> Box<dyn Operation> {
    let mut dice = Dice::new(seed, state.next);
    let total = mix.iter().map(|(weight, _)| weight).sum();
    loop {
        let mut drawn = dice.below(total);
        let chosen = mix.iter().find(|(weight, _)| {
            let is_here = drawn < *weight;
            drawn = drawn.saturating_sub(*weight);
            is_here
        });
        if let Some(operation) = chosen.and_then(|(_, draw)| draw(state, &mut dice)) {
            return operation;
        }
    }
}

/// The id of the record with this number, of this sort.
pub fn id(sort: u128, number: u64) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | sort << 48 | u128::from(number) << 8)
}
