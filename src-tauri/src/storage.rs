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

impl Drop for RuntimeFolder {
    fn drop(&mut self) {
        // Nothing is in it but what the webview wrote of itself; if it can't be removed, the next
        // start of the machine does.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    #![allow(missing_docs)]

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
}
