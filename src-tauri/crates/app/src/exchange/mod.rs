//! Cards, and cases sent to and received from colleagues.

mod cards;
mod identity;
mod inspect;
mod journal;
mod open;
mod seal;

pub use farled_bundle::random_file_name as bundle_file_name;

pub use cards::{CardState, CardView, DigitGroup, cards, import_card, remove_card, verify_card};
pub use identity::{CardFile, my_card, my_card_file, save_identity_key};
pub use inspect::{BundleEnvelope, inspect};
pub(crate) use journal::origins;
pub use journal::{Direction, ExchangeEntry, Origin, journal};
pub use open::{BundlePreview, CaseChange, KindCount, OpenedBundle, merge, open, take_in};
pub use seal::{SealChoice, SealedBundle, seal};
