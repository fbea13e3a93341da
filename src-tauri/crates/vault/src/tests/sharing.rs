//! Several passphrases for one vault: added, changed and removed, each its owner's.

use super::*;
use crate::{
    Presence, SlotUse,
    header::{Header, MOST_SLOTS},
    keys::DataKey,
    presence,
    slot::{self, Slot},
};

const DEPUTY: &str = "åtta gula båtar på sjön";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn unlock(fixture: &mut Fixture, text: &str) -> Result<(), VaultError> {
    fixture.lock();
    fixture.vault = Some(Vault::unlock(&fixture.folder, Secret::Passphrase(&passphrase(text)), now())?);
    Ok(())
}

fn add(fixture: &mut Fixture, name: &str, text: &str) -> crate::SlotId {
    fixture.add_passphrase_with(name, &passphrase(text), KdfCost::MINIMUM, now()).unwrap()
}

fn names(fixture: &Fixture) -> Vec<(String, bool)> {
    let passphrases = |slot: &crate::SlotView| slot.opened_with == SlotUse::Passphrase;
    let slots = fixture.slots().unwrap().into_iter().filter(passphrases);
    slots.map(|slot| (slot.label.map_or("?".to_owned(), |label| label.name), slot.is_own)).collect()
}

#[test]
fn a_deputy_opens_the_vault_with_a_passphrase_of_their_own() {
    let mut fixture = Fixture::new();
    fixture.put(&note(1, "delad"));
    unlock(&mut fixture, PASSPHRASE).unwrap();
    add(&mut fixture, "Ismael Berg", DEPUTY);
    assert_eq!(names(&fixture), [(String::new(), true), ("Ismael Berg".into(), false)]);
    unlock(&mut fixture, DEPUTY).unwrap();
    assert_eq!(names(&fixture), [(String::new(), false), ("Ismael Berg".into(), true)]);
    assert!(fixture.get::<Note>(1).is_some());
    // At a session of theirs, only their own passphrase is the one that is asked for.
    fixture.verify(&passphrase(DEPUTY)).unwrap();
    assert_eq!(fixture.verify(&passphrase(PASSPHRASE)).unwrap_err().code(), "wrong-secret");
    // Who it is stands nowhere in the clear.
    let header = fs::read(fixture.folder.join("vault.header")).unwrap();
    assert!(!header.windows(6).any(|bytes| bytes == b"Ismael"));
    fixture.assert_sound();
}

#[test]
fn each_changes_only_their_own_passphrase() {
    let mut fixture = Fixture::new();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    add(&mut fixture, "Ismael Berg", DEPUTY);
    unlock(&mut fixture, DEPUTY).unwrap();
    let owner = fixture.slots().unwrap()[0].id;
    assert_eq!(
        fixture.replace_passphrase(owner, &passphrase("kapad"), now()).unwrap_err().code(),
        "vault-slot-kept"
    );
    fixture.change_passphrase_with(&passphrase("en helt annan"), KdfCost::MINIMUM, now()).unwrap();
    assert_eq!(names(&fixture), [(String::new(), false), ("Ismael Berg".into(), true)]);
    assert_eq!(unlock(&mut fixture, DEPUTY).unwrap_err().code(), "wrong-secret");
    unlock(&mut fixture, "en helt annan").unwrap();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    fixture.unlock().expect("the recovery key opens it as before");
}

#[test]
fn whoever_was_removed_is_refused_and_nobody_removes_their_own_or_the_last() {
    let mut fixture = Fixture::new();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    let deputy = add(&mut fixture, "Ismael Berg", DEPUTY);
    let ids: Vec<_> = fixture.slots().unwrap().into_iter().map(|slot| slot.id).collect();
    let [own, recovery, added] = ids[..] else { panic!("three slots: {ids:?}") };
    assert_eq!(added, deputy);
    for kept in [own, recovery] {
        assert_eq!(fixture.remove_slot(kept, now()).unwrap_err().code(), "vault-slot-kept");
    }
    fixture.remove_slot(deputy, now()).unwrap();
    assert_eq!(fixture.remove_slot(deputy, now()).unwrap_err().code(), "vault-slot-missing");
    assert_eq!(unlock(&mut fixture, DEPUTY).unwrap_err().code(), "wrong-secret");
    fixture.unlock().unwrap();
    assert_eq!(fixture.remove_slot(own, now()).unwrap_err().code(), "vault-slot-kept", "it is the last");
    unlock(&mut fixture, PASSPHRASE).unwrap();
    fixture.assert_sound();
}

