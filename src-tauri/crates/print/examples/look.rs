//! Writes sample papers into a folder, to look at: `cargo run -p farled-print --example look -- FOLDER`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{fs, path::PathBuf};

use chrono::NaiveDate;
use farled_locale::Language;
use farled_print::{RecoverySheet, recovery_sheet};
use support::{ALL, empty_week, long_week, pdf, week};

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    for (language, paper) in ALL {
        let save = |name: &str, bytes: Vec<u8>| {
            let file = format!("{name}-{language}-{paper:?}.pdf").to_lowercase();
            fs::write(folder.join(file), bytes).unwrap();
        };
        save("week", pdf(&week(language), language, paper));
        save("long", pdf(&long_week(), language, paper));
        save("empty", pdf(&empty_week(), language, paper));
    }
    for language in Language::ALL {
        let groups = [
            "K7QMX", "2ZRD8", "X94TW", "PW3HM", "6VBN1", "QK8JG", "TR5C0", "M2XGS", "9DWFN", "HZ7PY",
            "C4KT3", "V8NQA", "WMWMW",
        ];
        let sheet = RecoverySheet {
            groups: groups.map(str::to_owned).to_vec(),
            made_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        };
        let bytes = recovery_sheet(&sheet, language).unwrap().pdf().unwrap();
        fs::write(folder.join(format!("recovery-{language}.pdf")), bytes).unwrap();
    }
}
