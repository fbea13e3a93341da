//! What attachments hold, in pieces beside their records.
//!
//! Content is written piece by piece inside the transaction that makes its record: after a crash at
//! any moment both are there or neither is, and no more than one piece and SQLite's cache are in
//! memory. It never changes. A record that is erased leaves its content until nothing can be undone
//! any more; then it is [swept](Vault::sweep_contents), at the latest when the vault is next unlocked.

use farled_case::{Attachment, ContentHash, Kind, RecordId};
use hmac::Mac;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{
    Problem, RecordFilter, Vault, VaultError, Writer,
    database::{Keep, transaction},
    query,
    record::{self, Derived, Image},
};

/// The size of every piece but the last, in bytes: few enough pieces to count them, small enough to
/// hold one in memory without thought. Part of the stored form: it never changes.
pub(crate) const PIECE: usize = 256 * 1024;

/// How many pieces one step of sweeping removes: with `secure_delete`, each page removed is written
/// twice, and a step is what locking may have to wait for.
const SWEPT_AT_ONCE: u32 = 32;

/// What was written as an attachment's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its size in bytes.
    pub size: u32,
    /// Its SHA-256.
    pub sha256: ContentHash,
}

/// Writes an attachment's content; see [`Writer::content`].
pub struct ContentWriter<'w, 'v> {
    writer: &'w mut Writer<'v>,
    id: RecordId,
    piece: Zeroizing<Vec<u8>>,
    number: u32,
    size: u32,
    hash: Sha256,
}

impl<'v> Writer<'v> {
    /// Begins the content of the attachment `id`, whose record is put in the same transaction, before
    /// or after.
    ///
    /// # Errors
    /// [`VaultError::RecordErased`]; [`VaultError::AttachmentChanged`] when it has content already.
    pub fn content<'w>(&'w mut self, id: RecordId) -> Result<ContentWriter<'w, 'v>, VaultError> {
        if self.is_erased(id)? {
            return Err(VaultError::RecordErased { id });
        }
        if is_there(self.connection, id)? {
            if self.kind_of(id)?.is_some() {
                return Err(VaultError::AttachmentChanged { id });
            }
            // What an adding that was undone has left.
            remove(self.connection, id)?;
        }
        let piece = Zeroizing::new(Vec::with_capacity(PIECE));
        Ok(ContentWriter { writer: self, id, piece, number: 0, size: 0, hash: Sha256::new() })
    }

    /// Whether the attachment's content is there.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn has_content(&self, id: RecordId) -> Result<bool, VaultError> {
        is_there(self.connection, id)
    }
}

impl Writer<'_> {
    /// Refuses to change what an attachment holds, and notes one that is new.
    pub(crate) fn attachment_stored(
        &mut self,
        id: RecordId,
        image: Option<&Image>,
        derived: &Derived,
    ) -> Result<(), VaultError> {
        match image {
            None => {
                self.attachments.entry(id).or_default();
                Ok(())
            }
            Some(image) => ensure_same(id, image, derived),
        }
    }

    /// Notes what was written as an attachment's content.
    fn content_written(&mut self, id: RecordId, sha256: &ContentHash) {
        self.has_changed = true;
        self.content.update(b"content");
        self.content.update(id.0.as_bytes());
        self.content.update(&sha256.0);
        self.attachments.insert(id, Some(*sha256));
    }

    /// Refuses an attachment without the content that it names, and content without its attachment.
    pub(crate) fn check_attachments(&self) -> Result<(), VaultError> {
        for (id, written) in &self.attachments {
            let damaged = || VaultError::AttachmentDamaged { id: *id };
            match self.get::<Attachment>(*id)? {
                Some(record) if written.is_some_and(|written| written != record.sha256) => {
                    return Err(damaged());
                }
                Some(record) if !is_complete(self.connection, &record)? => return Err(damaged()),
                None if written.is_some() => return Err(damaged()),
                Some(_) | None => {}
            }
        }
        Ok(())
    }
}

