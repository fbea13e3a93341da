//! Going through the whole vault.

use std::{fs, ops::ControlFlow, os::unix::fs::PermissionsExt, path::Path};

use farled_case::{Kind, RecordId};
use rusqlite::Connection;

use crate::{
    OnProgress, Progress, Vault, VaultError, audit, content, database,
    document::Document,
    file,
    filter::{stored_day, stored_time},
    header::{self, Header},
    mend, record, search,
    state::State,
};

/// After how many records a check says how far it is.
const STEP: u32 = 64;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is wrong. Empty: all is well.
    pub problems: Vec<Problem>,
    /// How many records were read.
    pub records: u32,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The header on disk is not the one that the vault was opened with. Mending writes it again.
    HeaderDiffers,
    /// The header's copy is missing or is not the header. Mending writes it again.
    HeaderCopyDiffers,
    /// Others could read a file of the vault's. Mending takes that from them.
    OpenToOthers {
        /// The file's name in the folder.
        name: String,
    },
    /// What work that was interrupted has left lies in the folder. Mending takes it away.
    LeftOver {
        /// The file's name in the folder.
        name: String,
    },
    /// A file that is none of the vault's is named as if it were, such as what a program that syncs folders
    /// puts beside when two computers have written.
    Foreign {
        /// The file's name in the folder.
        name: String,
    },
    /// Pages of the file were altered.
    PageDamaged {
        /// How many.
        pages: u32,
    },
    /// The database's own structure is broken.
    StructureDamaged,
    /// A document does not read.
    DocumentDamaged {
        /// The record.
        id: RecordId,
    },
    /// What is stored beside a document is not what the document says. Rebuilding mends it.
    ProjectionStale {
        /// The record.
        id: RecordId,
    },
    /// A record that was erased is there. Mending erases it again.
    ErasedPresent {
        /// The record.
        id: RecordId,
    },
    /// The search index does not match the records. Rebuilding mends it.
    SearchDamaged,
    /// What an attachment holds is not what was added.
    AttachmentDamaged {
        /// The attachment.
        id: RecordId,
    },
    /// The audit chain is broken.
    AuditBroken,
    /// What is kept is not what was kept after the latest change: a part of the file is older than the
    /// rest, or was written past the program.
    StateDiffers,
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// [`Vault::mend`].
    Mend,
    /// Somebody who looks at it and takes it away: it may be all that is left of something.
    ByHand,
    /// A backup; what the vault still holds can be rescued.
    Backup,
}

impl Problem {
    /// A stable name in kebab case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::HeaderDiffers => "header-differs",
            Self::HeaderCopyDiffers => "header-copy-differs",
            Self::OpenToOthers { .. } => "file-open-to-others",
            Self::LeftOver { .. } => "file-left-over",
            Self::Foreign { .. } => "file-foreign",
            Self::PageDamaged { .. } => "page-damaged",
            Self::StructureDamaged => "structure-damaged",
            Self::DocumentDamaged { .. } => "document-damaged",
            Self::ProjectionStale { .. } => "projection-stale",
            Self::ErasedPresent { .. } => "erased-present",
            Self::SearchDamaged => "search-damaged",
            Self::AttachmentDamaged { .. } => "attachment-damaged",
            Self::AuditBroken => "audit-broken",
            Self::StateDiffers => "state-differs",
        }
    }

    /// The file that it is about.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::OpenToOthers { name } | Self::LeftOver { name } | Self::Foreign { name } => Some(name),
            _ => None,
        }
    }

    /// How often it is there: pages, or one.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::PageDamaged { pages } => *pages,
            _ => 1,
        }
    }

    /// What helps.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::HeaderDiffers
            | Self::HeaderCopyDiffers
            | Self::OpenToOthers { .. }
            | Self::LeftOver { .. }
            | Self::ProjectionStale { .. }
            | Self::ErasedPresent { .. }
            | Self::SearchDamaged => Remedy::Mend,
            Self::Foreign { .. } => Remedy::ByHand,
            Self::PageDamaged { .. }
            | Self::StructureDamaged
            | Self::DocumentDamaged { .. }
            | Self::AttachmentDamaged { .. }
            | Self::AuditBroken
            | Self::StateDiffers => Remedy::Backup,
        }
    }
}

impl Vault {
    /// Goes through the whole vault and says what is wrong. Changes nothing.
    ///
    /// # Errors
    /// When the storage fails otherwise than by damage, and [`VaultError::ReadOnly`] in a rescue, of
    /// which it is known that it is damaged.
    pub fn check(&mut self) -> Result<Check, VaultError> {
        self.check_with(&mut |_| ControlFlow::Continue(()))
    }

    /// Like [`check`](Self::check), saying how far it is. Counts records.
    ///
    /// # Errors
    /// As for [`check`](Self::check), and [`VaultError::Cancelled`] when `on` says so.
    pub fn check_with(&mut self, on: OnProgress<'_>) -> Result<Check, VaultError> {
        self.ensure_writable()?;
        let connection = &self.connection;
        let mut check = Check { problems: self.check_files()?, records: 0 };
        // A page that does not read makes all the rest look broken as well: one reason is enough.
        let pages = damage(rows(connection, "PRAGMA cipher_integrity_check"))?.unwrap_or_default();
        if !pages.is_empty() {
            let pages = u32::try_from(pages.len()).unwrap_or(u32::MAX);
            check.problems.push(Problem::PageDamaged { pages });
            return Ok(check);
        }
        let is_sound = || {
            Ok(rows(connection, "PRAGMA integrity_check")? == ["ok"]
                && rows(connection, "PRAGMA foreign_key_check")?.is_empty())
        };
        let mut is_sound = damage(is_sound())?.unwrap_or(false);
        is_sound &= damage(self.check_contents(&mut check, on))?.is_some();
        if !is_sound {
            check.problems.push(Problem::StructureDamaged);
        }
        Ok(check)
    }

