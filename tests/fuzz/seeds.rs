//! The seeds: what the program itself writes, and files of others that the tests have.

use std::{
    fs,
    path::{Path, PathBuf},
};

use farled_app::{Clock, exchange, settings, vault};
use farled_vault::{KdfCost, Passphrase, Vault};

/// Puts every seed that is missing into its folder.
pub fn write(folder: &dyn Fn(&str) -> PathBuf) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/crates");
    let keep = |target: &str, name: &str, bytes: &[u8]| {
        fs::create_dir_all(folder(target)).unwrap();
        let path = folder(target).join(name);
        if !path.exists() {
            fs::write(path, bytes).unwrap();
        }
    };
    let directory = tempfile::tempdir().unwrap();
    let place = directory.path().join("vault");
    let now = Clock::System.now();
    let passphrase = |text: &str| Passphrase::new(text.to_owned());
    let (mut made, key) =
        Vault::create_with(&place, &passphrase("den första"), KdfCost::MINIMUM, now).unwrap();
    let header = || fs::read(place.join("vault.header")).unwrap();
    keep("vault_header", "two-slots", &header());
    for name in ["Ismael", "Siv"] {
        made.add_passphrase_with(name, &passphrase(name), KdfCost::MINIMUM, now).unwrap();
    }
    keep("vault_header", "four-slots", &header());
    let groups = key.groups();
    keep("recovery_key", "spaces", groups.join(" ").as_bytes());
    keep("recovery_key", "lines", groups.join("\n").to_lowercase().as_bytes());
    keep("recovery_key", "whole", groups.concat().as_bytes());

    drop(made);
    let mut desk = vault::unlock(&place, "den första", Clock::System).unwrap();
    let settings = settings::Settings { name: "Kim Exempel".into(), ..settings::show(&desk).unwrap() };
    settings::save(&mut desk, &settings).unwrap();
    keep("card", "own", &exchange::my_card_file(&mut desk).unwrap().bytes);

    let records = fs::read_to_string(root.join("vault/src/tests/golden/records-1.jsonl")).unwrap();
    for (number, line) in records.lines().enumerate() {
        keep("caseload_line", &format!("record-{:02}", number + 1), line.as_bytes());
    }
    for file in fs::read_dir(root.join("app/tests/calendar_file/files")).unwrap() {
        let file = file.unwrap();
        keep("calendar_file", file.file_name().to_str().unwrap(), &fs::read(file.path()).unwrap());
    }
    for entry in fs::read_dir(root.join("bundle/tests/golden")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap_or_default();
        if name.contains("card") {
            keep("card", &name, &bytes);
        } else if bytes.starts_with(b"age-encryption.org") {
            // Its head is what is looked at without a key.
            keep("bundle", &name, &bytes[..bytes.len().min(4096)]);
            keep("bundle", &format!("{name}-short"), &bytes[..bytes.len().min(300)]);
        }
    }
}
