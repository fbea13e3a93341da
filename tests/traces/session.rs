//! A day at the app, a page that crashes, an app that crashes, and what is left of it all.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use farled_app::{Clock, Desk, backup};
use farled_case::{CaseId, NoteDraft};
use farled_vault::{Filter, KdfCost, Passphrase, RecoveryKey, Secret, Vault};

use crate::app::{App, FOLDERS, Place};
use crate::canary::{Canary, Finder, Flock, Hit};
use crate::caseload::{self, RECEIVED};
use crate::colleague;
use crate::day;
use crate::keys;
use crate::memory::Memory;
use crate::scan::Scan;
use crate::trace::Trace;

/// Drafts are kept within a second while they are written; under the watch of every call, and on a busy
/// machine, it takes longer.
pub const KEPT: Duration = Duration::from_secs(4);

/// The title of a page that would tell of the person.
const TITLE: &str = "title of the page";

#[test]
fn nothing_that_was_written_shown_or_typed_is_left_in_the_clear() {
    let begun = Instant::now();
    // Small letters only: its path is typed.
    let name = format!("farled-traces-{}", std::process::id());
    let root = tempfile::Builder::new().prefix(&name).rand_bytes(0).tempdir().unwrap();
    let place = Place::new(root.path());
    let mut flock = Flock::new();
    let passphrase = flock.text("passphrase");
    let (person, alias, recovery) = make_vault(&place, &mut flock, &passphrase);
    let saved = flock.text("name of the saved file");
    let chosen = ["pdf", "farled", "ics"].map(|kind| place.root.join(format!("home/{saved}.{kind}")));
    let query = flock.text("search");
    let drafts =
        ["draft at the lock", "draft at the crash", "draft at the close"].map(|place| flock.text(place));
    // As the web engine has it: it keeps the page's title, and tells it to the next process.
    let title: Vec<u8> = format!("{alias} – Farled").encode_utf16().flat_map(u16::to_le_bytes).collect();
    flock.note(TITLE, &title);
    println!("canaries: {} in {} forms each", flock.all().len(), crate::canary::FORMS.len());
    let finder = Finder::new(flock.all());

    // What people do: every view of a person, every screen, paper, a file of their choice, a sealed case, a
    // backup, a search, a note.
    let app = place.start(1);
    app.unlock(&passphrase, &alias);
    day::look_round(&app, &alias, &query);
    day::save_week(&app, &alias, &chosen[0]);
    day::seal(&app, &chosen[1]);
    app.until("a backup", || {
        fs::read_dir(place.backups()).unwrap().flatten().find(|file| is_backup(&file.path()))
    });
    day::write(&app, &alias, &drafts[0]);
    app.wait_for_text(&drafts[0]);
    app.press(&["Control_L", "a"]);
    app.press(&["Control_L", "c"]);
    app.press(&["Right"]);
    sleep(KEPT);
    no_cores_allowed(&app);
    let before = read_memory(&app, &finder, flock.all(), "unlocked");
    let shows = |hit: &Hit| hit.within.starts_with("WebKitWebProces");
    assert!(before.iter().any(shows), "the control: the page shows what is in the vault");
    assert!(!before.iter().any(|hit| hit.place == TITLE), "the page's title tells of the person");
    let keeps = |hit: &Hit| hit.place == "key: database key";
    assert!(before.iter().any(keeps) || !is_root(), "the control: the app has the key");

    let pages = app.pages();
    app.press(&["Control_L", "l"]);
    app.until("the vault is locked", || (!app.is_unlocked()).then_some(()));
    let others = app.until("a new process shows the door, and the old one has ended", || {
        let now = app.pages();
        (!now.is_empty() && !now.iter().any(|page| pages.contains(page))).then_some(now)
    });
    println!("page process: {pages:?} unlocked, {others:?} locked");
    sleep(Duration::from_secs(3));
    let after = read_memory(&app, &finder, flock.all(), "locked");

    // The page crashes: nothing is lost, and there is a way on.
    app.unlock(&passphrase, &alias);
    day::write(&app, &alias, "");
    let pages = app.pages();
    app.crash(pages[0]);
    app.until("the vault locks when its page has crashed", || (!app.is_unlocked()).then_some(()));
    app.until("a new page", || app.pages().iter().any(|page| !pages.contains(page)).then_some(()));

    // The app crashes in the middle of a note, with a preview drawn.
    app.unlock(&passphrase, &alias);
    day::look_at_week(&app, &alias);
    day::write(&app, &alias, &drafts[1]);
    app.wait_for_text(&drafts[1]);
    sleep(KEPT);
    app.crash(app.process);
    let crashed = app.ended();
    scan_disk(&place, &finder, &crashed, &chosen);

    // It starts again, and its window is closed in the middle of a note.
    let app = place.start(2);
    app.unlock(&passphrase, &alias);
    day::write(&app, &alias, &drafts[2]);
    // Typed, and not yet saved.
    sleep(Duration::from_millis(200));
    app.close();
    let closed = app.ended();
    assert_eq!(closed.code, Some(0), "the app has ended by itself");
    calendar_file(&place, &recovery, person, &chosen[2]);
    scan_disk(&place, &finder, &closed, &chosen);

    let kept = drafts_in(&place, &recovery);
    in_the_clear(&place, &finder, flock.all(), &recovery);
    for draft in &drafts {
        assert!(kept.iter().any(|body| body.contains(draft)), "a draft was lost: {draft} is not in {kept:?}");
    }
    let (remainder, others): (Vec<Hit>, Vec<Hit>) = after.into_iter().partition(is_known_to_remain);
    println!(
        "memory, locked: known to remain: {} hits of {} canaries",
        remainder.len(),
        different(&remainder)
    );
    assert_eq!(others, Vec::<Hit>::new(), "left in memory after the lock");
    println!("in all {:.0} s", begun.elapsed().as_secs_f32());
}

