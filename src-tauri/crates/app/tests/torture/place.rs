//! A vault with a folder beside it for what is handed out, made once and copied for everybody.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use farled_app::{Desk, Result, people, settings, vault};
use farled_case::{CaseId, Kind};
use farled_vault::{KdfCost, Passphrase, Vault};
use tempfile::TempDir;

use crate::{
    dice::Dice,
    operations::{self, id},
    state::{CANARY, Kept, State, text},
    support,
};

/// The files of a vault that nobody has open, as the documentation of the vault names them.
const AT_REST: [&str; 4] = ["vault.header", "vault.header.copy", "vault.db", "vault.lock"];
/// What a crash may leave until the next write: a journal that had not begun to count, encrypted as the
/// database is. SQLite alone may remove a journal.
const UNTIL_THE_NEXT_WRITE: &str = "vault.db-journal";

/// The case that the operations write in.
pub const CASE: CaseId = CaseId(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));

pub struct Place {
    pub root: PathBuf,
    desk: Option<Desk>,
}

impl Place {
    /// The place below `root`, locked.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), desk: None }
    }

    /// A copy of the template below `root`, in the place of what was there.
    pub fn fresh(root: &Path) -> (Self, State) {
        let (template, state) = template();
        let place = Self::at(root);
        copy(template.path(), root);
        (place, state.clone())
    }

    pub fn vault_folder(&self) -> PathBuf {
        self.root.join("vault")
    }

    /// The folder that things are handed out into.
    pub fn outside(&self) -> PathBuf {
        self.root.join("outside")
    }

    /// The folder with documents that can be added.
    pub fn inbox(&self) -> PathBuf {
        self.root.join("inbox")
    }

    pub fn unlock(&mut self, recovery: &str) -> Result<()> {
        self.desk = None;
        let clock = support::clock(support::NOW);
        self.desk = Some(vault::unlock_with_recovery_key(&self.vault_folder(), recovery, clock)?);
        Ok(())
    }

    pub fn unlock_by_passphrase(&mut self, passphrase: &str) -> Result<()> {
        self.desk = None;
        let clock = support::clock(support::NOW);
        self.desk = Some(vault::unlock(&self.vault_folder(), passphrase, clock)?);
        Ok(())
    }

    /// Those of these passphrases that open the vault, which is locked before and after.
    pub fn opening<'p>(&mut self, passphrases: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
        let opening = passphrases.filter(|passphrase| {
            let opens = self.unlock_by_passphrase(passphrase).is_ok();
            self.lock();
            opens
        });
        opening.collect()
    }

    pub fn lock(&mut self) {
        self.desk = None;
    }

    /// What is wrong with the vault, as codes.
    pub fn problems(&mut self) -> Result<Vec<String>> {
        Ok(vault::check(self)?.problems.into_iter().map(|problem| problem.code).collect())
    }

    pub fn kept(&self) -> Result<Kept> {
        Kept::read(self)
    }

    /// Files in the vault's folder that are none of a locked vault's.
    pub fn leftovers(&self) -> Vec<String> {
        names(&self.vault_folder()).into_iter().filter(|name| !AT_REST.contains(&name.as_str())).collect()
    }

    /// As [`leftovers`](Self::leftovers), where nothing has been written since a crash.
    pub fn leftovers_of_crash(&self) -> Vec<String> {
        self.leftovers().into_iter().filter(|name| name != UNTIL_THE_NEXT_WRITE).collect()
    }

    /// Files of the vault in which something of what is kept can be read.
    pub fn readable(&self) -> Vec<String> {
        let holds = |name: &String| {
            let bytes = fs::read(self.vault_folder().join(name)).unwrap_or_default();
            bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes())
        };
        names(&self.vault_folder()).into_iter().filter(holds).collect()
    }

    /// The files that were handed out and are whole, and the names of the rest.
    pub fn handed_out(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (whole, rest) = names(&self.outside())
            .into_iter()
            .partition(|name| operations::is_whole_file(&self.outside().join(name)));
        (whole, rest)
    }
}

impl std::ops::Deref for Place {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        self.desk.as_ref().expect("unlocked")
    }
}

impl std::ops::DerefMut for Place {
    fn deref_mut(&mut self) -> &mut Desk {
        self.desk.as_mut().expect("unlocked")
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeSet::new() };
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

/// The names of the documents in the inbox.
pub fn documents() -> Vec<String> {
    (0..3).map(|number| format!("{} .pdf", text(number, 0))).collect()
}

/// Copies a folder with all that is in it, in the place of what was there.
pub fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

/// A folder for what need not outlive a power cut of the machine that tests: in memory, if it has such.
pub fn in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).unwrap() } else { TempDir::new().unwrap() }
}

/// A vault at the least cost, with a case and some work in it.
fn template() -> &'static (TempDir, State) {
    static TEMPLATE: OnceLock<(TempDir, State)> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let directory = TempDir::new().unwrap();
        let mut place = Place::at(directory.path());
        let clock = support::clock(support::NOW);
        let passphrase = Passphrase::new(support::PASSPHRASE.to_owned());
        let (vault, key) =
            Vault::create_with(&place.vault_folder(), &passphrase, KdfCost::MINIMUM, clock.now()).unwrap();
        place.desk = Some(Desk::new(vault, clock));
        fs::create_dir(place.outside()).unwrap();
        fs::create_dir(place.inbox()).unwrap();
        for (number, name) in (0..).zip(documents()) {
            // More than one piece, and nothing that could be made smaller.
            let mut dice = Dice::new(number, 0);
            let noise = (0..35_000).flat_map(|_| dice.next().to_le_bytes());
            let bytes: Vec<u8> = b"%PDF-1.7\n".iter().copied().chain(noise).collect();
            fs::write(place.inbox().join(name), bytes).unwrap();
        }
        let mut state = State {
            passphrase: support::PASSPHRASE.to_owned(),
            recovery: key.groups().join("-"),
            ..State::default()
        };
        let named = settings::Settings { name: "Kim Exempel".to_owned(), ..settings::Settings::default() };
        settings::save(&mut place, &named).unwrap();
        let case = people::NewCase { id: CASE, ..support::new_case(&text(0, 0)) };
        people::add(&mut place, case).unwrap();
        state.kept.put(Kind::Case, CASE.0, &text(0, 0));
        for number in 0..8 {
            let operation = operations::edit_need(id(1, number), number, 60);
            let told = operation.perform(&mut place).unwrap();
            operation.effect(&mut state, &told);
        }
        assert_eq!(place.kept().unwrap(), state.kept);
        place.lock();
        (directory, state)
    })
}
