//! Processes that are killed while they work: what they were told is kept, is kept.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{
    dice::{self, Dice},
    extent,
    operations::{self, Draw, NAMES, Operation, ROTATION, SLOTS, WORK},
    place::Place,
    state::State,
};

const FOLDER: &str = "FARLED_TORTURE_FOLDER";
const SEED: &str = "FARLED_TORTURE_SEED";
const MIX: &str = "FARLED_TORTURE_MIX";

/// Processes at a time. They wait for the disk more than they compute.
const LANES: u64 = 4;
/// Rounds on one vault before the next one is begun.
const LIFE: u64 = 12;

/// What a round is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    /// Killed some time after it has begun to change records.
    Work,
    /// Killed some time after it was started: while the vault is unlocked, or soon after.
    Unlocking,
    /// Killed while the header is being replaced.
    Keys,
    /// Killed some part of the time that a rotation takes after one was begun.
    Rotation,
}

impl Round {
    /// What the process is to be told.
    fn name(self) -> &'static str {
        match self {
            Self::Work | Self::Unlocking => "work",
            Self::Keys => "keys",
            Self::Rotation => "rotation",
        }
    }
}

/// What is done in a round.
fn mix(name: &str) -> &'static [(u64, Draw)] {
    match name {
        "keys" => SLOTS,
        "rotation" => ROTATION,
        _ => WORK,
    }
}

#[derive(Default)]
struct Figures {
    acknowledged: u64,
    in_flight_kept: u64,
    in_flight_gone: u64,
    /// How often each operation was in flight.
    in_flight: BTreeMap<&'static str, u64>,
    /// Kills while the database under the new keys was there, which had not taken its name.
    reencrypting: u64,
    /// How often each operation was returned from.
    done: BTreeMap<String, u64>,
    failures: Vec<String>,
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let (seed, rounds, begun) = (dice::seed(), extent::rounds(), Instant::now());
    println!("torture: seed {seed}");
    let directory = TempDir::new().unwrap();
    let figures = Mutex::new(Figures::default());
    let next = AtomicU64::new(0);
    thread::scope(|scope| {
        for lane in 0..LANES {
            let (figures, next, root) = (&figures, &next, directory.path().join(lane.to_string()));
            scope.spawn(move || {
                let mut lane = Lane { root, dice: Dice::new(seed, lane), life: None };
                while next.fetch_add(1, Ordering::Relaxed) < rounds {
                    let round = lane.round();
                    if let Err(said) = lane.kill(round, figures) {
                        figures.lock().unwrap().failures.push(format!("seed {seed}: {said}"));
                        lane.life = None;
                    }
                }
            });
        }
    });
    let figures = figures.into_inner().unwrap();
    println!("torture: kill -9 | operations {:?}", figures.done);
    println!("torture: kill -9 | in flight {:?}", figures.in_flight);
    println!(
        "torture: kill -9 | rounds {rounds} | acknowledged {} | lost or unsound {} | in flight: kept {}, gone {} | while encrypting anew {} | {:.0} s",
        figures.acknowledged,
        figures.failures.len(),
        figures.in_flight_kept,
        figures.in_flight_gone,
        figures.reencrypting,
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(figures.failures, Vec::<String>::new());
    assert!(figures.acknowledged >= rounds, "they must have worked: {}", figures.acknowledged);
    assert!(figures.in_flight_kept + figures.in_flight_gone >= rounds / 2, "and have been killed at it");
    if rounds >= 500 {
        assert!(figures.in_flight.keys().eq(&NAMES), "at each of them: {:?}", figures.in_flight);
        assert!(figures.reencrypting > 0, "and while everything was encrypted anew");
    }
}

/// One vault after another, and the processes that work in it.
struct Lane {
    root: PathBuf,
    dice: Dice,
    life: Option<Life>,
}

struct Life {
    place: Place,
    state: State,
    rounds: u64,
    seed: u64,
}

impl Lane {
    fn round(&mut self) -> Round {
        match self.dice.below(100) {
            0..14 => Round::Keys,
            14..19 => Round::Rotation,
            19..29 => Round::Unlocking,
            _ => Round::Work,
        }
    }