    fn check_contents(&self, check: &mut Check, on: OnProgress<'_>) -> Result<(), VaultError> {
        let connection = &self.connection;
        let mut tell = |done: u32, total| match on(Progress { done: done.into(), total }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(VaultError::Cancelled),
        };
        let total: u32 = connection.query_row("SELECT count(*) FROM records", [], |row| row.get(0))?;
        let total = u64::from(total);
        let mut state = State::of_the_rest(connection, &self.keys)?;
        let mut statement = connection.prepare("SELECT id, kind, document FROM records ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if check.records.is_multiple_of(STEP) {
                tell(check.records, total)?;
            }
            let id = RecordId(record::id_from(&row.get::<_, Vec<u8>>(0)?)?);
            let kind = record::kind_of_term(&row.get::<_, String>(1)?)?;
            let document = row.get_ref(2)?.as_blob().map_err(|_| VaultError::DatabaseDamaged)?;
            state.toggle(State::of_record(&self.keys, id, kind, document));
            check.problems.extend(check_record(connection, id, kind, document)?);
            check.records += 1;
        }
        tell(check.records, total)?;
        if !is_search_whole(connection)? {
            check.problems.push(Problem::SearchDamaged);
        }
        check.problems.extend(content::check(connection)?);
        if !audit::is_whole(connection, &self.keys)? {
            check.problems.push(Problem::AuditBroken);
        }
        if audit::state(connection)?.is_some_and(|counted| counted != state) {
            check.problems.push(Problem::StateDiffers);
        }
        Ok(())
    }

    /// What lies in the folder.
    fn check_files(&self) -> Result<Vec<Problem>, VaultError> {
        let mut problems = Vec::new();
        let says = |name| fs::read(self.folder.join(name)).ok();
        let header = self.header.encode();
        if says(header::NAME).as_ref() != Some(&header) || Header::read(&self.folder).is_err() {
            problems.push(Problem::HeaderDiffers);
        }
        if says(header::COPY).as_ref() != Some(&header) {
            problems.push(Problem::HeaderCopyDiffers);
        }
        let mut names: Vec<_> = fs::read_dir(&self.folder)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.starts_with("vault."))
            .collect();
        names.sort();
        for name in names {
            // A journal that was never begun may stay until the next write; one that was is played back
            // at unlocking.
            let journal = format!("{}-journal", database::NAME);
            let ours = [header::NAME, header::COPY, database::NAME, file::LOCK, &journal];
            if mend::takes_away(&name) {
                problems.push(Problem::LeftOver { name });
            } else if !ours.contains(&name.as_str()) {
                problems.push(Problem::Foreign { name });
            } else if name != journal && is_open_to_others(&self.folder.join(&name)) {
                problems.push(Problem::OpenToOthers { name });
            }
        }
        Ok(problems)
    }
}

fn is_open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

/// `None` where the answer is that the database is damaged: that is what a check is there to find.
fn damage<R>(result: Result<R, VaultError>) -> Result<Option<R>, VaultError> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(VaultError::DatabaseDamaged | VaultError::RecordDamaged { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The first column of every row that a pragma answers with.
fn rows(connection: &Connection, pragma: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(pragma)?;
    let answers = statement.query_map([], |row| row.get(0))?;
    Ok(answers.collect::<Result<_, _>>()?)
}

fn check_record(
    connection: &Connection,
    id: RecordId,
    kind: Kind,
    document: &[u8],
) -> Result<Option<Problem>, VaultError> {
    let derived = Document::read(document).and_then(|document| record::derive(kind, &document));
    let Ok(derived) = derived else { return Ok(Some(Problem::DocumentDamaged { id })) };
    if derived.id != id {
        return Ok(Some(Problem::DocumentDamaged { id }));
    }
    let erased = connection.prepare_cached("SELECT 1 FROM erased WHERE id = ?")?.exists([id.0.as_bytes()])?;
    if erased {
        return Ok(Some(Problem::ErasedPresent { id }));
    }
    let is_fresh: bool = connection
        .prepare_cached(
            "SELECT value = ?2 AND case_id IS ?3 AND starts_at IS ?4 AND due_on IS ?5 AND status IS ?6
                AND coalesce((SELECT text FROM fts WHERE rowid = seq), '') = ?7
             FROM records WHERE id = ?1",
        )?
        .query_row(
            rusqlite::params![
                id.0.as_bytes(),
                derived.value,
                derived.case.map(|case| case.0.as_bytes().to_vec()),
                derived.projection.starts_at.map(stored_time),
                derived.projection.due_on.map(stored_day),
                derived.projection.status,
                search::indexed(&derived.projection.text),
            ],
            |row| row.get(0),
        )?;
    Ok((!is_fresh).then_some(Problem::ProjectionStale { id }))
}

/// Whether the index has an entry for no more than the records, and holds the words of its texts.
fn is_search_whole(connection: &Connection) -> Result<bool, VaultError> {
    let strays: i64 = connection.query_row(
        "SELECT count(*) FROM fts WHERE rowid NOT IN (SELECT seq FROM records)",
        [],
        |row| row.get(0),
    )?;
    let is_sound = connection.execute_batch("INSERT INTO fts (fts, rank) VALUES ('integrity-check', 1)");
    Ok(strays == 0 && is_sound.is_ok())
}
