//! Vaults of earlier versions, whose tables are brought to the newest while somebody kills the process,
//! cuts the power or has a disk that fails: what was in them stays, and they open.
//!
//! The vaults are those that earlier versions made and that the vault's own tests keep.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

use farled_app::backup;
use farled_vault::RecordFilter;
use serde_json::Value;

use crate::{
    dice::{self, Dice},
    disk::{Disk, Fate, Names, Syncs},
    extent,
    fault::{CODES, REFUSALS},
    layer,
    place::{self, Place},
    power::lay_out,
};

const FOLDER: &str = "FARLED_TORTURE_MIGRATION";

/// What a copy that is made before the tables change begins with.
const COPY: &str = "before-version-";

/// Steps that the power is cut after, and calls that fail, in the test command, for each version.
const POINTS: usize = 100;

/// A vault of an earlier version, and what is in it.
struct Golden {
    folder: PathBuf,
    recovery: String,
    said: Said,
    /// How long it takes to unlock it and bring its tables to the newest version.
    takes: Duration,
}

/// All that a vault says: each record with its kind and value, and what was erased.
type Said = (BTreeMap<String, Value>, BTreeSet<String>);

fn said(place: &Place) -> Said {
    let records = place.vault().records(&RecordFilter::default()).unwrap();
    let values = records.into_iter().map(|record| (format!("{:?} {}", record.kind, record.id), record.value));
    (values.collect(), place.vault().erased().unwrap().iter().map(ToString::to_string).collect())
}

/// The vaults of all versions but the newest.
fn goldens() -> &'static [Golden] {
    static GOLDENS: OnceLock<Vec<Golden>> = OnceLock::new();
    GOLDENS.get_or_init(|| {
        let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vault/src/tests/golden");
        let folder = |version: u32| all.join(format!("version-{version}"));
        let earlier = (1..).map(folder).take_while(|folder| folder.is_dir());
        let mut found: Vec<Golden> = earlier.map(Golden::read).collect();
        let newest = found.pop().expect("there is a vault of the newest version");
        assert!(found.iter().all(|golden| !golden.said.0.is_empty()) && newest.takes > Duration::ZERO);
        found
    })
}

impl Golden {
    fn read(folder: PathBuf) -> Self {
        let expected: Value =
            serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
        let recovery = expected["recovery_key"].as_str().unwrap().to_owned();
        let directory = tempfile::TempDir::new().unwrap();
        let mut golden = Self { folder, recovery, said: Said::default(), takes: Duration::ZERO };
        let mut place = golden.lay_out(directory.path());
        let begun = Instant::now();
        place.unlock(&golden.recovery).unwrap();
        golden.takes = begun.elapsed();
        golden.said = said(&place);
        golden
    }

    /// A copy of the vault below `root`, in the place of what was there.
    fn lay_out(&self, root: &Path) -> Place {
        let place = Place::at(root);
        let _ = fs::remove_dir_all(root);
        fs::create_dir_all(place.vault_folder()).unwrap();
        for name in ["vault.header", "vault.db"] {
            fs::copy(self.folder.join(name), place.vault_folder().join(name)).unwrap();
        }
        place
    }

    /// How far a process or a disk came with the vault.
    fn progress(&self, place: &Place) -> Progress {
        let is_as_it_was = fs::read(place.vault_folder().join("vault.db")).unwrap()
            == fs::read(self.folder.join("vault.db")).unwrap();
        match (is_as_it_was, place.leftovers().is_empty()) {
            (true, true) => Progress::None,
            (true, false) => Progress::Copying,
            (false, _) => Progress::Changed,
        }
    }

