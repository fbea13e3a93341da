//! What stands in a form and is not saved yet. It is kept inside the vault while it is written, so that no
//! lock, crash or power cut takes it, and leaves no history; it travels in no bundle and no file.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{Desk, Failure, Result};

/// The name under which the vault keeps them.
const NAME: &str = "forms";

/// How many days one waits that nobody opens again. Long enough for an absence; text that stands in no
/// record is not to be kept for ever.
const DAYS: i64 = 30;

/// How many may wait; beyond that the oldest goes. More than anybody leaves open.
const MOST: usize = 50;

#[derive(Serialize, Deserialize)]
struct Form {
    /// What stands in its fields, as the page wrote it.
    fields: String,
    at: DateTime<Utc>,
}

type Forms = BTreeMap<String, Form>;

/// What stands in the form with this name; `None` when nothing waits there.
///
/// # Errors
/// What the vault says.
pub fn show(desk: &Desk, name: &str) -> Result<Option<String>> {
    let limit = oldest(desk.clock().now());
    Ok(forms(desk)?.remove(name).filter(|form| form.at >= limit).map(|form| form.fields))
}

/// Keeps what stands in a form; `fields` is the page's own writing of it. Returns when it was kept.
///
/// # Errors
/// What the vault says.
pub fn keep(desk: &mut Desk, name: &str, fields: &str) -> Result<DateTime<Utc>> {
    let now = desk.clock().now();
    let mut forms = forms(desk)?;
    forms.insert(name.to_owned(), Form { fields: fields.to_owned(), at: now });
    forms.retain(|_, form| form.at >= oldest(now));
    while forms.len() > MOST {
        let first = forms.iter().min_by_key(|(_, form)| form.at).map(|(name, _)| name.clone());
        forms.remove(&first.unwrap_or_default());
    }
    store(desk, &forms)?;
    Ok(now)
}

/// Forgets what stands in a form: it was saved or given up.
///
/// # Errors
/// What the vault says.
pub fn forget(desk: &mut Desk, name: &str) -> Result<()> {
    let mut forms = forms(desk)?;
    if forms.remove(name).is_none() {
        return Ok(());
    }
    store(desk, &forms)
}

/// What can't be read is nothing: a form must never keep anybody out of the vault.
fn forms(desk: &Desk) -> Result<Forms> {
    let stored = desk.vault().setting(NAME)?;
    Ok(stored.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
}

fn store(desk: &mut Desk, forms: &Forms) -> Result<()> {
    let bytes = serde_json::to_vec(forms).map_err(|_| Failure::new("record-damaged"))?;
    desk.write_quietly(|writer| match forms.is_empty() {
        true => Ok(writer.remove_setting(NAME)?),
        false => Ok(writer.set_setting(NAME, &bytes)?),
    })
}

fn oldest(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(DAYS)
}
