//! A card: who somebody is and by which keys bundles reach them, signed by themselves.
//!
//! The signature proves only that one hand made the whole card. That the hand is the named
//! person's is known once the digits were compared, in person or over the phone.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    CardField, CardKey, CardText, FieldFault, Identity, card_text::check_text, digits::derive_digits, hex,
    recipient::Recipient, signing,
};

/// What stands on the first line, before the format.
const DOMAIN: &str = "farled card ";
/// The format that this version writes and reads.
const FORMAT: u32 = 1;
/// A card is a few lines; nothing larger is read. In bytes.
pub const MAX_CARD_BYTES: usize = 4_096;

/// A member of staff's public keys. Every card that exists was checked when it was made or read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Card {
    /// The person's name, as colleagues know it.
    pub name: String,
    /// The person's role; may be empty.
    pub role: String,
    /// Where the person works; may be empty.
    pub organisation: String,
    /// The key to which bundles are encrypted, `age1…`.
    pub recipient: String,
    /// The Ed25519 key that checks the person's signatures.
    pub signing_key: [u8; 32],
    /// The day the card was made.
    pub created_on: NaiveDate,
    /// The last day on which it is valid.
    pub expires_on: NaiveDate,
    /// Counts the person's cards: of two with the same keys, the higher one holds.
    pub revision: u32,
    /// The Ed25519 signature over everything above it.
    pub signature: [u8; 64],
}

impl Card {
    pub(crate) fn sign(
        identity: &Identity,
        text: CardText,
        created_on: NaiveDate,
        expires_on: NaiveDate,
        revision: u32,
    ) -> Result<Self, CardError> {
        let mut card = Self {
            name: text.name,
            role: text.role,
            organisation: text.organisation,
            recipient: identity.recipient().to_owned(),
            signing_key: identity.signing_key(),
            created_on,
            expires_on,
            revision,
            signature: [0; 64],
        };
        card.signature = identity.sign(card.signed_text().as_bytes());
        card.check()?;
        Ok(card)
    }

