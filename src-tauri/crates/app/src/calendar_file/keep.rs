//! Reading a calendar file again: what was written here since then stays.

use std::collections::HashMap;

use farled_case::{Appointment, AppointmentContent, Series};

use super::CalendarImport;

impl CalendarImport {
    /// The import, with what a calendar file does not know taken from the records that the case has
    /// already: what to bring, who comes along, warnings, what was left out here. An appointment with
    /// an outcome, or one that was rescheduled here, is left as it is.
    #[must_use]
    pub fn keeping(mut self, series: &[Series], appointments: &[Appointment]) -> Self {
        let known: HashMap<_, _> = series.iter().map(|series| (series.id, series)).collect();
        for series in &mut self.series {
            if let Some(known) = known.get(&series.id).filter(|known| known.case == series.case) {
                keep(&mut series.content, &known.content);
                series.excluded.extend(&known.excluded);
                series.excluded.sort_unstable();
                series.excluded.dedup();
            }
        }
        let known: HashMap<_, _> = appointments.iter().map(|known| (known.id, known)).collect();
        self.appointments.retain_mut(|appointment| match known.get(&appointment.id) {
            Some(known) if known.outcome.is_some() || known.superseded_by.is_some() => false,
            Some(known) => {
                keep(&mut appointment.content, &known.content);
                appointment.supersedes = known.supersedes;
                true
            }
            None => true,
        });
        self
    }
}

/// Keeps all but the title and the place.
fn keep(content: &mut AppointmentContent, known: &AppointmentContent) {
    let title = std::mem::take(&mut content.title);
    let place = std::mem::take(&mut content.place);
    *content = AppointmentContent { title, place, ..known.clone() };
}
