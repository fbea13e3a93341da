//! This vault's own identity and card.

use std::path::Path;

use chrono::{Days, Months};
use farled_bundle::{Card, CardText, Identity};
use farled_case::DisclosureKind;

use super::cards::{CardState, CardView};
use crate::{
    Desk, Failure, Result,
    disclosure::{self, Entry},
    file, settings,
};

/// The names under which the vault keeps the identity and the card.
const IDENTITY: &str = "identity";
const CARD: &str = "card";

/// How long a card is valid. Long enough not to be in the way, short enough that a colleague who left
/// fades out by themselves.
const VALID: Months = Months::new(24);

/// A file to hand out.
pub struct CardFile {
    /// A name for it.
    pub file_name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The vault's identity; made when it is first needed.
pub(super) fn identity(desk: &mut Desk) -> Result<Identity> {
    if let Some(bytes) = desk.vault().setting(IDENTITY)? {
        return Identity::from_secret_bytes(&bytes).map_err(|_| Failure::new("identity-damaged"));
    }
    let identity = Identity::generate();
    let bytes = identity.to_secret_bytes();
    desk.write_quietly(|writer| Ok(writer.set_setting(IDENTITY, &bytes)?))?;
    Ok(identity)
}

/// The card of who works here, made anew when the name, role or organisation has changed or it is
/// about to expire.
///
/// # Errors
/// `name-missing`, or what the vault says.
pub fn my_card(desk: &mut Desk) -> Result<CardView> {
    Ok(CardView::of(&own_card(desk)?, CardState::Verified, desk.today()))
}

/// The card as a file to hand to colleagues.
///
/// # Errors
/// As [`my_card`].
pub fn my_card_file(desk: &mut Desk) -> Result<CardFile> {
    let card = own_card(desk)?;
    let name: String = card.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    Ok(CardFile { file_name: format!("{name}.farled-card"), bytes: card.encode() })
}

pub(super) fn own_card(desk: &mut Desk) -> Result<Card> {
    let settings = settings::show(desk)?;
    if settings.name.trim().is_empty() {
        return Err(Failure::new("name-missing"));
    }
    let identity = identity(desk)?;
    let present = match desk.vault().setting(CARD)? {
        Some(bytes) => Some(Card::parse(&bytes)?),
        None => None,
    };
    let today = desk.today();
    if let Some(card) = &present
        && (&card.name, &card.role, &card.organisation)
            == (&settings.name, &settings.role, &settings.organisation)
        && card.expires_on > today + Days::new(30)
    {
        return Ok(card.clone());
    }
    let text = CardText { name: settings.name, role: settings.role, organisation: settings.organisation };
    let revision = present.map_or(1, |card| card.revision + 1);
    let card = identity.card(text, today, today + VALID, revision)?;
    let bytes = card.encode();
    desk.write_quietly(|writer| Ok(writer.set_setting(CARD, &bytes)?))?;
    Ok(card)
}

/// Saves the identity in the form that the stock `age` command reads, for disaster recovery. Whoever
/// has it can open every bundle sent here, so it is logged with its ground.
///
/// # Errors
/// `ground-missing`, that the file can't be written, or what the vault says. Nothing is saved or
/// logged then.
pub fn save_identity_key(desk: &mut Desk, ground: &str, path: &Path) -> Result<()> {
    let key = identity(desk)?.age_secret_key();
    let entry = Entry {
        case: None,
        kind: DisclosureKind::Export,
        what: "identity_key".to_owned(),
        recipient: String::new(),
        ground: ground.to_owned(),
    };
    file::hand_out(path, key.as_bytes(), || disclosure::log(desk, entry))
}
