//! Secrets and key slots.

use std::time::Instant;

use super::*;
use crate::{
    Presence,
    header::Header,
    keys::DataKey,
    presence,
    slot::{self, Slot},
};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn a_vault_opens_with_its_passphrase_and_its_recovery_key_and_nothing_else() {
    let directory = TempDir::new().unwrap();
    let folder = directory.path().join("vault");
    assert_eq!(presence(&folder), Presence::Missing);
    let (mut vault, key) =
        Vault::create_with(&folder, &passphrase(PASSPHRASE), KdfCost::MINIMUM, now()).unwrap();
    assert_eq!(vault.last_changed_at().unwrap(), None);
    vault.write(now(), |writer| writer.put(&note(7, "kvar"))).unwrap();
    drop(vault);
    assert_eq!(presence(&folder), Presence::Present);

    for secret in [Secret::Passphrase(&passphrase(PASSPHRASE)), Secret::Recovery(&key)] {
        let vault = Vault::unlock(&folder, secret, now()).unwrap();
        assert_eq!(vault.get::<Note>(record(7)).unwrap().unwrap().content.body, "kvar");
        assert_eq!(vault.last_changed_at().unwrap(), Some(now()));
    }
    let wrong = RecoveryKey::make().unwrap();
    for secret in [Secret::Passphrase(&passphrase("fel")), Secret::Recovery(&wrong)] {
        let error = Vault::unlock(&folder, secret, now()).unwrap_err();
        assert_eq!(error.code(), "wrong-secret");
    }
}

/// The one test that pays what users pay.
#[test]
fn a_new_vault_costs_at_least_256_mib_four_passes_and_four_lanes() {
    let directory = TempDir::new().unwrap();
    let (vault, _) = Vault::create(directory.path(), &passphrase(PASSPHRASE), now()).unwrap();
    let parts = vault.header.passphrase_cost().unwrap().parts();
    assert!(parts[0] >= 262_144 && parts[1] >= 4 && parts[2] == 4, "{parts:?}");
    drop(vault);
    let begun = Instant::now();
    Vault::unlock(directory.path(), Secret::Passphrase(&passphrase(PASSPHRASE)), now()).unwrap();
    println!("unlocking took {:?}", begun.elapsed());
}

#[test]
fn a_folder_that_has_a_vault_gets_no_other() {
    let fixture = Fixture::new();
    let before = fs::read(fixture.folder.join("vault.header")).unwrap();
    let error = Vault::create_with(&fixture.folder, &passphrase("ny"), KdfCost::MINIMUM, now()).unwrap_err();
    assert_eq!(error.code(), "vault-exists");
    assert_eq!(fs::read(fixture.folder.join("vault.header")).unwrap(), before);
}

#[test]
fn a_database_that_lost_its_header_is_not_written_over() {
    let mut fixture = Fixture::new();
    fixture.lock();
    fixture.remove_headers();
    let error = Vault::create_with(&fixture.folder, &passphrase("ny"), KdfCost::MINIMUM, now()).unwrap_err();
    assert_eq!(error.code(), "vault-exists");
    assert_eq!(fixture.unlock().unwrap_err().code(), "vault-header-damaged");
}

#[test]
fn a_vault_that_was_never_finished_is_made_again() {
    let mut fixture = Fixture::new();
    fixture.lock();
    fs::rename(fixture.folder.join("vault.db"), fixture.folder.join("vault.db.new")).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Missing);
    Vault::create_with(&fixture.folder, &passphrase("ny"), KdfCost::MINIMUM, now()).unwrap();
    assert!(!fixture.folder.join("vault.db.new").exists());
}

#[test]
fn nothing_half_made_stays_when_making_fails() {
    let directory = TempDir::new().unwrap();
    // The database can't take its name: a folder has it. (Empty, so that there is no vault yet.)
    let folder = directory.path().join("vault");
    fs::create_dir_all(folder.join("vault.header.new/in the way")).unwrap();
    Vault::create_with(&folder, &passphrase("ny"), KdfCost::MINIMUM, now()).unwrap_err();
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["vault.header.new"]);
}

