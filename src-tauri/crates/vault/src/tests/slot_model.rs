//! Slots against a model: whatever is added, changed, removed, renewed and rotated in whatever order,
//! exactly the secrets that the model says open the vault.
//!
//! The passphrases of the long stretch cost 8 KiB and one pass, which nothing but this test accepts:
//! what it shows is the bookkeeping of slots, not the price of guesses. Real costs are in the tests of
//! [`super::slots`] and [`super::sharing`].

use std::ops::ControlFlow;

use super::*;
use crate::{
    SlotId, SlotUse,
    header::{Header, MOST_SLOTS},
    kdf::cheaply,
};

const STEPS: u32 = 10_000;
/// Secrets that no longer open it and are still tried after each step; all of them at the end.
const REMEMBERED: usize = 4;

/// A small generator (xorshift64*), so that every run takes the same steps.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}

/// What must hold.
struct Model {
    /// The passphrases that open it, by slot.
    passphrases: BTreeMap<SlotId, String>,
    recovery: RecoveryKey,
    /// What opened it once.
    retired: Vec<String>,
    retired_keys: Vec<RecoveryKey>,
    /// Which passphrase opened the session; none when the recovery key did.
    own: Option<SlotId>,
}

impl Model {
    /// Reads the header from the disk and tries every secret on it.
    fn assert_holds(&self, folder: &Path, step: u32, retired: usize) {
        let header = Header::read(folder).unwrap_or_else(|error| panic!("step {step}: {error}"));
        assert!(header.slots.len() <= MOST_SLOTS);
        for (id, text) in &self.passphrases {
            let opened = header.open(Secret::Passphrase(&text.clone().into_passphrase())).unwrap();
            assert_eq!(opened.slot, *id, "step {step}");
        }
        assert_eq!(header.slots.len(), self.passphrases.len() + 1, "step {step}");
        header.open(Secret::Recovery(&self.recovery)).unwrap();
        for text in self.retired.iter().rev().take(retired) {
            let refused = header.open(Secret::Passphrase(&text.clone().into_passphrase()));
            assert!(matches!(refused, Err(VaultError::WrongSecret)), "step {step}: {text} opens it");
        }
        for key in self.retired_keys.iter().rev().take(retired) {
            assert!(
                matches!(header.open(Secret::Recovery(key)), Err(VaultError::WrongSecret)),
                "step {step}"
            );
        }
    }

    fn retire(&mut self, id: SlotId) {
        let text = self.passphrases.remove(&id).unwrap();
        self.retired.push(text);
    }

    fn renew(&mut self, key: RecoveryKey) {
        self.retired_keys.push(std::mem::replace(&mut self.recovery, key));
    }
}

trait IntoPassphrase {
    fn into_passphrase(self) -> Passphrase;
}

impl IntoPassphrase for String {
    fn into_passphrase(self) -> Passphrase {
        Passphrase::new(self)
    }
}

#[test]
fn ten_thousand_steps_leave_exactly_the_secrets_that_should_open_it() {
    let _cheaply = cheaply::begin();
    // In memory where there is such a place: what is tried here is not the disk.
    let memory = Path::new("/dev/shm");
    let directory = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
    let folder = directory.path().join("vault");
    let first = "den första".to_owned();
    let (vault, recovery) =
        Vault::create_with(&folder, &first.clone().into_passphrase(), cheaply::COST, now()).unwrap();
    let own = vault.own_slot;
    let mut model = Model {
        passphrases: BTreeMap::from([(own, first)]),
        recovery,
        retired: Vec::new(),
        retired_keys: Vec::new(),
        own: Some(own),
    };
    let mut vault = Some(vault);
    let mut dice = Dice(0x2026_1122_0900_0001);
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for step in 0..STEPS {
        let did = take_step(&mut vault, &mut model, &folder, &mut dice, step);
        *counts.entry(did).or_default() += 1;
        model.assert_holds(&folder, step, REMEMBERED);
    }
    model.assert_holds(&folder, STEPS, usize::MAX);
    let mut vault = vault.unwrap();
    assert_eq!(vault.check().unwrap().problems, []);
    let known = vault.slots().unwrap().iter().filter(|slot| slot.label.is_some()).count();
    assert_eq!(known, model.passphrases.len() + 1);
    println!("{STEPS} steps: {counts:?}; {} secrets retired", model.retired.len() + model.retired_keys.len());
    assert!(counts.len() >= 10, "every kind of step must have been taken: {counts:?}");
}

