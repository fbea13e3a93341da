//! What a disk may hold after the power was cut.
//!
//! The disk is asked to do the recorded steps one after the other; the power goes after one of them.
//!
//! **Contents.** What a file holds is certain up to its last `fsync`. Each write and each change of its
//! length since then has, by itself, happened or not: they may be lost and reordered. A write may be
//! torn: each sector of 512 bytes is the old or the new one. Where a write that made a file longer is
//! lost, the file may still be longer, with zeros or with anything there.
//!
//! **Names.** Names made, moved and removed since the last `fsync` of their folder are uncertain. Two
//! kinds of file system are tried. One with a journal of names, as ext4, XFS and Btrfs have: names
//! change in order, up to some moment, and syncing any file or folder makes all before it certain. And
//! one that promises no more than POSIX: each change of a name has, by itself, happened or not, and only
//! syncing the folder makes it certain. A rename always happens whole.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    dice::Dice,
    layer::{FileId, Step},
};

/// The size that a disk writes whole.
const SECTOR: usize = 512;

/// Which promise a file system makes about names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Journal,
    Posix,
}

/// What the disk makes of being told to sync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syncs {
    Honoured,
    /// As if nobody had synced a folder.
    FoldersIgnored,
    /// As if nobody had synced anything.
    Ignored,
}

/// What becomes of what is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Lost,
    /// What a killed process leaves: the system still has it all.
    Kept,
    Random,
}

