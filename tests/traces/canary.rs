//! Canaries: strings that stand nowhere else in the world, and every form in which a machine may keep
//! one.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};

/// Makes canaries. No vowels, so that no list of words takes one for a word.
pub struct Flock {
    /// Other than in every other run, so that nothing is found that an earlier one left.
    prefix: String,
    made: Vec<Canary>,
}

/// A string to look for, and where it was put.
#[derive(Clone, Debug)]
pub struct Canary {
    /// Where it was put: `note.content.body`.
    pub place: String,
    /// What is looked for: text as UTF-8, or the bytes of a key.
    pub bytes: Vec<u8>,
}

impl Flock {
    /// No canaries yet.
    pub fn new() -> Self {
        const LETTERS: &[u8] = b"bcdfghjklmnpqrstvwxz";
        let seed = std::process::id() as usize
            ^ std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos() as usize);
        let letter = |at: u32| char::from(LETTERS[seed / LETTERS.len().pow(at) % LETTERS.len()]);
        Self { prefix: (0..9).map(letter).collect(), made: Vec::new() }
    }

    /// A new one for this place: only small letters and digits, which every keyboard has unshifted. What
    /// tells it from the others stands inside, since base64 runs the ends into what is beside them.
    pub fn text(&mut self, place: &str) -> String {
        let text = format!("{}{:04}qx", self.prefix, self.made.len());
        self.note(place, text.as_bytes());
        text
    }

    /// Notes something else that must not be found either.
    pub fn note(&mut self, place: &str, bytes: &[u8]) {
        assert!(bytes.len() >= 10, "{place}: so few bytes would be found by chance");
        self.made.push(Canary { place: place.to_owned(), bytes: bytes.to_vec() });
    }

    /// All of them.
    pub fn all(&self) -> &[Canary] {
        &self.made
    }
}

/// The forms that are looked for.
pub const FORMS: [&str; 8] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "base64",
    "base64, shifted by one",
    "base64, shifted by two",
    "hexadecimal",
    "HEXADECIMAL",
];

/// Every form of some bytes, in the order of [`FORMS`]. Latin-1 is UTF-8 here: all letters are ASCII.
pub fn forms(bytes: &[u8]) -> [Vec<u8>; 8] {
    let wide = |order: fn(u16) -> [u8; 2]| bytes.iter().flat_map(|byte| order(u16::from(*byte))).collect();
    [
        bytes.to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        base64(bytes, 0),
        base64(bytes, 1),
        base64(bytes, 2),
        hex(bytes).into_bytes(),
        hex(bytes).to_uppercase().into_bytes(),
    ]
}

/// The characters that the bytes alone decide when base64 begins `shift` bytes before them.
fn base64(bytes: &[u8], shift: usize) -> Vec<u8> {
    let encoded = STANDARD_NO_PAD.encode([&vec![0; shift], bytes].concat());
    // Six bits a character: those that hold bits of what stands before or after are left out.
    let (first, last) = ((shift * 8).div_ceil(6), (shift + bytes.len()) * 8 / 6);
    encoded.as_bytes()[first..last].to_vec()
}

/// Hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Finds all forms of all canaries in one pass.
pub struct Finder {
    searcher: AhoCorasick,
    canaries: Vec<Canary>,
}

/// A canary that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which one, by its place.
    pub place: String,
    /// In which form.
    pub form: &'static str,
    /// Where it was found: a file, or a region of memory.
    pub within: String,
    /// How many bytes from the beginning of that.
    pub at: u64,
    /// What stands around it, for a person to see whose it is: what is no letter is left out.
    pub around: String,
}

impl Finder {
    /// Looks for these.
    pub fn new(canaries: &[Canary]) -> Self {
        let patterns: Vec<_> = canaries.iter().flat_map(|canary| forms(&canary.bytes)).collect();
        let searcher = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .expect("a few thousand short patterns");
        Self { searcher, canaries: canaries.to_vec() }
    }

    /// Adds what is in these bytes. `begin` is where they begin within `name`.
    pub fn search(&self, bytes: &[u8], name: &str, begin: u64, hits: &mut Vec<Hit>) {
        for found in self.searcher.find_overlapping_iter(bytes) {
            let (canary, form) =
                (found.pattern().as_usize() / FORMS.len(), found.pattern().as_usize() % FORMS.len());
            hits.push(Hit {
                place: self.canaries[canary].place.clone(),
                form: FORMS[form],
                within: name.to_owned(),
                at: begin + found.start() as u64,
                around: around(bytes, found.range()),
            });
        }
    }

    /// The longest pattern: pieces that are searched apart must overlap by so much.
    pub fn overlap(&self) -> usize {
        self.searcher.max_pattern_len()
    }
}

fn around(bytes: &[u8], range: Range<usize>) -> String {
    /// How much of it on each side.
    const SEEN: usize = 64;
    let seen = &bytes[range.start.saturating_sub(SEEN)..bytes.len().min(range.end + SEEN)];
    seen.iter().copied().filter(u8::is_ascii_graphic).map(char::from).collect()
}

#[test]
fn every_form_is_found_wherever_it_stands() {
    let mut flock = Flock::new();
    let text = flock.text("planted");
    flock.text("elsewhere");
    let finder = Finder::new(flock.all());
    for (form, bytes) in FORMS.iter().zip(forms(text.as_bytes())) {
        let mut hits = Vec::new();
        finder.search(&[b"before".as_slice(), &bytes, b"after"].concat(), "here", 0, &mut hits);
        assert!(hits.iter().any(|hit| hit.form == *form && hit.at == 6), "{form}: {hits:?}");
        assert!(hits.iter().all(|hit| hit.place == "planted"), "{form}: {hits:?}");
    }
    // As an encoder would have it, whatever stands around it.
    for before in 0..3 {
        let encoded = STANDARD_NO_PAD.encode(format!("{}{text} and more", "x".repeat(before)));
        let mut hits = Vec::new();
        finder.search(encoded.as_bytes(), "here", 0, &mut hits);
        assert_eq!(hits.len(), 1, "{before} bytes before it: {hits:?}");
    }
}