/// A vault full of canaries. Answers with the person in it, their alias, and the recovery key.
fn make_vault(place: &Place, flock: &mut Flock, passphrase: &str) -> (CaseId, String, RecoveryKey) {
    let folder = place.vault();
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    let secret = Passphrase::new(passphrase.to_owned());
    let (vault, recovery) =
        Vault::create_with(&folder, &secret, KdfCost::MINIMUM, Clock::System.now()).unwrap();
    let mut desk = Desk::new(vault, Clock::System);
    let (person, alias) = caseload::fill(&mut desk, flock);
    colleague::bring(&mut desk, flock);
    let plan = backup::BackupPlan { folder: Some(place.backups()), ..backup::BackupPlan::default() };
    backup::save_plan(&mut desk, &plan).unwrap();
    drop(desk);
    flock.note("recovery key", recovery.groups().join("").as_bytes());
    flock.note("recovery key, in groups", recovery.groups().join(" ").as_bytes());
    keys::note(flock, &folder, passphrase);
    (person, alias, recovery)
}

/// No process of the app may leave a core, however large the user allows them to be.
fn no_cores_allowed(app: &App<'_>) {
    let processes = app.processes();
    for (process, name) in &processes {
        let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap_or_default();
        let Some(line) = limits.lines().find(|line| line.starts_with("Max core file size")) else { continue };
        let numbers: Vec<_> = line.split_whitespace().filter(|word| word.parse::<u64>().is_ok()).collect();
        assert_eq!(numbers, ["1", "1"], "{name} may leave a core: {line}");
    }
    println!("core limit of one byte: {} processes ({})", processes.len(), names(&processes));
}

fn names(processes: &[(u32, String)]) -> String {
    processes.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Reads the memory of all processes. The app's own is closed to other programs but root's: that it was left
/// out is said.
fn read_memory(app: &App<'_>, finder: &Finder, all: &[Canary], when: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (process, name) in app.processes() {
        match Memory::of(finder, process, &name) {
            Ok(memory) => {
                println!(
                    "memory, {when}: {name}: {} regions, {} MB, {} hits of {} canaries",
                    memory.regions,
                    memory.bytes / 1_000_000,
                    memory.hits.len(),
                    different(&memory.hits)
                );
                hits.extend(memory.hits);
            }
            Err(error) => {
                assert!(!is_root(), "the memory of {name} can't be read: {error}");
                loud(&format!(
                    "the memory of {name}, {when}, can't be read ({error}): run this test as root"
                ));
            }
        }
    }
    println!("memory, {when}: {} of {} canaries found", different(&hits), all.len());
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for hit in &hits {
        *kinds.entry(format!("{} · {} · {}", hit.within, hit.form, hit.place)).or_default() += 1;
    }
    if when == "locked" {
        for (kind, count) in kinds {
            println!("    {count} × {kind}");
        }
    }
    hits
}

