//! A disk that fails: what was asked for is refused by name, the vault is as it was and goes on.

use std::{collections::BTreeMap, path::Path, sync::Mutex, thread, time::Instant};

use crate::{
    dice::{self, Dice},
    extent,
    layer::{self, Call, Refusal},
    operations::{self, Draw, KEYS, Operation, SHORT},
    place::{self, Place},
    state::State,
};

const THREADS: usize = 2;

/// What a failing disk or folder may be called.
pub const CODES: [&str; 6] = [
    "disk-full",
    "backup-no-room",
    "storage-failed",
    "read-only-folder",
    "file-not-written",
    "folder-missing",
];

/// The ways in which a call is refused.
pub const REFUSALS: [Refusal; 5] = [
    Refusal::Once(libc::ENOSPC),
    Refusal::Once(libc::EIO),
    Refusal::FromThenOn(libc::ENOSPC),
    Refusal::FromThenOn(libc::EIO),
    Refusal::Short,
];

#[derive(Default)]
struct Figures {
    refused: u64,
    /// The operation succeeded all the same: what failed was of no consequence.
    succeeded: u64,
    /// The operation was told to have failed, and is whole all the same.
    kept: u64,
    /// A page that holds nothing was torn and so reads as damaged until it is used again.
    torn_unused: u64,
    codes: BTreeMap<String, u64>,
    operations: BTreeMap<&'static str, u64>,
    failures: Vec<String>,
}

/// A vault with something of everything, locked, for each of the operations.
fn prepared(seed: u64) -> (tempfile::TempDir, State) {
    let directory = place::in_memory();
    let (mut place, mut state) = Place::fresh(directory.path());
    place.unlock(&state.recovery).unwrap();
    let has_nothing = |state: &State, draw: Draw| draw(state, &mut Dice::new(seed, state.next)).is_none();
    while SHORT.iter().any(|(_, draw)| has_nothing(&state, *draw)) {
        let operation = operations::next(SHORT, &state, seed);
        let told = operation.perform(&mut place).unwrap();
        operation.effect(&mut state, &told);
    }
    assert_eq!(place.kept().unwrap(), state.kept);
    (directory, state)
}

