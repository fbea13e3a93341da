//! Appointments: booked, taken out, and booked and undone.

use farled_app::{
    Result,
    calendar::{self, AppointmentRemoval, NewAppointment, OccurrenceTarget},
};
use farled_case::{AppointmentId, Kind, Scope};
use uuid::Uuid;

use super::{Operation, id};
use crate::{
    dice::Dice,
    place::{CASE, Place},
    state::{State, text},
    support,
};

struct Book {
    id: Uuid,
    title: String,
}

impl Operation for Book {
    fn name(&self) -> &'static str {
        "appointment"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let new = support::new_appointment(CASE, &self.title, "2026-11-26 10:00");
        calendar::add(place, NewAppointment { id: self.id, ..new })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.put(Kind::Appointment, self.id, &self.title);
    }
}

fn booking(state: &State) -> Book {
    Book { id: id(4, state.next), title: text(state.next, 1) }
}

pub fn draw_booking(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(booking(state)))
}

struct Remove(Uuid);

impl Operation for Remove {
    fn name(&self) -> &'static str {
        "erase"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        let target =
            OccurrenceTarget { appointment: Some(AppointmentId(self.0)), series: None, recurrence_id: None };
        calendar::remove(place, &AppointmentRemoval { target, scope: Scope::This })?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
        state.kept.erase(self.0);
    }
}

pub fn draw_removal(state: &State, dice: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Remove(*dice.pick(&state.kept.of_kind(Kind::Appointment))?)))
}

/// Books and takes it back.
struct Undo(Book);

impl Operation for Undo {
    fn name(&self) -> &'static str {
        "undo"
    }

    fn perform(&self, place: &mut Place) -> Result<String> {
        self.0.perform(place)?;
        place.undo()?;
        Ok(String::new())
    }

    fn effect(&self, state: &mut State, _: &str) {
        state.next += 1;
    }

    fn between(&self, before: &State) -> Vec<State> {
        let mut booked = before.clone();
        self.0.effect(&mut booked, "");
        vec![booked]
    }
}

pub fn draw_undo(state: &State, _: &mut Dice) -> Option<Box<dyn Operation>> {
    Some(Box::new(Undo(booking(state))))
}
