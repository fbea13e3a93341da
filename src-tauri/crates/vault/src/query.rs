//! Reading records back.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use farled_case::{CaseId, Noun, RecordId, Vocabulary};
use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};

use crate::{
    Filter, Vault, VaultError,
    filter::{Condition, stored_time},
    record,
};

/// The record with this id, when it is of this kind.
pub(crate) fn get<T: Noun>(connection: &Connection, id: RecordId) -> Result<Option<T>, VaultError> {
    let value: Option<String> = connection
        .prepare_cached("SELECT value FROM records WHERE id = ? AND kind = ?")?
        .query_row((id.0.as_bytes(), T::KIND.term()), |row| row.get(0))
        .optional()?;
    value.map(|value| read(Some(id), &value)).transpose()
}

/// The records of a kind that the filter lets through.
pub(crate) fn list<T: Noun>(connection: &Connection, filter: &Filter) -> Result<Vec<T>, VaultError> {
    let condition = filter.condition(T::KIND);
    let sql = format!("SELECT value FROM records WHERE {}{}", condition.sql, filter.tail());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(condition.bound))?;
    let mut nouns = Vec::new();
    while let Some(row) = rows.next()? {
        let value = row.get_ref(0)?.as_str().map_err(|_| VaultError::DatabaseDamaged)?;
        nouns.push(read(None, value)?);
    }
    Ok(nouns)
}

fn read<T: Noun>(id: Option<RecordId>, value: &str) -> Result<T, VaultError> {
    serde_json::from_str(value).map_err(|_| VaultError::RecordDamaged { id })
}

impl Vault {
    /// The record with this id; `None` when there is none of this kind.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn get<T: Noun>(&self, id: RecordId) -> Result<Option<T>, VaultError> {
        get(&self.connection, id)
    }

    /// The records that the filter lets through.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn list<T: Noun>(&self, filter: &Filter) -> Result<Vec<T>, VaultError> {
        list(&self.connection, filter)
    }

    /// How many records the filter lets through; its limit counts.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn count<T: Noun>(&self, filter: &Filter) -> Result<u32, VaultError> {
        let condition = filter.condition(T::KIND);
        let limit = filter.limit.map(|limit| format!(" LIMIT {limit}")).unwrap_or_default();
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM records WHERE {}{limit})", condition.sql);
        Ok(self
            .connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(condition.bound), |row| row.get(0))?)
    }

    /// The latest beginning before a time, for each case; only of records with one of these statuses.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn latest_start<T: Noun>(
        &self,
        before: NaiveDateTime,
        statuses: &[&str],
    ) -> Result<HashMap<CaseId, NaiveDateTime>, VaultError> {
        let bound = [Value::from(T::KIND.term().to_owned()), Value::from(stored_time(before))];
        let mut condition = Condition::new("kind = ? AND starts_at < ? AND case_id IS NOT NULL", bound);
        condition.and_in("status", statuses.iter().map(|status| Value::from((*status).to_owned())).collect());
        let sql =
            format!("SELECT case_id, max(starts_at) FROM records WHERE {} GROUP BY case_id", condition.sql);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(condition.bound))?;
        let mut latest = HashMap::new();
        while let Some(row) = rows.next()? {
            let case = CaseId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?);
            latest.insert(case, parse_time(&row.get::<_, String>(1)?)?);
        }
        Ok(latest)
    }

    /// Records with their documents, to be sealed or compared.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn records(&self, filter: &crate::RecordFilter) -> Result<Vec<crate::StoredRecord>, VaultError> {
        record::all(&self.connection, filter)
    }

    /// The ids of what was erased here or elsewhere, sorted.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn erased(&self) -> Result<Vec<RecordId>, VaultError> {
        self.erased_where(Condition::new("TRUE", []))
    }

    /// The ids of what was erased here in these cases, sorted. What was erased elsewhere and never was
    /// here belongs to no case that is known.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn erased_in(&self, cases: &[CaseId]) -> Result<Vec<RecordId>, VaultError> {
        let mut condition = Condition::new("TRUE", []);
        condition.and_in("case_id", cases.iter().map(|case| case.0.as_bytes().to_vec().into()).collect());
        self.erased_where(condition)
    }

    fn erased_where(&self, condition: Condition) -> Result<Vec<RecordId>, VaultError> {
        let sql = format!("SELECT id FROM erased WHERE {} ORDER BY id", condition.sql);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(condition.bound))?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(RecordId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?));
        }
        Ok(ids)
    }
}

/// Parses a stored beginning.
pub(crate) fn parse_time(text: &str) -> Result<NaiveDateTime, VaultError> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").map_err(|_| VaultError::DatabaseDamaged)
}