    /// Starts a process, kills it and looks at what it leaves.
    fn kill(&mut self, round: Round, figures: &Mutex<Figures>) -> Result<(), String> {
        let life = self.life.take_if(|life| life.rounds < LIFE).unwrap_or_else(|| {
            let (place, state) = Place::fresh(&self.root);
            Life { place, state, rounds: 0, seed: self.dice.next() }
        });
        let Life { place, state, rounds, seed } = life;
        let mix = mix(round.name());
        let mut child = start(&place.root, &state, seed, round);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut said = wait_for_the_moment(round, &place, &mut child, &mut output, &mut self.dice);
        child.kill().unwrap();
        child.wait().unwrap();
        output.read_to_string(&mut said).unwrap_or_default();
        if said.contains("panicked") {
            return Err(said);
        }

        let mut state = state;
        let passphrase = state.passphrase.clone();
        for told in said.lines().filter_map(|line| line.strip_prefix("done ")?.strip_suffix(" .")) {
            let (number, told) = told.split_once(' ').unwrap_or((told, ""));
            assert_eq!(number.parse(), Ok(state.next), "the process does what is expected of it");
            let operation = operations::next(mix, &state, seed);
            operation.effect(&mut state, told);
            let mut figures = figures.lock().unwrap();
            figures.acknowledged += 1;
            *figures.done.entry(operation.name().to_owned()).or_default() += 1;
        }
        let in_flight = operations::next(mix, &state, seed);
        let is_begun = said.lines().any(|line| line == format!("begun {} .", state.next));
        let is_reencrypting = place.vault_folder().join("vault.db.next").exists();
        let has_new_passphrase = state.passphrase != passphrase;
        let found = look(place, &state, in_flight.as_ref(), round, has_new_passphrase).map_err(|what| {
            format!("after {} operations, during {}: {what}", state.next, in_flight.name())
        })?;
        if is_begun {
            let mut figures = figures.lock().unwrap();
            *figures.in_flight.entry(in_flight.name()).or_default() += 1;
            figures.reencrypting += u64::from(is_reencrypting);
            match found {
                Found::New(..) => figures.in_flight_kept += 1,
                Found::Old(_) => figures.in_flight_gone += 1,
            }
        }
        self.life = match found {
            Found::Old(place) => Some((place, State { next: state.next + 1, ..state })),
            Found::New(place, state) if !state.recovery.is_empty() => Some((place, state)),
            Found::New(..) => None,
        }
        .map(|(place, state)| Life { place, state, rounds: rounds + 1, seed });
        Ok(())
    }
}

enum Found {
    /// As it was before the operation in flight.
    Old(Place),
    /// As it is after it, or after a part of it that is a whole of its own.
    New(Place, State),
}

/// Looks at what a killed process left: all that was acknowledged, and of what was in flight nothing or
/// all.
fn look(
    mut place: Place,
    acknowledged: &State,
    in_flight: &dyn Operation,
    round: Round,
    has_new_passphrase: bool,
) -> Result<Found, String> {
    let mut after = acknowledged.clone();
    in_flight.effect(&mut after, "");
    let is_renewed = match place.unlock(&acknowledged.recovery) {
        Err(failure) if failure.code == "wrong-secret" && after.recovery.is_empty() => {
            // The new key was never told. That is no loss: the passphrase opens it, and makes another.
            place.unlock_by_passphrase(&acknowledged.passphrase).map_err(|failure| failure.code)?;
            true
        }
        other => other.map(|()| false).map_err(|failure| format!("it does not open: {}", failure.code))?,
    };
    let kept = place.kept().map_err(|failure| failure.code)?;
    let between = in_flight.between(acknowledged);
    let is_old = kept == acknowledged.kept;
    let (whole, _) = place.handed_out();
    // What was logged may not have been handed out yet.
    let fits = |state: &State| state.kept == kept && state.files.is_subset(&whole);
    let found = [after.clone()].into_iter().chain(between).find(fits);
    if !is_old && found.is_none() {
        return Err(format!("neither old nor new: {}", kept.difference(&acknowledged.kept)));
    }
    let problems = place.problems().map_err(|failure| failure.code)?;
    if !problems.is_empty() {
        return Err(format!("unsound: {problems:?}"));
    }
    place.lock();
    let (left, readable) = (place.leftovers_of_crash(), place.readable());
    if !left.is_empty() || !readable.is_empty() {
        return Err(format!("left behind: {left:?}, readable: {readable:?}"));
    }
    if !acknowledged.files.is_subset(&whole) {
        return Err(format!("of {:?} only {whole:?} are whole", acknowledged.files));
    }
    // Deriving a key takes longer than all the rest: only where slots may have changed.
    let is_kept = round.name() != "work" && after.deputy == acknowledged.deputy;
    if let (Some(deputy), true) = (&acknowledged.deputy, is_kept) {
        let opened = place.unlock_by_passphrase(deputy);
        opened.map_err(|failure| format!("the deputy is shut out: {}", failure.code))?;
        place.lock();
    }
    if is_renewed {
        return Ok(Found::New(place, after));
    }
    if after.deputy != acknowledged.deputy {
        // Added or removed, or not: the state must say which.
        let added = after.deputy.as_deref().or(acknowledged.deputy.as_deref()).unwrap_or_default();
        let opens = place.unlock_by_passphrase(added).is_ok();
        place.lock();
        let is_new = opens == after.deputy.is_some();
        return Ok(if is_new { Found::New(place, after) } else { Found::Old(place) });
    }
    if after.passphrase == acknowledged.passphrase && !has_new_passphrase {
        return Ok(match found {
            Some(state) if !is_old => Found::New(place, state),
            _ => Found::Old(place),
        });
    }
    // A passphrase was being changed: the new one opens the vault or the old one does.
    let is_changing = after.passphrase != acknowledged.passphrase;
    if is_changing && place.unlock_by_passphrase(&after.passphrase).is_ok() {
        place.lock();
        return Ok(Found::New(place, after));
    }
    place
        .unlock_by_passphrase(&acknowledged.passphrase)
        .map_err(|failure| format!("neither passphrase: {}", failure.code))?;
    place.lock();
    Ok(Found::Old(place))
}

fn start(root: &Path, state: &State, seed: u64, round: Round) -> Child {
    std::fs::write(root.join("state.json"), serde_json::to_vec(state).unwrap()).unwrap();
    Command::new(std::env::current_exe().unwrap())
        .args(["kill::child_that_works", "--exact", "--nocapture"])
        .env(FOLDER, root)
        .env(SEED, seed.to_string())
        .env(MIX, round.name())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits, and returns what the process has said until then.
fn wait_for_the_moment(
    round: Round,
    place: &Place,
    child: &mut Child,
    output: &mut impl BufRead,
    dice: &mut Dice,
) -> String {
    let mut said = String::new();
    let sleep = |dice: &mut Dice, most| thread::sleep(Duration::from_micros(dice.below(most)));
    if round == Round::Unlocking {
        sleep(dice, 60_000);
        return said;
    }
    while output.read_line(&mut said).unwrap() > 0 && !said.ends_with("ready\n") {}
    if round != Round::Keys {
        // In the middle of the first operation, or of one of the next: as long as one takes. How long a
        // rotation takes is only known after one; for the first third of it, keys are derived.
        let is_rotation = round == Round::Rotation;
        let wanted = if is_rotation { 1 } else { dice.below(6) as usize };
        let begun = Instant::now();
        while said.lines().filter(|line| line.starts_with("done ")).count() < wanted
            && output.read_line(&mut said).unwrap() > 0
        {}
        let one = (begun.elapsed().as_micros() as u64 / wanted.max(1) as u64).max(30_000);
        let least = if is_rotation { one / 3 } else { 0 };
        thread::sleep(Duration::from_micros(least + dice.below(one - least)));
        return said;
    }
    // Deriving a key takes a hundred times as long as replacing the header: wait for that.
    let header = || {
        let of =
            |name| std::fs::metadata(place.vault_folder().join(name)).and_then(|found| found.modified()).ok();
        (of("vault.header"), of("vault.header.new"))
    };
    let (before, skipped) = (header(), dice.below(4));
    let mut seen = (before, 0);
    while child.try_wait().unwrap().is_none() && seen.1 <= skipped {
        thread::sleep(Duration::from_micros(50));
        let now = header();
        if now != seen.0 {
            seen = (now, seen.1 + 1);
        }
    }
    sleep(dice, 3_000);
    said
}

#[test]
fn child_that_works() {
    let Some(root) = std::env::var_os(FOLDER) else { return };
    let seed: u64 = std::env::var(SEED).unwrap().parse().unwrap();
    let mix = mix(&std::env::var(MIX).unwrap());
    let mut place = Place::at(Path::new(&root));
    let mut state: State =
        serde_json::from_slice(&std::fs::read(place.root.join("state.json")).unwrap()).unwrap();
    let say = |line: &str| {
        let mut out = std::io::stdout();
        writeln!(out, "\n{line}").unwrap();
        out.flush().unwrap();
    };
    place.unlock(&state.recovery).unwrap();
    say("ready");
    loop {
        let operation = operations::next(mix, &state, seed);
        let number = state.next;
        operation.prepare(&mut place).unwrap();
        say(&format!("begun {number} ."));
        let told = operation.perform(&mut place).unwrap();
        operation.effect(&mut state, &told);
        // In one piece, so that the half of a line is never taken for a whole one.
        say(&format!("done {number} {told} ."));
    }
}
