//! Everybody's appointments.

use chrono::{Days, NaiveDate};
use farled_app::{Result, calendar};

use crate::{
    context::Context,
    output::{Output, table},
};

/// Everybody's appointments from a day to another, both included.
pub fn agenda(context: &Context, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Output> {
    let desk = context.desk()?;
    let from = from.unwrap_or_else(|| desk.today());
    let to = to.unwrap_or(from + Days::new(6));
    let items = calendar::range(&desk, None, from, to + Days::new(1))?;
    let rows: Vec<Vec<String>> = items
        .iter()
        .filter(|item| item.occurrence.superseded_by.is_none())
        .map(|item| {
            let time = if item.occurrence.all_day {
                String::new()
            } else {
                format!(
                    "{}–{}",
                    item.occurrence.starts_at.format("%H:%M"),
                    item.occurrence.ends_at.format("%H:%M")
                )
            };
            vec![
                item.occurrence.starts_at.format("%Y-%m-%d").to_string(),
                time,
                item.alias.clone(),
                item.occurrence.content.title.clone(),
            ]
        })
        .collect();
    Ok(Output::new(items, table(&rows)))
}
