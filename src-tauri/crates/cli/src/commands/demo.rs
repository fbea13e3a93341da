//! The main job with sample people: a vault in the field, one at the office, a printed week and a
//! sealed handover, in a folder that can be looked through afterwards.

use std::{fs, path::Path, time::Instant};

use farled_app::{
    Desk, Failure, Result, caseload,
    exchange::{self, DigitGroup, SealChoice},
    file, library, people, search, settings, unwatched, vault,
    week_plan::{self, PaperFormat, WeekPlanChoice},
};
use farled_case::{CaseId, Ground, IsoWeek, Section, Vocabulary};
use serde_json::json;

use crate::{
    context::Context,
    output::{Output, table},
};

/// Does the main job in an empty folder.
pub fn demo(context: &Context, folder: &Path) -> Result<Output> {
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty {
        return Err(Failure::new("folder-not-empty"));
    }
    fs::create_dir_all(folder).map_err(|_| Failure::new("file-not-written"))?;
    let mut steps = Steps { rows: Vec::new(), since: Instant::now() };

    let passphrase = vault::suggest(context.language())?;
    let (mut field, recovery) = vault::create(&folder.join("field"), &passphrase, context.clock())?;
    let (_, sheet) = vault::recovery_sheet(&recovery, field.today(), context.language())?;
    file::write_whole(&folder.join("recovery-sheet.pdf"), &sheet.pdf()?)?;
    steps.did("field/, recovery-sheet.pdf", "a vault with its recovery sheet".to_owned());

    let today = field.today();
    let sample = library::sample_caseload(today).map_err(|_| Failure::new("sample-damaged"))?;
    let report = caseload::import_values(&mut field, &sample)?;
    sign_in(&mut field, library::SAMPLE_CONTACT_PERSON, context)?;
    let everybody = people::list(&field)?;
    steps.did("field/", format!("{} sample people, {} records", everybody.len(), report.new));

    let person = everybody.first().ok_or_else(|| Failure::new("sample-damaged"))?;
    for (paper, name) in [(PaperFormat::Landscape, "week.pdf"), (PaperFormat::Portrait, "week-upright.pdf")] {
        let choice = WeekPlanChoice {
            case: person.case,
            week: IsoWeek::of(today),
            language: context.language(),
            paper,
            left_out: Vec::new(),
        };
        let ground = Ground::GivenToPerson.term();
        let size = week_plan::save_pdf(&mut field, &choice, ground, &folder.join(name))?;
        steps.did(name, format!("the week {} of {}, {size} bytes", choice.week, person.alias));
    }

    let (mut office, _) = vault::create(&folder.join("office"), &passphrase, context.clock())?;
    sign_in(&mut office, "Kansliet Exempel", context)?;
    trust(&mut field, &mut office)?;
    trust(&mut office, &mut field)?;
    steps.did("office/", "a second vault; cards exchanged and their digits compared".to_owned());

    let cases: Vec<CaseId> = everybody.iter().map(|row| row.case).collect();
    let recipients = exchange::cards(&field)?.into_iter().map(|card| card.key).collect();
    let sections = Section::ALL.to_vec();
    let choice = SealChoice { cases, recipients, sections, ground: Ground::OwnProgramme.term().to_owned() };
    let name = exchange::bundle_file_name();
    let sealed = exchange::seal(&mut field, &choice, &folder.join(&name), &mut unwatched)?;
    steps.did(&name, format!("sealed for the office: {} records, {} bytes", sealed.records, sealed.size));

    let bytes = file::read_whole(&folder.join(&name))?;
    let (bundle, _) = exchange::open(&mut office, &bytes, &mut unwatched)?;
    let merged = exchange::merge(&mut office, &bundle, &mut unwatched)?;
    let hits = search::find(&office, "möte", None)?;
    steps.did(
        "office/",
        format!("{} people merged; a search finds {} records", merged.cases.len(), hits.len()),
    );

    let same = written(&mut field)? == written(&mut office)?;
    let well =
        vault::check(&mut field)?.problems.is_empty() && vault::check(&mut office)?.problems.is_empty();
    if !same || !well {
        return Err(Failure::new("demo-failed"));
    }
    steps.did("field/, office/", "both checked; their caseloads are identical".to_owned());

    let text = format!("{}\nBoth vaults open with: {}\n", table(&steps.rows), passphrase.as_str());
    let data = json!({ "folder": folder, "passphrase": passphrase.as_str(), "steps": steps.rows });
    Ok(Output::new(data, text))
}

/// What was made so far.
struct Steps {
    rows: Vec<Vec<String>>,
    since: Instant,
}

impl Steps {
    fn did(&mut self, made: &str, what: String) {
        let took = format!("{} ms", self.since.elapsed().as_millis());
        self.rows.push(vec![made.to_owned(), what, took]);
        self.since = Instant::now();
    }
}

/// Says who works at a desk.
fn sign_in(desk: &mut Desk, name: &str, context: &Context) -> Result<()> {
    let mut settings = settings::show(desk)?;
    settings.name = name.to_owned();
    settings.language = context.language();
    settings::save(desk, &settings)
}

/// Takes in the other's card and compares its digits.
fn trust(desk: &mut Desk, other: &mut Desk) -> Result<()> {
    let card = exchange::import_card(desk, &exchange::my_card_file(other)?.bytes)?;
    let heard = exchange::my_card(other)?.digits;
    let groups: Vec<DigitGroup> =
        (0..).zip(heard).map(|(index, digits)| DigitGroup { index, digits }).collect();
    exchange::verify_card(desk, &card.key, &groups)?;
    Ok(())
}

/// The whole caseload as it would be exported.
fn written(desk: &mut Desk) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    caseload::export(desk, Ground::OwnProgramme.term(), &mut bytes)?;
    Ok(bytes)
}
