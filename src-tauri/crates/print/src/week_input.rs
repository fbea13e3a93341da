//! The week as its template takes it: words put in, dates and times written out.

use chrono::{Datelike, NaiveDate, NaiveTime};
use farled_locale::{Catalogue, Language};
use serde::Serialize;

use crate::{
    DayPlan, Paper, PrintedAppointment, PrintedCall, PrintedRoutine, WeekPlan,
    text::{Lines, lines},
};

/// The week as its template takes it.
#[derive(Serialize)]
pub(crate) struct WeekInput {
    language: &'static str,
    paper: &'static str,
    week: String,
    dates: String,
    days: Vec<DayInput>,
    routines: Vec<RoutineInput>,
    goals_label: String,
    goals: Vec<Lines>,
    remember_label: String,
    remember: Lines,
    calls_label: String,
    calls: Vec<CallInput>,
}

#[derive(Serialize)]
struct DayInput {
    name: String,
    short_name: String,
    number: String,
    appointments: Vec<AppointmentInput>,
}

#[derive(Serialize)]
struct AppointmentInput {
    time: String,
    until: String,
    title: Lines,
    details: Vec<Lines>,
}

#[derive(Serialize)]
struct RoutineInput {
    title: Lines,
    times: Vec<String>,
    days: [bool; 7],
}

#[derive(Serialize)]
struct CallInput {
    label: Lines,
    number: Lines,
}

impl WeekInput {
    /// Writes a week out in a language.
    pub fn new(plan: &WeekPlan, language: Language, paper: Paper) -> Self {
        let words = Words { catalogue: Catalogue::of(language), language };
        Self {
            language: language.code(),
            paper: paper.name(),
            week: words.catalogue.text("paper-week", &[("week", plan.week.into())]),
            dates: words.dates(plan.monday, plan.days[6].date),
            days: plan.days.iter().map(|day| words.day(day)).collect(),
            routines: plan.routines.iter().map(|routine| words.routine(routine)).collect(),
            goals_label: words.text("paper-goals"),
            goals: plan
                .goals
                .iter()
                .filter(|goal| !goal.trim().is_empty())
                .map(|goal| words.goal(goal))
                .collect(),
            remember_label: words.text("paper-remember"),
            remember: words.lines(&plan.remember),
            calls_label: words.text("paper-call"),
            calls: plan.calls.iter().map(|call| words.call(call)).collect(),
        }
    }
}

/// Writes things out in a language.
struct Words {
    catalogue: &'static Catalogue,
    language: Language,
}

impl Words {
    fn text(&self, id: &str) -> String {
        self.catalogue.text(id, &[])
    }

    fn lines(&self, text: &str) -> Lines {
        lines(text, self.language)
    }

    fn month(&self, date: NaiveDate) -> String {
        self.text(&format!("paper-month-{}", date.month()))
    }

    fn dates(&self, from: NaiveDate, to: NaiveDate) -> String {
        let days = [("from", from.day().into()), ("to", to.day().into())];
        if from.month() == to.month() {
            let [from_day, to_day] = days;
            let month = ("month", self.month(from).into());
            return self.catalogue.text("paper-dates-within-month", &[from_day, to_day, month]);
        }
        let [from_day, to_day] = days;
        let months = [("from_month", self.month(from).into()), ("to_month", self.month(to).into())];
        let [from_month, to_month] = months;
        self.catalogue.text("paper-dates-across-months", &[from_day, from_month, to_day, to_month])
    }

    fn day(&self, day: &DayPlan) -> DayInput {
        let weekday = day.date.weekday().number_from_monday();
        let mut appointments: Vec<&PrintedAppointment> = day.appointments.iter().collect();
        appointments.sort_by_key(|appointment| appointment.time);
        DayInput {
            name: self.text(&format!("paper-day-{weekday}")),
            short_name: self.text(&format!("paper-day-short-{weekday}")),
            number: day.date.day().to_string(),
            appointments: appointments.into_iter().map(|appointment| self.appointment(appointment)).collect(),
        }
    }

    fn appointment(&self, appointment: &PrintedAppointment) -> AppointmentInput {
        let with = |id: &str, name: &str, text: &str| {
            let text = text.trim();
            if text.is_empty() {
                return Lines::new();
            }
            self.lines(&self.catalogue.text(id, &[(name, text.into())]))
        };
        let details = [
            self.lines(&appointment.place),
            with("paper-company", "who", &appointment.company),
            with("paper-bring", "things", &appointment.bring),
        ];
        AppointmentInput {
            time: appointment.time.map(clock).unwrap_or_default(),
            until: appointment.until.map(clock).unwrap_or_default(),
            title: self.lines(&appointment.title),
            details: details.into_iter().filter(|lines| !lines.is_empty()).collect(),
        }
    }

    fn routine(&self, routine: &PrintedRoutine) -> RoutineInput {
        let [weekdays @ .., saturday, sunday] = routine.days;
        let weekday = routine.weekday_time.filter(|_| weekdays.contains(&true));
        let weekend = routine.weekend_time.filter(|_| saturday || sunday);
        let weekend = match weekend {
            Some(time) if !weekdays.contains(&true) => Some(clock(time)),
            Some(time) if weekend != weekday => {
                Some(self.catalogue.text("paper-weekend-time", &[("time", clock(time).into())]))
            }
            _ => None,
        };
        RoutineInput {
            title: self.lines(&routine.title),
            times: weekday.map(clock).into_iter().chain(weekend).collect(),
            days: routine.days,
        }
    }

    /// A goal in quotes, as it is said; once, if it was typed with them.
    fn goal(&self, goal: &str) -> Lines {
        let goal = goal.trim();
        if goal.starts_with(['"', '”', '“', '„', '«', '»', '\'', '’', '‘']) {
            return self.lines(goal);
        }
        self.lines(&self.catalogue.text("paper-quoted", &[("words", goal.into())]))
    }

    fn call(&self, call: &PrintedCall) -> CallInput {
        CallInput { label: self.lines(&call.label), number: self.lines(&call.number) }
    }
}

/// A time, as it is written in both languages.
fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
