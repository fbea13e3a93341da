//! What opens the vault: renewed, changed, given to a deputy and taken back, and the vault's key rotated.

use std::ops::ControlFlow;

use farled_app::Result;
use farled_vault::{KdfCost, Passphrase, SlotView};

use super::Operation;
use crate::{dice::Dice, place::Place, state::State};

struct RenewRecovery;

impl Operation for RenewRecovery {
    fn name(&self) -> &'static str {
        "recovery key"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let now = place.clock().now();
        Ok(place.vault_mut().renew_recovery_key(now)?.groups().join("-"))
    }

    fn effect(&self, state: &mut State, told: &str) {
        state.next += 1;
        told.clone_into(&mut state.recovery);
    }
}

pub fn draw_recovery(_: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(RenewRecovery))
}

struct ChangePassphrase(String);

impl Operation for ChangePassphrase {
    fn name(&self) -> &'static str {
        "passphrase"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        // At the least cost: what is tortured is how the header is replaced.
        let (new, now) = (Passphrase::new(self.0.clone()), place.clock().now());
        place.vault_mut().change_passphrase_with(&new, KdfCost::MINIMUM, now)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.passphrase.clone_from(&self.0);
    }
}

pub fn draw_passphrase(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    // Who came in by the recovery key would have to say whose passphrase it is, once there are two.
    let new = || -> Box<dyn Operation> {
        Box::new(ChangePassphrase(format!("åtta lugna hästar {}", state.next)))
    };
    state.deputy.is_none().then(new)
}

/// The one deputy's name.
const DEPUTY: &str = "Sam Exempel";

struct AddDeputy(String);

impl Operation for AddDeputy {
    fn name(&self) -> &'static str {
        "deputy added"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let (passphrase, now) = (Passphrase::new(self.0.clone()), place.clock().now());
        place.vault_mut().add_passphrase_with(DEPUTY, &passphrase, KdfCost::MINIMUM, now)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.deputy = Some(self.0.clone());
    }
}

struct RemoveDeputy;

impl Operation for RemoveDeputy {
    fn name(&self) -> &'static str {
        "deputy removed"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let slots = place.vault().slots()?;
        let is_deputy = |slot: &&SlotView| slot.label.as_ref().is_some_and(|label| label.name == DEPUTY);
        let id = slots.iter().find(is_deputy).expect("it was added").id;
        let now = place.clock().now();
        place.vault_mut().remove_slot(id, now)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.deputy = None;
    }
}

pub fn draw_deputy(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(match state.deputy {
        Some(_) => Box::new(RemoveDeputy),
        None => Box::new(AddDeputy(format!("nio lugna hästar {}", state.next))),
    })
}

struct Rotate(String);

impl Operation for Rotate {
    fn name(&self) -> &'static str {
        "rotation"
    }

    /// Only who came in by a passphrase may keep it under the new key.
    fn prepare(&self, place: &mut Place) -> Result<()> {
        place.unlock_by_passphrase(&self.0)
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let (passphrase, now) = (Passphrase::new(self.0.clone()), place.clock().now());
        let mut on = |_| ControlFlow::Continue(());
        let key = place.vault_mut().rotate_with(&passphrase, KdfCost::MINIMUM, now, &mut on)?;
        Ok(key.groups().join("-"))
    }

    fn effect(&self, state: &mut State, told: &str) {
        state.next += 1;
        told.clone_into(&mut state.recovery);
        state.deputy = None;
    }
}

pub fn draw_rotation(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Rotate(state.passphrase.clone())))
}
