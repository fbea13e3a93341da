//! A process that is killed while it writes: what it was told is kept, is kept.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::Duration,
};

use super::*;

const FOLDER: &str = "FARLED_VAULT_CRASH_FOLDER";
const KEY: &str = "FARLED_VAULT_CRASH_KEY";
const ROUNDS: u64 = 20;

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let mut fixture = Fixture::new();
    fixture.lock();
    let mut acknowledged: Vec<(u128, u32)> = Vec::new();
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["tests::crash::child_that_writes", "--exact", "--nocapture"])
            .env(FOLDER, &fixture.folder)
            .env(KEY, fixture.recovery_key.groups().concat())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Not before it writes; then at a moment that differs from round to round.
        let first =
            lines.by_ref().map(Result::unwrap).find(|line| line.contains("kept")).expect("it must write");
        std::thread::sleep(Duration::from_millis(3 + round * 17 % 120));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in [first].into_iter().chain(lines.map_while(Result::ok)) {
            let numbers: Vec<u128> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
            if let (true, [number, value]) = (line.ends_with('.'), numbers.as_slice()) {
                acknowledged.push((*number, u32::try_from(*value).unwrap()));
            }
        }
        fixture.unlock().unwrap();
        let latest: BTreeMap<u128, u32> = acknowledged.iter().copied().collect();
        for (number, value) in latest {
            let kept =
                fixture.get::<Need>(number).unwrap_or_else(|| panic!("{number} of round {round} is lost"));
            assert!(kept.order >= value, "record {number} in round {round}: {} < {value}", kept.order);
            assert_eq!(kept.description, format!("värde {}", kept.order), "never half of a write");
        }
        fixture.assert_sound();
        fixture.lock();
    }
    assert!(acknowledged.len() >= ROUNDS as usize, "each child must have written: {}", acknowledged.len());
}

#[test]
fn child_that_writes() {
    let (Some(folder), Ok(key)) = (std::env::var_os(FOLDER), std::env::var(KEY)) else { return };
    let key = RecoveryKey::parse(&key).unwrap();
    let mut vault = Vault::unlock(Path::new(&folder), Secret::Recovery(&key), now()).unwrap();
    let start = vault.audit_head().unwrap().sequence;
    for value in u32::try_from(start).unwrap().. {
        let number = u128::from(value % 7);
        let mut need = need(number, &format!("värde {value}"));
        need.order = value;
        let ((), _) = vault
            .write(now(), |writer| {
                // Enough to spill over several pages.
                for extra in 0..5 {
                    writer.put(&note(u128::from(value) * 10 + extra + 1_000, &"text ".repeat(300)))?;
                }
                writer.put(&need).map(|_| ())
            })
            .map_err(|error: VaultError| error)
            .unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "\nkept {number} {value} .").unwrap();
        out.flush().unwrap();
    }
}
