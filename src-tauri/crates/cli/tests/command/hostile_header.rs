//! A header that asks for more than any machine has is refused before any memory is taken: the program
//! runs within a limited address space, the smallest in which it can say that a header is none at all.

use std::{fs, process::Command};

use farled_vault::with_fitting_checksum;

use crate::support::{Cli, PROGRAM, Ran, run};

/// Where the memory of the first slot stands; its passes and lanes follow. (33 bytes before the slots, 17
/// of the slot.)
const COST: usize = 33 + 17;

/// What this much more than the least is taken for none: the least legal derivation takes 64 MiB.
const STEP: u32 = 8;

/// Lists the cases within so many MiB of address space.
fn within(cli: &Cli, mib: u32) -> Ran {
    let quoted: Vec<String> =
        cli.arguments(&["case", "list"]).iter().map(|argument| format!("'{argument}'")).collect();
    let line = format!("ulimit -v {} && exec {PROGRAM} {}", mib * 1024, quoted.join(" "));
    // A limit that is too tight may end it in any way, also by a signal: the outer shell says so.
    run(Command::new("bash").args(["-c", "bash -c \"$1\"; exit $?", "bash", &line]), b"")
}

fn says(ran: &Ran, code: &str) -> bool {
    ran.code == 1 && ran.err.starts_with(&format!("{code}: "))
}

#[test]
fn a_header_that_asks_for_too_much_is_refused_in_the_memory_that_no_header_takes() {
    let cli = Cli::new();
    let path = cli.folder().join("vault.header");
    let whole = fs::read(&path).unwrap();
    // Else it would be read in its place.
    fs::remove_file(cli.folder().join("vault.header.copy")).unwrap();

    fs::write(&path, [b"FARLEDXX", &whole[8..]].concat()).unwrap();
    let least = (16..2048)
        .step_by(STEP as usize)
        .find(|mib| says(&within(&cli, *mib), "vault-header-damaged"))
        .expect("two GiB are enough to read a few bytes");
    let limit = least + STEP;
    println!("a header with a wrong magic is refused within {least} MiB of address space");

    let hostile = [
        ("4 GiB less a little", [4 * 1024 * 1024 - 1, 4, 4]),
        ("4 GiB", [4 * 1024 * 1024, 4, 4]),
        ("a KiB more than is allowed", [2 * 1024 * 1024 + 1, 4, 4]),
        ("all that can be asked for", [u32::MAX, 4, 4]),
        ("half of it", [1 << 31, 4, 4]),
        ("passes without end", [64 * 1024, u32::MAX, 4]),
        ("lanes without end", [64 * 1024, 4, u32::MAX]),
        ("a lane for each of 16 million threads", [64 * 1024, 4, (1 << 24) - 1]),
        ("everything", [u32::MAX; 3]),
    ];
    for (name, cost) in hostile {
        let mut bytes = whole.clone();
        for (part, value) in bytes[COST..COST + 12].chunks_exact_mut(4).zip(cost) {
            part.copy_from_slice(&value.to_le_bytes());
        }
        fs::write(&path, with_fitting_checksum(&bytes)).unwrap();
        let ran = within(&cli, limit);
        assert!(says(&ran, "vault-hostile-parameters"), "{name} within {limit} MiB: {ran:?}");
    }
    println!("{} hostile headers are refused within {limit} MiB", hostile.len());

    // The limit does tell: the least that is legal, 64 MiB, can't be had within it.
    fs::write(&path, &whole).unwrap();
    let ran = within(&cli, limit);
    assert!(!says(&ran, "vault-hostile-parameters") && ran.code != 0, "{ran:?}");
    println!(
        "a legal header within {limit} MiB: exit {}, {}",
        ran.code,
        ran.err.lines().next().unwrap_or("")
    );
    assert_eq!(within(&cli, limit + 1024).code, 0, "with more memory it opens");
}
