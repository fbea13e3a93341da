//! Damage to the database's pages, page by page: found at unlocking, or at the latest by the check.
//! Run with `--nocapture` for the figures.

use super::*;

const PAGE: usize = 4096;

/// A vault with something of everything, and its bytes.
pub fn furnished(notes: u128) -> (Fixture, Vec<u8>) {
    let mut fixture = Fixture::new();
    fixture.write(|writer| {
        for number in 0..notes {
            writer.put(&note(number, &format!("Samtal {number} om boendet och vägen dit. ").repeat(4)))?;
        }
        writer.put(&need(1_000, "Bostad"))?;
        writer.put(&appointment(1_001, 5, "Möte"))?;
        writer.set_setting("settings", b"{}")
    });
    fixture.write(|writer| writer.put(&need(1_002, "raderas")));
    fixture.write(|writer| writer.erase(record(1_002)));
    let bytes = read_locked(&mut fixture);
    (fixture, bytes)
}

fn read_locked(fixture: &mut Fixture) -> Vec<u8> {
    fixture.lock();
    fs::read(fixture.folder.join("vault.db")).unwrap()
}

/// What became of a damaged database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Refused,
    Found,
    Unseen,
}

fn fate(fixture: &mut Fixture, bytes: &[u8]) -> Fate {
    fixture.lock();
    fs::write(fixture.folder.join("vault.db"), bytes).unwrap();
    match fixture.unlock() {
        Err(VaultError::DatabaseDamaged) => return Fate::Refused,
        result => result.unwrap(),
    }
    match fixture.check() {
        Ok(check) if check.problems.is_empty() => Fate::Unseen,
        Ok(_) => Fate::Found,
        Err(error) => panic!("a check says what is wrong, it does not fail: {error}"),
    }
}

#[derive(Debug, Default)]
struct Tally {
    refused: u32,
    found: u32,
    unseen: u32,
}

impl Tally {
    fn add(&mut self, fate: Fate) {
        match fate {
            Fate::Refused => self.refused += 1,
            Fate::Found => self.found += 1,
            Fate::Unseen => self.unseen += 1,
        }
    }
    fn print(&self, what: &str, pages: usize) {
        let Self { refused, found, unseen } = self;
        let tried = refused + found + unseen;
        println!("{what}: {tried} tried in {pages} pages; {refused} refused, {found} found, {unseen} unseen");
    }
}

#[test]
fn a_flip_in_every_page_is_found() {
    let (mut fixture, original) = furnished(30);
    let pages = original.len() / PAGE;
    // The beginning (in the first page the salt), what is stored, the vector, and both ends of the MAC:
    // SQLCipher 4 keeps 16 and 64 bytes of each page for them.
    let places = [
        (0, "first byte"),
        (100, "content"),
        (2_000, "content"),
        (4_020, "vector"),
        (4_040, "MAC"),
        (4_095, "last byte"),
    ];
    let mut tally = Tally::default();
    for page in 0..pages {
        for (place, what) in places {
            let mut flipped = original.clone();
            flipped[page * PAGE + place] ^= 0x10;
            let fate = fate(&mut fixture, &flipped);
            assert_ne!(fate, Fate::Unseen, "page {page}, {what} at {place}");
            tally.add(fate);
        }
    }
    tally.print("flips", pages);
    assert_eq!(fate(&mut fixture, &original), Fate::Unseen, "the control: what is whole is found whole");
}

#[test]
fn a_file_that_is_cut_anywhere_is_found() {
    let (mut fixture, original) = furnished(30);
    let pages = original.len() / PAGE;
    let mut tally = Tally::default();
    for page in 0..pages {
        for more in [0, 1, 2_048, PAGE - 1] {
            let fate = fate(&mut fixture, &original[..page * PAGE + more]);
            assert_ne!(fate, Fate::Unseen, "cut {more} bytes into page {page}");
            tally.add(fate);
        }
    }
    tally.print("cuts", pages);
}

#[test]
fn pages_that_changed_places_are_found() {
    let (mut fixture, original) = furnished(30);
    let pages = original.len() / PAGE;
    let adjacent = (1..pages).map(|page| (page - 1, page));
    let others =
        (0..pages).flat_map(|one| [(one * 7 + 3) % pages, (one * 13 + 5) % pages].map(|other| (one, other)));
    let mut tally = Tally::default();
    for (one, other) in adjacent.chain(others).filter(|(one, other)| one != other) {
        let mut swapped = original.clone();
        for place in 0..PAGE {
            swapped.swap(one * PAGE + place, other * PAGE + place);
        }
        let fate = fate(&mut fixture, &swapped);
        assert_ne!(fate, Fate::Unseen, "pages {one} and {other}");
        tally.add(fate);
    }
    tally.print("swaps", pages);
}

