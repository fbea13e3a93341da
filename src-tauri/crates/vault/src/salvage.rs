//! Reading what can still be read of a damaged database.
//!
//! A page whose MAC is wrong gives nothing, and after one such page the connection gives nothing more
//! at all: each time it is opened anew, past the row that failed.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, types::FromSql};

use crate::{VaultError, schema};

/// Rows in succession that are tried one by one where no index says for certain which there are. A page of
/// the table's tree above the rows may have hundreds of them below it.
const MOST_TRIES: i64 = 4_096;

/// A record's row, as far as it reads.
pub(crate) struct SavedRow {
    pub(crate) id: Vec<u8>,
    pub(crate) kind: String,
    pub(crate) changed_at: i64,
    pub(crate) value: Option<String>,
    pub(crate) document: Option<Vec<u8>>,
}

type Erased = (Vec<u8>, Option<Vec<u8>>, i64);
type Entry = (i64, i64, String, Vec<u8>, Vec<u8>);

/// What was read.
#[derive(Default)]
pub(crate) struct Salvage {
    /// The rows, by number; `None` for one that is there and does not read.
    pub(crate) records: BTreeMap<i64, Option<SavedRow>>,
    /// The kinds of rows, as far as an index tells them.
    pub(crate) kinds: BTreeMap<i64, String>,
    /// Whether that index read to its end: then there are no other rows.
    knows_all: bool,
    pub(crate) erased: Vec<Erased>,
    pub(crate) settings: Vec<(String, Vec<u8>)>,
    pub(crate) audit: Vec<Entry>,
}

/// Reads everything. `open` opens the database anew.
pub(crate) fn read_all(open: impl Fn() -> Result<Connection, VaultError>) -> Result<Salvage, VaultError> {
    let connection = open()?;
    let found = schema::version(&connection)?;
    if found > schema::newest() {
        return Err(VaultError::Newer { format: found });
    }
    let mut reader = Reader { open, connection };
    let Found { rows: kinds, is_all: knows_all } = reader.both_ways(
        "SELECT seq, kind FROM records INDEXED BY records_by_case",
        "kind, case_id, starts_at, status",
    )?;
    let mut saved = Salvage { kinds: kinds.into_iter().collect(), knows_all, ..Salvage::default() };
    read_records(&mut reader, &mut saved)?;
    saved.erased = reader.both_ways("SELECT id, case_id, at FROM erased", "id")?.rows;
    saved.settings = reader.both_ways("SELECT name, value FROM settings", "name")?.rows;
    let audit = "SELECT sequence, at, operation, content, hash FROM audit";
    saved.audit = reader.both_ways(audit, "sequence")?.rows;
    saved.audit.sort_by_key(|entry| entry.0);
    saved.audit.dedup_by_key(|entry| entry.0);
    Ok(saved)
}

fn read_records<O: Fn() -> Result<Connection, VaultError>>(
    reader: &mut Reader<O>,
    saved: &mut Salvage,
) -> Result<(), VaultError> {
    let mut last = 0;
    while !reader.run_on(&mut last, saved)? {
        // Somewhere after `last` a page does not read. The rows on it are tried one by one.
        reader.reopen()?;
        let mut is_through = true;
        for seq in saved.numbers_after(last) {
            last = seq;
            match reader.one(seq)? {
                Tried::Row(row) => {
                    let is_whole = row.document.is_some();
                    saved.records.insert(seq, Some(row));
                    if is_whole {
                        is_through = false;
                        break;
                    }
                }
                Tried::Damaged => {
                    saved.records.insert(seq, None);
                }
                Tried::None => {}
            }
        }
        if is_through {
            break;
        }
    }
    // Rows that an index knows and the table did not give.
    for seq in saved.kinds.keys() {
        saved.records.entry(*seq).or_insert(None);
    }
    Ok(())
}

