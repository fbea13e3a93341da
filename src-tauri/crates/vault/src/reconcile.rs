//! Changes a document until it says what a JSON value says, with as few operations as that takes.
//!
//! A field that already has its value is left alone: writing it again would silently settle a
//! conflict that nobody has looked at. Fields of the record itself that the value does not name are
//! kept, since a newer version of the program may have written them; maps within it become exactly
//! what the value says. Strings are whole values: two people's edits of one field show as a conflict
//! instead of being spliced into a sentence that neither wrote. Entries of lists are told apart by
//! their `id`, or else by their value.

use std::collections::HashMap;

use automerge::{
    AutoCommit, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue, Value as Stored, hydrate,
    transaction::Transactable,
};
use serde_json::{Map, Value};

use crate::{VaultError, document::json};

const DAMAGED: VaultError = VaultError::RecordDamaged { id: None };

/// Pairs of list entries that are compared to find what two lists have in common.
const MOST_COMPARED: usize = 1 << 20;

/// What becomes of keys that the new map does not name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unnamed {
    Kept,
    Removed,
}

/// Reconciles the whole document with an object.
pub(crate) fn reconcile(
    document: &mut AutoCommit,
    value: &Value,
    unnamed: Unnamed,
) -> Result<(), VaultError> {
    let map = value.as_object().ok_or(DAMAGED)?;
    reconcile_map(document, &ROOT, map, unnamed)
}

/// Writes a whole new document at once, which takes a fifth of the time. The order in which fields are
/// written is left to chance, so a seed can't be written so.
pub(crate) fn fill(document: &mut AutoCommit, value: &Value) -> Result<(), VaultError> {
    match hydrated(value) {
        hydrate::Value::Map(map) => document.init_root_from_hydrate(&map).map_err(|_| DAMAGED),
        _ => Err(DAMAGED),
    }
}

fn hydrated(value: &Value) -> hydrate::Value {
    match value {
        Value::Object(map) => {
            let entries = map.iter().map(|(key, value)| (key.as_str(), hydrated(value)));
            entries.collect::<HashMap<_, _>>().into()
        }
        Value::Array(list) => list.iter().map(hydrated).collect::<Vec<_>>().into(),
        value => scalar(value).into(),
    }
}

fn reconcile_map(
    document: &mut AutoCommit,
    object: &ObjId,
    map: &Map<String, Value>,
    unnamed: Unnamed,
) -> Result<(), VaultError> {
    if unnamed == Unnamed::Removed {
        let gone: Vec<String> = document.keys(object).filter(|key| !map.contains_key(key)).collect();
        for key in gone {
            document.delete(object, key).map_err(|_| DAMAGED)?;
        }
    }
    for (key, value) in map {
        reconcile_entry(document, object, Prop::Map(key.clone()), value)?;
    }
    Ok(())
}

/// Makes one entry, of a map or of a list, say `value`.
pub(crate) fn reconcile_entry(
    document: &mut AutoCommit,
    object: &ObjId,
    prop: Prop,
    value: &Value,
) -> Result<(), VaultError> {
    let present = document.get(object, prop.clone()).map_err(|_| DAMAGED)?;
    let present = present.map(|(stored, id)| (stored.into_owned(), id));
    match (value, present) {
        (Value::Object(map), Some((Stored::Object(ObjType::Map), id))) => {
            reconcile_map(document, &id, map, Unnamed::Removed)
        }
        (Value::Array(list), Some((Stored::Object(ObjType::List), id))) => {
            reconcile_list(document, &id, list)
        }
        (value, Some((stored @ Stored::Scalar(_), id))) if json(document, &stored, &id, 0)? == *value => {
            Ok(())
        }
        (value, _) => replace_entry(document, object, prop, value),
    }
}

/// Writes an entry anew, whatever it was: of several values that were written apart, this one stays.
pub(crate) fn replace_entry(
    document: &mut AutoCommit,
    object: &ObjId,
    prop: Prop,
    value: &Value,
) -> Result<(), VaultError> {
    match value {
        Value::Object(map) => {
            let id = document.put_object(object, prop, ObjType::Map).map_err(|_| DAMAGED)?;
            reconcile_map(document, &id, map, Unnamed::Removed)
        }
        Value::Array(list) => {
            let id = document.put_object(object, prop, ObjType::List).map_err(|_| DAMAGED)?;
            reconcile_list(document, &id, list)
        }
        value => document.put(object, prop, scalar(value)).map_err(|_| DAMAGED),
    }
}