#[test]
fn the_old_passphrase_is_refused_once_it_is_changed() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, "samma"));
    fixture.verify(&passphrase(PASSPHRASE)).unwrap();
    assert_eq!(fixture.verify(&passphrase("fel")).unwrap_err().code(), "wrong-secret");
    fixture.change_passphrase(&passphrase("en ny fras"), now()).unwrap();
    assert_eq!(fixture.verify(&passphrase(PASSPHRASE)).unwrap_err().code(), "wrong-secret");
    fixture.verify(&passphrase("en ny fras")).unwrap();
    fixture.lock();

    let unlock = |text| Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase(text)), now());
    assert_eq!(unlock(PASSPHRASE).unwrap_err().code(), "wrong-secret");
    assert!(unlock("en ny fras").unwrap().get::<Note>(record(1)).unwrap().is_some());
    fixture.unlock().expect("the recovery key opens it as before");
    let names: Vec<_> =
        fs::read_dir(&fixture.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().ends_with(".new")), "{names:?}");
    let cost = fixture.header.passphrase_cost().unwrap();
    assert_eq!(cost.max(KdfCost::DEFAULT), cost, "a cheaper one is brought up to what a new one costs");
}

#[test]
fn the_old_recovery_key_is_refused_once_there_is_a_new_one() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, "samma"));
    let key = fixture.renew_recovery_key(now()).unwrap();
    fixture.verify_recovery(&key).unwrap();
    fixture.verify(&passphrase(PASSPHRASE)).unwrap();
    assert_eq!(fixture.verify_recovery(&fixture.recovery_key).unwrap_err().code(), "wrong-secret");
    assert_eq!(fixture.unlock().unwrap_err().code(), "wrong-secret");
    fixture.recovery_key = key;
    fixture.unlock().unwrap();
    assert!(fixture.get::<Note>(1).is_some());
    assert_eq!(fixture.header.slots.len(), 2);

    // One that can't be written is not renewed.
    fs::create_dir_all(fixture.folder.join("vault.header.new/in the way")).unwrap();
    fixture.renew_recovery_key(now()).unwrap_err();
    fixture.unlock().unwrap();
}

#[test]
fn a_passphrase_that_cannot_be_written_is_not_changed() {
    let mut fixture = Fixture::new();
    // A folder stands where the new header would be written.
    fs::create_dir_all(fixture.folder.join("vault.header.new/in the way")).unwrap();
    fixture.change_passphrase(&passphrase("ny"), now()).unwrap_err();
    fixture.verify(&passphrase(PASSPHRASE)).unwrap();
    fixture.lock();
    Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase(PASSPHRASE)), now()).unwrap();
}

#[test]
fn two_passphrases_open_one_vault_while_one_replaces_the_other() {
    let vault_id = [7; 16];
    let data_key = DataKey::make().unwrap();
    let keys = data_key.derive(&vault_id);
    let slots = ["en", "två"]
        .map(|text| Slot::for_passphrase(&passphrase(text), KdfCost::MINIMUM, &vault_id, &data_key).unwrap());
    let header = Header::decode(&Header::new(vault_id, slots.to_vec(), &keys).unwrap().encode()).unwrap();
    for text in ["en", "två"] {
        let opened = header.open(Secret::Passphrase(&passphrase(text))).unwrap();
        assert!(opened.data_key.is_same(&data_key));
    }
}

#[test]
fn a_folder_behind_a_link_is_a_folder() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let link = fixture.folder.parent().unwrap().join("link");
    std::os::unix::fs::symlink(&fixture.folder, &link).unwrap();
    Vault::unlock(&link, Secret::Recovery(&fixture.recovery_key), now()).unwrap();
}

#[test]
fn one_vault_is_open_once() {
    let mut fixture = Fixture::new();
    let error = Vault::unlock(&fixture.folder, Secret::Recovery(&fixture.recovery_key), now()).unwrap_err();
    assert_eq!(error.code(), "vault-in-use");
    fixture.lock();
    fixture.unlock().unwrap();
}