impl Salvage {
    /// The numbers that rows after this one may have, in their order: those that the index knows, and where
    /// it may know too few, all of the next ones too.
    fn numbers_after(&self, last: i64) -> Vec<i64> {
        let known = |from: i64| self.kinds.range(from..).map(|(seq, _)| *seq);
        if self.knows_all {
            return known(last + 1).collect();
        }
        let beyond = last.saturating_add(MOST_TRIES);
        (last + 1..=beyond).chain(known(beyond.saturating_add(1))).collect()
    }
}

/// What was read of a table or an index.
struct Found<R> {
    rows: Vec<R>,
    is_all: bool,
}

enum Tried {
    Row(SavedRow),
    Damaged,
    None,
}

struct Reader<O> {
    open: O,
    connection: Connection,
}

impl<O: Fn() -> Result<Connection, VaultError>> Reader<O> {
    fn reopen(&mut self) -> Result<(), VaultError> {
        self.connection = (self.open)()?;
        Ok(())
    }

    /// Reads rows after `last` until one fails. Returns whether none did.
    fn run_on(&mut self, last: &mut i64, saved: &mut Salvage) -> Result<bool, VaultError> {
        let all = "SELECT seq, id, kind, changed_at, value, document FROM records WHERE seq > ? ORDER BY seq";
        let Ok(mut statement) = self.connection.prepare(all) else { return Ok(false) };
        let Ok(mut rows) = statement.query([*last]) else { return Ok(false) };
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let Ok(saved_row) = saved_row(row) else { return Ok(false) };
                    *last = row.get(0)?;
                    saved.records.insert(*last, Some(saved_row));
                }
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            }
        }
    }

    /// Reads one row, or at least the value in it.
    fn one(&mut self, seq: i64) -> Result<Tried, VaultError> {
        let columns = ["document", "NULL"];
        for document in columns {
            let sql =
                format!("SELECT seq, id, kind, changed_at, value, {document} FROM records WHERE seq = ?");
            match self.connection.query_row(&sql, [seq], saved_row) {
                Ok(row) => return Ok(Tried::Row(row)),
                Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(Tried::None),
                Err(_) => self.reopen()?,
            }
        }
        Ok(Tried::Damaged)
    }

    /// Reads rows from the first on until one fails, then from the last on.
    fn both_ways<R: FromRow>(&mut self, select: &str, order: &str) -> Result<Found<R>, VaultError> {
        let mut rows = Vec::new();
        if self.some(&format!("{select} ORDER BY {order}"), &mut rows) {
            return Ok(Found { rows, is_all: true });
        }
        self.reopen()?;
        let backwards: Vec<_> = order.split(", ").map(|column| format!("{column} DESC")).collect();
        if !self.some(&format!("{select} ORDER BY {}", backwards.join(", ")), &mut rows) {
            self.reopen()?;
        }
        Ok(Found { rows, is_all: false })
    }

    /// Reads rows until one fails. Returns whether none did.
    fn some<R: FromRow>(&self, sql: &str, found: &mut Vec<R>) -> bool {
        let Ok(mut statement) = self.connection.prepare(sql) else { return false };
        let Ok(mut rows) = statement.query([]) else { return false };
        loop {
            match rows.next() {
                Ok(Some(row)) => match R::from_row(row) {
                    Ok(row) => found.push(row),
                    Err(_) => return false,
                },
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }
}

fn saved_row(row: &Row<'_>) -> rusqlite::Result<SavedRow> {
    Ok(SavedRow {
        id: row.get(1)?,
        kind: row.get(2)?,
        changed_at: row.get(3)?,
        value: row.get(4)?,
        document: row.get(5)?,
    })
}

/// A row as a tuple.
trait FromRow: Sized {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;
}

macro_rules! from_row {
    ($($name:ident $place:tt),+) => {
        impl<$($name: FromSql),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
                Ok(($(row.get::<_, $name>($place)?,)+))
            }
        }
    };
}

from_row!(A 0, B 1);
from_row!(A 0, B 1, C 2);
from_row!(A 0, B 1, C 2, D 3, E 4);
