//! Colleagues' cards.

use chrono::NaiveDate;
use farled_bundle::Card;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::identity;
use crate::{Desk, Failure, Result};

/// The name under which the vault keeps the cards.
const CARDS: &str = "cards";

/// How many groups of digits have to be typed back, of twelve. Three are about fifty bits: a
/// forger who makes keys until that many digits agree needs years, and can't know which are asked for.
const GROUPS_TO_TYPE: usize = 3;

/// How far a card is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Not yet compared.
    Unverified,
    /// Compared in person or by phone.
    Verified,
    /// Another key under a known name: nothing is sent until it is compared.
    Changed,
}

/// A card as it is shown.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CardView {
    /// Names the pair of keys.
    pub key: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organisation.
    pub organisation: String,
    /// Sixty digits in twelve groups, to compare.
    pub digits: Vec<String>,
    /// How far it is trusted.
    pub state: CardState,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The last day on which it is valid.
    pub expires_on: NaiveDate,
    /// Whether that day is past.
    pub is_expired: bool,
}

impl CardView {
    pub(super) fn of(card: &Card, state: CardState, today: NaiveDate) -> Self {
        Self {
            key: card.key().to_string(),
            name: card.name.clone(),
            role: card.role.clone(),
            organisation: card.organisation.clone(),
            digits: card.digits().to_vec(),
            state,
            created_on: card.created_on,
            expires_on: card.expires_on,
            is_expired: card.expires_on < today,
        }
    }
}

/// A group of digits, as it was heard and typed.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct DigitGroup {
    /// Which, from 0 to 11.
    pub index: u32,
    /// The five digits.
    pub digits: String,
}

/// A card as the vault keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct KnownCard {
    text: String,
    pub state: CardState,
}

impl KnownCard {
    pub fn card(&self) -> Result<Card> {
        Ok(Card::parse(self.text.as_bytes())?)
    }
}

pub(super) fn known(desk: &Desk) -> Result<Vec<KnownCard>> {
    match desk.vault().setting(CARDS)? {
        None => Ok(Vec::new()),
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| Failure::new("record-damaged")),
    }
}

fn keep(desk: &mut Desk, known: &[KnownCard]) -> Result<()> {
    let bytes = serde_json::to_vec(known).map_err(|_| Failure::new("record-damaged"))?;
    desk.write_quietly(|writer| Ok(writer.set_setting(CARDS, &bytes)?))
}

/// Every colleague's card, by name.
///
/// # Errors
/// What the vault says.
pub fn cards(desk: &Desk) -> Result<Vec<CardView>> {
    let today = desk.today();
    let mut views = Vec::new();
    for known in known(desk)? {
        views.push(CardView::of(&known.card()?, known.state, today));
    }
    views.sort_by_cached_key(|view| view.name.to_lowercase());
    Ok(views)
}

/// Takes in a colleague's card. It is trusted once its digits have been compared.
///
/// # Errors
/// A `card-…` code, `card-own`, `card-older` when a later revision is known, or what the vault says.
pub fn import_card(desk: &mut Desk, bytes: &[u8]) -> Result<CardView> {
    let card = Card::parse(bytes)?;
    let text = String::from_utf8(card.encode()).map_err(|_| Failure::new("card-invalid"))?;
    if identity::own_card(desk).is_ok_and(|own| own.key() == card.key()) {
        return Err(Failure::new("card-own"));
    }
    let mut held = None;
    let mut is_name_known = false;
    let mut others = Vec::new();
    for other in known(desk)? {
        let present = other.card()?;
        let is_same_name = (&present.name, &present.organisation) == (&card.name, &card.organisation);
        if present.key() == card.key() {
            if present.revision > card.revision {
                return Err(Failure::new("card-older").with("name", card.name));
            }
            held = Some((other.state, is_same_name));
        } else {
            is_name_known |= is_same_name;
            others.push((other, is_same_name));
        }
    }
    let state = match held {
        // The same keys under the same name: what was compared still holds.
        Some((state, true)) => state,
        _ if is_name_known => CardState::Changed,
        // Who was compared was somebody of another name, or nobody.
        _ => CardState::Unverified,
    };
    // New keys take the place of the ones that went by the name. Keys that are known already by another
    // name do not: else one colleague could put themself in the place of another.
    others.retain(|(_, is_same_name)| held.is_some() || !is_same_name);
    let mut kept: Vec<KnownCard> = others.into_iter().map(|(other, _)| other).collect();
    kept.push(KnownCard { text, state });
    keep(desk, &kept)?;
    Ok(CardView::of(&card, state, desk.today()))
}