#[test]
fn hostile_costs_are_refused() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.header");
    let original = fs::read(&path).unwrap();
    let costs: [[u32; 3]; 9] = [
        [u32::MAX, 4, 4],
        [2 * 1024 * 1024 + 1, 4, 4],
        [64 * 1024 - 1, 4, 4],
        [8, 1, 1],
        [0, 0, 0],
        [64 * 1024, 2, 4],
        [64 * 1024, 17, 4],
        [64 * 1024, 3, 0],
        [64 * 1024, 3, 17],
    ];
    for cost in costs {
        let mut bytes = original.clone();
        for (part, value) in bytes[33 + 17..33 + 29].chunks_exact_mut(4).zip(cost) {
            part.copy_from_slice(&value.to_le_bytes());
        }
        fs::write(&path, damage::with_checksum(bytes)).unwrap();
        let error = fixture.unlock().unwrap_err();
        assert_eq!(error.code(), "vault-hostile-parameters", "{cost:?}");
    }
}

/// A wrong passphrase is tried on every slot: what they cost together is bounded as well.
#[test]
fn slots_that_cost_too_much_together_are_refused_and_never_made() {
    let mut fixture = Fixture::new();
    for name in ["Ismael Berg", "Noor Lind"] {
        fixture.add_passphrase_with(name, &passphrase(name), KdfCost::MINIMUM, now()).unwrap();
    }
    fixture.lock();
    let original = fs::read(fixture.folder.join("vault.header")).unwrap();
    let costing = |costs: [[u32; 3]; 3]| {
        let mut bytes = original.clone();
        // The recovery key's slot is the second one.
        for (slot, cost) in [0, 2, 3].into_iter().zip(costs) {
            let at = 33 + slot * slot::LENGTH + 17;
            for (part, value) in bytes[at..at + 12].chunks_exact_mut(4).zip(cost) {
                part.copy_from_slice(&value.to_le_bytes());
            }
        }
        Header::decode(&damage::with_checksum(bytes)).map(drop)
    };
    let (half, least) = ([2 * 1024 * 1024, 8, 4], [64 * 1024, 3, 4]);
    assert_eq!(costing([half, half, least]).unwrap_err().code(), "vault-hostile-parameters");
    assert_eq!(costing([[2 * 1024 * 1024, 16, 16]; 3]).unwrap_err().code(), "vault-hostile-parameters");
    costing([half, [2 * 1024 * 1024, 7, 4], least]).unwrap();

    let data_key = DataKey::make().unwrap();
    let dear = Slot::decode(original[33..33 + slot::LENGTH].try_into().unwrap()).unwrap();
    let at = |cost: [u32; 3]| {
        let mut bytes = dear.encode();
        for (part, value) in bytes[17..29].chunks_exact_mut(4).zip(cost) {
            part.copy_from_slice(&value.to_le_bytes());
        }
        Slot::decode(&bytes).unwrap()
    };
    let made = Header::new([7; 16], vec![at(half), at(half), at(least)], &data_key.derive(&[7; 16]));
    assert_eq!(made.unwrap_err().code(), "vault-hostile-parameters");
}

/// A header that somebody put together from another vault's slot, or altered with its checksum.
#[test]
fn an_altered_header_with_a_right_checksum_opens_with_nothing() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let path = fixture.folder.join("vault.header");
    let original = fs::read(&path).unwrap();
    assert_eq!(original.len(), 33 + 2 * slot::LENGTH + 64);
    let recovery_slot = 33 + slot::LENGTH;
    // Vault id, slot id, salt, nonce and wrapped key of the recovery slot; then the MAC; and a byte of
    // the passphrase slot, which only the MAC covers when the recovery key is used.
    for (place, code) in [
        (16, "wrong-secret"),
        (recovery_slot, "wrong-secret"),
        (recovery_slot + 30, "wrong-secret"),
        (recovery_slot + 50, "wrong-secret"),
        (recovery_slot + 90, "wrong-secret"),
        (original.len() - 64, "vault-header-damaged"),
        (33 + 70, "vault-header-damaged"),
    ] {
        let mut bytes = original.clone();
        bytes[place] ^= 1;
        fs::write(&path, damage::with_checksum(bytes)).unwrap();
        assert_eq!(fixture.unlock().unwrap_err().code(), code, "byte {place}");
    }
    fs::write(&path, original).unwrap();
    fixture.unlock().unwrap();
}

#[test]
fn secrets_show_nothing_of_themselves() {
    let fixture = Fixture::new();
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        passphrase(PASSPHRASE),
        Secret::Passphrase(&passphrase(PASSPHRASE)),
        fixture.vault.as_ref().unwrap(),
        fixture.keys,
    );
    assert!(!shown.contains("hästar") && shown.len() < 100, "{shown}");
}