    /// The card as a file: text of a few lines that can be read by anybody.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        format!("{}signature: {}\n", self.signed_text(), hex::encode(&self.signature)).into_bytes()
    }

    /// Reads a card's file and checks it: form, texts, keys and its own signature. Line ends may be
    /// those of another system, as mail programs make them. Whether the card has expired is not
    /// asked: see [`check_expiry`](Self::check_expiry).
    ///
    /// # Errors
    /// When the file is not a card, is one of a later version, or does not hold.
    pub fn parse(bytes: &[u8]) -> Result<Self, CardError> {
        if bytes.len() > MAX_CARD_BYTES {
            return Err(CardError::NotACard);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| CardError::NotACard)?.replace("\r\n", "\n");
        let format = text
            .split_once('\n')
            .and_then(|(first, _)| first.strip_prefix(DOMAIN))
            .and_then(|format| format.parse().ok())
            .ok_or(CardError::NotACard)?;
        if format != FORMAT {
            return Err(CardError::Newer { format });
        }
        let mut lines = text.split_terminator('\n').skip(1);
        let mut field = |name: CardField| {
            let line = lines.next().and_then(|line| line.strip_prefix(name.name())?.strip_prefix(':'));
            match line {
                Some("") => Ok(""),
                Some(value) => value.strip_prefix(' ').ok_or(CardError::field(name, FieldFault::Form)),
                None => Err(CardError::field(name, FieldFault::Missing)),
            }
        };
        let form = |name| move || CardError::field(name, FieldFault::Form);
        let date = |name, text: &str| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| CardError::field(name, FieldFault::Form))
        };
        let card = Self {
            name: field(CardField::Name)?.to_owned(),
            role: field(CardField::Role)?.to_owned(),
            organisation: field(CardField::Organisation)?.to_owned(),
            recipient: field(CardField::Recipient)?.to_owned(),
            signing_key: hex::decode(field(CardField::SigningKey)?)
                .ok_or_else(form(CardField::SigningKey))?,
            created_on: date(CardField::CreatedOn, field(CardField::CreatedOn)?)?,
            expires_on: date(CardField::ExpiresOn, field(CardField::ExpiresOn)?)?,
            revision: field(CardField::Revision)?.parse().map_err(|_| form(CardField::Revision)())?,
            signature: hex::decode(field(CardField::Signature)?).ok_or_else(form(CardField::Signature))?,
        };
        card.check()?;
        // Each card has one form: no second spelling of a date, no line after the last.
        if card.encode() != text.as_bytes() {
            return Err(CardError::NotCanonical);
        }
        Ok(card)
    }

    /// Checks everything about the card but its expiry.
    ///
    /// # Errors
    /// When a text, a key, the dates or the signature do not hold.
    pub fn check(&self) -> Result<(), CardError> {
        if self.name.is_empty() {
            return Err(CardError::field(CardField::Name, FieldFault::Missing));
        }
        check_text(CardField::Name, &self.name)?;
        check_text(CardField::Role, &self.role)?;
        check_text(CardField::Organisation, &self.organisation)?;
        if Recipient::parse(&self.recipient).is_none() {
            return Err(CardError::field(CardField::Recipient, FieldFault::Key));
        }
        if self.expires_on < self.created_on {
            return Err(CardError::field(CardField::ExpiresOn, FieldFault::Form));
        }
        if !signing::verifies(&self.signing_key, self.signed_text().as_bytes(), &self.signature) {
            return Err(CardError::Signature);
        }
        Ok(())
    }

    /// Checks that the card is valid on this day.
    ///
    /// # Errors
    /// When its last day has passed.
    pub fn check_expiry(&self, today: NaiveDate) -> Result<(), CardError> {
        if today > self.expires_on {
            return Err(CardError::Expired { on: self.expires_on });
        }
        Ok(())
    }

    /// Sixty digits, in groups of five, that both keys determine; for comparing in person or over
    /// the phone. They take some milliseconds.
    #[must_use]
    pub fn digits(&self) -> [String; 12] {
        derive_digits(&self.recipient, &self.signing_key)
    }

    /// The name of the card's pair of keys: the same for every revision with the same keys.
    #[must_use]
    pub fn key(&self) -> CardKey {
        CardKey::derive(&self.recipient, &self.signing_key)
    }

    /// What is signed: the file up to the signature's line.
    fn signed_text(&self) -> String {
        let mut text = format!("{DOMAIN}{FORMAT}\n");
        let mut line = |field: CardField, value: &str| {
            text.push_str(field.name());
            text.push(':');
            if !value.is_empty() {
                text.push(' ');
                text.push_str(value);
            }
            text.push('\n');
        };
        line(CardField::Name, &self.name);
        line(CardField::Role, &self.role);
        line(CardField::Organisation, &self.organisation);
        line(CardField::Recipient, &self.recipient);
        line(CardField::SigningKey, &hex::encode(&self.signing_key));
        line(CardField::CreatedOn, &self.created_on.to_string());
        line(CardField::ExpiresOn, &self.expires_on.to_string());
        line(CardField::Revision, &self.revision.to_string());
        text
    }
}

/// Why a card was not made, read or used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CardError {
    /// The file does not begin as a card does, or is far too large for one.
    #[error("the file is not a card")]
    NotACard,
    /// A later version of the program made it.
    #[error("the card has format {format}, which needs a later version of the program")]
    Newer {
        /// The format that it says it has.
        format: u32,
    },
    /// A line does not hold.
    #[error("the card's line '{}' does not hold: {fault}", field.name())]
    Field {
        /// The line.
        field: CardField,
        /// What is wrong with it.
        fault: FieldFault,
    },
    /// The card has more lines than a card has, or spells something in a second way.
    #[error("the card is not written as a card is")]
    NotCanonical,
    /// The signature is not the card's own key's.
    #[error("the card's signature is not valid: the card was altered")]
    Signature,
    /// Its last day has passed.
    #[error("the card expired after {on}")]
    Expired {
        /// The last day on which it was valid.
        on: NaiveDate,
    },
}

impl CardError {
    pub(crate) fn field(field: CardField, fault: FieldFault) -> Self {
        Self::Field { field, fault }
    }

    /// The stable name by which texts are found.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotACard | Self::Field { .. } | Self::NotCanonical | Self::Signature => "card-invalid",
            Self::Newer { .. } => "card-newer",
            Self::Expired { .. } => "card-expired",
        }
    }

    /// What a text about it may name.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Newer { format } => vec![("format", format.to_string())],
            Self::Field { field, fault } => {
                vec![("field", field.name().to_owned()), ("fault", fault.code().to_owned())]
            }
            Self::Expired { on } => vec![("date", on.to_string())],
            _ => Vec::new(),
        }
    }
}
