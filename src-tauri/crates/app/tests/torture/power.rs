//! A power cut after every step: the vault is as it was before an operation or as it is after it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
    time::Instant,
};

use tempfile::TempDir;

use crate::{
    dice::{self, Dice},
    disk::{Disk, Fate, Names, Syncs},
    extent,
    layer::{self, Step},
    operations::{self, Draw, NAMES, Operation, SHORT, SLOTS, WORK},
    place::{self, Place},
    state::State,
};

const THREADS: usize = 2;
/// Operations that are recorded after each has been done once.
const MORE: usize = 16;
/// Steps that the power is cut after in the test command.
const POINTS: usize = 1_200;
/// The fates, as often as they are tried.
const FATES: [Fate; 8] = [
    Fate::Kept,
    Fate::Lost,
    Fate::Lost,
    Fate::Random,
    Fate::Random,
    Fate::Random,
    Fate::Random,
    Fate::Random,
];

/// A run of operations, and each step of what it did to the disk.
struct Recording {
    /// The folder as it was at the beginning.
    before: TempDir,
    /// The folder in which it was done.
    done_in: TempDir,
    steps: Vec<Step>,
    operations: Vec<Box<dyn Operation>>,
    /// What is there before the first operation, and after each.
    states: Vec<State>,
}

impl Recording {
    fn root(&self) -> PathBuf {
        self.done_in.path().canonicalize().unwrap()
    }

    /// Each operation once, then some by chance.
    fn make(seed: u64) -> Self {
        let (before, done_in) = (place::in_memory(), place::in_memory());
        let (mut place, state) = Place::fresh(&done_in.path().canonicalize().unwrap());
        place.unlock(&state.recovery).unwrap();
        place::copy(&place.root, before.path());
        let mut recording =
            Self { before, done_in, steps: Vec::new(), operations: Vec::new(), states: vec![state] };
        let steps = layer::record(&recording.root(), || {
            // The rotation shuts out the deputy who was added; then one is added and removed.
            let draws = WORK.iter().chain(SLOTS).map(|(_, draw)| *draw);
            let draws = draws.chain([operations::draw_deputy as Draw; 2]);
            for draw in draws.map(Some).chain([None; MORE]) {
                let mut state = recording.states.last().unwrap().clone();
                let once = draw.and_then(|draw| draw(&state, &mut Dice::new(seed, state.next)));
                let operation = once.unwrap_or_else(|| operations::next(SHORT, &state, seed));
                operation.prepare(&mut place).unwrap();
                let told = operation.perform(&mut place).unwrap();
                layer::done();
                operation.effect(&mut state, &told);
                assert_eq!(place.kept().unwrap(), state.kept, "{} does what it says", operation.name());
                recording.states.push(state);
                recording.operations.push(operation);
            }
        });
        place.lock();
        recording.steps = steps;
        recording
    }

    fn disk(&self, names: Names, syncs: Syncs) -> Disk {
        Disk::holding(self.before.path(), &self.root(), names, syncs)
    }
}

fn recording() -> &'static Recording {
    static RECORDING: OnceLock<Recording> = OnceLock::new();
    RECORDING.get_or_init(|| Recording::make(dice::seed()))
}

#[derive(Default)]
struct Figures {
    points: usize,
    replays: usize,
    old: usize,
    new: usize,
    checked: usize,
    torn_unused: usize,
    /// How often the power was cut during each operation.
    during: BTreeMap<&'static str, usize>,
    failures: Vec<String>,
}

/// Cuts the power after so many of the steps, evenly spread, several times each with other luck, and
/// opens what is left.
fn cut_the_power(recording: &Recording, syncs: Syncs, points: usize, luck: usize, seed: u64) -> Figures {
    let parts: Vec<Figures> = thread::scope(|scope| {
        let part = |part: usize| move || cut_part(recording, syncs, points, part, luck, seed);
        let running: Vec<_> = (0..THREADS).map(|number| scope.spawn(part(number))).collect();
        running.into_iter().map(|part| part.join().unwrap()).collect()
    });
    let mut all = Figures::default();
    for part in parts {
        all.points += part.points;
        all.replays += part.replays;
        all.old += part.old;
        all.new += part.new;
        all.checked += part.checked;
        all.torn_unused += part.torn_unused;
        for (name, times) in part.during {
            *all.during.entry(name).or_default() += times;
        }
        all.failures.extend(part.failures);
    }
    all
}