/// Whether everything is open to this test.
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Says what is left out, past the tests' own output, which is only shown when they fail.
fn loud(what: &str) {
    io::stderr().write_all(format!("SKIPPED: {what}\n").as_bytes()).unwrap();
}

/// What is known to stay in the app's own memory after the lock; SECURITY.md says so.
fn is_known_to_remain(hit: &Hit) -> bool {
    /// Stands on the printed week. The typesetter drops what it remembers, but not the bytes of short texts
    /// (15 bytes at most), which lie in tables that it keeps for the next paper.
    const PRINTED: [&str; 4] = ["case.calls.", "case.remember", "routine.title", ".content."];
    /// The desktop's file dialog keeps it. It stands on the disk in the clear, where the user wanted it.
    const CHOSEN: &str = "name of the saved file";
    let is_printed = PRINTED.iter().any(|part| hit.place.contains(part))
        && !["note", RECEIVED].iter().any(|beginning| hit.place.starts_with(beginning));
    hit.within.starts_with("farled: ") && hit.form == "UTF-8" && (is_printed || hit.place == CHOSEN)
}

fn different(hits: &[Hit]) -> usize {
    hits.iter().map(|hit| &hit.place).collect::<std::collections::BTreeSet<_>>().len()
}

/// Every file below the home, and every file elsewhere that any of the processes opened to write.
fn scan_disk(place: &Place, finder: &Finder, trace: &Trace, chosen: &[PathBuf]) {
    // The control: a canary in every folder is found.
    let control = &Flock::new().text("control");
    for folder in FOLDERS {
        fs::write(place.root.join(folder).join("control"), control).unwrap();
    }
    let mut flock = Flock::new();
    flock.note("control", control.as_bytes());
    let found = Scan::below(&Finder::new(flock.all()), &place.root, &[]);
    assert_eq!(found.hits.len(), FOLDERS.len(), "a scan that misses a folder proves nothing");
    println!("{}", found.line("positive control, planted in every folder"));

    // What was chosen to be saved in the clear: all but the sealed case.
    let in_the_clear: Vec<PathBuf> =
        chosen.iter().filter(|file| file.extension().is_none_or(|kind| kind != "farled")).cloned().collect();
    let mut scan = Scan::default();
    for folder in FOLDERS {
        let part = Scan::below(finder, &place.root.join(folder), &in_the_clear);
        println!("{}", part.line(folder));
        scan.hits.extend(part.hits);
        scan.seen.extend(part.seen);
    }
    for file in &scan.seen {
        println!("    left: {}", file.strip_prefix(&place.root).unwrap().display());
    }
    let names: Vec<_> = chosen.iter().map(|file| format!("the name of {}", file.display())).collect();
    scan.hits.retain(|hit| !names.contains(&hit.within));
    assert_eq!(scan.hits, Vec::<Hit>::new(), "left on the disk");
    assert!(chosen[0].exists() && scan.seen.contains(&chosen[1]), "what was saved is where it was chosen");
    assert!(scan.seen.iter().any(|file| is_backup(file)), "a backup was made: {:?}", scan.seen);
    let encrypted = place.vault().join("vault.db");
    assert!(scan.seen.contains(&encrypted), "the vault's own files were read too");
    assert!(!scan.seen.iter().any(|file| is_core(file)), "a core was left: {:?}", scan.seen);

    // Our own journal and header are encrypted as the files that they belong to are; the others were renamed
    // to a file that is read here, or hold the desktop's settings or the web engine's random numbers.
    const PASSING: [&str; 8] = [
        "vault.db-journal",
        "vault.header.new",
        ".xbel.",
        ".part",
        "dconf",
        "hsts-storage.sqlite",
        "WebKitCache",
        "/salt",
    ];
    let elsewhere: Vec<&PathBuf> =
        trace.written.iter().filter(|path| !path.starts_with(&place.root)).collect();
    let gone: Vec<&PathBuf> =
        trace.written.iter().filter(|path| path.starts_with(&place.root) && !path.exists()).collect();
    let unknown = |path: &&&PathBuf| !PASSING.iter().any(|part| path.to_string_lossy().contains(part));
    println!(
        "files opened to be written: {}, of them gone again: {}, outside the home: {elsewhere:?}",
        trace.written.len(),
        gone.len()
    );
    if !trace.written.contains(&encrypted) {
        // The paths stand in the app's memory, which is closed to an ordinary user's strace too.
        assert!(!is_root(), "the watch sees what is written: {:?}", trace.written);
        loud("which files the app itself opened can't be seen, only the page's: run this test as root");
    }
    assert_eq!(gone.iter().find(unknown), None, "a file was written and removed: what stood in it?");
    let devices = |path: &&&PathBuf| path.starts_with("/dev") || path.starts_with("/proc");
    assert_eq!(elsewhere.iter().find(|path| !devices(path)), None, "a file was written outside the home");
    println!("sockets: {} internet, {} refused, {} local", trace.internet.len(), trace.refused, trace.local);
    assert_eq!(trace.internet, Vec::<String>::new(), "an internet socket was opened");
    assert!(trace.local > 0, "the watch sees sockets");
    println!(
        "swap: {}",
        fs::read_to_string("/proc/swaps").unwrap_or_default().lines().skip(1).collect::<Vec<_>>().join("; ")
    );
}

