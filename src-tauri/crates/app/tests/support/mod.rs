//! The one builder of desks, people and records that the tests of the operations and of the command
//! line share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code)]

use std::{
    fs,
    io::BufRead,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use chrono::{NaiveDate, NaiveDateTime};
use farled_app::{
    Clock, Desk, Result, calendar,
    calendar::{NewAppointment, OccurrenceTarget},
    caseload::{self, ImportReport},
    exchange::{self, BundlePreview, CardView, DigitGroup, OpenedBundle, SealChoice, SealedBundle},
    library, new_id,
    note::{self, DraftEdit, NewNote},
    people::{self, NewCase},
    plan::{self, NewGoal, NewMeasure, NewNeed},
    settings, unwatched,
};
use farled_case::{
    AppointmentContent, CaseId, Ends, Goal, GoalId, Measure, MeasureId, MeasureKind, Medium, Need, NeedArea,
    NeedId, NeedStatus, Note, NoteId, Party, PartyId, PartyKind, Pattern, Phase, Protection, Request,
    RequestId, RequestStatus, Responsible, Routine, RoutineId, Section, Unit, Vocabulary, Weekdays,
};
use farled_vault::{KdfCost, Passphrase, RecoveryKey, Secret, Vault};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "sju lugna hästar i dimman";

/// A Wednesday, in week 48.
pub const NOW: &str = "2026-11-25 09:00";

pub fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A vault at the least cost, made once and copied for everybody; it opens with [`PASSPHRASE`].
/// Answers with its folder and its recovery key.
pub fn vault_template() -> (&'static Path, &'static str) {
    static TEMPLATE: OnceLock<(TempDir, PathBuf, String)> = OnceLock::new();
    let (_, folder, key) = TEMPLATE.get_or_init(|| {
        let directory = TempDir::new().unwrap();
        let folder = directory.path().join("vault");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let (_, key) = Vault::create_with(&folder, &passphrase, KdfCost::MINIMUM, clock(NOW).now()).unwrap();
        (directory, folder, key.groups().join("-"))
    });
    (folder, key)
}

/// Copies a locked vault.
pub fn copy_vault(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in ["vault.header", "vault.db"] {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
}

pub fn clock(time: &str) -> Clock {
    Clock::fixed(at(time)).unwrap()
}

/// Somebody's desk, in a folder that goes when it does.
pub struct Place {
    desk: Option<Desk>,
    pub folder: PathBuf,
    directory: TempDir,
}

impl Place {
    /// The desk of Kim Exempel, with nobody in it.
    pub fn new() -> Self {
        Self::of("Kim Exempel")
    }

    /// Somebody's desk, with nobody in it.
    pub fn of(name: &str) -> Self {
        let directory = TempDir::new().unwrap();
        let folder = directory.path().join("vault");
        copy_vault(vault_template().0, &folder);
        let mut place = Self { desk: None, folder, directory };
        place.sit_down(NOW);
        let settings = settings::Settings { name: name.to_owned(), ..settings::Settings::default() };
        settings::save(&mut place, &settings).unwrap();
        place
    }

    /// Kim Exempel's desk with the sample people.
    pub fn with_sample() -> Self {
        let mut place = Self::new();
        let sample = library::sample_caseload(place.today()).unwrap();
        caseload::import_values(&mut place, &sample).unwrap();
        place
    }

    /// Unlocks the vault anew, by the recovery key, which costs nothing.
    pub fn sit_down(&mut self, time: &str) {
        self.desk = None;
        let key = RecoveryKey::parse(vault_template().1).unwrap();
        let clock = clock(time);
        self.desk =
            Some(Desk::new(Vault::unlock(&self.folder, Secret::Recovery(&key), clock.now()).unwrap(), clock));
    }

    /// Locks the vault.
    pub fn lock(&mut self) {
        self.desk = None;
    }

    /// A path for a file outside the vault.
    pub fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// The whole caseload as it would be exported.
    pub fn exported(&mut self) -> String {
        let mut bytes = Vec::new();
        caseload::export(self, "own_programme", &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    pub fn case(&mut self, alias: &str) -> CaseId {
        people::add(self, new_case(alias)).unwrap().id
    }

    pub fn close(&mut self, case: CaseId) {
        let mut present = self.desk().case(case).unwrap();
        present.phase = Phase::Closed;
        people::save(self, present).unwrap();
    }

    pub fn need(&mut self, case: CaseId, description: &str) -> Need {
        plan::add_need(
            self,
            NewNeed {
                id: NeedId(new_id()),
                case,
                area: NeedArea::HousingLongTerm,
                status: NeedStatus::Need,
                description: description.to_owned(),
            },
        )
        .unwrap()
    }

    pub fn goal(&mut self, need: NeedId, title: &str) -> Goal {
        let new = NewGoal { id: GoalId(new_id()), need, title: title.to_owned(), target_on: None };
        plan::add_goal(self, new).unwrap()
    }

    pub fn measure(&mut self, goal: GoalId, description: &str, due_on: Option<NaiveDate>) -> Measure {
        plan::add_measure(
            self,
            NewMeasure {
                id: MeasureId(new_id()),
                goal,
                description: description.to_owned(),
                kind: MeasureKind::Other,
                responsible: Responsible::ContactPerson,
                due_on,
            },
        )
        .unwrap()
    }

    pub fn party(&mut self, name: &str) -> PartyId {
        let party = Party {
            id: PartyId(new_id()),
            name: name.to_owned(),
            kind: PartyKind::SocialServices,
            phone: String::new(),
            people: Vec::new(),
        };
        farled_app::party::save(self, party.clone()).unwrap();
        party.id
    }

    pub fn request(&mut self, case: CaseId, what: &str, submitted_on: &str) -> Request {
        let request = Request {
            id: RequestId(new_id()),
            case,
            party: self.party("Socialtjänsten Exempel"),
            what: what.to_owned(),
            reference: String::new(),
            submitted_on: day(submitted_on),
            reminded_on: Vec::new(),
            status: RequestStatus::Submitted,
            decided_on: None,
            reason: String::new(),
        };
        farled_app::request::save(self, request.clone()).unwrap();
        request
    }

    /// Books an appointment of an hour.
    pub fn appointment(&mut self, case: CaseId, title: &str, starts_at: &str) -> OccurrenceTarget {
        calendar::add(self, new_appointment(case, title, starts_at)).unwrap()
    }

    /// Books an appointment of an hour, every week.
    pub fn weekly(&mut self, case: CaseId, title: &str, starts_at: &str) -> OccurrenceTarget {
        let mut new = new_appointment(case, title, starts_at);
        new.pattern = Some(every_week());
        calendar::add(self, new).unwrap()
    }

    pub fn routine(&mut self, case: CaseId, title: &str, days: Weekdays) -> RoutineId {
        let routine = routine(case, title, days);
        farled_app::routine::save(self, routine.clone()).unwrap();
        routine.id
    }

    /// Writes a draft.
    pub fn draft(&mut self, case: CaseId, body: &str) -> NoteId {
        let new = NewNote { id: NoteId(new_id()), case, about: None };
        let mut draft = note::start(self, &new).unwrap();
        draft.content.body = body.to_owned();
        note::save_draft(self, DraftEdit { id: draft.id, case, content: draft.content }).unwrap();
        draft.id
    }

    /// Writes and signs a note.
    pub fn note(&mut self, case: CaseId, body: &str) -> Note {
        let draft = self.draft(case, body);
        note::sign(self, draft).unwrap()
    }

    /// A case as it is kept.
    pub fn desk_case(&self, case: CaseId) -> farled_case::Case {
        self.desk().case(case).unwrap()
    }

    fn desk(&self) -> &Desk {
        self.desk.as_ref().expect("unlocked")
    }
}

impl std::ops::Deref for Place {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        self.desk()
    }
}

impl std::ops::DerefMut for Place {
    fn deref_mut(&mut self) -> &mut Desk {
        self.desk.as_mut().expect("unlocked")
    }
}

pub fn new_case(alias: &str) -> NewCase {
    NewCase {
        id: CaseId(new_id()),
        alias: alias.to_owned(),
        phase: Phase::Active,
        protection: Protection::None,
        opened_on: None,
    }
}

pub fn content(title: &str) -> AppointmentContent {
    AppointmentContent {
        title: title.to_owned(),
        place: String::new(),
        bring: String::new(),
        company: String::new(),
        medium: Medium::InPerson,
        party: None,
        safety_hint: String::new(),
        on_paper: true,
    }
}

pub fn new_appointment(case: CaseId, title: &str, starts_at: &str) -> NewAppointment {
    NewAppointment {
        id: new_id(),
        case,
        starts_at: at(starts_at),
        minutes: 60,
        all_day: false,
        content: content(title),
        pattern: None,
    }
}

pub fn every_week() -> Pattern {
    Pattern { every: 1, unit: Unit::Week, weekdays: Weekdays::NONE, monthly: None, ends: Ends::Never }
}

pub fn routine(case: CaseId, title: &str, days: Weekdays) -> Routine {
    Routine {
        id: RoutineId(new_id()),
        case,
        title: title.to_owned(),
        days,
        weekday_time: None,
        weekend_time: None,
        from: day("2026-11-02"),
        until: None,
        order: 0,
    }
}

/// Takes over another's card, compares its digits and answers with the card.
pub fn trust(desk: &mut Desk, other: &mut Desk) -> CardView {
    let card = exchange::import_card(desk, &exchange::my_card_file(other).unwrap().bytes).unwrap();
    let heard = exchange::my_card(other).unwrap().digits;
    let groups: Vec<DigitGroup> =
        (0..).zip(heard).map(|(index, digits)| DigitGroup { index, digits }).collect();
    exchange::verify_card(desk, &card.key, &groups).unwrap()
}

/// Two desks that trust each other.
pub fn colleagues() -> (Place, Place) {
    let (mut here, mut there) = (Place::new(), Place::of("Kansliet Exempel"));
    trust(&mut here, &mut there);
    trust(&mut there, &mut here);
    (here, there)
}

/// Seals, with nobody waiting.
pub fn seal(desk: &mut Desk, choice: &SealChoice, path: &Path) -> Result<SealedBundle> {
    exchange::seal(desk, choice, path, &mut unwatched)
}

/// Opens a bundle, with nobody waiting.
pub fn open(desk: &mut Desk, bytes: &[u8]) -> Result<(OpenedBundle, BundlePreview)> {
    exchange::open(desk, bytes, &mut unwatched)
}

/// Merges a bundle, with nobody waiting.
pub fn merge(desk: &mut Desk, bundle: &OpenedBundle) -> Result<BundlePreview> {
    exchange::merge(desk, bundle, &mut unwatched)
}

/// Reads a caseload file, with nobody waiting.
pub fn import(desk: &mut Desk, file: impl BufRead) -> Result<ImportReport> {
    caseload::import(desk, file, &mut unwatched)
}

/// Seals cases for the only colleague and answers with the bundle.
pub fn sealed(from: &mut Place, cases: &[CaseId], sections: &[Section]) -> Result<Vec<u8>> {
    let choice = SealChoice {
        cases: cases.to_vec(),
        recipients: exchange::cards(from)?.into_iter().map(|card| card.key).collect(),
        sections: sections.to_vec(),
        ground: "own_programme".to_owned(),
    };
    let path = from.file(&format!("{}.farled", new_id()));
    seal(from, &choice, &path)?;
    Ok(fs::read(path).unwrap())
}

/// Sends cases with everything from one desk to the other.
pub fn send(from: &mut Place, to: &mut Place, cases: &[CaseId]) -> exchange::BundlePreview {
    let bytes = sealed(from, cases, Section::ALL).unwrap();
    let (bundle, _) = open(to, &bytes).unwrap();
    merge(to, &bundle).unwrap()
}

/// The text of a PDF, every run of spaces as one, hyphens at line ends taken back.
pub fn pdf_text(path: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext reads the file");
    let text = String::from_utf8(output.stdout).unwrap();
    let text = text.replace('\u{200b}', "").replace("\u{ad}\n", "").replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// That something was refused, and with which code.
#[track_caller]
pub fn refused<T>(result: Result<T>, code: &str) {
    match result {
        Ok(_) => panic!("done, though it should be refused with {code}"),
        Err(failure) => assert_eq!(failure.code, code),
    }
}
