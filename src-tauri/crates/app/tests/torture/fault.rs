//! A disk that fails: what was asked for is refused by name, the vault is as it was and goes on.

use std::{collections::BTreeMap, sync::Mutex, thread, time::Instant};

use tempfile::TempDir;

use crate::{
    dice::{self, Dice},
    extent,
    layer::{self, Call, Refusal},
    operations::{self, Draw, NAMES, Operation, ROTATION, SHORT, SLOTS, WORK},
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

/// A vault, locked, and what is tried on it.
struct Prepared {
    directory: TempDir,
    state: State,
    draws: Vec<Draw>,
}

impl Prepared {
    /// A vault with something of everything, for each of the operations.
    fn with_everything(seed: u64) -> Self {
        let directory = place::in_memory();
        let (mut place, mut state) = Place::fresh(directory.path());
        place.unlock(&state.recovery).unwrap();
        let has_nothing = |state: &State, draw: Draw| draw(state, &mut Dice::new(seed, state.next)).is_none();
        while WORK.iter().any(|(_, draw)| has_nothing(&state, *draw)) {
            let operation = operations::next(SHORT, &state, seed);
            let told = operation.perform(&mut place).unwrap();
            operation.effect(&mut state, &told);
        }
        assert_eq!(place.kept().unwrap(), state.kept);
        // A rotation is tried where there is somebody to shut out.
        let slots = SLOTS.iter().take(SLOTS.len() - ROTATION.len());
        let draws = WORK.iter().chain(slots).map(|(_, draw)| *draw).collect();
        Self { directory, state, draws }
    }

    /// The same with a deputy, who can be removed, or shut out by a rotation.
    fn with_deputy(&self, seed: u64) -> Self {
        let directory = place::in_memory();
        place::copy(self.directory.path(), directory.path());
        let mut place = Place::at(directory.path());
        place.unlock(&self.state.recovery).unwrap();
        let operation = drawn(operations::draw_deputy, &self.state, seed);
        let mut state = self.state.clone();
        operation.effect(&mut state, &operation.perform(&mut place).unwrap());
        Self { directory, state, draws: vec![operations::draw_deputy, operations::draw_rotation] }
    }
}

/// Which call of which operation is refused, and how.
struct Task<'p> {
    on: &'p Prepared,
    draw: Draw,
    after: u64,
    refusal: Refusal,
}

