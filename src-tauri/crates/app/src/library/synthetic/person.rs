//! One made-up person: the case and everything in it.

use std::collections::VecDeque;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use farled_case::{
    Achievement, Agreement, AgreementState, Appointment, AppointmentContent, AppointmentId, CallNumber, Case,
    CaseId, Goal, GoalId, GoalStatus, IsoWeek, Kind, Measure, MeasureStatus, Medium, Need, NeedStatus,
    NeedUpdate, Note, NoteContent, NoteType, Outcome, OutcomeKind, Phase, Protection, Request, RequestStatus,
    Responsible, Routine, RoutineWeek, Scales, Series, Theme, Tick, Vocabulary, Weekdays,
};
use serde_json::Value;

use super::{
    Setting, push,
    random::Random,
    stock::{ASKED, ERRANDS, PLACES, PLANS, ROUTINES, TALKS, TREES},
    text::phrases,
};

/// How many weeks of appointments and routines are told of.
const WEEKS: i64 = 8;

/// A person as they are made up.
struct Person<'a> {
    setting: &'a Setting,
    index: u32,
    id: CaseId,
    opened: NaiveDate,
    random: Random,
    ready: &'a mut VecDeque<(Kind, Value)>,
}

/// Adds the records of the person with this index, with so many notes.
pub(super) fn write(
    setting: &Setting,
    index: u32,
    notes: u32,
    mut random: Random,
    ready: &mut VecDeque<(Kind, Value)>,
) {
    let opened = setting.today - TimeDelta::days(random.within(90..=900));
    let id = setting.id(&format!("case {index}")).into();
    let mut person = Person { setting, index, id, opened, random, ready };
    person.case();
    person.requests();
    let goals = person.plan();
    let attended = person.calendar();
    person.routines();
    person.notes(notes, &goals, &attended);
}

