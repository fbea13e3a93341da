//! Photos and PDFs of documents.

use std::path::{Path, PathBuf};

use farled_app::{Result, attachment, unwatched};
use farled_case::{AttachmentId, MediaType, Vocabulary};
use farled_locale::Arg;

use crate::{
    context::{Context, case_of},
    output::{Output, say, table},
};

/// Adds files, in pieces: none is held whole. Those before one that is refused are kept.
pub fn add(context: &Context, alias: &str, files: &[PathBuf]) -> Result<Output> {
    let mut desk = context.desk()?;
    let case = case_of(&desk, alias)?;
    let mut added = Vec::new();
    for file in files {
        added.push(attachment::add(&mut desk, case, file, &mut unwatched)?);
    }
    let rows: Vec<Vec<String>> =
        added.iter().map(|added| vec![added.id.to_string(), added.name.clone()]).collect();
    Ok(Output::new(added, table(&rows)))
}

/// A person's documents.
pub fn list(context: &Context, alias: &str) -> Result<Output> {
    let desk = context.desk()?;
    let listed = attachment::list(&desk, case_of(&desk, alias)?)?;
    let rows: Vec<Vec<String>> = listed
        .iter()
        .map(|row| {
            let term = format!("{}-{}", MediaType::LIST, row.media.term());
            vec![
                row.id.to_string(),
                row.dated_on.map(|day| day.to_string()).unwrap_or_default(),
                say(context.language(), &term, &[]),
                row.size.to_string(),
                row.name.clone(),
            ]
        })
        .collect();
    Ok(Output::new(listed, table(&rows)))
}

/// Saves a copy in the clear.
pub fn save(context: &Context, id: AttachmentId, out: &Path, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    attachment::save_copy(&mut desk, id, ground, out)?;
    let file = out.display().to_string();
    let text = say(context.language(), "cli-attachment-saved", &[("file", Arg::from(&file))]);
    Ok(Output::new(serde_json::json!({ "file": file }), text))
}

/// Removes a document.
pub fn remove(context: &Context, id: AttachmentId) -> Result<Output> {
    let mut desk = context.desk()?;
    attachment::remove(&mut desk, id)?;
    let text = say(context.language(), "cli-attachment-removed", &[]);
    Ok(Output::new(serde_json::json!({ "id": id }), text))
}
