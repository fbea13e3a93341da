//! The shell at a real vault: long commands, waiting ones, and locking.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::mpsc::{Sender, channel};

use farled_app::vault;

use super::*;

/// A shell at an unlocked vault, and that vault's recovery key.
fn unlocked(folder: &Path) -> (Shell, RecoveryKey) {
    unlocked_at(Clock::System, folder)
}

/// Begins a command that has the desk until it is told to end.
fn long_command<'scope>(scope: &'scope thread::Scope<'scope, '_>, shell: &'scope Shell) -> Sender<()> {
    let (go, wait) = channel();
    let (begun, begins) = channel();
    scope.spawn(move || {
        shell.desk(|_| {
            begun.send(()).unwrap();
            wait.recv().unwrap();
            Ok(())
        })
    });
    begins.recv().unwrap();
    go
}

fn unlocked_at(clock: Clock, folder: &Path) -> (Shell, RecoveryKey) {
    let shell = Shell::new(folder.join("vault"), clock, folder);
    let passphrase = vault::suggest(settings::Language::Sv).unwrap();
    let recovery = shell.let_in(false, || vault::create(shell.folder(), &passphrase, shell.clock())).unwrap();
    (shell, recovery)
}

#[test]
fn a_clock_on_the_wall_that_stands_still_holds_up_no_lock_and_one_that_jumps_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    for (name, time) in [("a", "1971-01-01T00:00:00"), ("b", "2261-12-31T23:59:00")] {
        let clock = Clock::fixed(time.parse().unwrap()).unwrap();
        let (shell, _) = unlocked_at(clock, &folder.path().join(name));
        assert!(!shell.is_idle(), "nobody has been away at {time}");
        shell.seat().lock_after = Duration::from_millis(20);
        thread::sleep(Duration::from_millis(30));
        assert!(shell.is_idle(), "the time passes although the clock stands at {time}");
        shell.note_activity();
        assert!(!shell.is_idle());
    }
}

#[test]
fn a_vault_that_was_being_opened_when_the_lid_closed_stays_locked() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    shell.lock();
    let passphrase = vault::suggest(settings::Language::En).unwrap();
    let other = folder.path().join("other");
    let refused = shell.let_in(false, || {
        let made = vault::create(&other, &passphrase, shell.clock())?;
        shell.close();
        shell.lock();
        Ok(made)
    });
    assert_eq!(refused.unwrap_err().code, "locked");
    assert!(!shell.is_unlocked());
    shell.let_in(false, || Ok((vault::unlock(&other, &passphrase, shell.clock())?, ()))).unwrap();
    assert!(shell.is_unlocked(), "nothing but the lock stood in the way");
}

#[test]
fn a_long_command_holds_up_neither_the_watch_nor_the_answer_locked() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    thread::scope(|scope| {
        let shell = &shell;
        let go = long_command(scope, shell);
        assert!(shell.is_unlocked() && !shell.is_idle());
        shell.set_lock_after(0);
        assert!(shell.is_idle());
        shell.close();
        assert!(!shell.is_unlocked());
        assert_eq!(shell.desk(|_| Ok(())).unwrap_err().code, "locked");
        go.send(()).unwrap();
    });
    shell.lock();
    assert!(vault::presence(shell.folder()) == vault::VaultPresence::Present);
}

#[test]
fn what_was_waiting_when_the_lock_came_is_still_done() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    let waited = thread::scope(|scope| {
        let shell = &shell;
        let go = long_command(scope, shell);
        let waiting = scope.spawn(move || shell.desk(|desk| Ok(desk.today())));
        while shell.seat().waiting == 0 {
            thread::sleep(Duration::from_millis(1));
        }
        let lock = scope.spawn(move || shell.lock());
        while shell.is_unlocked() {
            thread::sleep(Duration::from_millis(1));
        }
        go.send(()).unwrap();
        lock.join().unwrap();
        waiting.join().unwrap()
    });
    waited.expect("it came before the lock");
    assert_eq!(shell.desk(|_| Ok(())).unwrap_err().code, "locked");
}

#[test]
fn locking_calls_off_long_work_and_new_work_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    let (first, second) = (shell.begin_work(), shell.begin_work());
    assert!(!first.is_called_off() && !second.is_called_off());
    shell.close();
    assert!(first.is_called_off() && second.is_called_off(), "also when another was begun beside it");
    assert!(!shell.begin_work().is_called_off() && first.is_called_off());
}

#[test]
fn whoever_waits_for_long_work_is_not_away() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    shell.set_lock_after(0);
    assert!(shell.is_idle());
    let work = shell.begin_work();
    assert!(!shell.is_idle(), "it is waited for");
    drop(work);
    assert!(shell.is_idle(), "it has ended");
}

#[test]
fn the_time_for_those_who_wait_begins_when_the_running_command_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, _) = unlocked(folder.path());
    thread::scope(|scope| {
        let shell = &shell;
        let go = long_command(scope, shell);
        let drafts: Vec<_> =
            (0..4).map(|_| scope.spawn(move || shell.desk(|desk| Ok(desk.today())))).collect();
        while shell.seat().waiting < drafts.len() {
            thread::sleep(Duration::from_millis(1));
        }
        let lock = scope.spawn(move || shell.lock());
        // Longer than those who wait get.
        thread::sleep(TURN + Duration::from_millis(200));
        go.send(()).unwrap();
        for draft in drafts {
            draft.join().unwrap().expect("a draft that came before the lock is saved");
        }
        lock.join().unwrap();
    });
}

#[test]
fn a_locked_shell_keeps_no_recovery_key() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, recovery) = unlocked(folder.path());
    shell.lock();
    shell.keep_recovery(recovery, shell.clock().today());
    assert!(shell.inner().recovery.is_none());
    assert_eq!(shell.recovery(|_, _| Ok(())).unwrap_err().code, "locked");
}

#[test]
fn whoever_unlocks_before_the_lock_is_through_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (shell, recovery) = unlocked(folder.path());
    let typed = recovery.groups().join(" ");
    thread::scope(|scope| {
        let (shell, typed) = (&shell, &typed);
        let go = long_command(scope, shell);
        shell.close();
        let unlocking = scope.spawn(move || {
            shell.let_in(false, || {
                Ok((vault::unlock_with_recovery_key(shell.folder(), typed, shell.clock())?, ()))
            })
        });
        // A last backup may be made between the two.
        thread::sleep(Duration::from_millis(100));
        let lock = scope.spawn(move || shell.lock());
        go.send(()).unwrap();
        lock.join().unwrap();
        unlocking.join().unwrap().expect("the files are free by then");
    });
    assert!(shell.is_unlocked());
}
