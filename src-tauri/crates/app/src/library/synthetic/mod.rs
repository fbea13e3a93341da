//! Made-up caseloads of any size, to measure and try things out with.
//!
//! The same numbers, seed and day give the same records, ids included. People are trees with a number,
//! notes are put together from phrases, third parties appear by role only.

mod person;
mod random;
mod stock;
mod text;

use std::collections::VecDeque;

use chrono::NaiveDate;
use farled_case::{Kind, Noun, Party, PartyId, PartyKind, RecordId};
use serde_json::Value;
use uuid::Uuid;

use random::Random;

/// The namespace of the ids.
const NAMESPACE: Uuid = Uuid::from_u128(0x0c51_7d8e_44aa_4b0e_9d61_3e0f_52c7_19b4);

/// Organisations that every made-up caseload has.
const PARTIES: [(&str, PartyKind, &str); 10] = [
    ("Socialtjänsten Exempel", PartyKind::SocialServices, "08-465 004 50"),
    ("Polisen Exempel", PartyKind::Police, "08-465 004 51"),
    ("Frivården Exempel", PartyKind::Probation, "08-465 004 52"),
    ("Vårdcentralen Exempel", PartyKind::HealthCare, "031-390 06 50"),
    ("Arbetsförmedlingen Exempel", PartyKind::EmploymentService, "031-390 06 51"),
    ("Försäkringskassan Exempel", PartyKind::SocialInsurance, "031-390 06 52"),
    ("Kronofogden Exempel", PartyKind::Enforcement, "040-628 04 50"),
    ("Bostads AB Exempel", PartyKind::Housing, "040-628 04 51"),
    ("Komvux Exempel", PartyKind::School, "0980-319 250"),
    ("Föreningen Exempel", PartyKind::Association, "0980-319 251"),
];

/// The records of a made-up caseload, made as they are asked for: organisations first, then person by
/// person, what is referred to before what refers to it.
pub struct Synthetic {
    setting: Setting,
    cases: u32,
    notes: u32,
    next_case: u32,
    ready: VecDeque<(Kind, Value)>,
}

/// What every made-up person shares.
struct Setting {
    seed: u64,
    today: NaiveDate,
    parties: Vec<PartyId>,
}

impl Setting {
    /// The id of the record with this name; the seed is part of it, so that two caseloads don't mix.
    fn id(&self, name: &str) -> RecordId {
        RecordId::derived(NAMESPACE, &format!("{} {name}", self.seed))
    }
}

/// Makes up a caseload of `cases` people with `notes` signed notes in all, spread evenly, as it looks
/// on `today`. Without people there are no notes.
#[must_use]
pub fn synthetic(cases: u32, notes: u32, seed: u64, today: NaiveDate) -> Synthetic {
    let mut setting = Setting { seed, today, parties: Vec::new() };
    let mut ready = VecDeque::new();
    for (name, kind, phone) in PARTIES {
        let id = setting.id(name).into();
        setting.parties.push(id);
        push(
            &mut ready,
            &Party { id, name: name.to_owned(), kind, phone: phone.to_owned(), people: Vec::new() },
        );
    }
    Synthetic { setting, cases, notes, next_case: 0, ready }
}

impl Iterator for Synthetic {
    type Item = (Kind, Value);

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() && self.next_case < self.cases {
            let index = self.next_case;
            self.next_case += 1;
            let share = self.notes / self.cases + u32::from(index < self.notes % self.cases);
            // Each person has numbers of their own: more notes for one leave the others as they were.
            let random =
                Random::new(self.setting.seed ^ u64::from(index).wrapping_mul(0xd134_2543_de82_ef95));
            person::write(&self.setting, index, share, random, &mut self.ready);
        }
        self.ready.pop_front()
    }
}

/// Adds a record.
#[allow(clippy::expect_used, reason = "every noun has a JSON form: its maps have text as keys")]
fn push<T: Noun>(ready: &mut VecDeque<(Kind, Value)>, noun: &T) {
    ready.push_back((T::KIND, serde_json::to_value(noun).expect("a noun has a JSON form")));
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
