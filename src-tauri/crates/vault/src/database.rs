//! The encrypted database: opened with the raw key, and only used once it is shown to be encrypted.

use std::{
    ffi::{OsStr, OsString, c_int},
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

use farled_memory::Locked;
use rusqlite::{Connection, OpenFlags, config::DbConfig, ffi};

use crate::{VaultError, file, keys::Keys};

/// The database's file name.
pub(crate) const NAME: &str = "vault.db";

/// What an unencrypted database begins with.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// How long to wait while a backup copies or another part of this process commits. Other processes are kept
/// out by the vault's lock.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether opening may make the file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    Required,
    MayBeMade,
}

/// Opens the database. Nothing has been read from it when this returns but what proves the key right.
pub(crate) fn open(path: &Path, keys: &Keys, existing: Existing) -> Result<Connection, VaultError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    // SQLite refuses a link anywhere in the path, and some systems have one at /home.
    let path = &real_path(path)?;
    if existing == Existing::MayBeMade {
        // SQLite would make it readable for others; journals take over what the database allows.
        file::make_private(path)?;
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else {
        // SQLite would take an empty file for a new database, and would take our salt for the file's.
        check_beginning(path, keys)?;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    set(&connection, "cipher_log_level", "NONE")?;
    set(&connection, "cipher_memory_security", "ON")?;
    key(&connection, keys)?;
    set_up(&connection)?;
    // A wrong key shows only at the first read.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    ensure_encrypted(&connection)?;
    Ok(connection)
}

/// Opens the database only to read it, for a rescue: whatever its first page says of the salt, and
/// whether or not a journal waits that can't be played back because nothing may be written here.
pub(crate) fn open_to_read(path: &Path, keys: &Keys) -> Result<Connection, VaultError> {
    let path = real_path(path)?;
    if !path.exists() {
        return Err(VaultError::DatabaseDamaged);
    }
    let read = |name: &OsStr, more: OpenFlags| {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW
            | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let connection = Connection::open_with_flags(Path::new(name), flags | more)?;
        set(&connection, "cipher_log_level", "NONE")?;
        set(&connection, "cipher_memory_security", "ON")?;
        key(&connection, keys)?;
        restrain(&connection)?;
        // What lets SQLite read a file that is shorter than its first page says. Nothing can be written.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        set(&connection, "writable_schema", "ON")?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        ensure_encrypted(&connection)?;
        Ok::<_, VaultError>(connection)
    };
    read(path.as_os_str(), OpenFlags::empty())
        .or_else(|_| read(&immutable(&path), OpenFlags::SQLITE_OPEN_URI))
        // Whatever it is called: nothing of it reads.
        .map_err(|_| VaultError::DatabaseDamaged)
}

/// The address of a file that SQLite takes as it is: without locks, and without its journal.
fn immutable(path: &Path) -> OsString {
    let mut address = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                address.push(char::from(*byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address.push_str("?immutable=1");
    address.into()
}

/// Sets up a database in memory that holds what was rescued.
pub(crate) fn set_up_in_memory(connection: &Connection) -> Result<(), VaultError> {
    restrain(connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// What every connection is kept from.
fn restrain(connection: &Connection) -> Result<(), VaultError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    set(connection, "temp_store", "MEMORY")
}

fn real_path(path: &Path) -> Result<PathBuf, VaultError> {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
        _ => Err(VaultError::DatabaseDamaged),
    }
}

/// Refuses a file that doesn't begin with this vault's salt.
fn check_beginning(path: &Path, keys: &Keys) -> Result<(), VaultError> {
    let mut file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(VaultError::DatabaseDamaged);
        }
        file => file?,
    };
    let mut beginning = [0; 16];
    match file.read_exact(&mut beginning) {
        Err(_) => Err(VaultError::DatabaseDamaged),
        Ok(()) if &beginning == PLAIN || beginning != keys.database_salt => Err(VaultError::DatabaseDamaged),
        Ok(()) => Ok(()),
    }
}

/// Whether a file begins as this vault's database does.
pub(crate) fn begins_with_salt(path: &Path, keys: &Keys) -> bool {
    check_beginning(path, keys).is_ok()
}

/// Hands the raw key and salt over, past SQL: in SQLCipher's form `x'<key><salt>'`, which is the only
/// one that it takes for a raw key. (A key of another length would silently be a passphrase.)
fn key(connection: &Connection, keys: &Keys) -> Result<(), VaultError> {
    const LENGTH: usize = 2 + 64 + 32 + 1;
    let mut form = Locked::<LENGTH>::zero();
    form[..2].copy_from_slice(b"x'");
    form[LENGTH - 1] = b'\'';
    let bytes = keys.database.iter().chain(&keys.database_salt);
    for (pair, byte) in form[2..LENGTH - 1].chunks_exact_mut(2).zip(bytes) {
        pair[0] = hex_digit(byte >> 4);
        pair[1] = hex_digit(byte & 15);
    }
    // SAFETY: the handle is open for as long as the connection is borrowed; SQLCipher copies the key
    // before it returns, and is told its true length.
    let result = unsafe {
        ffi::sqlite3_key_v2(connection.handle(), c"main".as_ptr(), form.as_ptr().cast(), LENGTH as c_int)
    };
    if result == ffi::SQLITE_OK { Ok(()) } else { Err(VaultError::NotEncrypted) }
}

fn hex_digit(value: u8) -> u8 {
    match value {
        0..=9 => b'0' + value,
        _ => b'a' + value - 10,
    }
}

fn set_up(connection: &Connection) -> Result<(), VaultError> {
    restrain(connection)?;
    connection.busy_timeout(PATIENCE)?;
    set(connection, "foreign_keys", "ON")?;
    set(connection, "secure_delete", "ON")?;
    set(connection, "journal_mode", "DELETE")?;
    set(connection, "synchronous", "EXTRA")?;
    set(connection, "cache_size", "-16384")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Sets a pragma; some answer with a row, which says nothing that the next line would not show.
pub(crate) fn set(connection: &Connection, pragma: &str, value: &str) -> Result<(), VaultError> {
    Ok(connection.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        error => Err(error),
    })?)
}

