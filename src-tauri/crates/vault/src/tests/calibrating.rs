//! What a passphrase's slot costs: never less than the floor, more on a fast machine, never past the
//! ceiling; and what was chosen is what stands in the header.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::time::Duration;

use tempfile::TempDir;

use super::KdfCost;
use crate::{
    Passphrase, Secret, Vault,
    header::{Header, MOST_SLOTS},
    keys::DataKey,
    slot::Slot,
    tests::{PASSPHRASE, now},
};

const VAULT: [u8; 16] = [7; 16];

/// Every time from a microsecond to a minute, at close steps.
fn times() -> impl Iterator<Item = Duration> {
    std::iter::successors(Some(1_u64), |micros| Some(micros + micros / 16 + 1))
        .take_while(|micros| *micros <= 60_000_000)
        .map(Duration::from_micros)
}

#[test]
fn no_time_takes_a_cost_below_its_floor_or_past_the_ceiling() {
    let (mut tried, mut raised) = (0, 0);
    // The last two ask for more memory or more passes than any step does.
    let mixed = [(1 << 20, 3, 4), (64 * 1024, 12, 4)];
    let mixed = mixed.map(|(memory, passes, lanes)| KdfCost::new(memory, passes, lanes).unwrap());
    for floor in [KdfCost::MINIMUM, KdfCost::DEFAULT, KdfCost::MAXIMUM].into_iter().chain(mixed) {
        for took in times().chain([Duration::ZERO, Duration::MAX]) {
            let cost = floor.raised(took);
            let parts = cost.parts().into_iter().zip(floor.parts());
            assert!(parts.clone().all(|(now, least)| now >= least), "{floor:?} after {took:?}: {cost:?}");
            let [memory, passes, lanes] = cost.parts();
            assert_eq!(KdfCost::new(memory, passes, lanes).unwrap(), cost, "a vault with it opens");
            assert_eq!(cost != floor, cost.work() > floor.work(), "dearer, or as it was");
            tried += 1;
            raised += u32::from(cost != floor);
        }
    }
    println!("{tried} times tried, {raised} raised, 0 below the floor, 0 past the ceiling");
}

#[test]
fn the_faster_the_machine_the_dearer_the_slot_and_it_takes_as_long_as_it_should() {
    for floor in [KdfCost::MINIMUM, KdfCost::DEFAULT] {
        let dearest = floor.raised(Duration::from_micros(1));
        let mut before = u64::MAX;
        for took in times() {
            let cost = floor.raised(took);
            assert!(cost.work() <= before, "a slower machine never gets a dearer one");
            before = cost.work();
            let takes = took.mul_f64(cost.work() as f64 / floor.work() as f64);
            assert!(takes >= KdfCost::AIM || cost == dearest, "{floor:?} after {took:?} takes {takes:?}");
        }
        assert!(dearest.work() > floor.work(), "a quick machine pays more");
        assert_eq!(floor.raised(KdfCost::AIM), floor, "one that takes its time pays what it paid");
    }
}

#[test]
fn as_many_of_the_dearest_slots_as_there_is_room_for_are_not_refused() {
    let dearest = KdfCost::DEFAULT.raised(Duration::from_micros(1));
    let slots = |count| std::iter::repeat_n(dearest, count);
    KdfCost::ensure_affordable(slots(MOST_SLOTS)).unwrap();
    assert_eq!(
        KdfCost::ensure_affordable(slots(MOST_SLOTS + 1)).unwrap_err().code(),
        "vault-hostile-parameters"
    );
}

/// A header with one slot, made on a machine that takes so long for a derivation at the least cost.
fn header_after(took: Duration) -> Header {
    let data_key = DataKey::make().unwrap();
    let secret = Passphrase::new(PASSPHRASE.to_owned());
    let slot = Slot::for_passphrase_measured(&secret, KdfCost::MINIMUM, &VAULT, &data_key, || took).unwrap();
    let bytes = Header::new(VAULT, vec![slot], &data_key.derive(&VAULT)).unwrap().encode();
    let header = Header::decode(&bytes).unwrap();
    let opened = header.open(Secret::Passphrase(&secret)).unwrap();
    assert!(opened.data_key.is_same(&data_key));
    header
}

#[test]
fn the_header_has_what_was_calibrated_and_opens() {
    let slow = header_after(KdfCost::AIM).passphrase_cost().unwrap();
    assert_eq!(slow, KdfCost::MINIMUM);
    let quick = Duration::from_millis(60);
    let dear = header_after(quick).passphrase_cost().unwrap();
    assert_eq!(dear, KdfCost::MINIMUM.raised(quick));
    assert!(dear.work() > slow.work());
    println!("400 ms: {:?}; 60 ms: {:?} (KiB, passes, lanes)", slow.parts(), dear.parts());
}

#[test]
fn a_vault_made_here_costs_at_least_what_every_new_one_does() {
    let directory = TempDir::new().unwrap();
    let folder = directory.path().join("vault");
    let secret = Passphrase::new(PASSPHRASE.to_owned());
    drop(Vault::create(&folder, &secret, now()).unwrap());
    let cost = Header::read(&folder).unwrap().passphrase_cost().unwrap();
    assert!(cost.work() >= KdfCost::DEFAULT.work(), "{cost:?}");
    println!("made on this machine: {:?} (KiB, passes, lanes)", cost.parts());
}
