//! What a command works with: the vault, the clock and the language.

use std::{
    env,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use farled_app::{Clock, Desk, Failure, Result, people, settings::Language, vault};
use farled_case::CaseId;
use zeroize::Zeroizing;

use crate::{
    arguments::{Global, Lang},
    output, secret,
};

/// What a command works with.
pub struct Context {
    folder: PathBuf,
    passphrase_file: Option<PathBuf>,
    clock: Clock,
    language: Language,
    way: Way,
}

/// How the vault is opened.
#[derive(Clone, Copy)]
enum Way {
    Unlock,
    Rescue,
}

impl Context {
    /// Takes apart what every command takes.
    pub fn new(global: &Global) -> Self {
        Self {
            folder: global.vault.clone().unwrap_or_else(vault::default_folder),
            passphrase_file: global.passphrase_file.clone(),
            clock: global.now.and_then(Clock::fixed).unwrap_or(Clock::System),
            language: match global.lang {
                Some(Lang::Sv) => Language::Sv,
                Some(Lang::En) => Language::En,
                None => language_of_system(),
            },
            way: if global.rescue { Way::Rescue } else { Way::Unlock },
        }
    }

    /// The vault's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A moment as the wall clock tells it.
    pub fn wall_of(&self, at: DateTime<Utc>) -> String {
        farled_app::wall_of(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The language of what is said.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Where the passphrase comes from.
    pub fn passphrase_file(&self) -> Option<&PathBuf> {
        self.passphrase_file.as_ref()
    }

    /// Unlocks the vault.
    pub fn desk(&self) -> Result<Desk> {
        Ok(self.desk_and_passphrase()?.0)
    }

    /// Unlocks the vault, and keeps the passphrase for what asks for it again.
    pub fn desk_and_passphrase(&self) -> Result<(Desk, Zeroizing<String>)> {
        let passphrase = secret::passphrase(self.passphrase_file.as_deref(), self.language)?;
        let desk = match self.way {
            Way::Unlock => vault::unlock(&self.folder, &passphrase, self.clock)?,
            Way::Rescue => {
                let desk = vault::rescue(&self.folder, &passphrase, self.clock)?;
                if let Some(rescued) = vault::rescued(&desk) {
                    eprintln!("{}", output::rescued(self.language, &rescued));
                }
                desk
            }
        };
        Ok((desk, passphrase))
    }
}

/// The case of an alias, however it is written.
pub fn case_of(desk: &Desk, alias: &str) -> Result<CaseId> {
    let folded = alias.to_lowercase();
    people::list(desk)?
        .into_iter()
        .find(|row| row.alias.to_lowercase() == folded)
        .map(|row| row.case)
        .ok_or_else(|| Failure::new("alias-unknown"))
}

/// The language that the system speaks (POSIX locale variables); English unless it is Swedish.
fn language_of_system() -> Language {
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    match spoken.into_iter().find(|value| !value.is_empty()) {
        Some(value) if value.starts_with("sv") => Language::Sv,
        _ => Language::En,
    }
}
