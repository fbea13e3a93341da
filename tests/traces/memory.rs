//! Reads the memory of living processes, as one who has seized a running machine would.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

use crate::canary::{Finder, Hit};

/// How much is read at a time.
const PIECE: usize = 4 << 20;
/// A page of memory, on every machine that the app is built for.
const PAGE: u64 = 4096;

/// What was gone through.
#[derive(Debug, Default)]
pub struct Memory {
    /// Regions read.
    pub regions: usize,
    /// Bytes read.
    pub bytes: u64,
    /// What was found.
    pub hits: Vec<Hit>,
}

impl Memory {
    /// Reads all memory of a process that it can read itself.
    ///
    /// # Errors
    /// When the system does not let us: the app's own memory is closed to other programs of the same user,
    /// and open to root.
    pub fn of(finder: &Finder, process: u32, name: &str) -> io::Result<Self> {
        let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
        let memory = File::open(format!("/proc/{process}/mem"))?;
        let pagemap = File::open(format!("/proc/{process}/pagemap"))?;
        let mut read = Self::default();
        let mut piece = vec![0; PIECE];
        for line in maps.lines() {
            let mut parts = line.split_whitespace();
            let (Some(range), Some(rights)) = (parts.next(), parts.next()) else { continue };
            let what = parts.nth(3).unwrap_or("anonymous");
            // The kernel's own pages can't be read from outside, and a device's reading does something.
            if !rights.starts_with('r') || what.starts_with("[v") || what.starts_with("/dev/dri") {
                continue;
            }
            let Some((begin, end)) = range.split_once('-') else { continue };
            let (Ok(mut at), Ok(end)) = (u64::from_str_radix(begin, 16), u64::from_str_radix(end, 16)) else {
                continue;
            };
            let within = format!("{name}: {what} {rights}");
            read.regions += 1;
            for (begin, end) in present(&pagemap, at, end)? {
                at = begin;
                while at < end {
                    let length = PIECE.min(usize::try_from(end - at).unwrap_or(PIECE));
                    // A page that goes while it is read is passed over.
                    let Ok(got) = memory.read_at(&mut piece[..length], at) else {
                        at += PAGE;
                        continue;
                    };
                    if got == 0 {
                        break;
                    }
                    finder.search(&piece[..got], &within, at, &mut read.hits);
                    read.bytes += got as u64;
                    if at + got as u64 >= end {
                        break;
                    }
                    at += (got.saturating_sub(finder.overlap())).max(1) as u64;
                }
            }
        }
        Ok(read)
    }
}

/// The stretches of a region that are there, in memory or in swap: web engines reserve far more than they
/// ever touch.
fn present(pagemap: &File, begin: u64, end: u64) -> io::Result<Vec<(u64, u64)>> {
    /// Bits of an entry (Linux, `admin-guide/mm/pagemap.rst`): in memory, in swap.
    const THERE: u64 = 1 << 63 | 1 << 62;
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    let mut entries = vec![0; 1 << 16];
    let mut at = begin;
    while at < end {
        let length = usize::try_from((end - at).div_ceil(PAGE) * 8).unwrap_or(usize::MAX).min(entries.len());
        let got = pagemap.read_at(&mut entries[..length], at / PAGE * 8)?;
        if got == 0 {
            break;
        }
        for entry in entries[..got].as_chunks::<8>().0 {
            if u64::from_ne_bytes(*entry) & THERE != 0 {
                match stretches.last_mut() {
                    Some(last) if last.1 == at => last.1 = at + PAGE,
                    _ => stretches.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    Ok(stretches)
}

#[test]
fn what_a_process_holds_is_found_in_its_memory() {
    use crate::canary::{FORMS, Flock, forms};
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut flock = Flock::new();
    let text = flock.text("planted");
    let finder = Finder::new(flock.all());
    let mut child = Command::new("sh")
        .args(["-c", "read -r canaries; echo read; read -r again"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said: Vec<u8> = forms(text.as_bytes()).concat().into_iter().filter(|byte| *byte != 0).collect();
    let input = child.stdin.as_mut().unwrap();
    input.write_all(&said).and_then(|()| input.write_all(b"\n")).unwrap();
    let mut answer = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut answer).unwrap();
    let memory = Memory::of(&finder, child.id(), "sh").expect("one's own child can be read");
    child.kill().unwrap();
    child.wait().unwrap();
    for form in FORMS.iter().filter(|form| !form.starts_with("UTF-16")) {
        assert!(memory.hits.iter().any(|hit| hit.form == *form), "{form}: {:?}", memory.hits);
    }
    println!(
        "positive control, memory: {} regions, {} kB, {} hits",
        memory.regions,
        memory.bytes / 1000,
        memory.hits.len()
    );
}