impl ContentWriter<'_, '_> {
    /// Goes on with these bytes.
    ///
    /// # Errors
    /// [`VaultError::AttachmentTooLarge`], or when the database can't be written.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), VaultError> {
        let size = u64::from(self.size) + bytes.len() as u64;
        self.size = u32::try_from(size)
            .ok()
            .filter(|size| *size <= Attachment::MAX_BYTES)
            .ok_or(VaultError::AttachmentTooLarge { limit: Attachment::MAX_BYTES })?;
        self.hash.update(bytes);
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
            if self.piece.len() == PIECE {
                self.store()?;
            }
        }
        Ok(())
    }

    /// Ends the content.
    ///
    /// # Errors
    /// [`VaultError::AttachmentDamaged`] when there was none, or when the database can't be written.
    pub fn finish(mut self) -> Result<Content, VaultError> {
        if self.size == 0 {
            return Err(VaultError::AttachmentDamaged { id: self.id });
        }
        if !self.piece.is_empty() {
            self.store()?;
        }
        let sha256 = ContentHash(self.hash.finalize().into());
        self.writer.content_written(self.id, &sha256);
        Ok(Content { size: self.size, sha256 })
    }

    fn store(&mut self) -> Result<(), VaultError> {
        self.writer
            .connection
            .prepare_cached("INSERT INTO attachment_pieces (attachment, number, bytes) VALUES (?, ?, ?)")?
            .execute(params![self.id.0.as_bytes(), self.number, self.piece.as_slice()])?;
        self.piece.clear();
        self.number += 1;
        Ok(())
    }
}

impl std::fmt::Debug for ContentWriter<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ContentWriter(…)")
    }
}

impl Vault {
    /// Reads an attachment's content in pieces, in their order. That it is what was added is known
    /// only once this returns `Ok`: until then, nothing that was taken may be used up.
    ///
    /// # Errors
    /// [`VaultError::AttachmentDamaged`] when it is not what its record says, what `take` returns, or
    /// when the database can't be read.
    pub fn read_content<E: From<VaultError>>(
        &self,
        id: RecordId,
        take: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        read(&self.connection, id, take)
    }

    /// A part of an attachment's content, as far as there is one: `length` bytes from `start` on. (Each
    /// page of the database bears its own mark of being whole; the hash over all is not checked.)
    ///
    /// # Errors
    /// [`VaultError::AttachmentDamaged`] when a piece is absent, or when the database can't be read.
    pub fn content_range(
        &self,
        id: RecordId,
        start: u32,
        length: u32,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let damaged = || VaultError::AttachmentDamaged { id };
        let attachment: Attachment = query::get(&self.connection, id)?.ok_or_else(damaged)?;
        let end = start.saturating_add(length).min(attachment.size);
        let mut bytes = Zeroizing::new(Vec::with_capacity(end.saturating_sub(start) as usize));
        let piece = PIECE as u32;
        for number in start / piece..end.div_ceil(piece) {
            let first = number * piece;
            let found = self
                .connection
                .prepare_cached("SELECT bytes FROM attachment_pieces WHERE attachment = ? AND number = ?")?
                .query_row(params![id.0.as_bytes(), number], |row| {
                    let all = row.get_ref(0)?.as_blob()?;
                    let from = start.saturating_sub(first) as usize;
                    let to = ((end - first) as usize).min(PIECE);
                    Ok(all.get(from..to).map(|part| bytes.extend_from_slice(part)))
                })
                .optional()?;
            found.flatten().ok_or_else(damaged)?;
        }
        Ok(bytes)
    }

    /// Removes the content of attachments that are gone for good, step by step while `go_on` says so.
    /// An erasing can't be undone after that. Returns whether nothing is left.
    ///
    /// # Errors
    /// [`VaultError::ReadOnly`], or when the database can't be written.
    pub fn sweep_contents(&mut self, mut go_on: impl FnMut() -> Sweep) -> Result<bool, VaultError> {
        self.ensure_writable()?;
        // In a damaged database an index may know what isn't there: that can't be removed, and is passed by.
        let mut passed = Vec::new();
        while let Some(gone) = next_gone(&self.connection, &passed)? {
            if go_on() == Sweep::Stop {
                return Ok(false);
            }
            let removed = transaction(&self.connection, Keep::Yes, || {
                // From the end: the first piece is what a next sweep would find it by.
                self.connection
                    .prepare_cached("DELETE FROM attachment_previews WHERE attachment = ?")?
                    .execute([&gone])?;
                let removed = self
                    .connection
                    .prepare_cached(
                        "DELETE FROM attachment_pieces WHERE seq IN (
                            SELECT seq FROM attachment_pieces WHERE attachment = ?
                            ORDER BY number DESC LIMIT ?)",
                    )?
                    .execute(params![gone, SWEPT_AT_ONCE])?;
                Ok::<_, VaultError>(removed)
            })?;
            if removed == 0 {
                passed = gone;
            }
        }
        if passed.is_empty() { Ok(true) } else { Err(VaultError::DatabaseDamaged) }
    }

    /// The small image by which an attachment is shown in a list, if one was kept.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn preview(&self, id: RecordId) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        let bytes: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT bytes FROM attachment_previews WHERE attachment = ?")?
            .query_row([id.0.as_bytes()], |row| row.get(0))
            .optional()?;
        Ok(bytes.map(Zeroizing::new))
    }

    /// Keeps such an image. It follows from the content, and so adds nothing to the audit chain.
    ///
    /// # Errors
    /// [`VaultError::ReadOnly`], or when the database can't be written.
    pub fn keep_preview(&mut self, id: RecordId, bytes: &[u8]) -> Result<(), VaultError> {
        self.ensure_writable()?;
        transaction(&self.connection, Keep::Yes, || {
            self.connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO attachment_previews (attachment, bytes) VALUES (?, ?)",
                )?
                .execute(params![id.0.as_bytes(), bytes])?;
            Ok(())
        })
    }
}

