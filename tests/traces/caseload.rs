//! A caseload with a canary of its own in every text of every kind of record, laid out by the JSON
//! Schema of the format: a field that is added is covered by itself, or refused, which fails the test.

use std::fs;
use std::ops::ControlFlow;

use farled_app::{Desk, attachment, caseload, exchange, form, settings};
use farled_case::{CaseId, Kind, Vocabulary};
use serde_json::{Map, Value, json};

use crate::canary::Flock;

/// Whose records: each has one id a type, since records refer to each other by kind.
#[derive(Clone, Copy)]
enum Whose {
    Own,
    Colleagues,
}

impl Whose {
    /// The beginning of the ids.
    fn ids(self) -> &'static str {
        match self {
            Self::Own => "01993c5e-0000-7000-8000-00000000",
            Self::Colleagues => "01993c5e-0000-7000-8000-00000001",
        }
    }

    /// What stands before a canary's place.
    fn place(self) -> &'static str {
        match self {
            Self::Own => "",
            Self::Colleagues => RECEIVED,
        }
    }
}

/// What the places of canaries begin with that a colleague sends.
pub const RECEIVED: &str = "received: ";

/// Fills the vault, and notes every canary. Answers with the person in it, and their alias.
pub fn fill(desk: &mut Desk, flock: &mut Flock) -> (CaseId, String) {
    let schema = caseload::schema();
    let mut filler = Filler { schema: &schema, today: desk.today().to_string(), whose: Whose::Own, flock };
    let mut records = filler.travelling();
    // What travels in no file and so stands in no schema, made of the parts that do.
    let case = filler.id("CaseId");
    let now = filler.format("date-time");
    let content = filler.value(&json!({ "$ref": "#/$defs/NoteContent" }), "note_draft.content");
    records.push((
        Kind::NoteDraft,
        json!({ "id": filler.id("DraftId"), "case": case, "created_at": now, "changed_at": now, "content": content }),
    ));
    records.push((
        Kind::AmendmentDraft,
        json!({
            "note": filler.id("NoteId"), "case": case, "becomes": filler.id("DraftId"), "created_at": now,
            "changed_at": now, "text": filler.flock.text("amendment_draft.text"),
        }),
    ));
    records.push((
        Kind::Disclosure,
        json!({
            "id": filler.id("DisclosureId"), "case": case, "at": now, "kind": "export",
            "what": filler.text("disclosure.what"),
            "recipient": filler.text("disclosure.recipient"),
            "ground": filler.text("disclosure.ground"),
        }),
    ));
    // What a file holds comes by a way of its own, below.
    let kinds: Vec<_> = records.iter().map(|(kind, _)| *kind).chain([Kind::Attachment]).collect();
    assert!(Kind::ALL.iter().all(|kind| kinds.contains(kind)), "a kind of record has no canaries: {kinds:?}");

    caseload::import_values(desk, &records).expect("what the schema allows is taken in");
    let person = CaseId(case.parse().unwrap());
    document(desk, flock, person);
    let preferences = preferences(desk, flock);
    settings::save(desk, &preferences).expect("preferences are kept");
    form::keep(desk, "request new", &flock.text("form.fields")).expect("what stands in a form is kept");
    exchange::my_card(desk).expect("the identity is made");
    let identity = desk.vault().setting("identity").unwrap().expect("it was made just now");
    flock.note("key: identity", &identity[..32.min(identity.len())]);
    flock.note("key: identity, end", &identity[identity.len() - 32.min(identity.len())..]);
    let (_, case) = records.iter().find(|(kind, _)| *kind == Kind::Case).expect("there is one");
    (person, case["alias"].as_str().expect("an alias is text").to_owned())
}

/// Fills a colleague's vault with a person of theirs, and notes every canary. Answers with the person.
pub fn fill_colleagues(desk: &mut Desk, flock: &mut Flock) -> CaseId {
    let schema = caseload::schema();
    let today = desk.today().to_string();
    let mut filler = Filler { schema: &schema, today, whose: Whose::Colleagues, flock };
    let records = filler.travelling();
    let case = filler.id("CaseId");
    caseload::import_values(desk, &records).expect("what the schema allows is taken in");
    CaseId(case.parse().unwrap())
}

