//! The file that an attachment was added from.

use std::{
    fs::{self, Metadata},
    io::ErrorKind,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use crate::{Failure, Result, file};

/// Where a file lies and what tells it from another that has taken its place since: a scanner writes the
/// next letter under the same name.
#[derive(Clone, Debug)]
pub struct Original {
    path: PathBuf,
    mark: Mark,
}

/// What tells a file from others, and from itself before it was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    device: u64,
    number: u64,
    length: u64,
    changed: (i64, i64),
}

impl Mark {
    fn of(found: &Metadata) -> Self {
        Self {
            device: found.dev(),
            number: found.ino(),
            length: found.len(),
            changed: (found.mtime(), found.mtime_nsec()),
        }
    }
}

impl Original {
    /// Notes which file it is that was opened, before anything is read from it. What is written into it
    /// after that is not in the vault.
    pub(super) fn of(path: &Path, opened: &Metadata) -> Result<Self> {
        // Wherever the process goes, and whatever the links on the way lead to later.
        let path = path.canonicalize().map_err(|error| file::unread(&error))?;
        Ok(Self { path, mark: Mark::of(opened) })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Removes it, unless it is gone already. What the medium or a cloud service keeps of it is another
    /// matter: see SECURITY.md.
    ///
    /// # Errors
    /// `original-replaced` when another file lies in its place, or it was changed; `read-only-folder` or
    /// `file-not-removed`. Nothing was removed then.
    pub fn remove(&self) -> Result<()> {
        let removed = match fs::symlink_metadata(&self.path) {
            Ok(found) if Mark::of(&found) != self.mark => return Err(Failure::new("original-replaced")),
            Ok(_) => fs::remove_file(&self.path),
            Err(error) => Err(error),
        };
        removed.or_else(|error| match error.kind() {
            ErrorKind::NotFound if self.path.parent().is_some_and(Path::is_dir) => Ok(()),
            // With its folder or its memory stick it may come back.
            ErrorKind::NotFound | ErrorKind::NotADirectory => Err(Failure::new("file-not-removed")),
            _ => Err(file::failure(&error, "file-not-removed")),
        })
    }
}
