//! Which records are asked for.

use chrono::{NaiveDate, NaiveDateTime};
use farled_case::{CaseId, Kind};
use rusqlite::types::Value;

/// Which records of one kind. The default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this case.
    pub case: Option<CaseId>,
    /// That begin at or after this.
    pub starts_from: Option<NaiveDateTime>,
    /// That begin before this.
    pub starts_before: Option<NaiveDateTime>,
    /// That are due before this day.
    pub due_before: Option<NaiveDate>,
    /// With this status.
    pub status: Option<&'static str>,
    /// In this order.
    pub order: Order,
    /// At most so many.
    pub limit: Option<u32>,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Earliest first; what has no beginning comes before all.
    StartsAscending,
    /// Latest first; what has no beginning comes last.
    StartsDescending,
    /// As they were first stored.
    #[default]
    Stored,
}

/// Which records, of any kind, with their documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// Of these cases; `None` for every case and what cases share.
    pub cases: Option<Vec<CaseId>>,
    /// Of these kinds; empty for all.
    pub kinds: Vec<Kind>,
}

/// How a beginning is stored: text that sorts as time does.
pub(crate) fn stored_time(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// How a day is stored.
pub(crate) fn stored_day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A condition in SQL with what is bound to it.
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) bound: Vec<Value>,
}

impl Condition {
    pub(crate) fn new(sql: &str, bound: impl IntoIterator<Item = Value>) -> Self {
        Self { sql: sql.to_owned(), bound: bound.into_iter().collect() }
    }

    pub(crate) fn and(&mut self, sql: &str, value: Value) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.bound.push(value);
    }

    /// `column` is one of `values`.
    pub(crate) fn and_in(&mut self, column: &str, values: Vec<Value>) {
        let places = vec!["?"; values.len()].join(", ");
        self.sql.push_str(&format!(" AND {column} IN ({places})"));
        self.bound.extend(values);
    }
}

impl Filter {
    /// The condition; without order and limit.
    pub(crate) fn condition(&self, kind: Kind) -> Condition {
        use farled_case::Vocabulary;
        let mut condition = Condition::new("kind = ?", [Value::from(kind.term().to_owned())]);
        if let Some(case) = self.case {
            condition.and("case_id = ?", Value::from(case.0.as_bytes().to_vec()));
        }
        if let Some(from) = self.starts_from {
            condition.and("starts_at >= ?", Value::from(stored_time(from)));
        }
        if let Some(before) = self.starts_before {
            condition.and("starts_at < ?", Value::from(stored_time(before)));
        }
        if let Some(before) = self.due_before {
            condition.and("due_on < ?", Value::from(stored_day(before)));
        }
        if let Some(status) = self.status {
            condition.and("status = ?", Value::from(status.to_owned()));
        }
        condition
    }

    /// The order and the limit.
    pub(crate) fn tail(&self) -> String {
        let order = match self.order {
            Order::StartsAscending => "starts_at ASC, seq ASC",
            Order::StartsDescending => "starts_at DESC, seq DESC",
            Order::Stored => "seq ASC",
        };
        let limit = self.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        format!(" ORDER BY {order}{limit}")
    }
}
