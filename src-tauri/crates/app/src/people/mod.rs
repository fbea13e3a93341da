//! Cases: the list of people, and one person's file.

mod add;
mod contact;
mod identity;
mod list;
mod save;
mod show;

pub use add::{NewCase, add};
pub(crate) use contact::last_contacts;
pub use identity::{IdentityView, reveal_identity, save_identity};
pub use list::{NextAppointment, PersonRow, list};
pub use save::save;
pub(crate) use show::additions;
pub use show::{CaseView, DraftBrief, DraftOf, GoalBrief, show};
