//! A caseload of 60 MB goes through in memory, in a time that a person waits for.

use std::time::{Duration, Instant};

use farled_bundle::{Identity, open, seal};
use farled_case::Kind;

use crate::fixture::{card, record, request};

#[test]
fn sixty_megabytes_are_sealed_and_opened_in_seconds() {
    let (alice, bob) = (Identity::generate(), Identity::generate());
    let text = "Vi gick igenom veckan. Han har sovit bättre och ringt sin syster. ".repeat(8);
    let records: Vec<_> = (1_000..21_000)
        .map(|number| {
            let mut record = record(Kind::Note, number, &text);
            record.document = text.as_bytes().repeat(3);
            record
        })
        .collect();
    let recipients = [card(&bob, "Bob")];

    let begun = Instant::now();
    let bytes = seal(&request(&recipients, &records), &alice).unwrap();
    let sealing = begun.elapsed();
    let begun = Instant::now();
    let opened = open(&bytes, &bob).unwrap();
    let opening = begun.elapsed();
    println!("{} bytes: sealed in {sealing:?}, opened in {opening:?}", bytes.len());

    assert!(bytes.len() > 50_000_000);
    assert!(opened.records == records);
    // Generous: the machine may be busy and our own crates are not optimised when tested.
    assert!(sealing < Duration::from_secs(30), "sealing took {sealing:?}");
    assert!(opening < Duration::from_secs(30), "opening took {opening:?}");
}