#[test]
fn a_full_header_takes_no_more_and_still_lets_one_change() {
    let mut fixture = Fixture::new();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    for number in 2..MOST_SLOTS {
        add(&mut fixture, "kollega", &format!("fras nummer {number}"));
    }
    assert_eq!(fixture.slots().unwrap().len(), MOST_SLOTS);
    let refused = fixture.add_passphrase_with("en till", &passphrase("nio"), KdfCost::MINIMUM, now());
    assert_eq!(refused.unwrap_err().code(), "vault-slots-full");
    fixture.change_passphrase_with(&passphrase("ny fras"), KdfCost::MINIMUM, now()).unwrap();
    let key = fixture.renew_recovery_key(now()).unwrap();
    assert_eq!(fixture.slots().unwrap().len(), MOST_SLOTS);
    fixture.recovery_key = key;
    fixture.unlock().unwrap();
    unlock(&mut fixture, "ny fras").unwrap();
    unlock(&mut fixture, "fras nummer 7").unwrap();
}

#[test]
fn a_slot_that_cannot_be_written_is_not_added_and_not_removed() {
    let mut fixture = Fixture::new();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    let deputy = add(&mut fixture, "Ismael Berg", DEPUTY);
    fs::create_dir_all(fixture.folder.join("vault.header.new/in the way")).unwrap();
    let before = fixture.slots().unwrap();
    fixture.add_passphrase_with("en till", &passphrase("ny"), KdfCost::MINIMUM, now()).unwrap_err();
    fixture.remove_slot(deputy, now()).unwrap_err();
    assert_eq!(fixture.slots().unwrap(), before);
    fs::remove_dir_all(fixture.folder.join("vault.header.new")).unwrap();
    unlock(&mut fixture, DEPUTY).unwrap();
    fixture.assert_sound();
}

#[test]
fn in_a_session_of_the_recovery_key_it_is_said_whose_passphrase_was_forgotten() {
    let mut fixture = Fixture::new();
    let deputy = add(&mut fixture, "Ismael Berg", DEPUTY);
    let refused = fixture.change_passphrase(&passphrase("ny fras"), now());
    assert_eq!(refused.unwrap_err().code(), "vault-slot-unclear");
    fixture.replace_passphrase(deputy, &passphrase("ny fras"), now()).unwrap();
    assert_eq!(names(&fixture), [(String::new(), false), ("Ismael Berg".into(), true)]);
    unlock(&mut fixture, PASSPHRASE).unwrap();
    unlock(&mut fixture, "ny fras").unwrap();
}

/// Somebody puts back a header from before a colleague was removed.
#[test]
fn a_slot_that_comes_back_with_an_older_header_is_seen() {
    let mut fixture = Fixture::new();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    let deputy = add(&mut fixture, "Ismael Berg", DEPUTY);
    let path = fixture.folder.join("vault.header");
    let older = fs::read(&path).unwrap();
    fixture.remove_slot(deputy, now()).unwrap();
    fixture.lock();
    fs::write(&path, older).unwrap();
    unlock(&mut fixture, PASSPHRASE).unwrap();
    let back = fixture.slots().unwrap().into_iter().find(|slot| slot.id == deputy).unwrap();
    assert_eq!(back.label, None, "it is shown as unknown");
    fixture.remove_slot(deputy, now()).unwrap();
    assert_eq!(unlock(&mut fixture, DEPUTY).unwrap_err().code(), "wrong-secret");
}

