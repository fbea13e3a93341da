//! What shows that a copy of a vault is one.

use std::path::Path;

use rusqlite::Connection;

use crate::{
    AuditHead, VaultError, audit,
    database::{self, Existing},
    keys::Keys,
    schema,
    state::State,
};

/// What was found in a database that was gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Proven {
    /// The head of its audit chain, which is whole.
    pub(crate) head: AuditHead,
    /// How many records it has.
    pub(crate) records: u32,
    /// The version of its tables.
    pub(crate) tables: u32,
    /// Whether what it holds is what was counted at its latest change, as far as that was counted.
    pub(crate) is_as_counted: bool,
}

/// Opens a copy of the database with the vault's keys and goes through it: every page's MAC, the
/// structure, the audit chain. Changes nothing.
pub(crate) fn prove(path: &Path, keys: &Keys) -> Result<Proven, VaultError> {
    let connection = database::open(path, keys, Existing::Required)?;
    connection.pragma_update(None, "query_only", true)?;
    let tables = schema::version(&connection)?;
    if tables > schema::newest() {
        return Err(VaultError::Newer { format: tables });
    }
    let is_sound = tables > 0
        && answers(&connection, "PRAGMA cipher_integrity_check")?.is_empty()
        && answers(&connection, "PRAGMA quick_check")? == ["ok"]
        && audit::is_whole(&connection, keys)?;
    if !is_sound {
        return Err(VaultError::DatabaseDamaged);
    }
    Ok(Proven {
        head: audit::head(&connection)?,
        records: records(&connection)?,
        tables,
        is_as_counted: is_as_counted(&connection, keys)?,
    })
}

/// Where it is not, a part of the file is older than the rest. What there is can be kept all the same, and
/// nothing better may be given up for it.
fn is_as_counted(connection: &Connection, keys: &Keys) -> Result<bool, VaultError> {
    if !audit::has_state(connection)? {
        return Ok(true);
    }
    let Some(counted) = audit::state(connection)? else { return Ok(true) };
    match State::count(connection, keys) {
        Ok(found) => Ok(found == counted),
        Err(VaultError::DatabaseDamaged | VaultError::RecordDamaged { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// How many records there are.
pub(super) fn records(connection: &Connection) -> Result<u32, VaultError> {
    Ok(connection.query_row("SELECT count(*) FROM records", [], |row| row.get(0))?)
}

fn answers(connection: &Connection, pragma: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(pragma)?;
    let answers = statement.query_map([], |row| row.get(0))?;
    Ok(answers.collect::<Result<_, _>>()?)
}