#[test]
fn when_a_write_fails_it_is_told_by_name_and_nothing_is_lost() {
    let (seed, begun) = (dice::seed(), Instant::now());
    let plain = Prepared::with_everything(seed);
    let with_deputy = plain.with_deputy(seed);
    let figures = Mutex::new(Figures::default());
    let tasks: Vec<Task<'_>> = [&plain, &with_deputy].into_iter().flat_map(|on| tasks(on, seed)).collect();
    thread::scope(|scope| {
        for part in 0..THREADS {
            let (tasks, figures) = (&tasks, &figures);
            scope.spawn(move || {
                let directory = place::in_memory();
                let mut place = Place::at(&directory.path().canonicalize().unwrap());
                for task in tasks.iter().skip(part).step_by(THREADS) {
                    place::copy(task.on.directory.path(), &place.root);
                    if let Err(what) = task.try_once(&mut place, seed, figures) {
                        let what = format!("seed {seed}, call {}, {:?}: {what}", task.after, task.refusal);
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
    assert!(figures.operations.keys().eq(&NAMES), "{:?}", figures.operations);
}

/// What is tried on a vault: every call of each operation, or some: the first and the last calls, with
/// which a transaction begins and ends or the header is replaced, and others.
fn tasks(on: &Prepared, seed: u64) -> Vec<Task<'_>> {
    let directory = place::in_memory();
    let mut place = Place::at(&directory.path().canonicalize().unwrap());
    let mut tasks = Vec::new();
    let mut dice = Dice::new(seed, 1_000);
    for draw in on.draws.iter().copied() {
        place::copy(on.directory.path(), &place.root);
        place.unlock(&on.state.recovery).unwrap();
        let operation = drawn(draw, &on.state, seed);
        operation.prepare(&mut place).unwrap();
        let root = place.root.clone();
        let calls = layer::count(&root, || drop(operation.perform(&mut place).unwrap()));
        for after in 0..calls {
            let is_end = after < 4 || after + 9 >= calls;
            let task = |refusal| Task { on, draw, after, refusal };
            if extent::is_whole() {
                tasks.extend(REFUSALS.map(task));
            } else if is_end || dice.below(calls) < 4 {
                tasks.push(task(*dice.pick(&REFUSALS).unwrap()));
            }
        }
    }
    tasks
}

fn drawn(draw: Draw, state: &State, seed: u64) -> Box<dyn Operation> {
    draw(state, &mut Dice::new(seed, state.next)).expect("the vault has something for everything")
}

impl Task<'_> {
    /// Does the operation, during which the call is refused.
    fn try_once(&self, place: &mut Place, seed: u64, figures: &Mutex<Figures>) -> Result<(), String> {
        let before = &self.on.state;
        let operation = drawn(self.draw, before, seed);
        place.unlock(&before.recovery).map_err(coded)?;
        operation.prepare(place).map_err(coded)?;
        let root = place.root.clone();
        let (result, refused) = layer::refuse(&root, self.after, self.refusal, || operation.perform(place));
        let call = refused.ok_or_else(|| format!("{} made fewer calls", operation.name()))?;
        let code = result.as_ref().err().map(|failure| failure.code.clone());
        if let Some(code) = code.as_ref().filter(|code| !CODES.contains(&code.as_str())) {
            return Err(format!("{} at {call:?}: told as {code}", operation.name()));
        }
        let mut after = before.clone();
        operation.effect(&mut after, result.as_deref().unwrap_or_default());
        let refusal = self.refusal;
        let tried = Tried { operation, call, refusal, is_done: result.is_ok(), before, after };
        let left =
            tried.look(place).map_err(|what| format!("{} at {call:?}: {what}", tried.operation.name()))?;

        let mut figures = figures.lock().unwrap();
        figures.refused += 1;
        figures.succeeded += u64::from(tried.is_done);
        figures.kept += u64::from(left.is_there_all_the_same);
        figures.torn_unused += u64::from(left.is_unused_torn);
        *figures.operations.entry(tried.operation.name()).or_default() += 1;
        if let Some(code) = code {
            *figures.codes.entry(code).or_default() += 1;
        }
        Ok(())
    }
}

/// An operation during which a call was refused.
struct Tried<'t> {
    operation: Box<dyn Operation>,
    call: Call,
    refusal: Refusal,
    /// Whether it was told to be done.
    is_done: bool,
    before: &'t State,
    after: State,
}

/// What is left where all is well.
struct Left {
    is_there_all_the_same: bool,
    is_unused_torn: bool,
}

impl Tried<'_> {
    /// Looks whether all is as it was told, and goes on.
    fn look(&self, place: &mut Place) -> Result<Left, String> {
        let (mut expected, mut is_new) = self.records(place)?;
        let is_stopped = self.go_on(place, &mut expected)?;
        place.lock();
        // The journal was removed, which commits, or the header replaced, and only making that last
        // failed. Nobody can promise that it lasts, and only the header can be put back: unless nothing
        // can be written any more.
        let may_be_new = !self.is_done && (self.call == Call::SyncFolder || is_stopped);
        let may_open_anew = may_be_new && !matches!(self.refusal, Refusal::Once(_));
        let is_renewed = self.unlock(place, &expected, may_open_anew)?;
        if place.kept().map_err(coded)? != expected.kept {
            return Err("not the same after unlocking".to_owned());
        }
        let problems = place.problems().map_err(coded)?;
        // SQLite keeps no copy of a page that held nothing. All that is kept has been read above, and the
        // structure was found sound.
        let is_unused_torn = problems == ["page-damaged"];
        if !is_unused_torn && !problems.is_empty() {
            return Err(format!("unsound: {problems:?}"));
        }
        place.lock();
        self.files(place, &expected)?;
        is_new |= self.has_new_passphrases(place, is_renewed, may_open_anew)? || is_renewed;
        if is_new && !may_be_new {
            return Err("told to have failed, and there all the same".to_owned());
        }
        Ok(Left { is_there_all_the_same: is_new, is_unused_torn })
    }

    /// What must be there, as far as it is told from the records, and whether that is all of what was told
    /// to have failed.
    fn records(&self, place: &Place) -> Result<(State, bool), String> {
        let kept = place.kept().map_err(|failure| format!("no longer reads: {}", failure.code))?;
        let told = if self.is_done { &self.after } else { self.before };
        if kept == told.kept {
            return Ok((told.clone(), false));
        }
        if self.is_done {
            return Err(format!("not what was told: {}", kept.difference(&told.kept)));
        }
        let mut whole = [self.after.clone()].into_iter().chain(self.operation.between(self.before));
        if !whole.any(|state| state.kept == kept) {
            return Err(format!("neither old nor new: {}", kept.difference(&told.kept)));
        }
        let is_new = kept == self.after.kept && self.after.files == self.before.files;
        Ok((State { kept, ..self.before.clone() }, is_new))
    }

    /// Goes on at once, without unlocking anew. Answers whether the vault takes no more changes.
    fn go_on(&self, place: &mut Place, expected: &mut State) -> Result<bool, String> {
        let edit = operations::edit_need(operations::id(9, 1), 999, 5);
        match edit.perform(place) {
            Ok(said) => {
                edit.effect(expected, &said);
                Ok(false)
            }
            // Neither the new header could be made to last nor the one before put back: which one the
            // next unlocking finds is not known, and what were written now could be lost.
            Err(failure)
                if failure.code == "read-only-folder"
                    && self.operation.name() == "rotation"
                    && !matches!(self.refusal, Refusal::Once(_)) =>
            {
                Ok(true)
            }
            Err(failure) => Err(format!("does not go on: {}", failure.code)),
        }
    }

    /// Unlocks, and answers whether that took the passphrase since a new recovery key was never told.
    fn unlock(&self, place: &mut Place, expected: &State, may_open_anew: bool) -> Result<bool, String> {
        match place.unlock(&expected.recovery) {
            Ok(()) => Ok(false),
            Err(failure)
                if failure.code == "wrong-secret" && may_open_anew && self.after.recovery.is_empty() =>
            {
                let opened = place.unlock_by_passphrase(&self.before.passphrase);
                opened.map_err(|failure| format!("no longer opens: {}", failure.code))?;
                Ok(true)
            }
            Err(failure) => Err(format!("does not open: {}", failure.code)),
        }
    }

    /// Whether the vault opens with the passphrases of an operation that was told to have failed.
    fn has_new_passphrases(
        &self,
        place: &mut Place,
        is_renewed: bool,
        may_open_anew: bool,
    ) -> Result<bool, String> {
        let (old, new) = (self.before.passphrases(), self.after.passphrases());
        if old == new {
            return Ok(false);
        }
        let opening = place.opening(old.union(&new).copied());
        let is_new = opening == new;
        match (is_new, self.is_done || is_renewed) {
            (true, true) => Ok(false),
            (true, false) if may_open_anew && self.operation.name() != "rotation" => Ok(true),
            (false, false) if opening == old => Ok(false),
            _ => Err(format!("{opening:?} open it")),
        }
    }

    /// Looks at the files, inside of the vault's folder and beside it.
    fn files(&self, place: &mut Place, expected: &State) -> Result<(), String> {
        let (left, (whole, mut half)) = (place.leftovers(), place.handed_out());
        if !expected.files.is_subset(&whole) {
            return Err(format!("of {:?} only {whole:?} are whole", expected.files));
        }
        let is_backup = self.operation.name() == "backup";
        let may_be_left = self.call == Call::Remove || self.refusal == Refusal::FromThenOn(libc::EIO);
        if is_backup && !half.is_empty() && may_be_left {
            // What could not be removed goes with the next one.
            place.unlock(&expected.recovery).map_err(coded)?;
            self.operation.perform(place).map_err(coded)?;
            place.lock();
            half = place.handed_out().1;
        }
        // A disk that refuses everything also refuses to remove what was exported in part.
        let may_be_half = self.refusal == Refusal::FromThenOn(libc::EIO) && !is_backup;
        if !left.is_empty() || !(half.is_empty() || may_be_half) {
            return Err(format!("left behind: {left:?} {half:?}"));
        }
        Ok(())
    }
}

fn coded(failure: farled_app::Failure) -> String {
    failure.code
}