fn cut_part(
    recording: &Recording,
    syncs: Syncs,
    points: usize,
    part: usize,
    luck: usize,
    seed: u64,
) -> Figures {
    let mut figures = Figures::default();
    let mut disks = [Names::Journal, Names::Posix].map(|names| recording.disk(names, syncs));
    let replay = place::in_memory();
    let mut place = Place::at(&replay.path().canonicalize().unwrap());
    let mut done = 0;
    for (number, step) in recording.steps.iter().enumerate() {
        disks.iter_mut().for_each(|disk| disk.step(step));
        done += usize::from(matches!(step, Step::Done));
        let point = |number: usize| number * points / recording.steps.len();
        if point(number) == point(number + 1) || point(number) % THREADS != part {
            continue;
        }
        figures.points += 1;
        let during = recording.operations.get(done).map_or("nothing", |operation| operation.name());
        *figures.during.entry(during).or_default() += 1;
        for (kind, disk) in disks.iter().enumerate() {
            // What is certain has one fate.
            let turns = if disk.is_certain() { 1 } else { luck };
            for turn in 0..turns {
                let mut dice = Dice::new(seed, ((number * 2 + kind) * 64 + turn) as u64);
                // What a killed process leaves is Kept, and is the same on both.
                let fate = *dice.pick(&FATES).unwrap();
                lay_out(&disk.after_power_cut(fate, &mut dice), &recording.root(), &place.root);
                figures.replays += 1;
                let thorough = dice.below(8) == 0;
                figures.checked += usize::from(thorough);
                match look(&mut place, recording, done, thorough, &mut dice) {
                    Ok(found) => {
                        *(if found.is_new { &mut figures.new } else { &mut figures.old }) += 1;
                        figures.torn_unused += usize::from(found.torn_unused);
                    }
                    Err(what) => figures.failures.push(format!(
                        "seed {seed}, after step {number}, {fate:?} on {kind}, during {during}: {what}",
                    )),
                }
            }
        }
    }
    figures
}

/// Puts files where they were below `from` below `to`, and nothing else.
pub fn lay_out(files: &BTreeMap<PathBuf, Vec<u8>>, from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    for folder in ["vault", "outside", "inbox"] {
        fs::create_dir_all(to.join(folder)).unwrap();
    }
    for (path, content) in files {
        let there = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::write(there, content).unwrap();
    }
}

struct Found {
    is_new: bool,
    torn_unused: bool,
}

