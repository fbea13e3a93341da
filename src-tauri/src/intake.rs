//! Files on their way into the vault: those dropped upon the window, and where added ones came from.
//! All of it is forgotten when the vault locks.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use farled_app::{Failure, Result, attachment::Original};
use farled_case::AttachmentId;
use serde::Serialize;
use specta::Type;

/// Files on their way.
#[derive(Default)]
pub struct Intake {
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    dropped: Vec<PathBuf>,
    originals: HashMap<AttachmentId, Original>,
}

/// A file that was not added, or not removed.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Refused {
    /// Its name.
    pub name: String,
    /// Why.
    pub failure: Failure,
}

/// What came of removing the files that attachments were added from.
#[derive(Clone, Debug, Default, Serialize, Type)]
pub struct RemoveReport {
    /// How many are gone.
    pub removed: u32,
    /// What was not removed.
    pub refused: Vec<Refused>,
    /// The attachments whose files still lie there, for another try.
    pub left: Vec<AttachmentId>,
}

impl Intake {
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what was dropped, until it is added or something else is dropped.
    pub fn drop(&self, paths: Vec<PathBuf>) {
        self.files().dropped = paths;
    }

    /// Takes what was dropped.
    pub fn take_dropped(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.files().dropped)
    }

    /// Remembers what an attachment was added from, so that the user can have the file removed.
    pub fn keep_original(&self, id: AttachmentId, original: Original) {
        self.files().originals.insert(id, original);
    }

    /// Removes the files from which these were added, each only if it is known to be kept whole. One that
    /// is not removed stops no other, and is remembered for another try; one in whose place another lies is
    /// not there any more.
    pub fn remove_originals(&self, kept: Vec<(AttachmentId, Result<()>)>) -> RemoveReport {
        let mut report = RemoveReport::default();
        for (id, kept) in kept {
            let Some(original) = self.files().originals.get(&id).cloned() else { continue };
            let removed = kept.and_then(|()| original.remove());
            match &removed {
                Err(failure) if failure.code != "original-replaced" => report.left.push(id),
                _ => drop(self.files().originals.remove(&id)),
            }
            match removed {
                Ok(()) => report.removed += 1,
                Err(failure) => report.refused.push(Refused { name: original.name(), failure }),
            }
        }
        report
    }

    /// Forgets every path.
    pub fn forget(&self) {
        *self.files() = Files::default();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use std::{fs, path::Path};

    use farled_app::{Clock, Desk, attachment, new_id, people, settings::Language, unwatched, vault};
    use farled_case::{CaseId, Phase, Protection};

    use super::*;

    const LETTER: &[u8] = include_bytes!("../../tests/e2e/documents/letter.pdf");

    fn desk(folder: &Path) -> (Desk, CaseId) {
        let passphrase = vault::suggest(Language::Sv).unwrap();
        let (mut desk, _) = vault::create(&folder.join("vault"), &passphrase, Clock::System).unwrap();
        let new = people::NewCase {
            id: CaseId(new_id()),
            alias: "Ek".to_owned(),
            phase: Phase::Active,
            protection: Protection::None,
            opened_on: None,
        };
        let case = people::add(&mut desk, new).unwrap().id;
        (desk, case)
    }

    /// Adds a letter from each of these places, as the window does.
    fn added(intake: &Intake, folder: &Path, paths: &[&str]) -> Vec<AttachmentId> {
        let (mut desk, case) = desk(folder);
        paths
            .iter()
            .map(|path| {
                let path = folder.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, LETTER).unwrap();
                let added = attachment::add(&mut desk, case, &path, &mut unwatched).unwrap();
                intake.keep_original(added.id, added.original);
                added.id
            })
            .collect()
    }

    fn remove(intake: &Intake, ids: &[AttachmentId]) -> RemoveReport {
        intake.remove_originals(ids.iter().map(|id| (*id, Ok(()))).collect())
    }

    fn codes(report: &RemoveReport) -> Vec<(&str, &str)> {
        report.refused.iter().map(|each| (each.name.as_str(), each.failure.code.as_str())).collect()
    }

    #[test]
    fn what_lies_in_the_place_of_an_original_is_not_removed() {
        let (folder, intake) = (tempfile::tempdir().unwrap(), Intake::default());
        let path = |name: &str| folder.path().join(name);
        let ids = added(&intake, folder.path(), &["scan.pdf", "again.pdf", "gone.pdf", "same.pdf"]);
        // The next letter, written over the first one and moved into the second one's place.
        fs::write(path("scan.pdf"), "the next letter").unwrap();
        fs::write(path("new"), LETTER).unwrap();
        fs::rename(path("new"), path("again.pdf")).unwrap();
        fs::remove_file(path("gone.pdf")).unwrap();
        let report = remove(&intake, &ids);
        assert_eq!(codes(&report), [("scan.pdf", "original-replaced"), ("again.pdf", "original-replaced")]);
        assert_eq!((report.removed, report.left.len()), (2, 0), "nothing is left to be tried");
        assert!(path("scan.pdf").exists() && path("again.pdf").exists() && !path("same.pdf").exists());
    }

    #[test]
    fn one_that_can_not_be_removed_stops_no_other_and_is_not_forgotten() {
        let (folder, intake) = (tempfile::tempdir().unwrap(), Intake::default());
        let path = |name: &str| folder.path().join(name);
        let ids = added(&intake, folder.path(), &["first.pdf", "away/second.pdf", "third.pdf"]);
        // As when the memory stick is pulled out: nothing is known of what lies on it.
        fs::rename(path("away"), path("elsewhere")).unwrap();
        let report = remove(&intake, &ids);
        assert_eq!(codes(&report), [("second.pdf", "file-not-removed")]);
        assert_eq!((report.removed, report.left), (2, vec![ids[1]]));
        assert!(!path("first.pdf").exists() && !path("third.pdf").exists());

        fs::rename(path("elsewhere"), path("away")).unwrap();
        let report = remove(&intake, &ids);
        assert_eq!((report.removed, report.refused.len(), report.left.len()), (1, 0, 0));
        assert!(!path("away/second.pdf").exists());
    }

    #[test]
    fn the_only_copy_is_never_removed() {
        let (folder, intake) = (tempfile::tempdir().unwrap(), Intake::default());
        let ids = added(&intake, folder.path(), &["only.pdf"]);
        let damaged = vec![(ids[0], Err(Failure::new("attachment-damaged")))];
        let report = intake.remove_originals(damaged);
        assert_eq!((codes(&report), report.removed), (vec![("only.pdf", "attachment-damaged")], 0));
        assert!(report.left == ids && folder.path().join("only.pdf").exists());
    }

    #[test]
    fn a_link_is_followed_to_the_file_that_was_read() {
        let (folder, intake) = (tempfile::tempdir().unwrap(), Intake::default());
        let (target, link) = (folder.path().join("letter.pdf"), folder.path().join("link.pdf"));
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let ids = added(&intake, folder.path(), &["link.pdf"]);
        assert_eq!(remove(&intake, &ids).removed, 1);
        assert!(!target.exists(), "what was read is gone, not what led to it");
    }
}