#[test]
fn a_recovery_key_counts_as_written_down_once_it_was_typed_back() {
    let mut fixture = Fixture::new();
    assert_eq!(fixture.recovery_label().unwrap().unwrap().proven_at, None);
    let other = RecoveryKey::make().unwrap();
    assert_eq!(fixture.prove_recovery(&other, now()).unwrap_err().code(), "wrong-secret");
    assert_eq!(fixture.recovery_label().unwrap().unwrap().proven_at, None);
    let key = RecoveryKey::parse(&fixture.recovery_key.groups().join(" ")).unwrap();
    fixture.prove_recovery(&key, now()).unwrap();
    fixture.unlock().unwrap();
    assert_eq!(fixture.recovery_label().unwrap().unwrap().proven_at, Some(now()));
    fixture.renew_recovery_key(now()).unwrap();
    assert_eq!(fixture.recovery_label().unwrap().unwrap().proven_at, None, "the new one is not");
}

#[test]
fn every_byte_of_a_header_with_several_slots_counts() {
    let vault_id = [7; 16];
    let data_key = DataKey::make().unwrap();
    let keys = data_key.derive(&vault_id);
    let recovery_keys: Vec<_> = (0..MOST_SLOTS).map(|_| RecoveryKey::make().unwrap()).collect();
    let slot = |key| Slot::for_recovery(key, &vault_id, &data_key).unwrap();
    let slots: Vec<_> = recovery_keys.iter().map(slot).collect();
    let bytes = Header::new(vault_id, slots, &keys).unwrap().encode();
    let open = |bytes: &[u8]| {
        let header = Header::decode(bytes)?;
        recovery_keys.iter().try_for_each(|key| header.open(Secret::Recovery(key)).map(|_| ()))
    };
    open(&bytes).unwrap();
    let mut refused = 0;
    for place in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut altered = bytes.clone();
            altered[place] ^= flip;
            open(&altered).expect_err("the checksum tells");
            // Also when whoever altered it knows how the checksum is made.
            let fitting = damage::with_checksum(altered.clone());
            if place < bytes.len() - 32 {
                open(&fitting).expect_err("the MAC tells, or a slot no longer opens");
            }
            refused += 1;
        }
    }
    println!("{refused} altered headers of {} bytes refused", bytes.len());
}

#[test]
fn a_header_with_no_slot_too_many_or_one_twice_is_refused() {
    let vault_id = [7; 16];
    let data_key = DataKey::make().unwrap();
    let keys = data_key.derive(&vault_id);
    let slot = || Slot::for_recovery(&RecoveryKey::make().unwrap(), &vault_id, &data_key).unwrap();
    let one = Header::new(vault_id, vec![slot()], &keys).unwrap().encode();
    let with = |slots: &[Slot]| {
        let mut bytes = one[..33].to_vec();
        bytes[32] = u8::try_from(slots.len()).unwrap();
        slots.iter().for_each(|slot| bytes.extend_from_slice(&slot.encode()));
        bytes.extend_from_slice(&one[one.len() - 64..]);
        let length = u32::try_from(bytes.len()).unwrap();
        bytes[12..16].copy_from_slice(&length.to_le_bytes());
        damage::with_checksum(bytes)
    };
    let many: Vec<_> = (0..MOST_SLOTS + 1).map(|_| slot()).collect();
    Header::decode(&with(&many[..MOST_SLOTS])).unwrap();
    for slots in [&[][..], &many, &[many[0].clone(), many[0].clone()]] {
        assert_eq!(Header::decode(&with(slots)).unwrap_err().code(), "vault-header-damaged");
        assert!(Header::new(vault_id, slots.to_vec(), &keys).is_err() || slots.len() == 2);
    }
    let mut trailing = with(&many[..1]);
    trailing.insert(33 + slot::LENGTH, 0);
    assert!(Header::decode(&damage::with_checksum(trailing)).is_err());
}

#[test]
fn a_header_whose_database_waits_for_its_name_is_a_vault() {
    let mut fixture = Fixture::new();
    fixture.lock();
    fs::rename(fixture.folder.join("vault.db"), fixture.folder.join("vault.db.next")).unwrap();
    assert_eq!(presence(&fixture.folder), Presence::Present);
    fixture.unlock().unwrap();
    assert!(fixture.folder.join("vault.db").exists() && !fixture.folder.join("vault.db.next").exists());
}
