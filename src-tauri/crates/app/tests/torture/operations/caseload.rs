//! The caseload as a file: read in, and handed out.

use std::path::Path;

use farled_app::{Result, caseload};
use farled_case::{CaseId, Kind, Need, NeedArea, NeedId, NeedStatus, NoteDraft, NoteId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Operation, id, note};
use crate::{
    dice::Dice,
    place::Place,
    state::{CANARY, State, text},
    support,
};

/// A new person with some needs and notes.
struct Import(u64);

impl Import {
    fn case(&self) -> Uuid {
        id(5, self.0)
    }

    /// Kind, id, text and value of each line.
    fn lines(&self) -> Vec<(Kind, Uuid, String, Value)> {
        let at = |place: u64| Uuid::from_u128(self.case().as_u128() | u128::from(place + 1));
        let now = support::clock(support::NOW).now();
        let alias = text(self.0, 0);
        let case = json!({
            "id": self.case(), "alias": alias, "phase": "active", "opened_on": "2026-11-02",
            "protection": "none",
        });
        let mut lines = vec![(Kind::Case, self.case(), alias, case)];
        for place in 0..8 {
            let text = text(self.0 * 1_000 + place, 40);
            let (kind, value) = if place % 2 == 0 {
                let need = Need {
                    id: NeedId(at(place)),
                    case: CaseId(self.case()),
                    area: NeedArea::HousingLongTerm,
                    status: NeedStatus::Need,
                    description: text.clone(),
                    updates: Vec::new(),
                    order: 0,
                };
                (Kind::Need, serde_json::to_value(need).unwrap())
            } else {
                let draft = NoteDraft {
                    id: NoteId(at(place)),
                    case: CaseId(self.case()),
                    created_at: now,
                    changed_at: now,
                    content: note::content(&text),
                };
                (Kind::Note, serde_json::to_value(draft.sign("Kim Exempel", now).unwrap()).unwrap())
            };
            lines.push((kind, at(place), text, value));
        }
        lines
    }
}

impl Operation for Import {
    fn name(&self) -> &'static str {
        "import"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let lines = self.lines();
        let lines =
            lines.iter().map(|(kind, _, _, value)| json!({ "kind": kind, "value": value }).to_string());
        let file = lines.collect::<Vec<_>>().join("\n");
        caseload::import(place, file.as_bytes(), &mut farled_app::unwatched)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        for (kind, id, text, _) in self.lines() {
            state.kept.put(kind, id, &text);
        }
    }
}

pub fn draw_import(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Import(state.next)))
}

struct Export {
    name: String,
    ground: String,
}

impl Operation for Export {
    fn name(&self) -> &'static str {
        "export"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let path = place.outside().join(&self.name);
        caseload::export_file(place, &self.ground, &path)?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.log(&self.ground);
        state.files.insert(self.name.clone());
    }

    /// It is logged before it is there: what was handed out is in the log, whatever happens.
    fn between(&self, before: &State) -> Vec<State> {
        let mut logged = before.clone();
        logged.next += 1;
        logged.kept.log(&self.ground);
        vec![logged]
    }
}

pub fn draw_export(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Export { name: format!("{}.jsonl", state.next), ground: text(state.next, 0) }))
}

/// Whether a file that was handed out is whole.
pub fn is_whole_file(path: &Path) -> bool {
    if path.extension().is_some_and(|extension| extension == "farledbackup") {
        return farled_vault::inspect_backup(path).is_ok();
    }
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let is_export = path.extension().is_some_and(|extension| extension == "jsonl");
    // The records are sorted by kind and every vault here has a need and ends in a signed note or less:
    // each line reads, and the last one ends.
    is_export
        && text.contains(CANARY)
        && text.ends_with('\n')
        && text.lines().all(|line| serde_json::from_str::<Value>(line).is_ok())
}
