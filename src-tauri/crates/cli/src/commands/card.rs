//! Cards.

use std::path::Path;

use farled_app::{
    Failure, Result,
    exchange::{self, CardView, DigitGroup},
    file,
};
use farled_locale::Arg;

use crate::{
    context::Context,
    output::{Output, say, table},
};

/// One's own card.
pub fn show(context: &Context) -> Result<Output> {
    let mut desk = context.desk()?;
    let card = exchange::my_card(&mut desk)?;
    let text = format!("{}\n{}", card.name, card.digits.join(" "));
    Ok(Output::new(card, text))
}

/// Saves one's own card.
pub fn export(context: &Context, out: &Path) -> Result<Output> {
    let mut desk = context.desk()?;
    file::write_whole(out, &exchange::my_card_file(&mut desk)?.bytes)?;
    let card = exchange::my_card(&mut desk)?;
    Ok(Output::new(card, say(context.language(), "cli-card-saved", &[])))
}

/// Takes in a colleague's card.
pub fn import(context: &Context, file: &Path) -> Result<Output> {
    let bytes = file::read_whole(file)?;
    let mut desk = context.desk()?;
    let card = exchange::import_card(&mut desk, &bytes)?;
    let args = [("name", Arg::from(&card.name)), ("digits", Arg::from(card.digits.join(" ")))];
    let text = say(context.language(), "cli-card-taken", &args);
    Ok(Output::new(card, text))
}

/// Marks a card as verified.
pub fn verify(context: &Context, name: &str, digits: &str) -> Result<Output> {
    let digits: Vec<char> = digits.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 60 {
        return Err(Failure::new("digits-too-few"));
    }
    let groups: Vec<DigitGroup> = (0..)
        .zip(digits.chunks(5))
        .map(|(index, group)| DigitGroup { index, digits: group.iter().collect() })
        .collect();
    let mut desk = context.desk()?;
    let key = named(&exchange::cards(&desk)?, name)?;
    let card = exchange::verify_card(&mut desk, &key, &groups)?;
    let text = say(context.language(), "cli-card-verified", &[("name", Arg::from(&card.name))]);
    Ok(Output::new(card, text))
}

/// Colleagues' cards.
pub fn list(context: &Context) -> Result<Output> {
    let desk = context.desk()?;
    let cards = exchange::cards(&desk)?;
    let rows: Vec<Vec<String>> = cards
        .iter()
        .map(|card| {
            let state = serde_json::to_value(card.state).unwrap_or_default();
            let id = format!("cli-card-{}", state.as_str().unwrap_or_default());
            vec![card.name.clone(), card.organisation.clone(), say(context.language(), &id, &[])]
        })
        .collect();
    Ok(Output::new(cards, table(&rows)))
}

/// The key of the only card with a name.
pub fn named(cards: &[CardView], name: &str) -> Result<String> {
    let folded = name.to_lowercase();
    let mut found = cards.iter().filter(|card| card.name.to_lowercase() == folded);
    match (found.next(), found.next()) {
        (Some(card), None) => Ok(card.key.clone()),
        (None, _) => Err(Failure::new("card-unknown")),
        (Some(_), Some(_)) => Err(Failure::new("card-ambiguous").with("name", name)),
    }
}
