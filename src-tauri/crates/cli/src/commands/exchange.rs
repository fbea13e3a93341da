//! Bundles.

use std::path::Path;

use farled_app::{
    Result,
    exchange::{self, BundlePreview, SealChoice},
    file, people,
};
use farled_case::Section;
use farled_locale::Arg;
use serde_json::json;

use super::card::named;
use crate::{
    context::{Context, case_of},
    output::{Output, say},
    progress::ProgressLine,
};

/// What is sealed, and for whom.
pub struct What {
    /// The people; none for everybody.
    pub aliases: Vec<String>,
    /// The names on the recipients' cards.
    pub to: Vec<String>,
    pub sections: Vec<Section>,
    pub ground: String,
}

/// Whether a bundle is only looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Tell what would change.
    Preview,
    /// Take it in.
    Merge,
}

/// Seals cases.
pub fn seal(context: &Context, what: What, out: &Path) -> Result<Output> {
    let mut desk = context.desk()?;
    let mut cases = Vec::new();
    if what.aliases.is_empty() {
        cases.extend(people::list(&desk)?.into_iter().map(|row| row.case));
    }
    for alias in &what.aliases {
        cases.push(case_of(&desk, alias)?);
    }
    let cards = exchange::cards(&desk)?;
    let mut recipients = Vec::new();
    for name in &what.to {
        recipients.push(named(&cards, name)?);
    }
    let choice = SealChoice { cases, recipients, sections: what.sections, ground: what.ground };
    let mut line = ProgressLine::new();
    let sealed = exchange::seal(&mut desk, &choice, out, &mut |reached| line.tell(reached))?;
    let text = say(context.language(), "cli-sealed", &[("records", Arg::Number(i64::from(sealed.records)))]);
    Ok(Output::new(json!({ "records": sealed.records, "bytes": sealed.size }), text))
}

/// Tells what can be seen of a bundle without opening it.
pub fn inspect(path: &Path) -> Result<Output> {
    let view = exchange::inspect(&file::read_whole(path)?)?;
    let text = format!("{} bytes, {} stanzas\n", view.bytes, view.stanzas);
    Ok(Output::new(view, text))
}

/// Opens a bundle.
pub fn open(context: &Context, path: &Path, how: How) -> Result<Output> {
    let bytes = file::read_whole(path)?;
    let mut desk = context.desk()?;
    let mut line = ProgressLine::new();
    let (done, id) = match how {
        How::Preview => {
            (exchange::open(&mut desk, &bytes, &mut |reached| line.tell(reached))?.1, "cli-bundle-preview")
        }
        How::Merge => {
            (exchange::take_in(&mut desk, &bytes, &mut |reached| line.tell(reached))?, "cli-bundle-merged")
        }
    };
    let text = said(context, &done, id);
    Ok(Output::new(done, text))
}

fn said(context: &Context, preview: &BundlePreview, id: &str) -> String {
    let mut lines = vec![say(context.language(), id, &[("sender", Arg::from(&preview.sender))])];
    for case in &preview.cases {
        let new: u32 = case.counts.iter().map(|count| count.new).sum();
        let changed: u32 = case.counts.iter().map(|count| count.changed).sum();
        let args = [
            ("alias", Arg::from(&case.alias)),
            ("new", Arg::Number(i64::from(new))),
            ("changed", Arg::Number(i64::from(changed))),
            ("conflicts", Arg::Number(i64::from(case.conflicts))),
        ];
        lines.push(say(context.language(), "cli-bundle-case", &args));
    }
    lines.join("\n")
}

/// Writes one's own secret key for the age command.
pub fn identity_key(context: &Context, out: &Path, ground: &str) -> Result<Output> {
    let mut desk = context.desk()?;
    exchange::save_identity_key(&mut desk, ground, out)?;
    Ok(Output::raw(say(context.language(), "cli-identity-saved", &[])))
}