#[test]
fn when_a_write_fails_it_is_told_by_name_and_nothing_is_lost() {
    let (seed, begun) = (dice::seed(), Instant::now());
    let (template, state) = prepared(seed);
    let figures = Mutex::new(Figures::default());
    let draws: Vec<Draw> = SHORT.iter().chain(KEYS).map(|(_, draw)| *draw).collect();
    let tasks = tasks(template.path(), &state, &draws, seed);
    thread::scope(|scope| {
        for part in 0..THREADS {
            let (tasks, figures, template, state) = (&tasks, &figures, template.path(), &state);
            scope.spawn(move || {
                let directory = place::in_memory();
                let mut place = Place::at(&directory.path().canonicalize().unwrap());
                for (draw, after, refusal) in tasks.iter().skip(part).step_by(THREADS) {
                    place::copy(template, &place.root);
                    if let Err(what) = try_once(&mut place, *draw, seed, state, *after, *refusal, figures) {
                        let what = format!("seed {seed}, call {after}, {refusal:?}: {what}");
                        figures.lock().unwrap().failures.push(what);
                    }
                }
            });
        }
    });
    let figures = figures.into_inner().unwrap();
    println!("torture: failing disk | {:?}", figures.operations);
    println!("torture: failing disk | told as {:?}", figures.codes);
    println!(
        "torture: failing disk | calls refused {} | vault not as before {} | succeeded all the same {} | told to have failed, and there all the same {} | unused page torn {} | {:.0} s",
        figures.refused,
        figures.failures.len(),
        figures.succeeded,
        figures.kept,
        figures.torn_unused,
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(figures.failures, Vec::<String>::new());
    assert!(figures.refused >= 100, "{}", figures.refused);
}

/// What is tried: which call of which operation is refused, and how. All there are, or some: of each
/// operation the first and the last calls, with which a transaction begins and ends, and others.
fn tasks(template: &Path, state: &State, draws: &[Draw], seed: u64) -> Vec<(Draw, u64, Refusal)> {
    let directory = place::in_memory();
    let mut place = Place::at(&directory.path().canonicalize().unwrap());
    let mut tasks = Vec::new();
    let mut dice = Dice::new(seed, 1_000);
    for draw in draws {
        place::copy(template, &place.root);
        place.unlock(&state.recovery).unwrap();
        let operation = drawn(*draw, state, seed);
        let root = place.root.clone();
        let calls = layer::count(&root, || drop(operation.perform(&mut place).unwrap()));
        for after in 0..calls {
            let is_end = after < 4 || after + 8 >= calls;
            if extent::is_whole() {
                tasks.extend(REFUSALS.map(|refusal| (*draw, after, refusal)));
            } else if is_end || dice.below(calls) < 8 {
                tasks.push((*draw, after, *dice.pick(&REFUSALS).unwrap()));
            }
        }
    }
    tasks
}

fn drawn(draw: Draw, state: &State, seed: u64) -> Box<dyn Operation> {
    draw(state, &mut Dice::new(seed, state.next)).expect("the vault has something for everything")
}

/// Does an operation during which a call is refused.
fn try_once(
    place: &mut Place,
    draw: Draw,
    seed: u64,
    before: &State,
    after: u64,
    refusal: Refusal,
    figures: &Mutex<Figures>,
) -> Result<(), String> {
    let coded = |failure: farled_app::Failure| failure.code;
    place.unlock(&before.recovery).map_err(coded)?;
    let operation = drawn(draw, before, seed);
    let root = place.root.clone();
    let (result, refused) = layer::refuse(&root, after, refusal, || operation.perform(place));
    let call = refused.ok_or_else(|| format!("{} made fewer calls", operation.name()))?;
    let here = |what: String| format!("{} at {call:?}: {what}", operation.name());
    let mut expected = before.clone();
    let mut told = result.as_ref().ok().cloned();
    if let Some(told) = &told {
        operation.effect(&mut expected, told);
    }
    let kept = place.kept().map_err(|failure| here(format!("no longer reads: {}", failure.code)))?;
    if kept != expected.kept && told.is_none() {
        let mut done = before.clone();
        operation.effect(&mut done, "");
        if kept == done.kept && done.files == before.files {
            // The journal was removed, which commits; only making that last failed. Nobody can take that
            // back, and nobody can promise that it lasts.
            if call != Call::SyncFolder {
                return Err(here("told to have failed, and there all the same".to_owned()));
            }
            figures.lock().unwrap().kept += 1;
        }
        let whole = [done].into_iter().chain(operation.between(before)).find(|state| state.kept == kept);
        let Some(whole) = whole else {
            return Err(here(format!("neither old nor new: {}", kept.difference(&before.kept))));
        };
        let recovery = before.recovery.clone();
        expected = State { recovery, passphrase: before.passphrase.clone(), ..whole };
        told = None;
    } else if kept != expected.kept {
        return Err(here(format!("not what was told: {}", kept.difference(&expected.kept))));
    }
    if let Err(failure) = &result {
        if !CODES.contains(&failure.code.as_str()) {
            return Err(here(format!("told as {}", failure.code)));
        }
        *figures.lock().unwrap().codes.entry(failure.code.clone()).or_default() += 1;
    }
    // It goes on at once, without unlocking anew.
    let goes_on = operations::edit_need(operations::id(9, 1), 999, 5);
    let said = goes_on.perform(place).map_err(|failure| here(format!("does not go on: {}", failure.code)))?;
    goes_on.effect(&mut expected, &said);
    place.lock();
    if let Err(failure) = place.unlock(&expected.recovery) {
        // Renewing failed, and so did everything after it: the passphrase opens the vault.
        if told.is_some() || failure.code != "wrong-secret" {
            return Err(here(format!("does not open: {}", failure.code)));
        }
        let opened = place.unlock_by_passphrase(&expected.passphrase);
        opened.map_err(|failure| here(format!("no longer opens: {}", failure.code)))?;
    }
    if place.kept().map_err(coded)? != expected.kept {
        return Err(here("not the same after unlocking".to_owned()));
    }
    let problems = place.problems().map_err(coded)?;
    if problems == ["page-damaged"] {
        // SQLite keeps no copy of a page that held nothing. All that is kept has been read above, and
        // the structure was found sound.
        figures.lock().unwrap().torn_unused += 1;
    } else if !problems.is_empty() {
        return Err(here(format!("unsound: {problems:?}")));
    }
    place.lock();
    let (left, (_, half)) = (place.leftovers(), place.handed_out());
    // A disk that refuses everything also refuses to remove what was handed out in part.
    let may_be_half = refusal == Refusal::FromThenOn(libc::EIO);
    if !left.is_empty() || !(half.is_empty() || may_be_half) {
        return Err(here(format!("left behind: {left:?} {half:?}")));
    }
    let mut figures = figures.lock().unwrap();
    figures.refused += 1;
    figures.succeeded += u64::from(told.is_some());
    *figures.operations.entry(operation.name()).or_default() += 1;
    Ok(())
}
