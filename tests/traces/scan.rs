//! Goes through files, whatever they are named and however they are hidden.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::canary::{Finder, Hit};

/// How much of a file is read at a time.
const PIECE: usize = 1 << 20;

/// What was gone through.
#[derive(Debug, Default)]
pub struct Scan {
    /// Files read.
    pub files: usize,
    /// Bytes read.
    pub bytes: u64,
    /// What was found.
    pub hits: Vec<Hit>,
    /// The files, so that a test can see that a place was looked into.
    pub seen: Vec<PathBuf>,
}

impl Scan {
    /// Reads everything below a folder, names included, but what the user chose to save.
    pub fn below(finder: &Finder, folder: &Path, except: &[PathBuf]) -> Self {
        let mut scan = Self::default();
        scan.folder(finder, folder, except);
        scan
    }

    fn folder(&mut self, finder: &Finder, folder: &Path, except: &[PathBuf]) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.as_os_str().as_encoded_bytes();
            finder.search(name, &format!("the name of {}", path.display()), 0, &mut self.hits);
            let kind = path.symlink_metadata().unwrap().file_type();
            if kind.is_dir() {
                self.folder(finder, &path, except);
            } else if kind.is_file() && !except.contains(&path) {
                self.file(finder, &path);
            }
        }
    }

    /// Reads one file.
    pub fn file(&mut self, finder: &Finder, path: &Path) {
        let mut file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut piece = vec![0; PIECE + finder.overlap()];
        let (mut kept, mut begin) = (0, 0_u64);
        loop {
            let read =
                file.read(&mut piece[kept..]).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            if read == 0 {
                break;
            }
            self.bytes += read as u64;
            let end = kept + read;
            finder.search(&piece[..end], &path.display().to_string(), begin, &mut self.hits);
            // What a canary may begin in is looked at again with what follows.
            let again = end.saturating_sub(finder.overlap());
            piece.copy_within(again..end, 0);
            (kept, begin) = (end - again, begin + again as u64);
        }
        self.files += 1;
        self.seen.push(path.to_owned());
    }

    /// One line to quote.
    pub fn line(&self, what: &str) -> String {
        format!("{what}: {} files, {} kB, {} hits", self.files, self.bytes / 1000, self.hits.len())
    }
}

#[test]
fn a_canary_is_found_in_every_place_and_across_pieces() {
    use crate::canary::{FORMS, Flock, forms};
    let home = tempfile::tempdir().unwrap();
    let mut flock = Flock::new();
    let text = flock.text("planted");
    let finder = Finder::new(flock.all());
    let places = [".local/share/recently-used.xbel", ".config/enchant/sv.dic", "tmp/a/b/c", "run/.x"];
    for place in places {
        let path = home.path().join(place);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        for (number, form) in forms(text.as_bytes()).iter().enumerate() {
            // One of them lies across the border between two pieces.
            let before = if number == 0 { PIECE - 3 } else { number };
            fs::write(path.with_extension(number.to_string()), [vec![b' '; before], form.clone()].concat())
                .unwrap();
        }
    }
    let kept = home.path().join("kept.pdf");
    fs::write(&kept, &text).unwrap();
    fs::write(home.path().join(&text), "").unwrap();
    let scan = Scan::below(&finder, home.path(), &[kept]);
    assert_eq!(scan.files, places.len() * FORMS.len() + 1);
    for form in FORMS {
        let found = scan.hits.iter().filter(|hit| hit.form == form).count();
        let names = usize::from(form == "UTF-8");
        assert!(found >= places.len() + names, "{form}: {found}");
    }
    println!("{}", scan.line("positive control, files"));
}
