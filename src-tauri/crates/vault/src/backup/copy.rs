//! A consistent copy of a database that is in use.

use std::{ops::ControlFlow, path::Path, thread, time::Duration};

use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};

use crate::{
    OnProgress, Progress, VaultError,
    database::{self, Existing},
    keys::Keys,
};

/// Bytes of a page (SQLCipher 4's default).
pub(super) const PAGE: u64 = 4096;

/// Pages that are copied at a time: 1 MiB. In between, whoever writes may.
const STEP: i32 = 256;

/// How often the copy begins anew because somebody wrote meanwhile. After that it is made in one go, while
/// whoever writes waits.
const RESTARTS: u32 = 4;

/// How long to wait for somebody who is writing just now.
const PAUSE: Duration = Duration::from_millis(20);

/// How often that is done: a transaction never takes this long.
const PAUSES: u32 = 3_000;

/// Copies all pages of `source` into a new file under the same key, which is thrown away once it has been
/// put into an archive. Counts bytes.
pub(super) fn copy(
    source: &Connection,
    keys: &Keys,
    target: &Path,
    progress: OnProgress<'_>,
) -> Result<(), VaultError> {
    let mut target = database::open(target, keys, Existing::MayBeMade)?;
    // While the last pages are synced nobody could write into the vault, and a memory stick takes long.
    // What a crash leaves of this file is used by nobody.
    database::set(&target, "synchronous", "OFF")?;
    database::set(&target, "journal_mode", "MEMORY")?;
    {
        let copying = Backup::new(source, &mut target)?;
        let (mut restarts, mut pauses, mut remaining) = (0, 0, i32::MAX);
        loop {
            let pages = if restarts > RESTARTS { -1 } else { STEP };
            match copying.step(pages)? {
                StepResult::Done => break,
                StepResult::More => {}
                // Somebody is committing.
                _ if pauses < PAUSES => {
                    pauses += 1;
                    thread::sleep(PAUSE);
                }
                _ => return Err(VaultError::InUse),
            }
            let at = copying.progress();
            restarts += u32::from(at.remaining > remaining);
            remaining = at.remaining;
            let bytes = |pages: i32| u64::try_from(pages).unwrap_or_default() * PAGE;
            let told = Progress { done: bytes(at.pagecount - at.remaining), total: bytes(at.pagecount) };
            if progress(told) == ControlFlow::Break(()) {
                return Err(VaultError::Cancelled);
            }
        }
    }
    target.close().map_err(|(_, error)| error.into())
}
