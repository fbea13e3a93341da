//! The fuzz targets on their committed corpus, and on many mutations of it that are the same in every
//! run. Stands in for cargo-fuzz where there is no nightly compiler; finds less than that would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod mutate;
mod seeds;
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use mutate::Mutator;
use targets::TARGETS;

/// Mutations of each target's corpus.
const ROUNDS: u32 = 20_000;

/// The corpus of a target.
fn folder(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target)
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Runs a target, and says on which bytes it panicked.
fn run(name: &str, target: fn(&[u8]), data: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| target(data))).is_err() {
        let found = folder(name).join("found-by-the-test");
        let _ = fs::write(&found, data);
        panic!("{name} panicked on {} bytes, which are now in {}", data.len(), found.display());
    }
}

#[test]
fn every_target_has_a_corpus_and_survives_it_and_its_mutations() {
    if std::env::var_os("FARLED_WRITE_CORPUS").is_some() {
        seeds::write(&folder);
    }
    for (name, target) in TARGETS {
        let seeds = corpus(name);
        assert!(seeds.len() >= 2, "{name} has only {} seeds", seeds.len());
        seeds.iter().for_each(|seed| run(name, target, seed));
        let mut mutator = Mutator::new(name);
        for _ in 0..ROUNDS {
            run(name, target, &mutator.next(&seeds));
        }
        println!("{name}: {} seeds, {ROUNDS} mutations, 0 crashes", seeds.len());
    }
}

#[test]
fn cargo_fuzz_knows_every_target() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    for (name, _) in TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fuzz/fuzz_targets/{name}.rs"));
        assert!(fs::read_to_string(file).unwrap().contains(&format!("farled_fuzz::{name}(data)")));
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
}