impl Person<'_> {
    fn derived<T: From<farled_case::RecordId>>(&self, name: &str) -> T {
        self.setting.id(&format!("case {} {name}", self.index)).into()
    }

    /// A day between the one on which the case was opened and yesterday.
    fn past_day(&mut self) -> NaiveDate {
        let days = (self.setting.today - self.opened).num_days();
        self.setting.today - TimeDelta::days(self.random.within(1..=days))
    }

    fn days_ahead(&mut self, most: i64) -> NaiveDate {
        self.setting.today + TimeDelta::days(self.random.within(1..=most))
    }

    fn party(&mut self) -> farled_case::PartyId {
        *self.random.pick(&self.setting.parties)
    }

    fn case(&mut self) {
        let number = self.index as usize;
        let phases = [
            Phase::Active,
            Phase::Active,
            Phase::Active,
            Phase::WindingDown,
            Phase::Assessment,
            Phase::FollowUp,
        ];
        let call = |label: &str, number: u32| CallNumber {
            label: label.to_owned(),
            number: format!("070-174 06 {number:02}"),
        };
        let case = Case {
            id: self.id,
            alias: format!("{} {}", TREES[number % TREES.len()], number / TREES.len() + 1),
            phase: *self.random.pick(&phases),
            opened_on: self.opened,
            protection: *self.random.pick(Protection::ALL),
            contact_person: "Kim Exempel".to_owned(),
            contact_person_since: Some(self.opened),
            deputies: vec!["Alex Påhitt".to_owned()],
            safety_flag: if self.random.chance(15) { "Undvik centrum".to_owned() } else { String::new() },
            conditions: Vec::new(),
            calls: vec![call("Kim", 10), call("Jouren", 20)],
            remember: "Ring innan det blir svårt.".to_owned(),
            summary: phrases().next_step(&mut self.random),
            risk_review_on: self.random.chance(70).then_some(self.setting.today + Days::new(20)),
        };
        push(self.ready, &case);
    }

    fn requests(&mut self) {
        for number in 0..self.random.within(0..=2) {
            let submitted_on = self.setting.today - TimeDelta::days(self.random.within(2..=60));
            let is_waiting = self.random.chance(50);
            let decided_on = (!is_waiting).then(|| submitted_on + TimeDelta::days(1));
            let request = Request {
                id: self.derived(&format!("request {number}")),
                case: self.id,
                party: self.party(),
                what: (*self.random.pick(&ASKED)).to_owned(),
                reference: format!("EX-{:04}", self.random.below(10_000)),
                submitted_on,
                reminded_on: Vec::new(),
                status: if is_waiting { RequestStatus::Submitted } else { RequestStatus::Accepted },
                decided_on,
                reason: String::new(),
            };
            push(self.ready, &request);
        }
    }

    /// Needs, goals and measures. Gives the goals.
    fn plan(&mut self) -> Vec<GoalId> {
        let mut goals = Vec::new();
        let plans = self.random.pick_some(&PLANS, 3);
        for (order, (area, title, measures)) in plans.into_iter().enumerate() {
            let order = u32::try_from(order).unwrap_or(0);
            let status = *self.random.pick(&[NeedStatus::Need, NeedStatus::BeingMet, NeedStatus::BeingMet]);
            let need = Need {
                id: self.derived(&format!("need {order}")),
                case: self.id,
                area: *area,
                status,
                description: String::new(),
                updates: vec![NeedUpdate { on: self.opened, status, text: String::new() }],
                order,
            };
            let goal = Goal {
                id: self.derived(&format!("goal {order}")),
                case: self.id,
                need: need.id,
                title: (*title).to_owned(),
                notes: String::new(),
                related: Vec::new(),
                target_on: Some(self.days_ahead(120)),
                status: GoalStatus::Active,
                achievement: Some(*self.random.pick(Achievement::ALL)),
                updates: Vec::new(),
                order: 0,
                on_paper: true,
            };
            push(self.ready, &need);
            push(self.ready, &goal);
            for (place, (kind, description)) in measures.iter().enumerate() {
                let status = *self.random.pick(MeasureStatus::ALL);
                let by_party = Responsible::Party { party: self.party() };
                let measure = Measure {
                    id: self.derived(&format!("measure {order} {place}")),
                    case: self.id,
                    goal: goal.id,
                    description: (*description).to_owned(),
                    kind: *kind,
                    responsible: *self.random.pick(&[
                        Responsible::Person,
                        Responsible::ContactPerson,
                        by_party,
                    ]),
                    status,
                    due_on: Some(self.days_ahead(60)),
                    completed_on: (status == MeasureStatus::Completed).then(|| self.past_day()),
                    waits_for: String::new(),
                    request: None,
                    cost_carrier: String::new(),
                    order: u32::try_from(place).unwrap_or(0),
                };
                push(self.ready, &measure);
            }
            goals.push(goal.id);
        }
        let agreement = Agreement {
            id: self.derived("agreement"),
            case: self.id,
            on: self.past_day(),
            state: AgreementState::Agreed,
            detail: String::new(),
            took_part: "Personen och kontaktpersonen".to_owned(),
            influence: "Målen är personens egna ord.".to_owned(),
            review_on: Some(self.days_ahead(90)),
        };
        push(self.ready, &agreement);
        goals
    }

    fn content(&mut self, titles: &[&str]) -> AppointmentContent {
        AppointmentContent {
            title: (*self.random.pick(titles)).to_owned(),
            place: (*self.random.pick(&PLACES)).to_owned(),
            bring: String::new(),
            company: String::new(),
            medium: *self.random.pick(Medium::ALL),
            party: None,
            safety_hint: String::new(),
            on_paper: true,
        }
    }

    /// A weekly or fortnightly series with its outcomes so far, and appointments to come. Gives the
    /// appointments that took place.
    fn calendar(&mut self) -> Vec<(AppointmentId, NaiveDateTime)> {
        let every = self.random.within(1..=2);
        let weekday = u64::try_from(self.random.within(0..=4)).unwrap_or(0);
        let first = IsoWeek::of(self.setting.today).plus(-8).monday() + Days::new(weekday);
        let starts_at = first.and_time(self.hour());
        let content = self.content(&TALKS);
        let rule = if every == 1 { "FREQ=WEEKLY" } else { "FREQ=WEEKLY;INTERVAL=2" };
        let series = Series {
            id: self.derived("series"),
            case: self.id,
            starts_at,
            minutes: 60,
            all_day: false,
            rule: rule.to_owned(),
            excluded: Vec::new(),
            content: content.clone(),
        };
        push(self.ready, &series);
        let mut attended = Vec::new();
        for week in (0..=WEEKS).filter(|week| week % every == 0) {
            let at = starts_at + TimeDelta::weeks(week);
            if at.date() >= self.setting.today {
                break;
            }
            let kind =
                if self.random.chance(75) { OutcomeKind::Attended } else { OutcomeKind::ExcusedAbsence };
            let id = Appointment::id_in_series(series.id, at);
            let appointment = Appointment {
                id,
                case: self.id,
                series: Some(series.id),
                recurrence_id: Some(at),
                starts_at: at,
                minutes: 60,
                all_day: false,
                content: content.clone(),
                outcome: Some(Outcome { kind, reason: None, text: String::new() }),
                superseded_by: None,
                supersedes: None,
            };
            push(self.ready, &appointment);
            if kind.is_contact() {
                attended.push((id, at));
            }
        }
        for number in 0..3 {
            let mut content = self.content(&ERRANDS);
            content.party = Some(self.party());
            let appointment = Appointment {
                id: self.derived(&format!("appointment {number}")),
                case: self.id,
                series: None,
                recurrence_id: None,
                starts_at: self.working_day_ahead().and_time(self.hour()),
                minutes: 45,
                all_day: false,
                content,
                outcome: None,
                superseded_by: None,
                supersedes: None,
            };
            push(self.ready, &appointment);
        }
        attended
    }

    /// A time between 8 and 16.45.
    fn hour(&mut self) -> NaiveTime {
        let quarters = u32::try_from(self.random.within(32..=67)).unwrap_or(32);
        NaiveTime::from_hms_opt(quarters / 4, quarters % 4 * 15, 0).unwrap_or_default()
    }

    fn working_day_ahead(&mut self) -> NaiveDate {
        let day = self.days_ahead(21);
        match day.weekday() {
            Weekday::Sat => day + Days::new(2),
            Weekday::Sun => day + Days::new(1),
            _ => day,
        }
    }

    fn routines(&mut self) {
        let mut routines = Vec::new();
        let count = self.random.below(4) + 2;
        for (order, (title, days, weekday, weekend)) in ROUTINES.iter().take(count).enumerate() {
            let routine = Routine {
                id: self.derived(&format!("routine {order}")),
                case: self.id,
                title: (*title).to_owned(),
                days: Weekdays::from_array(*days),
                weekday_time: NaiveTime::from_hms_opt(*weekday, 0, 0),
                weekend_time: NaiveTime::from_hms_opt(*weekend, 0, 0),
                from: self.opened,
                until: None,
                order: u32::try_from(order).unwrap_or(0),
            };
            push(self.ready, &routine);
            routines.push(routine);
        }
        for back in (0..4).rev() {
            let mut week = RoutineWeek::empty(self.id, IsoWeek::of(self.setting.today).plus(-back));
            for day in week.week.days().into_iter().filter(|day| *day < self.setting.today) {
                for routine in routines.iter().filter(|routine| routine.applies_on(day)) {
                    if self.random.chance(90) {
                        let tick = if self.random.chance(85) { Tick::Done } else { Tick::Missed };
                        week.ticks.insert(RoutineWeek::key(routine.id, day), tick);
                    }
                }
            }
            push(self.ready, &week);
        }
    }

    /// Signed notes: the first ones tell of appointments that took place, the latest first.
    fn notes(&mut self, count: u32, goals: &[GoalId], attended: &[(AppointmentId, NaiveDateTime)]) {
        for number in 0..count {
            let about = attended.iter().rev().nth(number as usize).copied();
            let occurred_at = match about {
                Some((_, at)) => at,
                None => self.past_day().and_time(self.hour()),
            };
            let note_type = match about {
                Some(_) => NoteType::Counselling,
                None => *self.random.pick(NoteType::ALL),
            };
            let themes = 1 + self.random.below(3);
            let themes: Vec<Theme> = self.random.pick_some(Theme::ALL, themes).into_iter().copied().collect();
            // An hour's conversation, and UTC lies one or two hours behind: never before the event.
            let created_at = (occurred_at + TimeDelta::minutes(30)).and_utc();
            let note = Note {
                id: self.derived(&format!("note {number}")),
                case: self.id,
                created_at,
                signed_at: created_at + TimeDelta::minutes(self.random.within(5..=40)),
                author: "Kim Exempel".to_owned(),
                content: NoteContent {
                    note_type,
                    occurred_at,
                    minutes: Some(60),
                    appointment: about.map(|(id, _)| id),
                    party: (note_type == NoteType::AuthorityContact).then(|| self.party()),
                    body: phrases().body(&themes, &mut self.random),
                    themes,
                    scales: self.scales(),
                    goals: self.random.pick_some(goals, 1).into_iter().copied().collect(),
                    next_step: phrases().next_step(&mut self.random),
                },
            };
            push(self.ready, &note);
        }
    }

    fn scales(&mut self) -> Scales {
        let mut scale = || self.random.chance(60).then(|| u8::try_from(self.random.below(11)).unwrap_or(5));
        Scales { motivation: scale(), safety: scale(), loneliness: scale(), sleep: scale() }
    }
}