/// Opens the vault and says what is there: all of what had returned, and of the operation in flight
/// nothing or all.
fn look(
    place: &mut Place,
    recording: &Recording,
    done: usize,
    thorough: bool,
    dice: &mut Dice,
) -> Result<Found, String> {
    let old = &recording.states[done];
    let new = recording.states.get(done + 1).unwrap_or(old);
    let coded = |failure: farled_app::Failure| failure.code;
    let mut is_new = false;
    match place.unlock(&old.recovery) {
        Err(failure) if failure.code == "wrong-secret" && new.recovery != old.recovery => {
            place.unlock(&new.recovery).map_err(coded)?;
            is_new = true;
        }
        other => other.map_err(|failure| format!("it does not open: {}", failure.code))?,
    }
    let is_renewed = is_new;
    let mut torn_unused = false;
    let kept = place.kept().map_err(coded)?;
    if kept != old.kept {
        let operation = recording.operations.get(done).ok_or("it changed by itself")?;
        let found = [new.clone()].into_iter().chain(operation.between(old)).find(|state| state.kept == kept);
        found.ok_or_else(|| format!("neither old nor new: {}", kept.difference(&old.kept)))?;
        is_new = true;
    }
    if thorough {
        let problems = place.problems().map_err(coded)?;
        if problems == ["page-damaged"] {
            // SQLite keeps no copy of a page that held nothing: torn, it reads as damaged until it is
            // used again. All that is kept was read above, and the structure was found sound.
            torn_unused = true;
        } else if !problems.is_empty() {
            return Err(format!("unsound: {problems:?}"));
        }
    }
    place.lock();
    let left = place.leftovers_of_crash();
    if !left.is_empty() {
        return Err(format!("left behind: {left:?}"));
    }
    let (whole, _) = place.handed_out();
    if !old.files.is_subset(&whole) {
        return Err(format!("of {:?} only {whole:?} are whole", old.files));
    }
    if thorough {
        // It goes on, and what the crash left goes.
        place.unlock(if is_renewed { &new.recovery } else { &old.recovery }).map_err(coded)?;
        operations::edit_need(operations::id(9, 1), 999, 5).perform(place).map_err(coded)?;
        place.lock();
        if !place.leftovers().is_empty() {
            return Err(format!("left behind by the next write: {:?}", place.leftovers()));
        }
    }
    // Deriving a key takes as long as a hundred replays: only where it tells something, and not always.
    let changes = old.passphrase != new.passphrase || old.deputy != new.deputy;
    if changes && dice.below(if extent::is_whole() { 3 } else { 6 }) == 0 {
        let (before, after) = (old.passphrases(), new.passphrases());
        let opening = place.opening(before.union(&after).copied());
        // A rotation shuts the deputy out in the moment in which its recovery key begins to open the vault.
        let may_be = |is_after: bool| old.recovery == new.recovery || is_after == is_renewed;
        is_new |= opening == after;
        if !(opening == before && may_be(false) || opening == after && may_be(true)) {
            return Err(format!("{opening:?} open it"));
        }
    }
    Ok(Found { is_new, torn_unused })
}

#[test]
fn after_a_power_cut_the_vault_is_old_or_new_and_never_neither() {
    let (seed, begun, recording) = (dice::seed(), Instant::now(), recording());
    // Each as two kinds of file system would leave it.
    let all = recording.steps.len();
    let (points, luck) = if extent::is_whole() { (all, 8) } else { (all.min(POINTS), 1) };
    let figures = cut_the_power(recording, Syncs::Honoured, points, luck, seed);
    println!("torture: power cut | during {:?}", figures.during);
    println!(
        "torture: power cut | operations {} | steps cut after {} of {all} | replays {} | old {}, new {}, neither {} | checked whole {}, unused page torn {} | {:.0} s",
        recording.operations.len(),
        figures.points,
        figures.replays,
        figures.old,
        figures.new,
        figures.failures.len(),
        figures.checked,
        figures.torn_unused,
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(figures.failures, Vec::<String>::new());
    assert!(figures.points >= 1_000 && figures.replays >= 2_000, "{} replays", figures.replays);
    assert!(NAMES.iter().all(|name| figures.during.contains_key(name)), "{:?}", figures.during);
}

#[test]
fn what_was_recorded_done_again_is_the_folder_byte_for_byte() {
    let recording = recording();
    let mut disk = recording.disk(Names::Journal, Syncs::Honoured);
    recording.steps.iter().for_each(|step| disk.step(step));
    let files = disk.after_power_cut(Fate::Kept, &mut Dice::new(0, 0));
    let there = layer::files(&recording.root());
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), there);
    for (path, content) in files {
        assert!(fs::read(&path).unwrap() == content, "{}", path.display());
    }
}

#[test]
fn a_disk_that_does_not_sync_loses_what_was_acknowledged() {
    for syncs in [Syncs::FoldersIgnored, Syncs::Ignored] {
        let figures = cut_the_power(recording(), syncs, 60, 1, dice::seed());
        println!(
            "torture: power cut, {syncs:?} | replays {} | neither {}",
            figures.replays,
            figures.failures.len()
        );
        assert!(!figures.failures.is_empty(), "a proof that sees nothing proves nothing: {syncs:?}");
    }
}
