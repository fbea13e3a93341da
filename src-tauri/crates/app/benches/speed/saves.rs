//! Saves: what the window does all day, each beside the same commit on plain SQLite.

use std::path::Path;

use farled_app::{
    Desk,
    calendar::{self, AppointmentEdit, NewAppointment, OccurrenceTarget},
    new_id,
    note::{self, DraftEdit, NewNote},
    plan,
};
use farled_case::{
    AppointmentContent, AppointmentId, Case, CaseId, Medium, Need, NoteContent, NoteDraft, NoteId, RecordId,
    Scope,
};
use farled_vault::{Filter, RecordFilter, StoredRecord, VaultError};

use crate::{
    pairs::{Pairs, timed},
    plain::Plain,
};

const PAIRS: usize = 200;
/// Records of a kind that are changed in turn: each ten times, more often than most plans and appointments
/// ever are. What a document costs grows with its history.
const RECORDS: usize = 20;

pub fn measure(desk: &mut Desk, folder: &Path) -> Vec<Pairs> {
    let case = desk.vault().list::<Case>(&Filter::default()).unwrap()[0].id;
    let draft = note::start(desk, &NewNote { id: NoteId(new_id()), case, about: None }).unwrap();
    let appointments: Vec<AppointmentId> = (0..RECORDS).map(|_| book(desk, case)).collect();
    let mut needs = desk.vault().list::<Need>(&Filter::default()).unwrap();
    needs.truncate(RECORDS);
    let ids = |records: &mut dyn Iterator<Item = RecordId>| records.collect::<Vec<_>>();
    let (drafts, booked, needed) = (
        vec![RecordId::from(draft.id)],
        ids(&mut appointments.iter().map(|id| (*id).into())),
        ids(&mut needs.iter().map(|need| need.id.into())),
    );
    let plain = Plain::beside(desk, folder);
    vec![
        beside(desk, &plain, "save a draft", &drafts, |desk, number| {
            note::save_draft(desk, DraftEdit { id: draft.id, case, content: said(&draft.content, number) })
                .unwrap();
        }),
        beside(desk, &plain, "write a draft past the operation", &drafts, |desk, number| {
            let now = desk.clock().now();
            let draft = NoteDraft { content: said(&draft.content, number), ..draft.clone() };
            desk.vault_mut()
                .write(now, |writer| writer.put_fresh(&draft))
                .map_err(|error: VaultError| error)
                .unwrap();
        }),
        beside(desk, &plain, "change an appointment", &booked, |desk, number| {
            change(desk, appointments[number % appointments.len()], number);
        }),
        beside(desk, &plain, "change a need", &needed, |desk, number| {
            let description = format!("Bostad, andra hand, visning nummer {number}");
            let need = needs[number % needs.len()].clone();
            plan::save_need(desk, Need { description, ..need }).unwrap();
        }),
    ]
}

/// Measures a save of each of these records in turn and the same commit, each first every other time.
fn beside(
    desk: &mut Desk,
    plain: &Plain,
    what: &str,
    ids: &[RecordId],
    save: impl Fn(&mut Desk, usize),
) -> Pairs {
    let mut pairs = Pairs::new(what);
    for number in 0..PAIRS {
        // What plain SQLite commits is what the vault committed last: as many bytes, another moment.
        let record = stored(desk, ids[number % ids.len()]);
        let commit = || timed(|| plain.commit(&record)).0;
        let (ours, theirs) = if number % 2 == 0 {
            let theirs = commit();
            (timed(|| save(desk, number)).0, theirs)
        } else {
            (timed(|| save(desk, number)).0, commit())
        };
        // The first ones fill the caches.
        if number >= PAIRS / 20 {
            pairs.add(ours, theirs);
        }
    }
    pairs
}

fn stored(desk: &Desk, id: RecordId) -> StoredRecord {
    let records = desk.vault().records(&RecordFilter::default()).unwrap();
    records.into_iter().find(|record| record.id == id).unwrap()
}

/// A page of text that somebody goes on writing.
fn said(content: &NoteContent, number: usize) -> NoteContent {
    let words = 200 + number % 20;
    let body = (0..words).map(|word| format!("ord{} ", word * word % 997)).collect::<String>();
    NoteContent { body: format!("{body} och {number}"), ..content.clone() }
}

fn content(number: usize) -> AppointmentContent {
    AppointmentContent {
        title: format!("Möte nummer {number}"),
        place: "Lokalen".to_owned(),
        bring: "Legitimation".to_owned(),
        company: String::new(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: String::new(),
        on_paper: true,
    }
}

fn book(desk: &mut Desk, case: CaseId) -> AppointmentId {
    let starts_at = desk.wall();
    let new = NewAppointment {
        id: new_id(),
        case,
        starts_at,
        minutes: 60,
        all_day: false,
        content: content(0),
        pattern: None,
    };
    calendar::add(desk, new).unwrap().appointment.unwrap()
}

fn change(desk: &mut Desk, id: AppointmentId, number: usize) {
    let edit = AppointmentEdit {
        target: OccurrenceTarget { appointment: Some(id), series: None, recurrence_id: None },
        scope: Scope::This,
        starts_at: desk.wall() + chrono::TimeDelta::hours(number as i64),
        minutes: 45,
        all_day: false,
        content: content(number + 1),
        pattern: None,
    };
    calendar::edit(desk, edit).unwrap();
}
