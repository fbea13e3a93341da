//! What opens the vault: renewed and changed.

use farled_app::Result;
use farled_vault::{KdfCost, Passphrase};

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
    Some(Box::new(ChangePassphrase(format!("åtta lugna hästar {}", state.next))))
}
