//! Where things lie: the vault in the user's data folder, and what the webview insists on writing in
//! a folder in memory that goes with the process.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use farled_app::{Clock, settings::Language};

/// The vault's folder: `farled/vault` in the user's data folder (XDG Base Directory specification).
/// The command line uses the same.
#[must_use]
pub fn vault_folder() -> PathBuf {
    #[cfg(feature = "e2e")]
    if let Some(folder) = env::var_os("FARLED_VAULT") {
        return folder.into();
    }
    farled_app::vault::default_folder()
}

/// The system's clock; in the `e2e` build one that stands still at `FARLED_NOW`.
#[must_use]
pub fn clock() -> Clock {
    #[cfg(feature = "e2e")]
    if let Some(clock) = env::var("FARLED_NOW").ok().and_then(|now| now.parse().ok()).and_then(Clock::fixed) {
        return clock;
    }
    Clock::System
}

/// The desktop's language, as programs are told it; Swedish when it is neither of ours.
#[must_use]
pub fn desktop_language() -> Language {
    let told = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).unwrap_or_default());
    language_of(told.iter().flat_map(|value| value.split(':')))
}

/// The first of some locale names that is one of our languages.
fn language_of<'a>(names: impl Iterator<Item = &'a str>) -> Language {
    let ours = |name: &str| match name.split(['_', '.', '@', '-']).next() {
        Some("sv") => Some(Language::Sv),
        Some("en") => Some(Language::En),
        _ => None,
    };
    names.filter_map(ours).next().unwrap_or_default()
}

/// A folder that is gone when this value is dropped.
#[derive(Debug)]
pub struct RuntimeFolder(PathBuf);

impl RuntimeFolder {
    /// Makes a folder of this process's own in the user's runtime folder, which lies in memory.
    /// Without a runtime folder it lies in the folder for temporary files.
    ///
    /// # Errors
    /// When the folder can't be made.
    pub fn create() -> io::Result<Self> {
        use std::os::unix::fs::DirBuilderExt;
        let base = env::var_os("XDG_RUNTIME_DIR")
            .map(PathBuf::from)
            .filter(|folder| folder.is_dir())
            .unwrap_or_else(env::temp_dir);
        remove_orphans(&base);
        let path = base.join(format!("farled-{}", std::process::id()));
        // What an earlier process of the same number left behind.
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

/// Removes the folders of processes that were ended before they could.
fn remove_orphans(base: &Path) {
    for entry in fs::read_dir(base).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix("farled-")?.parse::<u32>().ok());
        if process.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists()) {
            // Another user's can't be removed, and need not be.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for RuntimeFolder {
    fn drop(&mut self) {
        // Nothing is in it but what the webview wrote of itself; if it can't be removed, the next
        // start of the machine does.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]

    use super::*;

    #[test]
    fn the_first_of_our_languages_that_the_desktop_names_is_spoken() {
        let spoken = |names: &str| language_of(names.split(':'));
        assert_eq!(spoken("en_GB.UTF-8"), Language::En);
        assert_eq!(spoken("fi_FI:sv_SE:en"), Language::Sv);
        assert_eq!(spoken(":C.UTF-8:en_US"), Language::En);
        // Begins like one of ours, but isn't.
        assert_eq!(spoken("enm:sv"), Language::Sv);
        assert_eq!(spoken("ar"), Language::Sv);
    }

    #[test]
    fn what_a_killed_process_left_is_removed_and_nothing_else() {
        let base = tempfile::tempdir().unwrap();
        // No process has a number above four million (Linux, PID_MAX_LIMIT).
        let (orphan, own, other) =
            ("farled-4294967295", format!("farled-{}", std::process::id()), "farled-bindings-4294967295");
        for name in [orphan, &own, other] {
            fs::create_dir_all(base.path().join(name).join("sample")).unwrap();
        }
        remove_orphans(base.path());
        let is_there = |name: &str| base.path().join(name).exists();
        assert!(!is_there(orphan) && is_there(&own) && is_there(other));
    }
}
