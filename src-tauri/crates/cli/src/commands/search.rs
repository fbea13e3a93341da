//! Search.

use farled_app::{Result, search};
use farled_case::Vocabulary;

use crate::{
    context::{Context, case_of},
    output::{Output, say, table},
};

/// Finds records by their words.
pub fn search(context: &Context, query: &str, alias: Option<&str>) -> Result<Output> {
    let desk = context.desk()?;
    let case = match alias {
        Some(alias) => Some(case_of(&desk, alias)?),
        None => None,
    };
    let hits = search::find(&desk, query, case)?;
    let rows: Vec<Vec<String>> = hits
        .iter()
        .map(|hit| {
            let text: String = hit.snippet.iter().map(|part| part.text.as_str()).collect();
            vec![
                hit.alias.clone(),
                say(context.language(), &format!("kind-{}", hit.kind.term()), &[]),
                text.split_whitespace().collect::<Vec<_>>().join(" "),
            ]
        })
        .collect();
    Ok(Output::new(hits, table(&rows)))
}