/// A document of the person's: in what it says, in its name, and in what is said about it.
fn document(desk: &mut Desk, flock: &mut Flock, case: CaseId) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    let content = flock.text("attachment: content");
    fs::write(&path, format!("%PDF-1.4\n1 0 obj\n({content})\nendobj\n%%EOF\n")).unwrap();
    let added = attachment::add(desk, case, &path, &mut |_| ControlFlow::Continue(())).unwrap();
    let wording = attachment::Wording {
        name: flock.text("attachment: name"),
        description: flock.text("attachment: description"),
        dated_on: Some(desk.today()),
    };
    attachment::edit(desk, added.id, wording).unwrap();
}

/// The preferences with a canary in every text that is free.
fn preferences(desk: &Desk, flock: &mut Flock) -> settings::Settings {
    let mut value = serde_json::to_value(settings::show(desk).unwrap()).unwrap();
    for (name, field) in value.as_object_mut().expect("fields") {
        if field.as_str() == Some("") {
            *field = flock.text(&format!("settings.{name}")).into();
        }
    }
    serde_json::from_value(value).expect("free texts take any text")
}

/// Lays out a value by its schema.
struct Filler<'a> {
    schema: &'a Value,
    today: String,
    whose: Whose,
    flock: &'a mut Flock,
}

impl Filler<'_> {
    /// A record of every kind that a caseload file has.
    fn travelling(&mut self) -> Vec<(Kind, Value)> {
        let mut records = Vec::new();
        for variant in self.schema["oneOf"].as_array().expect("one variant a kind") {
            let term = variant["properties"]["kind"]["const"].as_str().expect("named");
            let kind = Kind::ALL.iter().copied().find(|kind| kind.term() == term).expect("a known kind");
            records.push((kind, self.value(&variant["properties"]["value"], term)));
        }
        records
    }

    /// A canary.
    fn text(&mut self, path: &str) -> String {
        self.flock.text(&format!("{}{path}", self.whose.place()))
    }

    fn value(&mut self, schema: &Value, path: &str) -> Value {
        if let Some(value) = self.settled(path) {
            return value;
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.named(name, path);
        }
        // Of what may be left out or be nothing, that which is something.
        for choice in ["anyOf", "oneOf"] {
            if let Some(first) = schema[choice].as_array().and_then(|choices| choices.first()) {
                return self.value(&first.clone(), path);
            }
        }
        if let Some(fixed) = schema.get("const") {
            return fixed.clone();
        }
        match of_type(schema) {
            "object" => self.object(schema, path),
            "array" => json!([self.value(&schema["items"].clone(), path)]),
            "string" => match schema["format"].as_str() {
                Some(format) => self.format(format).into(),
                None => self.text(path).into(),
            },
            "integer" => json!(5),
            "boolean" => json!(false),
            other => panic!("{path}: nobody has said what to put into a {other:?}"),
        }
    }

    fn named(&mut self, name: &str, path: &str) -> Value {
        let definition = self.schema["$defs"][name].clone();
        match definition["format"].as_str() {
            Some("uuid") => self.id(name).into(),
            _ if name == "IsoWeek" => {
                farled_case::IsoWeek::of(self.today.parse().unwrap()).to_string().into()
            }
            _ => self.value(&definition, path),
        }
    }

    fn object(&mut self, schema: &Value, path: &str) -> Value {
        let mut object = Map::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            object.insert(name.clone(), self.value(field, &format!("{path}.{name}")));
        }
        if schema["additionalProperties"].is_object() {
            let key = format!("{}.1", self.id("RoutineId"));
            object.insert(key, self.value(&schema["additionalProperties"].clone(), path));
        }
        object.into()
    }

    /// What isn't free to be anything.
    fn settled(&self, path: &str) -> Option<Value> {
        Some(match path {
            "series.rule" => json!("FREQ=WEEKLY"),
            "case.phase" => json!("active"),
            // One by itself: the id of one in a series follows from the series.
            "appointment.series" | "appointment.recurrence_id" => Value::Null,
            _ if path.ends_with(".days") => {
                json!({ "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true })
            }
            _ => return None,
        })
    }

    /// One id a type.
    fn id(&self, name: &str) -> String {
        let number = name.bytes().fold(0_u16, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        format!("{}{number:04x}", self.whose.ids())
    }

    /// Text of a format: all of it today.
    fn format(&self, format: &str) -> String {
        match format {
            "date" => self.today.clone(),
            "partial-time" => "10:00:00".to_owned(),
            "partial-date-time" => format!("{}T10:00:00", self.today),
            "date-time" => format!("{}T10:00:00Z", self.today),
            other => panic!("nobody has said what a {other} looks like"),
        }
    }
}

/// The type of a value that may also be nothing.
fn of_type(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        other => other.as_str(),
    }
    .unwrap_or("nothing")
}