/// Whether sweeping goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sweep {
    /// It goes on.
    On,
    /// It stops; what is left is swept next time.
    Stop,
}

/// Refuses to let an attachment be about other bytes than it is.
pub(crate) fn ensure_same(id: RecordId, image: &Image, derived: &Derived) -> Result<(), VaultError> {
    let read = |value: &str| {
        serde_json::from_str::<Attachment>(value).map_err(|_| VaultError::RecordDamaged { id: Some(id) })
    };
    match read(&image.value)?.has_content_of(&read(&derived.value)?) {
        true => Ok(()),
        false => Err(VaultError::AttachmentChanged { id }),
    }
}

/// Whether an attachment's content is there.
pub(crate) fn is_there(connection: &Connection, id: RecordId) -> Result<bool, VaultError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM attachment_pieces WHERE attachment = ? AND number = 0")?
        .exists([id.0.as_bytes()])?)
}

/// Whether as many bytes are there as the record says, in pieces of the sizes that they must have.
pub(crate) fn is_complete(connection: &Connection, attachment: &Attachment) -> Result<bool, VaultError> {
    let (pieces, bytes): (u32, u32) = connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(length(bytes)), 0) FROM attachment_pieces WHERE attachment = ?",
        )?
        .query_row([attachment.id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(bytes == attachment.size && pieces == attachment.size.div_ceil(PIECE as u32))
}

fn remove(connection: &Connection, id: RecordId) -> Result<(), VaultError> {
    connection
        .prepare_cached("DELETE FROM attachment_pieces WHERE attachment = ?")?
        .execute([id.0.as_bytes()])?;
    Ok(())
}

/// The attachment after this one whose content is there and whose record isn't.
fn next_gone(connection: &Connection, after: &[u8]) -> Result<Option<Vec<u8>>, VaultError> {
    // By the first pieces alone, of which there is an index: unlocking asks this.
    Ok(connection
        .prepare_cached(
            "SELECT attachment FROM attachment_pieces
             WHERE number = 0 AND attachment > ? AND attachment NOT IN (SELECT id FROM records)
             ORDER BY attachment LIMIT 1",
        )?
        .query_row([after], |row| row.get(0))
        .optional()?)
}

fn read<E: From<VaultError>>(
    connection: &Connection,
    id: RecordId,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let damaged = || E::from(VaultError::AttachmentDamaged { id });
    let attachment: Attachment = query::get(connection, id)?.ok_or_else(damaged)?;
    let sql = "SELECT number, bytes FROM attachment_pieces WHERE attachment = ? ORDER BY number";
    let mut statement = connection.prepare_cached(sql).map_err(VaultError::from)?;
    let mut rows = statement.query([id.0.as_bytes()]).map_err(VaultError::from)?;
    let (mut hash, mut next, mut size) = (Sha256::new(), 0_u32, 0_u64);
    while let Some(row) = rows.next().map_err(VaultError::from)? {
        let number: u32 = row.get(0).map_err(VaultError::from)?;
        let bytes = row.get_ref(1).map_err(VaultError::from)?.as_blob().map_err(|_| damaged())?;
        size += bytes.len() as u64;
        if number != next || size > u64::from(attachment.size) {
            return Err(damaged());
        }
        next += 1;
        hash.update(bytes);
        take(bytes)?;
    }
    if size != u64::from(attachment.size) || ContentHash(hash.finalize().into()) != attachment.sha256 {
        return Err(damaged());
    }
    Ok(())
}

/// Reads every attachment's content and compares it with its hash.
pub(crate) fn check(connection: &Connection) -> Result<Vec<Problem>, VaultError> {
    let filter = RecordFilter { cases: None, kinds: vec![Kind::Attachment] };
    let mut problems = Vec::new();
    for stored in record::all(connection, &filter)? {
        match read(connection, stored.id, |_| Ok::<_, VaultError>(())) {
            Ok(()) => {}
            Err(VaultError::AttachmentDamaged { id }) => problems.push(Problem::AttachmentDamaged { id }),
            // Its document or a page of it doesn't read, which is told of elsewhere.
            Err(VaultError::RecordDamaged { .. } | VaultError::DatabaseDamaged) => {
                problems.push(Problem::AttachmentDamaged { id: stored.id });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(problems)
}
