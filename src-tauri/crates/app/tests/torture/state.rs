//! What a vault says, as far as the operations here change it, and what it must say after each.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use farled_app::{Desk, Result, settings};
use farled_case::Kind;
use farled_vault::RecordFilter;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// Stands in every text that is kept, and so must stand in no file.
pub const CANARY: &str = "kanariefågel";

/// What must be there: told from the operations alone, never from the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The number of the next operation; what it does follows from it, the seed and this state.
    pub next: u64,
    pub kept: Kept,
    pub passphrase: String,
    /// The recovery key in groups; empty when one was being made that nobody was told.
    pub recovery: String,
    /// A deputy's passphrase.
    pub deputy: Option<String>,
    /// Files that were handed out, beside the vault.
    pub files: BTreeSet<String>,
}

impl State {
    /// The passphrases that open the vault.
    pub fn passphrases(&self) -> BTreeSet<&str> {
        [&self.passphrase].into_iter().chain(&self.deputy).map(String::as_str).collect()
    }
}

/// What is read back from the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Each record's kind and a digest of its texts, by its id.
    pub records: BTreeMap<String, String>,
    pub erased: BTreeSet<Uuid>,
    pub programme: String,
}

impl Kept {
    /// Reads all that is kept.
    pub fn read(desk: &Desk) -> Result<Self> {
        let mut kept = Self { programme: settings::show(desk)?.programme, ..Self::default() };
        for record in desk.vault().records(&RecordFilter::default())? {
            let texts = texts(&record.value);
            // These get their ids inside the operation: known by what they say.
            let key = match record.kind {
                Kind::Disclosure | Kind::Attachment | Kind::Amendment => texts.clone(),
                _ => record.id.to_string(),
            };
            kept.records.insert(key, entry(record.kind, &texts));
        }
        kept.erased = desk.vault().erased()?.into_iter().map(|id| id.0).collect();
        Ok(kept)
    }

    pub fn put(&mut self, kind: Kind, id: Uuid, text: &str) {
        self.records.insert(id.to_string(), entry(kind, text));
    }

    /// An entry of the disclosure log with this ground.
    pub fn log(&mut self, ground: &str) {
        self.put_named(Kind::Disclosure, ground);
    }

    /// A record that is known by what it says.
    pub fn put_named(&mut self, kind: Kind, text: &str) {
        self.records.insert(text.to_owned(), entry(kind, text));
    }

    pub fn erase(&mut self, id: Uuid) {
        self.records.remove(&id.to_string());
        self.erased.insert(id);
    }

    /// The ids of a kind, sorted.
    pub fn of_kind(&self, kind: Kind) -> Vec<Uuid> {
        let beginning = format!("{kind:?} ");
        let of_kind = self.records.iter().filter(|(_, entry)| entry.starts_with(&beginning));
        of_kind.filter_map(|(id, _)| id.parse().ok()).collect()
    }

    /// The first difference, for a message.
    pub fn difference(&self, other: &Self) -> String {
        let here = |id: &String| (id.clone(), self.records.get(id), other.records.get(id));
        let ids: BTreeSet<&String> = self.records.keys().chain(other.records.keys()).collect();
        match ids.into_iter().map(here).find(|(_, one, two)| one != two) {
            Some((id, one, two)) => format!("{id}: {one:?} and {two:?}"),
            None => format!(
                "erased {} and {}, programme {:?} and {:?}",
                self.erased.len(),
                other.erased.len(),
                self.programme,
                other.programme
            ),
        }
    }
}

/// A text of about so many words for the operation with this number, alike for both who know it.
pub fn text(number: u64, words: u64) -> String {
    let mut text = format!("{CANARY} {number}");
    for word in 0..words {
        text.push_str(&format!(" ord{}", (number * 31 + word * word) % 9_973));
    }
    text
}

fn entry(kind: Kind, texts: &str) -> String {
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    let beginning: String = texts.chars().take(24).collect();
    format!("{kind:?} {beginning} {:016x}", hasher.finish())
}

/// Every string with the canary in it.
fn texts(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains(CANARY) => text.clone(),
        Value::Array(list) => list.iter().map(texts).collect(),
        Value::Object(map) => map.values().map(texts).collect(),
        _ => String::new(),
    }
}