#[derive(Clone, Debug)]
enum Uncertain {
    Written { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

#[derive(Clone, Debug)]
enum NameChange {
    Made(PathBuf, FileId),
    Renamed(PathBuf, PathBuf, FileId),
    Removed(PathBuf),
}

impl NameChange {
    fn is_in(&self, folder: &Path) -> bool {
        let is_in = |path: &Path| path.parent() == Some(folder);
        match self {
            Self::Made(path, _) | Self::Removed(path) => is_in(path),
            Self::Renamed(from, to, _) => is_in(from) || is_in(to),
        }
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, FileId>) {
        match self {
            Self::Made(path, file) => {
                names.insert(path.clone(), *file);
            }
            Self::Renamed(from, to, file) => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
            Self::Removed(path) => {
                names.remove(path);
            }
        }
    }
}

/// The disk, as far as the steps have come.
#[derive(Clone)]
pub struct Disk {
    names_as: Names,
    syncs: Syncs,
    /// What every program sees while the power is on.
    seen: BTreeMap<PathBuf, FileId>,
    certain_names: BTreeMap<PathBuf, FileId>,
    uncertain_names: Vec<NameChange>,
    certain: BTreeMap<FileId, Vec<u8>>,
    uncertain: BTreeMap<FileId, Vec<Uncertain>>,
}

impl Disk {
    /// A disk that certainly holds, below `root`, what is below `before`.
    pub fn holding(before: &Path, root: &Path, names_as: Names, syncs: Syncs) -> Self {
        let files = crate::layer::files(before);
        let certain = files.iter().map(|path| fs::read(path).unwrap()).enumerate().collect();
        let there = |path: &PathBuf| root.join(path.strip_prefix(before).unwrap());
        let names: BTreeMap<PathBuf, FileId> =
            files.iter().enumerate().map(|(file, path)| (there(path), file)).collect();
        Self {
            names_as,
            syncs,
            seen: names.clone(),
            certain_names: names,
            uncertain_names: Vec::new(),
            certain,
            uncertain: BTreeMap::new(),
        }
    }

    /// Does one step.
    pub fn step(&mut self, step: &Step) {
        match step {
            Step::Made { path, file } => self.rename(NameChange::Made(path.clone(), *file)),
            Step::Renamed { from, to } => {
                let file = self.seen[from];
                self.rename(NameChange::Renamed(from.clone(), to.clone(), file));
            }
            Step::Removed { path } => self.rename(NameChange::Removed(path.clone())),
            Step::Written { file, at, bytes } => {
                let write = Uncertain::Written { at: *at, bytes: bytes.clone() };
                self.uncertain.entry(*file).or_default().push(write);
            }
            Step::Cut { file, length } => {
                self.uncertain.entry(*file).or_default().push(Uncertain::Cut(*length));
            }
            Step::Synced { file } if self.syncs != Syncs::Ignored => {
                let content = self.certain.entry(*file).or_default();
                for change in self.uncertain.remove(file).unwrap_or_default() {
                    happen(content, &change);
                }
                self.sync_names(|_| false);
            }
            Step::FolderSynced { path } if self.syncs == Syncs::Honoured => {
                self.sync_names(|change| change.is_in(path));
            }
            Step::Synced { .. } | Step::FolderSynced { .. } | Step::Done => {}
        }
    }

    fn rename(&mut self, change: NameChange) {
        change.apply(&mut self.seen);
        self.uncertain_names.push(change);
    }

    fn sync_names(&mut self, is_synced: impl Fn(&NameChange) -> bool) {
        let is_journal = self.names_as == Names::Journal && self.syncs == Syncs::Honoured;
        let (synced, still): (Vec<_>, Vec<_>) =
            self.uncertain_names.drain(..).partition(|change| is_journal || is_synced(change));
        for change in &synced {
            change.apply(&mut self.certain_names);
        }
        self.uncertain_names = still;
    }

    /// Whether nothing is uncertain, so that there is but one fate.
    pub fn is_certain(&self) -> bool {
        self.uncertain_names.is_empty() && self.uncertain.values().all(Vec::is_empty)
    }

    /// The files after the power was cut now.
    pub fn after_power_cut(&self, fate: Fate, dice: &mut Dice) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut names = self.certain_names.clone();
        let in_order = dice.below(self.uncertain_names.len() as u64 + 1);
        for (place, change) in (0..).zip(&self.uncertain_names) {
            let has_happened = match (fate, self.names_as) {
                (Fate::Lost, _) => false,
                (Fate::Kept, _) => true,
                (Fate::Random, Names::Journal) => place < in_order,
                (Fate::Random, Names::Posix) => dice.chance(50),
            };
            if has_happened {
                change.apply(&mut names);
            }
        }
        let content = |file: FileId, dice: &mut Dice| {
            let mut content = self.certain.get(&file).cloned().unwrap_or_default();
            for change in self.uncertain.get(&file).into_iter().flatten() {
                match fate {
                    Fate::Lost => {}
                    Fate::Kept => happen(&mut content, change),
                    Fate::Random => perhaps(&mut content, change, dice),
                }
            }
            content
        };
        names.into_iter().map(|(path, file)| (path, content(file, dice))).collect()
    }
}

fn happen(content: &mut Vec<u8>, change: &Uncertain) {
    match change {
        Uncertain::Cut(length) => content.resize(*length, 0),
        Uncertain::Written { at, bytes } => put(content, *at, bytes),
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if content.len() < at + bytes.len() {
        content.resize(at + bytes.len(), 0);
    }
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

/// Lets a change happen, not happen, or happen in part.
fn perhaps(content: &mut Vec<u8>, change: &Uncertain, dice: &mut Dice) {
    let Uncertain::Written { at, bytes } = change else {
        if dice.chance(50) {
            happen(content, change);
        }
        return;
    };
    match dice.below(4) {
        0 => put(content, *at, bytes),
        1 => {}
        2 => {
            // The length has reached the disk, the bytes have not.
            let filler = if dice.chance(50) { 0 } else { 0xa5 };
            if content.len() < at + bytes.len() {
                content.resize(at + bytes.len(), filler);
            }
        }
        _ => {
            // Sectors are counted from the beginning of the file.
            let mut start = 0;
            while start < bytes.len() {
                let end = ((at + start) / SECTOR + 1) * SECTOR - at;
                let end = end.min(bytes.len());
                if dice.chance(50) {
                    put(content, at + start, &bytes[start..end]);
                }
                start = end;
            }
        }
    }
}