/// Without a key, or built without SQLCipher, everything would seem to work, in the clear.
fn ensure_encrypted(connection: &Connection) -> Result<(), VaultError> {
    let says = |pragma: &str| {
        let answer = connection.pragma_query_value(None, pragma, |row| row.get::<_, String>(0));
        answer.map_err(|_| VaultError::NotEncrypted)
    };
    let encrypted = !says("cipher_version")?.is_empty()
        && says("cipher_status")? == "1"
        && says("cipher_use_hmac")? == "1"
        && says("cipher_memory_security")? == "1";
    if encrypted { Ok(()) } else { Err(VaultError::NotEncrypted) }
}

/// Runs `work` in one transaction: committed when it returns `Ok` and `keep` says so, else, and when it
/// panics, as if it had never been.
pub(crate) fn transaction<R, E: From<VaultError>>(
    connection: &Connection,
    keep: Keep,
    work: impl FnOnce() -> Result<R, E>,
) -> Result<R, E> {
    connection.execute_batch("BEGIN IMMEDIATE").map_err(VaultError::from)?;
    let _unless_committed = RollBack(connection);
    let result = work()?;
    if keep == Keep::Yes {
        connection.execute_batch("COMMIT").map_err(VaultError::from)?;
    }
    Ok(result)
}

/// Rolls back, when dropped, what was not committed by then.
struct RollBack<'c>(&'c Connection);

impl Drop for RollBack<'_> {
    fn drop(&mut self) {
        // A full disk may have rolled it back already.
        if !self.0.is_autocommit() {
            // If this fails too, closing the connection rolls back.
            let _ = self.0.execute_batch("ROLLBACK");
        }
    }
}

/// Whether a transaction is to last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    Yes,
    No,
}