fn is_backup(file: &Path) -> bool {
    file.extension().is_some_and(|kind| kind == "farledbackup")
}

fn is_core(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("core"))
}

/// What the drafts in the vault say.
pub fn drafts_in(place: &Place, recovery: &RecoveryKey) -> Vec<String> {
    let vault = Vault::unlock(&place.vault(), Secret::Recovery(recovery), Clock::System.now()).unwrap();
    let drafts = vault.list::<NoteDraft>(&Filter::default()).unwrap();
    drafts.into_iter().map(|draft| draft.content.body).collect()
}

/// The person's calendar as a file, which only the command line makes: the same operation.
fn calendar_file(place: &Place, recovery: &RecoveryKey, person: CaseId, chosen: &Path) {
    let vault = Vault::unlock(&place.vault(), Secret::Recovery(recovery), Clock::System.now()).unwrap();
    let mut desk = Desk::new(vault, Clock::System);
    farled_app::calendar::export_file(&mut desk, person, "own_programme", chosen).unwrap();
}

/// The control: the same caseload, written out in the clear, is found, canary for canary.
fn in_the_clear(place: &Place, finder: &Finder, all: &[Canary], recovery: &RecoveryKey) {
    const STAYS: [&str; 5] = ["note_draft.", "amendment_draft.", "disclosure.", "settings.", "form."];
    let travels = |canary: &&Canary| {
        canary.place.contains('.') && !STAYS.iter().any(|kind| canary.place.starts_with(kind))
    };
    let travelling = all.iter().filter(travels).count();
    let vault = Vault::unlock(&place.vault(), Secret::Recovery(recovery), Clock::System.now()).unwrap();
    let path = place.root.join("here/plain.jsonl");
    farled_app::caseload::export_file(&mut Desk::new(vault, Clock::System), "own_programme", &path).unwrap();
    let mut scan = Scan::default();
    scan.file(finder, &path);
    println!(
        "{}, {} canaries",
        scan.line("positive control, the caseload in the clear"),
        different(&scan.hits)
    );
    assert_eq!(different(&scan.hits), travelling, "the vault holds what was looked for");
    fs::remove_file(path).unwrap();
}

#[test]
fn a_crash_would_leave_a_core_here_if_it_could() {
    let pattern = fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let crash = "ulimit -c unlimited && exec sh -c 'kill -SEGV $$'";
    Command::new("sh").args(["-c", crash]).current_dir(folder.path()).status().unwrap();
    let left = fs::read_dir(folder.path()).unwrap().count();
    if pattern.starts_with('|') || pattern.starts_with('/') {
        loud(&format!(
            "cores go elsewhere on this machine ({}); the limits speak for themselves",
            pattern.trim()
        ));
    } else {
        assert_eq!(left, 1, "the control: a program without the limit leaves a core");
        println!("positive control, core: {left} file left by a shell");
    }
}
