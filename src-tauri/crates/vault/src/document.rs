//! A record's Automerge document.
//!
//! It begins with one change that follows from the record's id and its seed alone, so that colleagues
//! who make the record apart share the start; after that each unlocked session writes as an actor of
//! its own, drawn at random: a restored copy never writes under a name and number that the lost one
//! has used.

use automerge::{
    ActorId, AutoCommit, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue, Value as Stored,
    transaction::CommitOptions,
};
use chrono::{DateTime, Utc};
use farled_case::RecordId;
use serde_json::{Map, Number, Value};
use sha2::{Digest, Sha256};

use crate::{
    VaultError,
    reconcile::{Unnamed, fill, reconcile, replace_entry},
};

/// Objects within objects that a document may have. Our own have at most four; a foreign one with
/// more is there to exhaust the stack.
const DEEPEST: u32 = 16;

/// The largest document that is taken from elsewhere, in bytes.
const LARGEST: usize = 16 << 20;

/// A record's document.
pub(crate) struct Document(AutoCommit);

const DAMAGED: VaultError = VaultError::RecordDamaged { id: None };

/// Draws an actor.
pub(crate) fn make_actor() -> Result<ActorId, VaultError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(ActorId::from(bytes))
}

impl Document {
    /// Begins the document of a record.
    pub(crate) fn begin(id: RecordId, seed: &Value, actor: ActorId) -> Result<Self, VaultError> {
        let mut document = AutoCommit::new();
        // The empty seed makes no change: the root itself is there in every document.
        if seed.as_object().is_some_and(|seed| !seed.is_empty()) {
            document.set_actor(seed_actor(id, seed));
            reconcile(&mut document, seed, Unnamed::Kept)?;
            document.commit_with(CommitOptions::default().with_time(0));
        }
        document.set_actor(actor);
        Ok(Self(document))
    }

    /// Loads a document; what is written to it from now on is `actor`'s.
    pub(crate) fn load(bytes: &[u8], actor: ActorId) -> Result<Self, VaultError> {
        Ok(Self(AutoCommit::load(bytes).map_err(|_| DAMAGED)?.with_actor(actor)))
    }

    /// Loads a document to read it.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, VaultError> {
        Ok(Self(AutoCommit::load(bytes).map_err(|_| DAMAGED)?))
    }

    /// Loads a document that came from elsewhere.
    pub(crate) fn foreign(bytes: &[u8]) -> Result<Self, VaultError> {
        if bytes.len() > LARGEST {
            return Err(DAMAGED);
        }
        Self::read(bytes)
    }

    /// Changes the document until it says `value`, as one change.
    pub(crate) fn reconcile(
        &mut self,
        value: &Value,
        unnamed: Unnamed,
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        if self.0.is_empty() {
            fill(&mut self.0, value)?;
        } else {
            reconcile(&mut self.0, value, unnamed)?;
        }
        self.commit(now);
        Ok(())
    }

    fn commit(&mut self, now: DateTime<Utc>) {
        self.0.commit_with(CommitOptions::default().with_time(now.timestamp()));
    }

    /// Writes the field at `path` anew, as one change. Returns whether there is such a field.
    pub(crate) fn replace_at(
        &mut self,
        path: &[String],
        value: &Value,
        now: DateTime<Utc>,
    ) -> Result<bool, VaultError> {
        let Some((last, path)) = path.split_last() else { return Ok(false) };
        let (mut object, mut kind) = (ROOT, ObjType::Map);
        for step in path {
            let Some(prop) = prop(kind, step) else { return Ok(false) };
            match self.0.get(&object, prop).map_err(|_| DAMAGED)? {
                Some((Stored::Object(inner), id)) => (object, kind) = (id, inner),
                _ => return Ok(false),
            }
        }
        let Some(prop) = prop(kind, last) else { return Ok(false) };
        if self.0.get(&object, prop.clone()).map_err(|_| DAMAGED)?.is_none() {
            return Ok(false);
        }
        replace_entry(&mut self.0, &object, prop, value)?;
        self.commit(now);
        Ok(true)
    }

    /// Takes over every change of another document. Returns whether any was new.
    pub(crate) fn merge(&mut self, other: &mut Self) -> Result<bool, VaultError> {
        let before = self.0.get_heads();
        self.0.merge(&mut other.0).map_err(|_| DAMAGED)?;
        Ok(self.0.get_heads() != before)
    }

    /// Whether this document goes on from `earlier`: holds every change of it.
    pub(crate) fn descends_from(&mut self, earlier: &mut Self) -> bool {
        earlier.0.get_heads().iter().all(|head| self.0.get_change_by_hash(head).is_some())
    }

    /// The bytes to store.
    pub(crate) fn save(&mut self) -> Vec<u8> {
        self.0.save()
    }

    /// The present value.
    pub(crate) fn value(&self) -> Result<Value, VaultError> {
        object(&self.0, &ROOT, ObjType::Map, 0)
    }

    pub(crate) fn automerge(&self) -> &AutoCommit {
        &self.0
    }
}

