//! Copying a whole database into another, under other keys, and comparing the two.
//!
//! Tables are taken as they are found in the schema, whichever they are, so that a table that is added
//! later is carried too.

use std::{fmt::Write as _, ops::ControlFlow};

use rusqlite::{Connection, Statement, types::ToSqlOutput};

use crate::{OnProgress, Progress, VaultError};

/// Rows between two looks at whether to go on: often enough for pieces of attachments, seldom enough
/// to cost nothing.
const STRIDE: u64 = 16;

/// Whoever watches a long piece of work, and may end it.
pub(crate) struct Watch<'w> {
    tell: OnProgress<'w>,
    progress: Progress,
}

impl<'w> Watch<'w> {
    pub(crate) fn new(tell: OnProgress<'w>, total: u64) -> Self {
        Self { tell, progress: Progress { done: 0, total } }
    }

    /// Tells how far it has come.
    pub(crate) fn look(&mut self) -> Result<(), VaultError> {
        match (self.tell)(self.progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(VaultError::Cancelled),
        }
    }

    fn row(&mut self) -> Result<(), VaultError> {
        self.progress.done += 1;
        if self.progress.done.is_multiple_of(STRIDE) { self.look() } else { Ok(()) }
    }
}

/// A table whose rows are copied.
struct Table {
    name: String,
    /// In the order in which they are read and written; `rowid` first where there is one.
    columns: Vec<String>,
    /// What its rows are sorted by.
    order: String,
}

impl Table {
    fn select(&self) -> String {
        format!("SELECT {} FROM {} ORDER BY {}", self.columns.join(", "), quoted(&self.name), self.order)
    }

    fn insert(&self) -> String {
        let places = vec!["?"; self.columns.len()].join(", ");
        format!("INSERT INTO {} ({}) VALUES ({places})", quoted(&self.name), self.columns.join(", "))
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables with rows of their own; what an index for searching keeps for itself follows from it.
fn tables(connection: &Connection) -> Result<Vec<Table>, VaultError> {
    let mut statement = connection.prepare(
        "SELECT name, wr FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('table', 'virtual')
             AND (name NOT GLOB 'sqlite_*' OR name = 'sqlite_sequence')
         ORDER BY name = 'sqlite_sequence', name",
    )?;
    let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?;
    let mut tables = Vec::new();
    for table in found {
        let (name, is_without_rowid) = table?;
        let list = |sql: &str| -> Result<Vec<String>, VaultError> {
            let mut statement = connection.prepare(sql)?;
            let names = statement.query_map([&name], |row| row.get::<_, String>(0))?;
            Ok(names.map(|name| name.map(|name| quoted(&name))).collect::<Result<_, _>>()?)
        };
        // Not the computed ones, nor those that only steer a search.
        let mut columns = list("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid")?;
        let order = if is_without_rowid {
            list("SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk")?.join(", ")
        } else {
            columns.insert(0, "rowid".to_owned());
            "rowid".to_owned()
        };
        tables.push(Table { name, columns, order });
    }
    Ok(tables)
}

/// How many rows there are to copy.
pub(crate) fn rows(connection: &Connection) -> Result<u64, VaultError> {
    let mut total = 0;
    for table in tables(connection)? {
        let sql = format!("SELECT count(*) FROM {}", quoted(&table.name));
        let rows: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
        total += u64::try_from(rows).map_err(|_| VaultError::DatabaseDamaged)?;
    }
    Ok(total)
}

/// Copies everything into an empty database. The caller has begun a transaction there.
pub(crate) fn copy(from: &Connection, to: &Connection, watch: &mut Watch<'_>) -> Result<(), VaultError> {
    for pragma in ["application_id", "user_version"] {
        let value: i32 = from.pragma_query_value(None, pragma, |row| row.get(0))?;
        to.pragma_update(None, pragma, value)?;
    }
    let schema = |condition: &str| -> Result<Vec<(String, String)>, VaultError> {
        let mut statement = from.prepare(&format!(
            "SELECT name, sql FROM sqlite_schema
             WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND {condition} ORDER BY rowid"
        ))?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    // A table that another makes for itself is not made twice.
    let own = "type = 'table' AND name NOT IN
        (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')";
    for (name, sql) in schema(own)? {
        to.execute_batch(&sql)?;
        if is_search_index(&sql) {
            // Not in the statement that makes it, but beside: so that what is removed is overwritten.
            let name = quoted(&name);
            to.execute_batch(&format!("INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)"))?;
        }
    }
    for table in tables(from)? {
        let mut rows = from.prepare(&table.select())?;
        let mut rows = rows.query([])?;
        if table.name == "sqlite_sequence" {
            // It comes last: what the tables before it have put there by themselves is not what was.
            to.execute_batch("DELETE FROM sqlite_sequence")?;
        }
        let mut insert = to.prepare(&table.insert())?;
        while let Some(row) = rows.next()? {
            for place in 0..table.columns.len() {
                insert.raw_bind_parameter(place + 1, ToSqlOutput::Borrowed(row.get_ref(place)?))?;
            }
            insert.raw_execute()?;
            watch.row()?;
        }
    }
    for (_, sql) in schema("type IN ('index', 'trigger', 'view')")? {
        to.execute_batch(&sql)?;
    }
    Ok(())
}

fn is_search_index(sql: &str) -> bool {
    let mut words = String::new();
    for word in sql.split_whitespace().take(6) {
        let _ = write!(words, "{} ", word.to_ascii_lowercase());
    }
    words.starts_with("create virtual table") && words.contains("using fts5")
}

/// Says whether two databases hold the same, row by row and byte by byte.
pub(crate) fn is_same(
    one: &Connection,
    other: &Connection,
    watch: &mut Watch<'_>,
) -> Result<bool, VaultError> {
    let schema = |connection: &Connection| -> Result<Vec<String>, VaultError> {
        let sql = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
        let mut statement = connection.prepare(sql)?;
        let found = statement.query_map([], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    if schema(one)? != schema(other)? {
        return Ok(false);
    }
    for table in tables(one)? {
        let (mut one, mut other) = (one.prepare(&table.select())?, other.prepare(&table.select())?);
        if !are_rows_same(&mut one, &mut other, watch)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn are_rows_same(
    one: &mut Statement<'_>,
    other: &mut Statement<'_>,
    watch: &mut Watch<'_>,
) -> Result<bool, VaultError> {
    let columns = one.column_count();
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    loop {
        match (one.next()?, other.next()?) {
            (None, None) => return Ok(true),
            (Some(row), Some(copied)) => {
                for place in 0..columns {
                    if row.get_ref(place)? != copied.get_ref(place)? {
                        return Ok(false);
                    }
                }
                watch.row()?;
            }
            _ => return Ok(false),
        }
    }
}
