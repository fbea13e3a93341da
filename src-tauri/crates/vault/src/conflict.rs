//! Conflicts: one field that was given different values apart.

use automerge::{AutoCommit, ObjId, ObjType, Prop, ROOT, ReadDoc, Value as Stored};
use farled_case::RecordId;
use serde_json::Value;

use crate::{
    Vault, VaultError,
    document::{Document, json},
    record,
};

/// A field that was given different values apart. Every vault that has seen them shows the same one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where: keys and places in lists, from the record inwards.
    pub path: Vec<String>,
    /// The value that shows.
    pub winner: Value,
    /// The others.
    pub others: Vec<Value>,
}

impl Vault {
    /// The conflicts of a record; none when there is no such record.
    ///
    /// # Errors
    /// When the database or the document can't be read.
    pub fn conflicts(&self, id: RecordId) -> Result<Vec<Conflict>, VaultError> {
        match record::load(&self.connection, id)? {
            None => Ok(Vec::new()),
            Some(image) => find(&Document::read(&image.document)?),
        }
    }
}

/// The conflicts of a document.
pub(crate) fn find(document: &Document) -> Result<Vec<Conflict>, VaultError> {
    let mut found = Vec::new();
    walk(document.automerge(), &ROOT, ObjType::Map, &mut Vec::new(), &mut found)?;
    Ok(found)
}

fn walk(
    document: &AutoCommit,
    object: &ObjId,
    kind: ObjType,
    path: &mut Vec<String>,
    found: &mut Vec<Conflict>,
) -> Result<(), VaultError> {
    let entries: Vec<(Prop, Stored<'static>, ObjId, bool)> = match kind {
        ObjType::Map | ObjType::Table => document
            .map_range(object, ..)
            .map(|item| {
                let id = item.id();
                (Prop::Map(item.key.into_owned()), item.value.into(), id, item.conflict)
            })
            .collect(),
        ObjType::List => document
            .list_range(object, ..)
            .map(|item| {
                let id = item.id();
                (Prop::Seq(item.index), item.value.into(), id, item.conflict)
            })
            .collect(),
        ObjType::Text => return Ok(()),
    };
    for (prop, present, id, is_contested) in entries {
        path.push(prop.to_string());
        if is_contested {
            let all = document.get_all(object, prop).map_err(|_| VaultError::RecordDamaged { id: None })?;
            let winner = json(document, &present, &id, 0)?;
            let mut others = Vec::new();
            for (other, other_id) in &all {
                let other = json(document, other, other_id, 0)?;
                if other != winner && !others.contains(&other) {
                    others.push(other);
                }
            }
            if !others.is_empty() {
                found.push(Conflict { path: path.clone(), winner, others });
            }
        }
        if let Stored::Object(kind) = present {
            walk(document, &id, kind, path, found)?;
        }
        path.pop();
    }
    Ok(())
}