/// Marks a card as verified after some of its digits were typed back as heard.
///
/// # Errors
/// `digits-too-few`, `digits-differ`, `card-unknown`, or what the vault says.
pub fn verify_card(desk: &mut Desk, key: &str, groups: &[DigitGroup]) -> Result<CardView> {
    let mut indices: Vec<u32> = groups.iter().map(|group| group.index).collect();
    indices.sort_unstable();
    indices.dedup();
    if indices.len() < GROUPS_TO_TYPE {
        return Err(Failure::new("digits-too-few"));
    }
    let mut known = known(desk)?;
    for other in &mut known {
        let card = other.card()?;
        if card.key().to_string() != key {
            continue;
        }
        let digits = card.digits();
        let agree = groups.iter().all(|group| {
            digits.get(group.index as usize).is_some_and(|present| *present == group.digits.trim())
        });
        if !agree {
            return Err(Failure::new("digits-differ"));
        }
        other.state = CardState::Verified;
        keep(desk, &known)?;
        return Ok(CardView::of(&card, CardState::Verified, desk.today()));
    }
    Err(Failure::new("card-unknown"))
}

/// Forgets a card.
///
/// # Errors
/// What the vault says.
pub fn remove_card(desk: &mut Desk, key: &str) -> Result<()> {
    let mut kept = Vec::new();
    for other in known(desk)? {
        if other.card()?.key().to_string() != key {
            kept.push(other);
        }
    }
    keep(desk, &kept)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]

    use farled_bundle::{CardText, Identity};

    use super::*;
    use crate::{Clock, settings::Language, vault};

    fn card(identity: &Identity, name: &str, revision: u32) -> Vec<u8> {
        let text =
            CardText { name: name.to_owned(), role: String::new(), organisation: "Enheten".to_owned() };
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        identity.card(text, day(2026), day(2999), revision).unwrap().encode()
    }

    /// Compares some groups of digits, as one does on the phone.
    fn compare(desk: &mut Desk, view: &CardView) {
        let groups: Vec<DigitGroup> =
            (0..3).map(|index| DigitGroup { index, digits: view.digits[index as usize].clone() }).collect();
        verify_card(desk, &view.key, &groups).unwrap();
    }

    #[test]
    fn nobody_takes_another_ones_place_by_taking_their_name() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = vault::suggest(Language::Sv).unwrap();
        let (mut desk, _) = vault::create(&folder.path().join("vault"), &passphrase, Clock::System).unwrap();
        let (kim, eva, other) = (Identity::generate(), Identity::generate(), Identity::generate());
        for bytes in [card(&kim, "Kim Lind", 1), card(&eva, "Eva Ek", 1)] {
            let view = import_card(&mut desk, &bytes).unwrap();
            assert_eq!(view.state, CardState::Unverified);
            compare(&mut desk, &view);
        }
        let states = |desk: &Desk| -> Vec<(String, String, CardState)> {
            let mut states: Vec<_> =
                cards(desk).unwrap().into_iter().map(|view| (view.key, view.name, view.state)).collect();
            states.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
            states
        };
        let is =
            |identity: &Identity, name: &str, state| (identity.key().to_string(), name.to_owned(), state);

        // A new revision under the same name stays verified; a compared colleague under another's does not.
        assert_eq!(import_card(&mut desk, &card(&eva, "Eva Ek", 2)).unwrap().state, CardState::Verified);
        assert_eq!(import_card(&mut desk, &card(&eva, "Kim Lind", 3)).unwrap().state, CardState::Changed);
        let found = states(&desk);
        assert!(found.contains(&is(&kim, "Kim Lind", CardState::Verified)), "{found:?}");
        assert_eq!(found.len(), 2);
        assert_eq!(import_card(&mut desk, &card(&eva, "Eva Alm", 4)).unwrap().state, CardState::Unverified);

        // New keys under a known name are sent nothing until they are compared.
        import_card(&mut desk, &card(&other, "Kim Lind", 1)).unwrap();
        assert_eq!(
            states(&desk),
            [is(&eva, "Eva Alm", CardState::Unverified), is(&other, "Kim Lind", CardState::Changed)]
        );
    }
}