fn take_step(
    vault: &mut Option<Vault>,
    model: &mut Model,
    folder: &Path,
    dice: &mut Dice,
    step: u32,
) -> &'static str {
    let choice = dice.below(100);
    let picked = *model.passphrases.keys().nth(dice.below(model.passphrases.len())).unwrap();
    let text = format!("fras {step}");
    let new = text.clone().into_passphrase();
    if choice < 15 {
        // Another session, by any secret.
        *vault = None;
        let secret = model.passphrases[&picked].clone().into_passphrase();
        let (secret, own) = match dice.below(4) {
            0 => (Secret::Recovery(&model.recovery), None),
            _ => (Secret::Passphrase(&secret), Some(picked)),
        };
        *vault = Some(Vault::unlock(folder, secret, now()).unwrap());
        model.own = own;
        return "unlock";
    }
    let vault = vault.as_mut().unwrap();
    match choice {
        15..45 => match vault.add_passphrase_with("kollega", &new, cheaply::COST, now()) {
            Ok(id) => {
                model.passphrases.insert(id, text);
                "add"
            }
            Err(error) => {
                assert_eq!((error.code(), model.passphrases.len()), ("vault-slots-full", MOST_SLOTS - 1));
                "add refused"
            }
        },
        45..70 => match vault.remove_slot(picked, now()) {
            Ok(()) => {
                model.retire(picked);
                "remove"
            }
            Err(error) => {
                assert_eq!(error.code(), "vault-slot-kept");
                assert!(model.own == Some(picked) || model.passphrases.len() == 1);
                "remove refused"
            }
        },
        70..84 => match (vault.change_passphrase_with(&new, cheaply::COST, now()), model.own) {
            (Ok(()), own) => {
                let old = own.unwrap_or(picked);
                model.retire(old);
                model.own = Some(vault.own_slot);
                model.passphrases.insert(vault.own_slot, text);
                "change"
            }
            (Err(error), own) => {
                assert_eq!((error.code(), own), ("vault-slot-unclear", None));
                assert!(model.passphrases.len() > 1);
                "change refused"
            }
        },
        84..94 => {
            model.renew(vault.renew_recovery_key(now()).unwrap());
            "renew"
        }
        94..96 => {
            // A header that can't be written: whatever is tried, nothing changes.
            let in_the_way = folder.join("vault.header.new/in the way");
            fs::create_dir_all(&in_the_way).unwrap();
            vault.add_passphrase_with("kollega", &new, cheaply::COST, now()).unwrap_err();
            vault.renew_recovery_key(now()).unwrap_err();
            fs::remove_dir_all(in_the_way.parent().unwrap()).unwrap();
            "refused by the disk"
        }
        _ => {
            let by = model.own.unwrap_or(picked);
            let given = model.passphrases[&by].clone();
            // One in four is cancelled.
            let mut left = if dice.below(4) == 0 { 1 } else { u32::MAX };
            let result =
                vault.rotate_with(&given.clone().into_passphrase(), cheaply::COST, now(), &mut |_| {
                    left -= 1;
                    if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                });
            match result {
                Ok(key) => {
                    let others: Vec<_> = model.passphrases.keys().copied().collect();
                    for id in others {
                        model.retire(id);
                    }
                    // The passphrase is the same, in another slot.
                    model.retired.retain(|text| text != &given);
                    let id = vault
                        .slots()
                        .unwrap()
                        .iter()
                        .find(|slot| slot.opened_with == SlotUse::Passphrase)
                        .unwrap()
                        .id;
                    model.passphrases.insert(id, given);
                    model.own = Some(id);
                    model.renew(key);
                    "rotate"
                }
                Err(error) => {
                    assert_eq!(error.code(), "cancelled");
                    "rotate cancelled"
                }
            }
        }
    }
}