fn reconcile_list(document: &mut AutoCommit, object: &ObjId, list: &[Value]) -> Result<(), VaultError> {
    let mut present = Vec::new();
    for item in document.list_range(object, ..) {
        present.push(json(document, &Stored::from(item.value.clone()), &item.id(), 0)?);
    }
    let kept = common(&present, list);
    let mut kept = kept.iter().copied().peekable();
    let (mut old, mut at) = (0, 0);
    for (new, value) in list.iter().enumerate() {
        match kept.next_if(|(_, kept_new)| *kept_new == new) {
            Some((kept_old, _)) => {
                while old < kept_old {
                    document.delete(object, at).map_err(|_| DAMAGED)?;
                    old += 1;
                }
                reconcile_entry(document, object, Prop::Seq(at), value)?;
                old += 1;
            }
            None => insert(document, object, at, value)?,
        }
        at += 1;
    }
    while old < present.len() {
        document.delete(object, at).map_err(|_| DAMAGED)?;
        old += 1;
    }
    Ok(())
}

fn insert(document: &mut AutoCommit, object: &ObjId, at: usize, value: &Value) -> Result<(), VaultError> {
    match value {
        Value::Object(map) => {
            let id = document.insert_object(object, at, ObjType::Map).map_err(|_| DAMAGED)?;
            reconcile_map(document, &id, map, Unnamed::Removed)
        }
        Value::Array(list) => {
            let id = document.insert_object(object, at, ObjType::List).map_err(|_| DAMAGED)?;
            reconcile_list(document, &id, list)
        }
        value => document.insert(object, at, scalar(value)).map_err(|_| DAMAGED),
    }
}

/// Whether two entries are the same one: the same `id`, or, where either has none, the same value.
fn is_same_entry(old: &Value, new: &Value) -> bool {
    match (old.get("id"), new.get("id")) {
        (Some(old), Some(new)) => old == new,
        _ => old == new,
    }
}

/// Which entries of the old list stay, as pairs of places in the old and the new one: a longest common
/// subsequence, sought only between what both ends have in common.
fn common(old: &[Value], new: &[Value]) -> Vec<(usize, usize)> {
    let same = |(old, new): &(&Value, &Value)| is_same_entry(old, new);
    let head = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    let (old_rest, new_rest) = (&old_rest[..old_rest.len() - tail], &new_rest[..new_rest.len() - tail]);

    if old_rest.len().saturating_mul(new_rest.len()) > MOST_COMPARED {
        // Nothing of ours has such lists; what has is written anew.
        let ends = (0..head).map(|place| (place, place));
        return ends.chain((1..=tail).rev().map(|back| (old.len() - back, new.len() - back))).collect();
    }
    // lengths[i][j]: how many entries old_rest[i..] and new_rest[j..] have in common.
    let width = new_rest.len() + 1;
    let mut lengths = vec![0_u32; (old_rest.len() + 1) * width];
    for (i, old) in old_rest.iter().enumerate().rev() {
        for (j, new) in new_rest.iter().enumerate().rev() {
            lengths[i * width + j] = if is_same_entry(old, new) {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut pairs: Vec<_> = (0..head).map(|place| (place, place)).collect();
    let (mut i, mut j) = (0, 0);
    while i < old_rest.len() && j < new_rest.len() {
        if is_same_entry(&old_rest[i], &new_rest[j]) {
            pairs.push((head + i, head + j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs.extend((1..=tail).rev().map(|back| (old.len() - back, new.len() - back)));
    pairs
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Bool(value) => ScalarValue::Boolean(*value),
        Value::String(text) => ScalarValue::Str(text.as_str().into()),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(value), _, _) => ScalarValue::Int(value),
            (None, Some(value), _) => ScalarValue::Uint(value),
            (None, None, value) => value.map_or(ScalarValue::Null, ScalarValue::F64),
        },
        // Objects and arrays are no scalars; they never come here.
        Value::Null | Value::Array(_) | Value::Object(_) => ScalarValue::Null,
    }
}