/// Each page put back to each of its earlier versions, whose MAC is right. What goes unseen must change
/// nothing that anybody could read.
#[test]
fn a_page_put_back_to_an_earlier_version_is_found() {
    let (mut fixture, first) = furnished(30);
    let mut versions = vec![first];
    for step in 0..5_u32 {
        fixture.unlock().unwrap();
        let number = u128::from(step);
        fixture.write(|writer| match step {
            0 => writer.put(&note(2_000, &"En till. ".repeat(200))).map(drop),
            1 => writer.put(&need(1_000, "Bostad i annan kommun")).map(drop),
            2 => writer.erase(record(3)),
            3 => writer.set_setting("settings", b"{\"language\":\"sv\"}"),
            _ => (0..10).try_for_each(|more| writer.put(&need(3_000 + number + more, "nytt")).map(drop)),
        });
        versions.push(read_locked(&mut fixture));
    }
    let newest = versions.pop().unwrap();
    fixture.unlock().unwrap();
    let (state, head) = (fixture.state(), fixture.audit_head().unwrap());
    let settings = fixture.setting("settings").unwrap();
    let (mut tally, mut same) = (Tally::default(), 0);
    let mut tried = std::collections::BTreeSet::new();
    for old in &versions {
        for page in 0..old.len() / PAGE {
            let range = page * PAGE..(page + 1) * PAGE;
            if old[range.clone()] == newest[range.clone()] || !tried.insert(old[range.clone()].to_vec()) {
                continue;
            }
            let mut rolled = newest.clone();
            rolled[range.clone()].copy_from_slice(&old[range]);
            let fate = fate(&mut fixture, &rolled);
            tally.add(fate);
            if fate == Fate::Unseen {
                assert_eq!(fixture.state(), state, "page {page}: a record is another");
                assert_eq!(fixture.audit_head().unwrap(), head, "page {page}: the chain is shorter");
                assert_eq!(fixture.setting("settings").unwrap(), settings, "page {page}");
                same += 1;
            }
        }
    }
    tally.print("earlier versions", newest.len() / PAGE);
    println!("earlier versions: the {same} unseen hold nothing that is read");
    assert!(tally.found + tally.refused >= 20, "{tally:?}");
    // Several pages at once, each an earlier version of itself: every page of one table's old state.
    let mut all = newest.clone();
    let old = versions.last().unwrap();
    for page in 1..old.len() / PAGE {
        let range = page * PAGE..(page + 1) * PAGE;
        all[range.clone()].copy_from_slice(&old[range]);
    }
    assert_ne!(fate(&mut fixture, &all), Fate::Unseen, "all pages but the first");
}

/// A transaction that was killed half-way, and then somebody removed its journal.
#[test]
fn a_journal_that_was_removed_is_found() {
    let (mut fixture, _) = furnished(30);
    fixture.unlock().unwrap();
    let before = fixture.state();
    // So few pages in memory that what is written goes to the file before the transaction ends.
    fixture.connection.pragma_update(None, "cache_size", 5).unwrap();
    let folder = fixture.folder.clone();
    let mut moments = Vec::new();
    fixture.write(|writer| {
        for number in 0..40 {
            writer.put(&need(5_000 + number, &format!("{number} ").repeat(400)))?;
            let journal = fs::read(folder.join("vault.db-journal")).unwrap_or_default();
            moments.push((fs::read(folder.join("vault.db")).unwrap(), journal));
        }
        Ok(())
    });
    let (mut tally, mut untouched, mut played_back) = (Tally::default(), 0, 0);
    let journal_path = folder.join("vault.db-journal");
    for (bytes, journal) in &moments {
        fixture.lock();
        fs::write(&journal_path, journal).unwrap();
        fs::write(folder.join("vault.db"), bytes).unwrap();
        fixture.unlock().unwrap();
        assert_eq!(fixture.state(), before, "with its journal the transaction has never been");
        fixture.assert_sound();
        played_back += 1;

        fixture.lock();
        let _ = fs::remove_file(&journal_path);
        let fate = fate(&mut fixture, bytes);
        if fate == Fate::Unseen {
            assert_eq!(fixture.state(), before, "nothing had reached the file");
            untouched += 1;
        } else {
            tally.add(fate);
        }
    }
    tally.print("journals removed", moments.len());
    println!("journals kept: {played_back} played back; {untouched} moments before anything was written");
    assert!(tally.found + tally.refused >= 10, "{tally:?}");
}