    /// Opens what is left of the vault: it must say what it said, be sound, and lie beside whole copies.
    fn look(&self, place: &mut Place) -> Result<(), String> {
        place.unlock(&self.recovery).map_err(|failure| format!("it does not open: {}", failure.code))?;
        if said(place) != self.said {
            return Err("it does not say what it said".to_owned());
        }
        let problems = place.problems().map_err(|failure| failure.code)?;
        if !problems.is_empty() {
            return Err(format!("unsound: {problems:?}"));
        }
        place.lock();
        let (copies, left): (Vec<_>, Vec<_>) =
            place.leftovers_of_crash().into_iter().partition(|name| name.starts_with(COPY));
        if !left.is_empty() {
            return Err(format!("left behind: {left:?}"));
        }
        let key = backup::Key::Recovery(self.recovery.clone().into());
        for copy in copies {
            let file = place.vault_folder().join(&copy);
            backup::verify(&file, &place.vault_folder(), &key, &mut |_| std::ops::ControlFlow::Continue(()))
                .map_err(|failure| format!("{copy}: {}", failure.code))?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Progress {
    None,
    Copying,
    Changed,
}

#[test]
fn a_vault_whose_migration_is_killed_opens_and_says_what_it_said() {
    let (seed, begun) = (dice::seed(), Instant::now());
    let rounds = extent::rounds() / 5;
    let (mut failures, mut came_to) = (Vec::new(), BTreeMap::<_, u64>::new());
    let directory = tempfile::TempDir::new().unwrap();
    let mut dice = Dice::new(seed, 2_000);
    for round in 0..rounds {
        let golden = dice.pick(goldens()).unwrap();
        let mut place = golden.lay_out(&directory.path().join("migrating"));
        let was_done = kill_after(&place, &golden.recovery, &mut dice);
        let progress = golden.progress(&place);
        *came_to.entry(if was_done { "done".to_owned() } else { format!("{progress:?}") }).or_default() += 1;
        if was_done && progress != Progress::Changed {
            failures.push(format!("seed {seed}, round {round}: acknowledged, and not there"));
        }
        if let Err(what) = golden.look(&mut place) {
            failures.push(format!("seed {seed}, round {round}, {progress:?}: {what}"));
        }
    }
    println!(
        "torture: kill -9 while migrating | rounds {rounds} | came to {came_to:?} | lost or unsound {} | {:.0} s",
        failures.len(),
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(failures, Vec::<String>::new());
    for hit in ["Copying", "Changed"] {
        assert!(came_to.contains_key(hit), "no process was killed at it: {came_to:?}");
    }
}

/// Starts a process that migrates, kills it at a moment of that, and says whether it had said it was done.
fn kill_after(place: &Place, recovery: &str, dice: &mut Dice) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["migration::child_that_migrates", "--exact", "--nocapture"])
        .env(FOLDER, &place.root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(recovery.as_bytes()).unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut told = String::new();
    while output.read_line(&mut told).unwrap() > 0 && !told.ends_with("ready\n") {}
    let takes = goldens().iter().map(|golden| golden.takes).max().unwrap_or_default();
    thread::sleep(Duration::from_micros(dice.below(takes.as_micros() as u64 * 6 / 5)));
    child.kill().unwrap();
    child.wait().unwrap();
    output.read_to_string(&mut told).unwrap();
    assert!(!told.contains("panicked"), "{told}");
    told.ends_with("done\n")
}

#[test]
fn child_that_migrates() {
    let Some(root) = std::env::var_os(FOLDER) else { return };
    let mut recovery = String::new();
    std::io::stdin().read_to_string(&mut recovery).unwrap();
    let say = |line: &str| {
        let mut out = std::io::stdout();
        writeln!(out, "\n{line}").unwrap();
        out.flush().unwrap();
    };
    let mut place = Place::at(Path::new(&root));
    say("ready");
    place.unlock(&recovery).unwrap();
    say("done");
    thread::sleep(Duration::from_secs(60));
}

#[test]
fn a_vault_whose_migration_the_power_cut_off_opens_and_says_what_it_said() {
    let (seed, begun) = (dice::seed(), Instant::now());
    let (mut replays, mut failures, mut came_to) = (0, Vec::new(), BTreeMap::<_, u64>::new());
    for golden in goldens() {
        let (before, done_in, replay) = (place::in_memory(), place::in_memory(), place::in_memory());
        golden.lay_out(before.path());
        let root = done_in.path().canonicalize().unwrap();
        let mut done = golden.lay_out(&root);
        let steps = layer::record(&root, || done.unlock(&golden.recovery).unwrap());
        done.lock();
        let points = if extent::is_whole() { steps.len() } else { POINTS.min(steps.len()) };
        for (kind, names) in [Names::Journal, Names::Posix].into_iter().enumerate() {
            let mut disk = Disk::holding(before.path(), &root, names, Syncs::Honoured);
            for (number, step) in steps.iter().enumerate() {
                disk.step(step);
                if number * points / steps.len() == (number + 1) * points / steps.len() {
                    continue;
                }
                let mut dice = Dice::new(seed, (number * 2 + kind) as u64);
                let fate = *dice.pick(&[Fate::Kept, Fate::Lost, Fate::Random, Fate::Random]).unwrap();
                let mut place = Place::at(&replay.path().canonicalize().unwrap());
                lay_out(&disk.after_power_cut(fate, &mut dice), &root, &place.root);
                replays += 1;
                *came_to.entry(golden.progress(&place)).or_default() += 1;
                if let Err(what) = golden.look(&mut place) {
                    failures.push(format!("seed {seed}, after step {number}, {fate:?} on {kind}: {what}"));
                }
            }
        }
    }
    println!(
        "torture: power cut while migrating | replays {replays} | came to {came_to:?} | lost or unsound {} | {:.0} s",
        failures.len(),
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(failures, Vec::<String>::new());
    assert!(came_to.len() == 3, "before, at the copy and at the tables: {came_to:?}");
}

#[test]
fn a_migration_that_the_disk_refuses_is_told_by_name_and_changes_nothing() {
    let (seed, begun) = (dice::seed(), Instant::now());
    let (mut refused, mut failures, mut codes) = (0, Vec::new(), BTreeMap::<String, u64>::new());
    let directory = place::in_memory();
    let root = directory.path().canonicalize().unwrap().join("migrating");
    for golden in goldens() {
        let mut counted = golden.lay_out(&root);
        let calls = layer::count(&root, || counted.unlock(&golden.recovery).unwrap());
        let mut dice = Dice::new(seed, 3_000);
        for after in 0..calls {
            if !extent::is_whole() && dice.below(calls) >= POINTS as u64 {
                continue;
            }
            let how = *dice.pick(&REFUSALS).unwrap();
            let mut place = golden.lay_out(&root);
            let (result, call) = layer::refuse(&root, after, how, || place.unlock(&golden.recovery));
            refused += u64::from(call.is_some());
            place.lock();
            let here = |what: String| format!("seed {seed}, call {after} {call:?}, {how:?}: {what}");
            let code = result.err().map_or("none".to_owned(), |failure| failure.code);
            if !["none", "vault-not-backed-up"].iter().chain(&CODES).any(|known| *known == code) {
                failures.push(here(format!("told as {code}")));
            }
            *codes.entry(code).or_default() += 1;
            if let Err(what) = golden.look(&mut place) {
                failures.push(here(what));
            }
        }
    }
    println!(
        "torture: failing disk while migrating | calls refused {refused} | told as {codes:?} | lost or unsound {} | {:.0} s",
        failures.len(),
        begun.elapsed().as_secs_f32(),
    );
    assert_eq!(failures, Vec::<String>::new());
    assert!(refused >= 100, "{refused}");
}