/// A step of a path in an object of this kind.
fn prop(kind: ObjType, step: &str) -> Option<Prop> {
    match kind {
        ObjType::Map | ObjType::Table => Some(Prop::Map(step.to_owned())),
        ObjType::List => step.parse().ok().map(Prop::Seq),
        ObjType::Text => None,
    }
}

/// The actor of a record's first change. It names the seed as well: if a later version of the program
/// seeds a kind otherwise, that is another actor's change, not another change of the same actor.
fn seed_actor(id: RecordId, seed: &Value) -> ActorId {
    let hash = Sha256::new()
        .chain_update(b"farled seed 1")
        .chain_update(id.0.as_bytes())
        .chain_update(seed.to_string())
        .finalize();
    ActorId::from(&hash[..16])
}

/// The JSON of an object in a document.
fn object(document: &AutoCommit, id: &ObjId, kind: ObjType, depth: u32) -> Result<Value, VaultError> {
    if depth > DEEPEST {
        return Err(DAMAGED);
    }
    match kind {
        ObjType::Map | ObjType::Table => {
            let mut map = Map::new();
            for item in document.map_range(id, ..) {
                let value = json(document, &Stored::from(item.value.clone()), &item.id(), depth)?;
                map.insert(item.key.into_owned(), value);
            }
            Ok(Value::Object(map))
        }
        ObjType::List => {
            let mut list = Vec::new();
            for item in document.list_range(id, ..) {
                list.push(json(document, &Stored::from(item.value.clone()), &item.id(), depth)?);
            }
            Ok(Value::Array(list))
        }
        ObjType::Text => document.text(id).map(Value::String).map_err(|_| DAMAGED),
    }
}

/// The JSON of one value in a document.
pub(crate) fn json(
    document: &AutoCommit,
    stored: &Stored<'_>,
    id: &ObjId,
    depth: u32,
) -> Result<Value, VaultError> {
    match stored {
        Stored::Object(kind) => object(document, id, *kind, depth + 1),
        Stored::Scalar(scalar) => self::scalar(scalar),
    }
}

fn scalar(scalar: &ScalarValue) -> Result<Value, VaultError> {
    Ok(match scalar {
        ScalarValue::Null => Value::Null,
        ScalarValue::Boolean(value) => Value::Bool(*value),
        ScalarValue::Str(value) => Value::String(value.to_string()),
        ScalarValue::Int(value) | ScalarValue::Timestamp(value) => Value::Number((*value).into()),
        ScalarValue::Uint(value) => Value::Number((*value).into()),
        ScalarValue::Counter(counter) => Value::Number(i64::from(counter).into()),
        ScalarValue::F64(value) => Value::Number(Number::from_f64(*value).ok_or(DAMAGED)?),
        // Nothing of ours is written so; a document that has it is not one of ours.
        ScalarValue::Bytes(_) | ScalarValue::Unknown { .. } => return Err(DAMAGED),
    })
}
